import { type AccountingRules, defaultAccountingRules } from '../../kernel/accounting-rules.ts';
import type { Identifiers } from '../../kernel/identifiers.ts';
import type { BankEntryRecord } from '../bank-statements/bank-import.ts';
import type { Suspense } from '../bank-statements/ports.ts';
import { entryOfRelease, entryOfRule, entryOfSuspense } from './entry-of-suspense.ts';
import { type Books, isUndone, type JournalEntry, type JournalReads } from './journal.ts';
import type { Transaction } from './ports.ts';

/** The suspense account of the books, see `Suspense`. A payment takes its money out of it, see `bookMovement`. */

export type SuspenseServices = {
  readonly clock: () => number;
  readonly identifiers: Identifiers;
  /** Null for a société that the config does not name. */
  readonly rulesOf: (books: Books) => AccountingRules | null;
};

/** Money is booked in any case. Without the société in the config, its entry waits for its number. */
export const rulesToBook = ({ rulesOf }: Pick<SuspenseServices, 'rulesOf'>, books: Books): AccountingRules =>
  rulesOf(books) ?? defaultAccountingRules;

export function createSuspense(services: SuspenseServices): Suspense<Transaction> {
  const { clock, identifiers } = services;
  const rulesOf = (books: Books): AccountingRules => rulesToBook(services, books);
  const bookingOf = (bankEntry: BankEntryRecord) => ({
    ...{ id: identifiers.newId('jrn'), rules: rulesOf(bankEntry), bankEntry, at: clock() },
  });
  return {
    enter: async (transaction, bankEntry) => {
      if (await transaction.suspenseOf(bankEntry.id)) return;
      const entry = entryOfSuspense(bookingOf(bankEntry));
      if (entry !== null) await transaction.insertJournalEntry(entry);
    },
    book: async (transaction, bankEntry, account) => {
      if (await transaction.suspenseOf(bankEntry.id)) return;
      const entry = entryOfRule(bookingOf(bankEntry), account);
      if (entry !== null) await transaction.insertJournalEntry(entry);
    },
    release: async (transaction, bankEntryId, returnedOn = null) => {
      if ((await moneyKept(transaction, bankEntryId)) === null) return;
      await lockSuspense(transaction, bankEntryId);
      const kept = await moneyKept(transaction, bankEntryId);
      if (kept === null || kept.remainingCents === 0) return;
      const { entry: suspense, remainingCents } = kept;
      const release = { id: identifiers.newId('jrn'), rules: rulesOf(suspense), at: clock() };
      await transaction.insertJournalEntry(entryOfRelease({ ...release, suspense, remainingCents, returnedOn }));
    },
    releasePart: async (transaction, bankEntryId, cents, returnedOn = null) => {
      const kept = await moneyToTake(transaction, bankEntryId);
      const remainingCents = Math.min(cents, kept?.remainingCents ?? 0);
      if (kept === null || remainingCents <= 0) return;
      const release = { id: identifiers.newId('jrn'), rules: rulesOf(kept.entry), at: clock(), returnedOn };
      const entry = entryOfRelease({ ...release, suspense: kept.entry, remainingCents });
      await transaction.insertJournalEntry(entry);
      countTaken(transaction, entry);
    },
    remaining: async (transaction, bankEntryId) => {
      if ((await transaction.suspenseOf(bankEntryId)) === null) return null;
      return (await moneyToTake(transaction, bankEntryId))?.remainingCents ?? null;
    },
  };
}

/** Of two that take money out at once the second waits here until the first has committed, and then sees what is left. */
export const lockSuspense = (transaction: Pick<Transaction, 'nextSequence'>, bankEntryId: string): Promise<number> =>
  transaction.nextSequence(`suspense of ${bankEntryId}`);

export type MoneyInSuspense = { readonly entry: JournalEntry; readonly remainingCents: number };

type Reads = Pick<JournalReads, 'suspenseOf' | 'reversalOf' | 'clearedCents'>;

/** Null where it was never in suspense, or a person undid the entry. */
export async function moneyInSuspense(reads: Reads, bankEntryId: string): Promise<MoneyInSuspense | null> {
  const kept = await moneyKept(reads, bankEntryId);
  return kept?.entry.kind === 'SUSPENSE' ? kept : null;
}

/** The same, or what a rule booked. */
async function moneyKept(reads: Reads, bankEntryId: string): Promise<MoneyInSuspense | null> {
  const entry = await reads.suspenseOf(bankEntryId);
  if (entry === null || (await isUndone(reads, entry.id))) return null;
  return { entry, remainingCents: await remainingOf(reads, entry) };
}

/**
 * What a transaction knows to be left, after so many turns at the lock. A block takes out a part for each of its debits:
 * to add up all parts again for each of them takes hours.
 */
const knownLeft = new WeakMap<Transaction, MoneyInSuspense & { readonly turn: number }>();

/** What can be taken out now; it is locked until the transaction ends. */
export async function moneyToTake(transaction: Transaction, bankEntryId: string): Promise<MoneyInSuspense | null> {
  const turn = await lockSuspense(transaction, bankEntryId);
  const known = knownLeft.get(transaction);
  // Another step of the transaction that changed what is left has taken a turn too.
  const isKnown = known?.entry.bankEntryId === bankEntryId && known.turn + 1 === turn;
  const left = isKnown ? known : await moneyInSuspense(transaction, bankEntryId);
  if (left !== null) knownLeft.set(transaction, { ...left, turn });
  return left;
}

/** Counts what an entry took out of the money that `moneyToTake` answered last. */
export function countTaken(transaction: Transaction, { lines }: Pick<JournalEntry, 'lines'>): void {
  const known = knownLeft.get(transaction);
  if (!known) return;
  const { account, debitCents, creditCents } = suspenseLine(known.entry);
  const taken = lines
    .filter((line) => line.account === account)
    .reduce((sum, line) => sum + line.debitCents - line.creditCents, 0);
  const remainingCents = known.remainingCents - Math.sign(creditCents - debitCents) * taken;
  knownLeft.set(transaction, { ...known, remainingCents });
}

/** The part of an entry's suspense that was not taken out; a negative sum is a fault in the books. */
export async function remainingOf(
  { clearedCents }: Pick<Reads, 'clearedCents'>,
  entry: Pick<JournalEntry, 'id' | 'lines'>,
): Promise<number> {
  const { account, debitCents, creditCents } = suspenseLine(entry);
  const keptCents = creditCents - debitCents;
  return Math.sign(keptCents) * (keptCents - (await clearedCents(entry.id, account)));
}

/** In such an entry the bank account comes first, then the suspense account. */
function suspenseLine({ id, lines }: Pick<JournalEntry, 'id' | 'lines'>) {
  const [, line] = lines;
  if (!line) throw new Error(`the entry ${id} has two lines`);
  return line;
}
