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
  const read = (after: string, limit: number) => store.suspenseEntries(books, after, limit);
  // Most are settled: these are not read.
  for await (const { id, isSettled } of walkItems(entriesPerPage, '', read, (one) => one.id)) {
    if (isSettled || (await isUndone(store, id))) continue;
    const entry = await store.journalEntry(id);
    assert(entry?.bankEntryId, 'money in suspense came by an entry of the bank');
    const remaining = await remainingOf(store, entry);
    if (remaining === 0) continue;
    const [exception] = await store.bankExceptionsOf(entry.bankEntryId);
    const [first] = entry.lines;
    assert(first, 'an entry has lines');
    const sign = first.debitCents > 0 ? 1 : -1;
    yield { entry, remainingCents: sign * remaining, exception: exception ?? null };
  }
}

const listedAtMost = 200;

/** The first ones, and whether there are others. @throws NotAllowedError */
export async function readSuspense(
  services: Pick<Services, 'settings'> & { readonly store: SuspenseReads },
  caller: Caller,
  books: Books,
): Promise<{ readonly money: readonly HeldMoney[]; readonly isMore: boolean }> {
  checkMayReadBooks(services, caller, books);
  const money: HeldMoney[] = [];
  for await (const one of listSuspense(services, books)) {
    if (money.length === listedAtMost) return { money, isMore: true };
    money.push(one);
  }
  return { money, isMore: false };
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
