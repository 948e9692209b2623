import assert from 'node:assert/strict';
import { closedSet, type NameOf } from '../../kernel/closed-set.ts';
import { addDays, type CalendarDate } from '../../kernel/sepa/target-calendar.ts';
import type { StatementBalances } from './files/bank-file.ts';

/** Whether a statement is missing, by the days, balances and numbers of those that are there. */

export const statementDayState = closedSet('StatementDayState', 'What is known of a day of an account.', {
  STATEMENT: 'A statement covers it.',
  NOTHING_MOVED: 'No statement covers it, and the ones around it prove that none is missing.',
  MISSING: 'No statement covers it, and the ones around it prove that one is missing.',
  UNPROVEN: 'No statement covers it, and those around it have no balances or numbers that prove anything.',
  NOT_YET: 'No statement covers it or a later day.',
  BEFORE_FIRST: 'It lies before the first statement that is there.',
});
export type StatementDayState = NameOf<typeof statementDayState>;

export type StatementDay = {
  readonly day: CalendarDate;
  readonly state: StatementDayState;
  /** The statements whose last day it is. */
  readonly statements: readonly FollowedStatement[];
};

export type FollowedStatement = StatementBalances & {
  /** Whether it begins where the one before it ended; null where nothing proves it. */
  readonly follows: boolean | null;
};

/**
 * The days from `from` to `to`.
 * @param statements from one statement before `from` to one after `to`, in the order of their last days
 * @param firstDay of the first statement that is there; null: there is none
 */
export function statementDays(
  { from, to }: { readonly from: CalendarDate; readonly to: CalendarDate },
  statements: readonly StatementBalances[],
  firstDay: CalendarDate | null,
): readonly StatementDay[] {
  const chain = chained(statements);
  const begins = firstDaysFrom(chain);
  const days: StatementDay[] = [];
  let place = 0;
  for (let day = from; day <= to; day = addDays(day, 1)) {
    for (let link = chain[place]; link && link.one.lastDay < day; link = chain[place]) place++;
    const state = stateOf(day, { next: chain[place], begin: begins[place], firstDay });
    const ofDay: FollowedStatement[] = [];
    for (let link = chain[place]; link?.one.lastDay === day; link = chain[place + ofDay.length]) {
      ofDay.push({ ...link.one, follows: link.follows });
    }
    days.push({ day, state, statements: ofDay });
  }
  return days;
}

type Link = { readonly one: StatementBalances; readonly follows: boolean | null };

/** Of each statement: the first day that it, or one after it, covers. */
function firstDaysFrom(chain: readonly Link[]): readonly CalendarDate[] {
  const begins: CalendarDate[] = [];
  for (const { one } of chain.toReversed()) {
    const begin = begins.at(-1);
    begins.push(begin !== undefined && begin < one.firstDay ? begin : one.firstDay);
  }
  return begins.toReversed();
}

type Around = {
  /** The first statement that ends on the day or later. */
  readonly next: Link | undefined;
  /** The first day that it, or one after it, covers. */
  readonly begin: CalendarDate | undefined;
  readonly firstDay: CalendarDate | null;
};

function stateOf(day: CalendarDate, { next, begin, firstDay }: Around): StatementDayState {
  if (begin !== undefined && begin <= day) return 'STATEMENT';
  if (firstDay !== null && day < firstDay) return 'BEFORE_FIRST';
  if (!next) return 'NOT_YET';
  if (next.follows === null) return 'UNPROVEN';
  return next.follows ? 'NOTHING_MOVED' : 'MISSING';
}

/** Each once, in the order in which one follows another. */
function chained(statements: readonly StatementBalances[]): readonly Link[] {
  const each = new Map(statements.map((one) => [nameOf(one), one])).values();
  const chain: Link[] = [];
  for (const ofDay of Map.groupBy(each, ({ lastDay }) => lastDay).values()) linkDay(chain, ofDay);
  return chain;
}

type Candidate = { readonly one: StatementBalances; readonly place: number; isLinked: boolean };

/** Several of one day: by the balances, then by the numbers. */
function linkDay(chain: Link[], ofDay: readonly StatementBalances[]): void {
  const candidates = ofDay.map((one, place): Candidate => ({ one, place, isLinked: false }));
  // The first one is at the end of each queue.
  const inNumbers = candidates.toSorted(({ one }, other) => (one.number ?? 0) - (other.one.number ?? 0)).toReversed();
  const afterEarlier: Candidate[] = [];
  const byBeginning = new Map<string, Candidate[]>();
  for (const candidate of candidates.toReversed()) {
    const { one } = candidate;
    const earlier = lastBefore(chain, one.firstDay);
    if (earlier && follows(earlier, one) === true) afterEarlier.push(candidate);
    for (const beginning of beginningsOf(one)) {
      const queue = byBeginning.get(beginning) ?? [];
      queue.push(candidate);
      byBeginning.set(beginning, queue);
    }
  }
  const end = chain.length + candidates.length;
  while (chain.length < end) {
    const beginnings = beginningsAfter(chain.at(-1)?.one).map((beginning) => byBeginning.get(beginning) ?? []);
    const following = [afterEarlier, ...beginnings].flatMap((queue) => headOf(queue) ?? []);
    const [next = headOf(inNumbers)] = following.toSorted((one, other) => one.place - other.place);
    assert(next, 'there is a statement left');
    next.isLinked = true;
    chain.push({ one: next.one, follows: continues(chain, next.one) });
  }
}

function headOf(queue: Candidate[]): Candidate | undefined {
  while (queue.at(-1)?.isLinked) queue.pop();
  return queue.at(-1);
}

/** What `follows` asks of the next one, as words to look it up by. */
const beginningsOf = ({ openingCents, number }: StatementBalances): readonly string[] => [
  ...(openingCents === null ? [] : [`balance ${openingCents}`]),
  ...(number === null ? [] : [`number ${number} ${openingCents === null ? 'alone' : 'and balance'}`]),
];

function beginningsAfter(last: StatementBalances | undefined): readonly string[] {
  if (!last) return [];
  const { closingCents, number } = last;
  const next = number === null ? [] : [`number ${number + 1} alone`];
  if (closingCents !== null) return [`balance ${closingCents}`, ...next];
  return number === null ? [] : [...next, `number ${number + 1} and balance`];
}

/** After the one before it, or, where a bank gives a month once more after its days, after the last before its days. */
function continues(chain: readonly Link[], next: StatementBalances): boolean | null {
  const before = [chain.at(-1)?.one, lastBefore(chain, next.firstDay)];
  const answers = before.flatMap((one) => (one ? [follows(one, next)] : []));
  if (answers.includes(true)) return true;
  return answers.includes(false) ? false : null;
}

/** The last statement of the chain that ends before a day. The chain is in the order of the last days. */
function lastBefore(chain: readonly Link[], day: CalendarDate): StatementBalances | undefined {
  let [low, high] = [0, chain.length];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const link = chain[middle];
    if (link && link.one.lastDay < day) low = middle + 1;
    else high = middle;
  }
  return chain[low - 1]?.one;
}

/** The same statement in two files, or formats, is one. */
const nameOf = ({ firstDay, lastDay, openingCents, closingCents, number, statementId }: StatementBalances): string =>
  JSON.stringify(
    openingCents === null || closingCents === null || openingCents === closingCents
      ? [firstDay, lastDay, number, statementId]
      : [firstDay, lastDay, openingCents, closingCents],
  );

function follows(before: StatementBalances, next: StatementBalances): boolean | null {
  if (before.closingCents !== null && next.openingCents !== null) return before.closingCents === next.openingCents;
  if (before.number === null || next.number === null || next.number <= before.number) return null;
  return next.number === before.number + 1;
}
