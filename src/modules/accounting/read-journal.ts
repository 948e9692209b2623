import { setImmediate } from 'node:timers/promises';
import { type Caller, holds, requirePower, runModesOf } from '../../kernel/caller.ts';
import { type Issue, NotAllowedError, refuseIssues } from '../../kernel/errors.ts';
import { problemsOfPeriod, type Range } from '../../kernel/given-values.ts';
import { isIdOf } from '../../kernel/identifiers.ts';
import { addDays, type CalendarDate } from '../../kernel/sepa/target-calendar.ts';
import { walkPages } from '../../kernel/walk-pages.ts';
import { shownOfEachPayment } from '../payments/read-payments.ts';
import {
  type AccountTotal,
  type Books,
  daysBetween,
  type JournalEntry,
  type JournalQuery,
  type PostedEntry,
} from './journal.ts';
import type { Services, Store } from './ports.ts';

/**
 * The books of a société are for its back office. Reading needs the scope `accounting`, the société, and the run mode
 * of the books. They hold money of every origin and target.
 * @throws NotAllowedError
 */
export function checkMayReadBooks(
  services: Pick<Services, 'settings'>,
  caller: Caller,
  { idSociete, runMode }: Books,
): void {
  const { societes } = caller;
  requirePower(caller, 'accounting', 'see the journal');
  if (societes !== null && !societes.has(idSociete)) {
    throw new NotAllowedError('This client may not use this idSociete.', ['idSociete']);
  }
  if (!runModesOf(services, caller).includes(runMode)) {
    throw new NotAllowedError(`This client may not see what is ${runMode}.`, ['runMode']);
  }
}

export function maySeeBooks(services: Pick<Services, 'settings'>, caller: Caller, books: Books): boolean {
  try {
    checkMayReadBooks(services, caller, books);
    return true;
  } catch (error) {
    if (error instanceof NotAllowedError) return false;
    throw error;
  }
}

/** Null for an unknown entry, and for one in books that the caller may not see. */
export async function readJournalEntry(
  services: Pick<Services, 'settings'> & { readonly store: Pick<Store, 'journalEntry'> },
  caller: Caller,
  id: string,
): Promise<JournalEntry | null> {
  const entry = isIdOf('jrn', id) ? await services.store.journalEntry(id) : null;
  return entry && maySeeBooks(services, caller, entry) ? entry : null;
}

/** The newest entries about payments that the caller sees. None in books that it may not see. */
export async function journalEntriesOfPayments(
  services: Pick<Services, 'settings'> & { readonly store: Pick<Store, 'journalEntriesOfPayments'> },
  caller: Caller,
  paymentIds: readonly string[],
): Promise<readonly JournalEntry[]> {
  if (!holds(caller, 'accounting')) return [];
  const entries = await services.store.journalEntriesOfPayments(paymentIds, shownOfEachPayment);
  return entries.filter((entry) => maySeeBooks(services, caller, entry));
}

type ListReads = Pick<Store, 'journalEntries' | 'hasManyLines' | 'lastBookedDay' | 'entryBefore' | 'lineBefore'>;

/** In the order of `JournalReads.journalEntries`. @throws NotAllowedError */
export async function listJournalEntries(
  services: Pick<Services, 'settings'> & { readonly store: ListReads },
  caller: Caller,
  query: JournalQuery,
): Promise<readonly JournalEntry[]> {
  checkMayReadBooks(services, caller, query);
  const { store } = services;
  const { account, date, ids, paymentIds, paymentId, number } = query;
  const isNarrow = [ids, paymentIds, paymentId, number].some((one) => one !== null && one !== undefined);
  if (isNarrow || account === null || account === undefined) return store.journalEntries(query);
  if (!(await store.hasManyLines(account))) return store.journalEntries({ ...query, looksUpAccount: true });
  return date ? listDayByDay(store, query, date) : listInTurns(store, query, account);
}

/**
 * However few entries an account of many lines has in a span, no statement goes along more than those of one day, and
 * others have their turn after each.
 */
async function listDayByDay(
  store: ListReads,
  query: JournalQuery,
  { from, to }: Range<CalendarDate>,
): Promise<readonly JournalEntry[]> {
  const found: JournalEntry[] = [];
  const [last = latestDay] = [to, query.beforeDate ?? null].filter((day) => day !== null).toSorted();
  for (let until = last; found.length < query.limit; ) {
    const day = await store.lastBookedDay(query, until);
    if (day === null || (from !== null && day < from)) break;
    const ofDay = { ...query, date: { from: day, to: day }, limit: query.limit - found.length };
    found.push(...(await store.journalEntries(ofDay)));
    until = addDays(day, -1);
    await setImmediate();
  }
  return found;
}

const entriesOfTurn = 5000;

/**
 * The same without days, by turns along the entries of the books and along the lines of the account: an account that is
 * rare in large books has few lines, or these books are few among its own. The shorter way ends first.
 */
async function listInTurns(store: ListReads, query: JournalQuery, account: string): Promise<readonly JournalEntry[]> {
  const walks = [
    walkInTurns(store, query, (beforeId) => store.entryBefore(query, beforeId, entriesOfTurn)),
    walkInTurns(store, { ...query, looksUpAccount: true }, (beforeId) =>
      store.lineBefore(account, beforeId, entriesOfTurn),
    ),
  ];
  for (;;) {
    for (const walk of walks) {
      const turn = await walk.next();
      if (turn.done) return turn.value;
      await setImmediate();
    }
  }
}

/** No statement goes along more than a turn. @returns the page, once it is full or the walk is at its end */
async function* walkInTurns(
  store: ListReads,
  query: JournalQuery,
  oldestOfTurn: (beforeId: string | null) => Promise<string | null>,
): AsyncGenerator<void, readonly JournalEntry[], void> {
  const found: JournalEntry[] = [];
  for (let { beforeId } = query; ; yield) {
    const fromId = await oldestOfTurn(beforeId);
    const ofTurn = { ...query, beforeId, fromId, limit: query.limit - found.length };
    found.push(...(await store.journalEntries(ofTurn)));
    if (found.length >= query.limit || fromId === null) return found;
    beforeId = fromId;
  }
}

const latestDay: CalendarDate = '9999-12-31';

export type TrialBalance = {
  readonly from: string;
  readonly to: string;
  /** In the order of the accounts. */
  readonly accounts: readonly AccountTotal[];
  readonly debitCents: number;
  readonly creditCents: number;
  /** Whether every entry of these books has its number: one that has none is not counted. */
  readonly isComplete: boolean;
};

export type Period = { readonly from: string; readonly to: string };

/** Three exercises: enough to compare years. */
const longestPeriodDays = 1100;
/** Then others have their turn. */
const daysPerTurn = 30;

/**
 * The sums of each account in a period, both days included. Added up day by day, so that a year's lines never delay the
 * database or this process.
 * @throws NotAllowedError, InvalidInputError
 */
export async function readTrialBalance(
  services: Pick<Services, 'settings'> & { readonly store: Pick<Store, 'accountTotals' | 'hasDueEntry'> },
  caller: Caller,
  books: Books,
  period: Period,
): Promise<TrialBalance> {
  checkMayReadBooks(services, caller, books);
  return trialBalance(services, books, period);
}

/** @throws InvalidInputError for an invalid period, or one that is too long. */
export async function trialBalance(
  { store }: { readonly store: Pick<Store, 'accountTotals' | 'hasDueEntry'> },
  books: Books,
  { from, to }: Period,
): Promise<TrialBalance> {
  refuseIssues(problemsOfBooks({ from, to }));
  const waits = () => store.hasDueEntry(books, to);
  // An entry that waits now may get its number while its day is already added up.
  const waited = await waits();
  const totals = new Map<string, AccountTotal>();
  let days = 0;
  for (const day of daysBetween(from, to)) {
    if (++days % daysPerTurn === 0) await setImmediate();
    for (const one of await store.accountTotals(books, day)) {
      const sum = totals.get(one.account) ?? { debitCents: 0, creditCents: 0 };
      const debitCents = sum.debitCents + one.debitCents;
      totals.set(one.account, { ...one, debitCents, creditCents: sum.creditCents + one.creditCents });
    }
  }
  const accounts = [...totals.values()].sort((one, other) => (one.account < other.account ? -1 : 1));
  return {
    from,
    to,
    accounts,
    debitCents: accounts.reduce((sum, { debitCents }) => sum + debitCents, 0),
    creditCents: accounts.reduce((sum, { creditCents }) => sum + creditCents, 0),
    isComplete: !waited && !(await waits()),
  };
}

/** What is wrong with a period of the books. */
export const problemsOfBooks = (period: Period): Issue[] => problemsOfPeriod(period, longestPeriodDays);

const entriesPerPage = 500;

/** Every posted entry of an exercise, in the order of posting, a page at a time. */
export const walkPostedEntries = (
  { store }: { readonly store: Pick<Store, 'postedEntries'> },
  books: Books & { readonly exercise: number },
): AsyncGenerator<readonly PostedEntry[], void> =>
  walkPages(
    entriesPerPage,
    0,
    (after, limit) => store.postedEntries(books, after, limit),
    ({ posting }) => posting.position,
  );
