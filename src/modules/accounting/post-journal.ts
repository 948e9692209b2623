import assert from 'node:assert/strict';
import { type AccountingRules, bookingDay, exerciseOf, firstOpenDay } from '../../kernel/accounting-rules.ts';
import { type CalendarDate, parisDateOf } from '../../kernel/sepa/target-calendar.ts';
import { type PostedDayReads, whyHeld } from './exercises.ts';
import type { Books, JournalEntry, Posting } from './journal.ts';
import { entryHash } from './journal-chain.ts';
import type { Store, Transaction } from './ports.ts';

export type PostingServices = {
  readonly store: PostedDayReads & Pick<Store, 'transact' | 'waitingBooks' | 'hasDueEntry'>;
  readonly clock: () => number;
  /** Null for a société that the config does not name. */
  readonly rulesOf: (books: Books) => AccountingRules | null;
  /** Entries of these books are due and wait for their numbers. */
  readonly onHeld?: (books: Books, why: string) => void;
};

const entriesPerTransaction = 50;

/**
 * Posts waiting entries: gives each its number in the journal and its place in the chain, oldest first. One poster at a
 * time numbers in its own transaction, so that no failure leaves a gap. It runs apart from the payments' transactions,
 * which would otherwise queue for the next number.
 * @returns how many were posted
 */
export async function postJournal(
  services: PostingServices,
  goesOn: () => Promise<boolean> = async () => true,
): Promise<number> {
  const { store, clock } = services;
  let posted = 0;
  const faults: unknown[] = [];
  // Books with more entries have their next turn after all others.
  const turns: Turn[] = (await store.waitingBooks()).map((books) => ({ books, afterId: '' }));
  for (const turn of turns) {
    const today = parisDateOf(clock());
    if (!(await store.hasDueEntry(turn.books, today, turn.afterId))) continue;
    if ((await rulesToPost(services, store, turn.books, today)) === null) continue;
    if (!(await goesOn())) break;
    try {
      const entries = await store.transact((transaction) => postBatch(services, transaction, turn));
      posted += entries.length;
      const last = entries.at(-1);
      if (last && entries.length === entriesPerTransaction) turns.push({ ...turn, afterId: last.id });
    } catch (fault) {
      // The other books still have their turn.
      faults.push(fault);
    }
  }
  if (faults.length > 0) throw faults[0];
  return posted;
}

type Turn = { readonly books: Books; readonly afterId: string };

/** Null where no entry of the books may get its number: all wait together, and none of them is read. */
async function rulesToPost(
  { rulesOf, onHeld }: PostingServices,
  reads: PostedDayReads,
  books: Books,
  today: CalendarDate,
): Promise<AccountingRules | null> {
  const rules = rulesOf(books);
  const why = await whyHeld(reads, books, rules, today);
  if (why !== null) onHeld?.(books, why);
  // A closed period may move all of them to a day that has not come.
  return rules !== null && why === null && firstOpenDay(rules, today) <= today ? rules : null;
}

/** How far this transaction has come in the chains of the exercises and in the numbers of their journals. */
type Heads = {
  readonly chains: Map<number, Pick<Posting, 'position' | 'hash'> | null>;
  readonly numbers: Map<string, number>;
};

/** @returns what was posted */
async function postBatch(
  services: PostingServices,
  transaction: Transaction,
  { books, afterId }: Turn,
): Promise<readonly JournalEntry[]> {
  // Before anything is read, so that what is read is what the last poster left.
  await transaction.lockPosting();
  // After the wait: at midnight an exercise may close.
  const now = services.clock();
  const today = parisDateOf(now);
  const rules = await rulesToPost(services, transaction, books, today);
  if (rules === null) return [];
  const entries = await transaction.dueEntries(books, { until: today, afterId, limit: entriesPerTransaction });
  const heads: Heads = { chains: new Map(), numbers: new Map() };
  for (const entry of entries) {
    const date = bookingDay(rules, entry.date, today);
    await postEntry(transaction, heads, { ...entry, date, exercise: exerciseOf(rules, date) }, now);
  }
  return entries;
}

async function postEntry(
  transaction: Transaction,
  { chains, numbers }: Heads,
  entry: JournalEntry,
  now: number,
): Promise<void> {
  const { idSociete, runMode, journal, date, exercise } = entry;
  const books = { idSociete, runMode, exercise };
  const series = JSON.stringify([exercise, journal.code]);
  const last = chains.get(exercise) ?? (await transaction.lastPosting(books));
  const lastNumber = numbers.get(series) ?? (await transaction.lastNumber({ ...books, journalCode: journal.code }));
  const place = {
    position: (last?.position ?? 0) + 1,
    number: lastNumber + 1,
    postedAt: now,
    previousHash: last?.hash ?? null,
  };
  const posting = { ...place, hash: entryHash(entry, place) };
  const isPosted = await transaction.postJournalEntry(entry.id, { ...posting, date, exercise });
  assert(isPosted, 'one poster at a time gives numbers');
  chains.set(exercise, posting);
  numbers.set(series, place.number);
}
