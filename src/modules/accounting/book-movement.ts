import assert from 'node:assert/strict';
import { OperationNotPossibleError } from '../../kernel/errors.ts';
import { factOf } from '../../kernel/stored-facts.ts';
import { type BankEntryRecord, isOfMove, undoneBy } from '../bank-statements/bank-import.ts';
import type { Suspense } from '../bank-statements/ports.ts';
import type { PaymentEvent } from '../payments/events/payment-event.ts';
import type { Payment } from '../payments/payment.ts';
import type { EventEffect } from '../payments/ports.ts';
import { entryOfMovement } from './entry-of-movement.ts';
import { type Books, isUndone, type JournalEntry } from './journal.ts';
import { isIncoming, type MoneyMovement, moneyMovementOf, movementKind } from './money-movement.ts';
import type { Transaction } from './ports.ts';
import { countTaken, moneyToTake, rulesToBook, type SuspenseServices } from './suspense-account.ts';

export type BookingServices = Pick<SuspenseServices, 'rulesOf' | 'identifiers'> & {
  readonly suspense: Pick<Suspense<Transaction>, 'releasePart'>;
};

/**
 * Writes the journal entry of each event that moves money, in the event's own transaction. For all other events, which
 * are nearly all, it costs a comparison. The entry has no number yet. Numbers without gaps are given one after the
 * other, and payments do not wait for that.
 */
export const bookMovements =
  (services: BookingServices): EventEffect<Transaction> =>
  (payment, event) => {
    const movement = moneyMovementOf(payment, event);
    if (movement === null) return null;
    return async (transaction) => {
      if (factOf(event.data, 'cause') === 'REVIEW') await refuseReversed(transaction, payment, movement);
      await bookMovement(services, transaction, payment, event, movement);
    };
  };

/**
 * A person undoes what the last entry of the payment says. Where accounting has reversed that entry, the books have it
 * already, and would have it twice.
 */
async function refuseReversed(transaction: Transaction, { id }: Payment, { kind }: MoneyMovement): Promise<void> {
  const last = isIncoming(kind)
    ? (await transaction.journalEntriesOf(id)).findLast((entry) => entry.kind === 'RETURNED')
    : await incomingEntry(transaction, id);
  if (!last || !(await isUndone(transaction, last.id))) return;
  const message = 'Accounting has reversed the entry of this money: reverse that reversal first.';
  throw new OperationNotPossibleError(message, ['status']);
}

export async function bookMovement(
  services: BookingServices,
  transaction: Transaction,
  payment: Payment,
  event: PaymentEvent,
  moved: MoneyMovement,
): Promise<void> {
  const { identifiers, suspense: inSuspense } = services;
  const movement = { ...moved, feeCents: moved.feeCents - (await feeTakenBack(transaction, moved, event)) };
  const books = { idSociete: payment.idSociete, runMode: payment.effectiveRunMode };
  const rules = rulesToBook(services, books);
  const original = isIncoming(movement.kind) ? null : await incomingEntry(transaction, payment.id);
  const id = identifiers.newId('jrn');
  const suspense = isIncoming(movement.kind)
    ? await suspenseOfMoney(inSuspense, transaction, books, { event, movement })
    : original?.clears
      ? await transaction.journalEntry(original.clears)
      : null;
  const isOfSurplus = await isMoveOfSurplus(transaction, payment, event);
  const cameBySurplus = original !== null && (await wasMoveOfSurplus(transaction, payment, original));
  const entry = entryOfMovement({
    ...{ id, rules, payment, event, movement, original, suspense, isOfSurplus, cameBySurplus },
  });
  if (entry.clears !== null) countTaken(transaction, entry);
  if (await transaction.insertJournalEntry(entry)) return;
  // The original was reversed before, but the money moved all the same.
  const isWritten = await transaction.insertJournalEntry({ ...entry, reverses: null });
  assert(isWritten, 'an entry that undoes no other is written');
}

type Entries = Pick<Transaction, 'bankEntry'>;

async function bankEntryOf(transaction: Entries, { data }: PaymentEvent): Promise<BankEntryRecord | null> {
  const id = factOf(data, 'bankEntry');
  return id === null ? null : transaction.bankEntry(id);
}

/** The charge of an entry that was undone: it was booked as a fee, and the bank never took it. */
async function feeTakenBack(transaction: Entries, { kind }: MoneyMovement, event: PaymentEvent): Promise<number> {
  const bankEntry = kind === 'RETURNED' ? await bankEntryOf(transaction, event) : null;
  const undone = bankEntry && undoneBy(bankEntry);
  return (undone && (await transaction.bankEntry(undone))?.chargesCents) || 0;
}

/** Whether the surplus of one transfer pays another by it. */
async function isMoveOfSurplus(transaction: Entries, { flow }: Payment, event: PaymentEvent): Promise<boolean> {
  const bankEntry = flow === 'BANK_TRANSFER' ? await bankEntryOf(transaction, event) : null;
  return bankEntry !== null && isOfMove(bankEntry);
}

async function wasMoveOfSurplus(transaction: Transaction, payment: Payment, { event }: JournalEntry): Promise<boolean> {
  const [found] = event ? await transaction.eventsOf(payment.id, event.sequence - 1, 1) : [];
  return found !== undefined && (await isMoveOfSurplus(transaction, payment, found));
}

/**
 * The entry that put this event's money into suspense, if it is still there. Sociétés may share an account. In another
 * société's books the movement's part only goes back to the bank, because here it comes from there. So does a rest that
 * is less than the movement.
 */
async function suspenseOfMoney(
  { releasePart }: BookingServices['suspense'],
  transaction: Transaction,
  { idSociete, runMode }: Books,
  { event, movement }: { readonly event: PaymentEvent; readonly movement: MoneyMovement },
): Promise<JournalEntry | null> {
  const bankEntry = factOf(event.data, 'bankEntry');
  // Nearly all money is in no suspense: it takes no lock.
  if (bankEntry === null || (await transaction.suspenseOf(bankEntry))?.kind !== 'SUSPENSE') return null;
  const kept = await moneyToTake(transaction, bankEntry);
  if (kept === null || kept.remainingCents <= 0) return null;
  const { amountCents, surplusCents, feeCents } = movement;
  const netCents = amountCents + surplusCents - feeCents;
  const isOfBooks = kept.entry.idSociete === idSociete && kept.entry.runMode === runMode;
  if (isOfBooks && netCents <= kept.remainingCents) return kept.entry;
  await releasePart(transaction, bankEntry, netCents);
  return null;
}

/** The last entry that booked the payment's money. An entry of a surplus alone comes after it and does not count. */
async function incomingEntry(transaction: Transaction, paymentId: string): Promise<JournalEntry | null> {
  const entries = (await transaction.journalEntriesOf(paymentId)).filter(({ kind }) =>
    movementKind.names.some((name) => name === kind && isIncoming(name)),
  );
  const accountsOf = ({ lines: [, ...others] }: JournalEntry): readonly string[] =>
    others.flatMap(({ account, creditCents }) => (creditCents > 0 ? [account] : []));
  const [first] = entries;
  const [customer] = first ? accountsOf(first) : [];
  return entries.findLast((entry) => accountsOf(entry).some((account) => account === customer)) ?? null;
}
