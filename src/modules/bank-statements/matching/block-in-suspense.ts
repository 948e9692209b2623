import { returnedOn } from '../../direct-debits/batches/debit-failure.ts';
import type { Payment } from '../../payments/payment.ts';
import type { BankEntryRecord } from '../bank-import.ts';
import type { Services, Transaction } from '../ports.ts';
import type { Booking } from './bank-booking.ts';
import { cameBackUnpaid, debitsIn } from './debits-of-block.ts';
import { lastPaid } from './paying-presentation.ts';

/**
 * The money of a block waits in suspense, and the bank takes a debit of it back. The books have the credit, so they have
 * the return too: it is taken out of suspense on the day of the bank. The payment itself was never booked.
 */

type Keeping = Pick<Services, 'suspense'>;

/** @param bookedOn the day of the return */
export async function takeReturnOut(
  { suspense }: Keeping,
  transaction: Transaction,
  payment: Payment,
  { endToEndId, entry: { bookedOn } }: Booking,
): Promise<void> {
  let leftCents = payment.amountCents;
  for (const { id } of await waitingFor(transaction, payment, endToEndId)) {
    const cents = Math.min(leftCents, Math.max(0, (await suspense.remaining(transaction, id)) ?? 0));
    await suspense.releasePart(transaction, id, cents, bookedOn);
    leftCents -= cents;
  }
}

/** The same for the debits that came back before their block was credited. An entry before this one has them already. */
export async function takeEarlierReturnsOut(
  { suspense }: Keeping,
  transaction: Transaction,
  { id, blockId }: BankEntryRecord,
): Promise<void> {
  if (blockId === null) return;
  const [first] = await transaction.waitingEntriesOfBlock(blockId);
  if (first?.id !== id) return;
  for await (const payment of returnedUnpaid(transaction, blockId)) {
    await suspense.releasePart(transaction, id, payment.amountCents, await returnedOn(transaction, payment));
  }
}

/** The debit was credited alone, as is known now: its return is of that money, and the block keeps its own. */
export async function putReturnBack(
  { suspense }: Keeping,
  transaction: Transaction,
  payment: Payment,
  { endToEndId }: Booking,
): Promise<void> {
  const day = await returnedOn(transaction, payment);
  let leftCents = payment.amountCents;
  for (const { id, blockId, amountCents, chargesCents } of await waitingFor(transaction, payment, endToEndId)) {
    const keptCents = await suspense.remaining(transaction, id);
    if (keptCents === null || blockId === null) continue;
    let missingCents = amountCents - chargesCents - keptCents;
    for await (const other of returnedUnpaid(transaction, blockId)) missingCents -= other.amountCents;
    const cents = Math.min(leftCents, missingCents);
    if (cents <= 0) continue;
    await suspense.putBack(transaction, id, cents, day);
    leftCents -= cents;
  }
}

/** The money of the debit's block that could not be placed. */
async function waitingFor(
  transaction: Transaction,
  { id }: Payment,
  endToEndId: string | null,
): Promise<readonly BankEntryRecord[]> {
  const named = endToEndId === null ? null : await transaction.directDebitByEndToEndId(endToEndId);
  const debit = named?.paymentId === id ? named : await transaction.directDebitOf(id);
  return debit?.blockId ? transaction.waitingEntriesOfBlock(debit.blockId) : [];
}

async function* returnedUnpaid(transaction: Transaction, blockId: string): AsyncGenerator<Payment> {
  for await (const { paymentId } of debitsIn(transaction, blockId)) {
    const payment = await transaction.paymentById(paymentId);
    if (payment === null || !(await cameBackUnpaid(transaction, payment))) continue;
    if ((await lastPaid(transaction, payment)) === null) yield payment;
  }
}
