import assert from 'node:assert/strict';
import type { ClosedSet } from '../../../kernel/closed-set.ts';
import { isCalendarDate } from '../../../kernel/sepa/target-calendar.ts';
import type { EffectiveRunMode } from '../../../kernel/vocabulary.ts';
import { checked } from '../../../store/record.ts';

/** A name of a closed set, or a broken invariant. */
export function known<Name extends string>(set: ClosedSet<Name>, value: string): Name {
  if (!set.has(value)) assert.fail(`what is stored is a ${set.name}`);
  return value;
}

export function effectiveRunModeOf(value: string): EffectiveRunMode {
  assert(value === 'TEST' || value === 'LIVE', 'an effective run mode is TEST or LIVE');
  return value;
}

export function directionOf(value: string): 'CREDIT' | 'DEBIT' {
  assert(value === 'CREDIT' || value === 'DEBIT', 'money comes or goes');
  return value;
}

/** As fields of a record. */
export const runMode = checked(effectiveRunModeOf);
export const direction = checked(directionOf);
export const date = checked((kept: string) => {
  assert(isCalendarDate(kept), 'what is stored is a date');
  return kept;
});
