import assert from 'node:assert/strict';
import { walkItems } from '../../kernel/walk-pages.ts';
import type { BankException } from '../bank-statements/bank-import.ts';
import { type Books, isUndone, type JournalEntry } from './journal.ts';
import type { Store } from './ports.ts';
import { remainingOf } from './suspense-account.ts';

export type HeldMoney = {
  readonly entry: JournalEntry;
  /** Less than 0 where the bank took back an entry of its own. */
  readonly remainingCents: number;
  /** Why it could not be placed, and a person's decision. */
  readonly exception: BankException | null;
};

const entriesPerPage = 200;

/**
 * The open suspense entries, oldest first. They include unplaced money of the books that a person dealt with elsewhere.
 */
export async function* listSuspense(
  { store }: { readonly store: Pick<Store, 'suspenseEntries' | 'reversalOf' | 'clearingsOf' | 'bankExceptionsOf'> },
  books: Books,
): AsyncGenerator<HeldMoney> {
  const read = (after: string, limit: number) => store.suspenseEntries(books, after, limit);
  for await (const entry of walkItems(entriesPerPage, '', read, ({ id }) => id)) {
    if (entry.bankEntryId === null || entry.kind !== 'SUSPENSE' || (await isUndone(store, entry.id))) continue;
    const remaining = await remainingOf(store, entry);
    if (remaining === 0) continue;
    const [exception] = await store.bankExceptionsOf(entry.bankEntryId);
    const [first] = entry.lines;
    assert(first, 'an entry has lines');
    const sign = first.debitCents > 0 ? 1 : -1;
    yield { entry, remainingCents: sign * remaining, exception: exception ?? null };
  }
}

/** Who paid the money that entries put into suspense, as the bank names them, by the id of the entry. */
export async function payersOf(
  store: Pick<Store, 'bankExceptionsOf'>,
  entries: readonly JournalEntry[],
): Promise<ReadonlyMap<string, string>> {
  const payers = new Map<string, string>();
  for (const { id, kind, bankEntryId } of entries) {
    if (kind !== 'SUSPENSE' || bankEntryId === null) continue;
    const payer = (await store.bankExceptionsOf(bankEntryId)).at(-1)?.details.counterparty;
    if (payer) payers.set(id, payer);
  }
  return payers;
}
