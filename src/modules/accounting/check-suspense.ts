import { movedCents } from '../bank-statements/bank-import.ts';
import { isOfCancelledBatch } from '../bank-statements/exceptions/bank-exceptions.ts';
import { walkExceptions } from '../bank-statements/exceptions/walk-exceptions.ts';
import { isKeptInSuspense } from '../bank-statements/matching/suspense-account.ts';
import type { Suspense } from '../bank-statements/ports.ts';
import { amountOf, type Books, type PostedEntry } from './journal.ts';
import type { Store, Transaction } from './ports.ts';
import { remainingOf } from './suspense-account.ts';

/** A broken invariant, in words without personal data. */
export type JournalProblem = string;

/** Checks that the entry agrees with the bank's entry, and that no more was taken out than put in. */
export async function problemsOfSuspense(
  store: Pick<Store, 'bankEntry' | 'clearedCents'>,
  entry: PostedEntry,
): Promise<readonly JournalProblem[]> {
  if (entry.bankEntryId === null) return [];
  const bankEntry = await store.bankEntry(entry.bankEntryId);
  if (bankEntry === null) return [`${entry.id}: there is no ${entry.bankEntryId}`];
  const { idSociete, runMode } = bankEntry;
  const tells = amountOf(entry.lines) === Math.abs(movedCents(bankEntry)) && entry.idSociete === idSociete;
  const isTooMuch = (await remainingOf(store, entry)) < 0;
  return [
    ...(tells && entry.runMode === runMode ? [] : [`${entry.id}: it is not what ${bankEntry.id} says`]),
    ...(isTooMuch ? [`${entry.id}: more was taken out of suspense than was put there`] : []),
  ];
}

/** For each unplaced entry of a statement, whether its money is in the books. */
export async function bookSuspense(
  { store, suspense }: { readonly store: Store; readonly suspense: Suspense<Transaction> },
  books: Books,
  booksMissing: boolean,
): Promise<{ readonly problems: readonly JournalProblem[]; readonly booked: number }> {
  const problems: JournalProblem[] = [];
  let booked = 0;
  const query = { status: null, kind: null, societes: [books.idSociete] };
  for await (const exception of walkExceptions(store, query)) {
    const { kind, status, runMode, entryId } = exception;
    if (entryId === null || status === 'SETTLED' || runMode !== books.runMode) continue;
    // What an entry tells of a batch is not what it is itself.
    if (isOfCancelledBatch(exception)) continue;
    const entry = await store.bankEntry(entryId);
    const isKept = entry?.outcome === 'EXCEPTION' && entry.ruled === null && isKeptInSuspense(kind, entry);
    if (!isKept || (await store.suspenseOf(entryId)) !== null || entry.amountCents === entry.chargesCents) continue;
    if (booksMissing) {
      await store.transact((transaction) => suspense.enter(transaction, entry));
      booked++;
    } else problems.push(`${entryId}: its money is not in the books`);
  }
  return { problems, booked };
}
