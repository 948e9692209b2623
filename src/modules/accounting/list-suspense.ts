import assert from 'node:assert/strict';
import type { Caller } from '../../kernel/caller.ts';
import { walkItems } from '../../kernel/walk-pages.ts';
import type { BankException } from '../bank-statements/bank-import.ts';
import { type Books, isUndone, type JournalEntry } from './journal.ts';
import type { Services, Store } from './ports.ts';
import { checkMayReadBooks } from './read-journal.ts';
import { remainingOf } from './suspense-account.ts';

export type HeldMoney = {
  readonly entry: JournalEntry;
  /** Less than 0 where the bank took back an entry of its own. */
  readonly remainingCents: number;
  /** Why it could not be placed, and a person's decision. */
  readonly exception: BankException | null;
};

const entriesPerPage = 500;

type SuspenseReads = Pick<
  Store,
  'suspenseEntries' | 'journalEntry' | 'reversalOf' | 'clearedCents' | 'bankExceptionsOf'
>;

/**
 * The open suspense entries, oldest first. They include unplaced money of the books that a person dealt with elsewhere.
 */
export async function* listSuspense(
  { store }: { readonly store: SuspenseReads },
  books: Books,
): AsyncGenerator<HeldMoney> {
  for await (const open of openEntries(store, books)) yield withException(store, open);
}

type OpenEntry = { readonly id: string; readonly remainingCents: number };

async function* openEntries(store: SuspenseReads, books: Books): AsyncGenerator<OpenEntry> {
  const read = (after: string, limit: number) => store.suspenseEntries(books, after, limit);
  for await (const one of walkItems(entriesPerPage, '', read, ({ id }) => id)) {
    const remainingCents = one.remainingCents ?? (await addedUp(store, one.id));
    if (remainingCents !== 0) yield { id: one.id, remainingCents };
  }
}

/** A person undid this entry, or one that took money out of it. */
async function addedUp(store: SuspenseReads, id: string): Promise<number> {
  if (await isUndone(store, id)) return 0;
  const entry = await suspenseEntry(store, id);
  const [first] = entry.lines;
  assert(first, 'an entry has lines');
  return (first.debitCents > 0 ? 1 : -1) * (await remainingOf(store, entry));
}

async function withException(store: SuspenseReads, { id, remainingCents }: OpenEntry): Promise<HeldMoney> {
  const entry = await suspenseEntry(store, id);
  const [exception] = await store.bankExceptionsOf(entry.bankEntryId);
  return { entry, remainingCents, exception: exception ?? null };
}

async function suspenseEntry(
  store: SuspenseReads,
  id: string,
): Promise<JournalEntry & { readonly bankEntryId: string }> {
  const entry = await store.journalEntry(id);
  assert(entry?.bankEntryId, 'money in suspense came by an entry of the bank');
  return { ...entry, bankEntryId: entry.bankEntryId };
}

const listedAtMost = 200;

export type SuspenseSummary = {
  /** The oldest ones. */
  readonly money: readonly HeldMoney[];
  /** Of all, in cents. */
  readonly totalCents: number;
  /** How many are not listed. */
  readonly others: number;
};

/** @throws NotAllowedError */
export async function readSuspense(
  services: Pick<Services, 'settings'> & { readonly store: SuspenseReads },
  caller: Caller,
  books: Books,
): Promise<SuspenseSummary> {
  checkMayReadBooks(services, caller, books);
  const { store } = services;
  const money: HeldMoney[] = [];
  let [totalCents, others] = [0, 0];
  for await (const open of openEntries(store, books)) {
    totalCents += open.remainingCents;
    if (money.length < listedAtMost) money.push(await withException(store, open));
    else others++;
  }
  return { money, totalCents, others };
}

/** Who paid the money that entries put into suspense, as the bank names them, by the id of the entry. */
export async function payersOf(
  store: Pick<Store, 'bankExceptionsOfEntries'>,
  entries: readonly JournalEntry[],
): Promise<ReadonlyMap<string, string>> {
  const held = entries.flatMap(({ id, kind, bankEntryId }) =>
    kind === 'SUSPENSE' && bankEntryId !== null ? [{ id, bankEntryId }] : [],
  );
  const exceptions = await store.bankExceptionsOfEntries(held.map(({ bankEntryId }) => bankEntryId));
  const payerOf = new Map(exceptions.map(({ entryId, details }) => [entryId, details.counterparty]));
  return new Map(
    held.flatMap(({ id, bankEntryId }) => {
      const payer = payerOf.get(bankEntryId);
      return payer ? [[id, payer] as const] : [];
    }),
  );
}
