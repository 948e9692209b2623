import type { Issue } from './errors.ts';
import { maximumCents } from './money.ts';
import { addDays, type CalendarDate, isCalendarDate } from './sepa/target-calendar.ts';
import type { EffectiveRunMode, PaymentRunMode } from './vocabulary.ts';

/** What filters of lists hold. */

/** Both ends included; null does not restrict. */
export type Range<Value> = { readonly from: Value | null; readonly to: Value | null };

type Given<Value> = Value | null | undefined;
/** A range as a client or an operator writes it. */
export type GivenRange = Given<{ readonly from?: Given<string>; readonly to?: Given<string> }>;

/** Throws, with the wrong field (`created.from`) and how it must be. */
export type Refuse = (field: string, must: string) => never;

export const daysOf = (field: string, given: GivenRange, refuse: Refuse): Range<CalendarDate> | null =>
  rangeOf(given, (end, text) => (isCalendarDate(text) ? text : refuse(`${field}.${end}`, aDay)));

const aDay = 'be a day, for instance 2026-12-31';

/** @throws what `refuse` throws */
export const dayOf = (field: string, given: Given<string>, refuse: Refuse): CalendarDate | null =>
  given === null || given === undefined || isCalendarDate(given) ? (given ?? null) : refuse(field, aDay);

/** What is wrong with a period of so many days at most, both ends included. */
export function problemsOfPeriod(period: { readonly from: string; readonly to: string }, longestDays: number): Issue[] {
  const { from, to } = period;
  const wrong = Object.entries({ from, to }).filter(([, day]) => !isCalendarDate(day));
  if (wrong.length > 0)
    return wrong.map(([name]) => ({ path: [name], message: `${name} must be a day, for instance 2026-12-31.` }));
  if (to < from) return [{ path: ['to'], message: 'to must not lie before from.' }];
  const isTooLong = addDays(from, longestDays) <= to;
  return isTooLong ? [{ path: ['to'], message: `A period is ${longestDays} days at most.` }] : [];
}

/** Amounts in cents. */
export const centsRangeOf = (field: string, given: GivenRange, refuse: Refuse): Range<number> | null =>
  rangeOf(given, (end, text) => {
    const cents = Number(text);
    return /^\d{1,12}$/.test(text) && cents <= maximumCents ? cents : refuse(`${field}.${end}`, 'be 1 to 12 digits');
  });

export function effectiveModeOf(given: Given<PaymentRunMode>, refuse: Refuse): EffectiveRunMode | null {
  if (given === 'FORCE_LIVE') return refuse('runMode', 'be TEST or LIVE: what was done by FORCE_LIVE is LIVE');
  return given ?? null;
}

function rangeOf<Value>(given: GivenRange, read: (end: 'from' | 'to', text: string) => Value): Range<Value> | null {
  const { from = null, to = null } = given ?? {};
  if (from === null && to === null) return null;
  return { from: from === null ? null : read('from', from), to: to === null ? null : read('to', to) };
}
