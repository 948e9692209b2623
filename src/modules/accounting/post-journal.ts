import assert from 'node:assert/strict';
import { type AccountingRules, bookingDay, exerciseOf } from '../../kernel/accounting-rules.ts';
import { parisDateOf } from '../../kernel/sepa/target-calendar.ts';
import { whyHeld } from './exercises.ts';
import type { Books, JournalEntry, Posting } from './journal.ts';
import { entryHash } from './journal-chain.ts';
import type { Store, Transaction } from './ports.ts';

export type PostingServices = {
  readonly store: Pick<Store, 'transact' | 'dueEntries'>;
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
  const { store } = services;
  let posted = 0;
  const today = parisDateOf(services.clock());
  for (let after: string | null = ''; after !== null; ) {
    if ((await store.dueEntries({ until: today, afterId: after, limit: 1 })).length === 0 || !(await goesOn())) break;
    const behind: string = after;
    const batch: Batch = await store.transact((transaction) => postBatch(services, transaction, today, behind));
    posted += batch.posted;
    after = batch.lastId;
  }
  return posted;
}

/** `lastId`: the last entry that was looked at; null where none is left. */
type Batch = { readonly posted: number; readonly lastId: string | null };

/** How far this transaction has come in the chain of a books and in the numbers of its journals. */
type Heads = {
  readonly chains: Map<string, Pick<Posting, 'position' | 'hash'> | null>;
  readonly numbers: Map<string, number>;
  readonly held: Map<string, string | null>;
};

async function postBatch(
  { clock, rulesOf, onHeld }: PostingServices,
  transaction: Transaction,
  today: string,
  after: string,
): Promise<Batch> {
  // Before anything is read, so that what is read is what the last poster left.
  await transaction.lockPosting();
  const entries = await transaction.dueEntries({
    ...{ until: today, afterId: after },
    limit: entriesPerTransaction,
  });
  const heads: Heads = { chains: new Map(), numbers: new Map(), held: new Map() };
  let posted = 0;
  for (const entry of entries) {
    const rules = rulesOf(entry);
    const why = await whyHeldOf(transaction, heads, entry, rules, today);
    if (rules === null || why !== null) {
      if (why !== null) onHeld?.(entry, why);
      continue;
    }
    // A closed period may move an entry to a day that has not come.
    if (bookingDay(rules, entry.date, today) > today) continue;
    await postEntry(transaction, heads, entry, rules, clock());
    posted++;
  }
  return { posted, lastId: entries.length < entriesPerTransaction ? null : (entries.at(-1)?.id ?? null) };
}

async function whyHeldOf(
  transaction: Transaction,
  { held }: Heads,
  { idSociete, runMode }: Books,
  rules: AccountingRules | null,
  today: string,
): Promise<string | null> {
  const key = JSON.stringify([idSociete, runMode]);
  const known = held.get(key);
  if (known !== undefined) return known;
  const why = await whyHeld(transaction, { idSociete, runMode }, rules, today);
  held.set(key, why);
  return why;
}

async function postEntry(
  transaction: Transaction,
  { chains, numbers }: Heads,
  entry: JournalEntry,
  rules: AccountingRules,
  now: number,
): Promise<void> {
  const date = bookingDay(rules, entry.date, parisDateOf(now));
  const exercise = exerciseOf(rules, date);
  const { idSociete, runMode, journal } = entry;
  const books = { idSociete, runMode, exercise };
  const chain = JSON.stringify([idSociete, runMode, exercise]);
  const series = JSON.stringify([idSociete, runMode, exercise, journal.code]);
  const last = chains.get(chain) ?? (await transaction.lastPosting(books));
  const lastNumber = numbers.get(series) ?? (await transaction.lastNumber({ ...books, journalCode: journal.code }));
  const place = {
    position: (last?.position ?? 0) + 1,
    number: lastNumber + 1,
    postedAt: now,
    previousHash: last?.hash ?? null,
  };
  const posting = { ...place, hash: entryHash({ ...entry, date, exercise }, place) };
  const isPosted = await transaction.postJournalEntry(entry.id, { ...posting, date, exercise });
  assert(isPosted, 'one poster at a time gives numbers');
  chains.set(chain, posting);
  numbers.set(series, place.number);
}
