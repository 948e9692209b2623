import type { OverviewQuery, PaymentStatus } from '../../generated/operations.ts';
import { daysBefore } from '../../parts/lists/paris-days.ts';

/** What the charts count: totals of the gateway, added up by the outcome of the payments. */

/** How often it is asked. */
export const everyMs = 60_000;

export const outcomes = ['paid', 'waiting', 'refused', 'ended', 'givenBack'] as const;
export type Outcome = (typeof outcomes)[number];

const outcomeOf: Readonly<Record<PaymentStatus, Outcome>> = {
  REQUIRES_ACTION: 'waiting',
  PENDING: 'waiting',
  SUBMITTED: 'waiting',
  AUTHORIZED: 'waiting',
  NEEDS_REVIEW: 'waiting',
  PAID: 'paid',
  PARTIALLY_REFUNDED: 'paid',
  REFUSED: 'refused',
  FAILED: 'refused',
  CANCELLED: 'ended',
  EXPIRED: 'ended',
  REFUNDED: 'givenBack',
  RETURNED: 'givenBack',
};

/** Statuses of an outcome, as the filter of the list names them. */
export const statusesOf = (wanted: Outcome): PaymentStatus[] =>
  (Object.keys(outcomeOf) as PaymentStatus[]).filter((status) => outcomeOf[status] === wanted);

export type Figure = { readonly count: number; readonly cents: number };
export type Figures = Readonly<Record<Outcome, Figure>>;

const nothing: Figure = { count: 0, cents: 0 };
export const noFigures: Figures = {
  ...{ paid: nothing, waiting: nothing, refused: nothing, ended: nothing, givenBack: nothing },
};

const plus = (one: Figure, other: Figure): Figure => ({
  count: one.count + other.count,
  cents: one.cents + other.cents,
});

type Total = Pick<OverviewQuery['byDay'][number], 'status' | 'count' | 'amount'>;

/** Totals by status, put together by `keyOf`. */
export function figuresBy<T extends Total>(
  totals: readonly T[],
  keyOf: (total: T) => string,
): ReadonlyMap<string, Figures> {
  const found = new Map<string, Figures>();
  for (const total of totals) {
    if (total.status === null) continue;
    const key = keyOf(total);
    const before = found.get(key) ?? noFigures;
    const outcome = outcomeOf[total.status];
    const figure = { count: total.count, cents: total.amount?.cents ?? 0 };
    found.set(key, { ...before, [outcome]: plus(before[outcome], figure) });
  }
  return found;
}

export const sumOf = (figures: Iterable<Figures>): Figures => {
  let sum = noFigures;
  for (const one of figures) {
    sum = Object.fromEntries(outcomes.map((name) => [name, plus(sum[name], one[name])])) as Figures;
  }
  return sum;
};

/** All that was initiated. */
export const allOf = (figures: Figures): Figure => outcomes.map((name) => figures[name]).reduce(plus, nothing);

export const periods = ['day', 'week', 'month', 'year'] as const;
export type Period = (typeof periods)[number];

const lengths: Readonly<Record<Period, number>> = { day: 1, week: 7, month: 30, year: 365 };

/** First and last day of a period that ends today. */
export const rangeOf = (period: Period, today: string) => ({
  from: daysBefore(today, lengths[period] - 1),
  to: today,
});

/** The period of the same length before it; of a day, the same weekday. */
export const rangeBefore = (period: Period, today: string) =>
  rangeOf(period, daysBefore(today, period === 'day' ? 7 : lengths[period]));

/** What a bar of the chart stands for: a day, or in a year a month (`2026-11`). */
export function stepsOf(period: Period, today: string): readonly string[] {
  // A single day says little: the eight weekdays like it say whether it is a usual one.
  if (period === 'day') return Array.from({ length: 9 }, (_, week) => daysBefore(today, (8 - week) * 7));
  const days = Array.from({ length: lengths[period] }, (_, ago) => daysBefore(today, lengths[period] - 1 - ago));
  return period === 'year' ? [...new Set(days.map((day) => day.slice(0, 7)))] : days;
}

export const stepOf = (period: Period, day: string): string => (period === 'year' ? day.slice(0, 7) : day);

/** How much more or less than before, in whole per cent; null where there was nothing to compare with. */
export const changeOf = (now: number, before: number): number | null =>
  before === 0 ? null : Math.round(((now - before) / before) * 100);
