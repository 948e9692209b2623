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
  const days: StatementDay[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) {
    days.push({
      day,
      state: stateOf(day, chain, firstDay),
      statements: chain.filter(({ lastDay }) => lastDay === day),
    });
  }
  return days;
}

function stateOf(
  day: CalendarDate,
  chain: readonly FollowedStatement[],
  firstDay: CalendarDate | null,
): StatementDayState {
  if (chain.some((one) => one.firstDay <= day && day <= one.lastDay)) return 'STATEMENT';
  if (firstDay !== null && day < firstDay) return 'BEFORE_FIRST';
  const next = chain.find((one) => one.firstDay > day);
  if (!next) return 'NOT_YET';
  if (next.follows === null) return 'UNPROVEN';
  return next.follows ? 'NOTHING_MOVED' : 'MISSING';
}

/** Each once, in the order in which one follows another. */
function chained(statements: readonly StatementBalances[]): readonly FollowedStatement[] {
  const rest = [...new Map(statements.map((one) => [nameOf(one), one])).values()];
  const chain: FollowedStatement[] = [];
  while (rest.length > 0) {
    const next = nextOf(chain, rest);
    rest.splice(rest.indexOf(next), 1);
    chain.push({ ...next, follows: continues(chain, next) });
  }
  return chain;
}

/** Several of one day: by the balances, then by the numbers. */
function nextOf(chain: readonly StatementBalances[], rest: readonly StatementBalances[]): StatementBalances {
  const ofDay = rest.filter(({ lastDay }) => lastDay === rest[0]?.lastDay);
  const following = ofDay.find((one) => continues(chain, one) === true);
  const [first] = ofDay.toSorted((one, other) => (one.number ?? 0) - (other.number ?? 0));
  const next = following ?? first;
  assert(next, 'there is a statement left');
  return next;
}

/** After the one before it, or, where a bank gives a month once more after its days, after the last before its days. */
function continues(chain: readonly StatementBalances[], next: StatementBalances): boolean | null {
  const before = [chain.at(-1), chain.findLast(({ lastDay }) => lastDay < next.firstDay)];
  const answers = before.flatMap((one) => (one ? [follows(one, next)] : []));
  if (answers.includes(true)) return true;
  return answers.includes(false) ? false : null;
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
