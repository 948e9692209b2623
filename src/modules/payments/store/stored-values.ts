import assert from 'node:assert/strict';
import type { ClosedSet } from '../../../kernel/closed-set.ts';
import type { EffectiveRunMode } from '../../../kernel/vocabulary.ts';

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
