import assert from 'node:assert/strict';
import { closedSet, type NameOf } from '../../kernel/closed-set.ts';
import { addDays } from '../../kernel/sepa/target-calendar.ts';
import type { StatementBalances } from '../bank-statements/bank-import.ts';

/** A bank account against the books, day by day: opening balance + booked + not booked = closing balance. */

export const reconciliationLineKind = closedSet('ReconciliationLineKind', 'What a line of the reconciliation says.', {
  LISTED: 'Not booked: a rule of the account lists it, or no rule places it.',
  EXCEPTION: 'Not booked: it waits for a person, or a person dealt with it elsewhere.',
  SUSPENSE: 'Booked on the suspense account, because its owner is not known yet.',
  NOT_BOOKED: 'It was applied to a payment, and the books of this day have another amount, or none.',
  BOOKED_ALONE: 'The books have it on this day, and no entry of the statement of this day does.',
  STATEMENT_DIFFERS: 'The entries that are known of this day do not make the difference of its balances.',
  NO_STATEMENT: 'No statement covers this day.',
  STATEMENT_MISSING: 'The opening balance is not the closing balance before it: a statement is missing.',
  STATEMENTS_DISAGREE: 'Statements of this day have different balances. The last one that came counts.',
});
export type ReconciliationLineKind = NameOf<typeof reconciliationLineKind>;

/** Those that explain the difference of a day; their sum is the difference. */
export const explaining: ReadonlySet<ReconciliationLineKind> = new Set([
  ...(['NOT_BOOKED', 'BOOKED_ALONE', 'STATEMENT_DIFFERS', 'NO_STATEMENT'] as const),
]);

/** Those without which no difference proves nothing: money may lie between the balances of two days. */
export const unproving: ReadonlySet<ReconciliationLineKind> = new Set(['STATEMENT_MISSING', 'STATEMENTS_DISAGREE']);

export type ReconciliationLine = {
  readonly kind: ReconciliationLineKind;
  /** More than 0: money that came. */
  readonly amountCents: number;
  readonly bankEntryId: string | null;
  readonly journalEntryId: string | null;
  /** As the bank names the entry, or the journal its piece. */
  readonly reference: string | null;
  readonly counterparty: string | null;
  readonly text: string | null;
  readonly rule: string | null;
};

export type ReconciledDay = {
  readonly day: string;
  /** Null where no statement covers the day. */
  readonly openingCents: number | null;
  /** On the bank account of the journals. */
  readonly bookedCents: number;
  /** What is not booked, with what rules ignore. */
  readonly unbookedCents: number;
  readonly ignoredCents: number;
  readonly closingCents: number | null;
  readonly differenceCents: number;
  readonly lines: readonly ReconciliationLine[];
};

export const noLine: Omit<ReconciliationLine, 'kind' | 'amountCents'> = {
  ...{ bankEntryId: null, journalEntryId: null, reference: null, counterparty: null, text: null, rule: null },
};

export type DayBalances = {
  readonly openingCents: number;
  readonly closingCents: number;
  /** Of the statement that covers the day: its balance is of this day. */
  readonly lastDay: string;
  readonly notes: readonly ReconciliationLine[];
};

type Known = StatementBalances & { readonly openingCents: number; readonly closingCents: number };

/**
 * The balances of a day by the statements that cover it; null where none does. They may come in any order, in several
 * formats, and cover several days. A day looks at its own statements alone.
 * @param movedBetween what the known entries of the account moved from one day to another, both included
 */
export function balancesOf(
  statements: readonly StatementBalances[],
  movedBetween: (from: string, to: string) => number,
): (day: string) => DayBalances | null {
  const known = statements.filter((one): one is Known => one.openingCents !== null && one.closingCents !== null);
  const ends: EndOfDay[] = [];
  const byLastDay = [...Map.groupBy(known, ({ lastDay }) => lastDay)];
  for (const [day, ending] of byLastDay.toSorted(([one], [other]) => (one < other ? -1 : 1)))
    ends.push({ day, ...endOf(distinct(ending), ends.at(-1)) });
  const endOn = new Map(ends.map((end) => [end.day, end]));
  const ofSeveralDays = known.filter(({ firstDay, lastDay }) => firstDay < lastDay);
  return (day) =>
    balancesOfDay(day, {
      end: endOn.get(day),
      spanning: ofSeveralDays.find(({ firstDay, lastDay }) => firstDay <= day && day < lastDay),
      before: ends.findLast((end) => end.day < day),
      movedBetween,
    });
}

/** What the statements that end on a day say together. */
type EndOfDay = { readonly day: string; readonly first: Known; readonly last: Known; readonly agree: boolean };

type AroundDay = {
  readonly end: EndOfDay | undefined;
  readonly spanning: Known | undefined;
  /** Of the last day before that has any. */
  readonly before: EndOfDay | undefined;
  readonly movedBetween: (from: string, to: string) => number;
};

function balancesOfDay(day: string, { end, spanning, before, movedBetween }: AroundDay): DayBalances | null {
  const { first, last } = end ?? { first: spanning, last: spanning };
  if (!first || !last) return null;
  const begin = before && before.day >= first.firstDay ? addDays(before.day, 1) : first.firstDay;
  const openingCents = first.openingCents + (begin < day ? movedBetween(begin, addDays(day, -1)) : 0);
  const closingCents = last.lastDay === day ? last.closingCents : openingCents + movedBetween(day, day);
  const gapCents = before && begin >= dayOf(day, first) ? first.openingCents - before.last.closingCents : 0;
  const note = (kind: ReconciliationLineKind, amountCents: number): ReconciliationLine => ({
    ...noLine,
    kind,
    amountCents,
  });
  const notes = [
    ...(gapCents === 0 ? [] : [note('STATEMENT_MISSING', gapCents)]),
    ...(end?.agree === false ? [note('STATEMENTS_DISAGREE', 0)] : []),
  ];
  return { openingCents, closingCents, lastDay: last.lastDay, notes };
}

/** Only the first day of a statement can follow a missing one. */
const dayOf = (day: string, { firstDay }: StatementBalances): string => (firstDay < day ? firstDay : day);

/**
 * The same statement in another format is no other statement, nor is one that the bank sent again under another number
 * and the same id. Of two with a number, each has its own.
 */
function distinct(statements: readonly Known[]): readonly Known[] {
  const pairOf = ({ openingCents, closingCents }: Known): string => `${openingCents} ${closingCents}`;
  const numbered = new Set(statements.filter(({ number }) => number !== null).map(pairOf));
  const seen = new Set<string>();
  return statements.filter((one) => {
    const { number, statementId } = one;
    const balances = pairOf(one);
    if (number === null && numbered.has(balances)) return false;
    const names = number === null ? [balances] : [`${balances} ${number}`, `${balances} id ${statementId}`];
    const isNew = names.every((name) => !seen.has(name));
    for (const name of names) seen.add(name);
    return isNew;
  });
}

/** Statements of one day, each beginning where the one before it ends. If they do not, the last one that came counts. */
function endOf(ending: readonly Known[], before: EndOfDay | undefined): Omit<EndOfDay, 'day'> {
  const inOrder = ending.toSorted((one, other) => (one.number ?? 0) - (other.number ?? 0));
  const chain = chainOf(inOrder, before?.last.closingCents);
  const first = inOrder.find(({ openingCents }) => openingCents === chain?.openingCents);
  const last = inOrder.findLast(({ closingCents }) => closingCents === chain?.closingCents);
  if (first && last) return { first, last, agree: true };
  const latest = ending.at(-1);
  assert(latest, 'a statement ends on the day');
  return { first: latest, last: latest, agree: false };
}

/**
 * Where a chain of all statements begins and ends; null where there is none. It is Euler's trail from balance to balance:
 * as many statements end with a balance as begin with it, but for the two ends, and all can be reached from the first.
 */
function chainOf(
  inOrder: readonly Known[],
  closedBefore: number | undefined,
): Pick<Known, 'openingCents' | 'closingCents'> | null {
  const beginning = Map.groupBy(inOrder, ({ openingCents }) => openingCents);
  const surplus = new Map([...beginning].map(([cents, { length }]) => [cents, length]));
  for (const { closingCents } of inOrder) surplus.set(closingCents, (surplus.get(closingCents) ?? 0) - 1);
  const uneven = [...surplus].filter(([, count]) => count !== 0);
  const [opening, closing] = [1, -1].map((wanted) => uneven.find(([, count]) => count === wanted)?.[0]);
  // If the day ends where it began, each follows another one.
  const follows = closedBefore !== undefined && beginning.has(closedBefore) ? closedBefore : inOrder[0]?.openingCents;
  const openingCents = opening ?? follows;
  if (openingCents === undefined || uneven.length !== (closing === undefined ? 0 : 2)) return null;
  const reached = new Set([openingCents]);
  for (const cents of reached) for (const { closingCents } of beginning.get(cents) ?? []) reached.add(closingCents);
  const isWhole = inOrder.every((one) => reached.has(one.openingCents));
  return isWhole ? { openingCents, closingCents: closing ?? openingCents } : null;
}
