import { factOf } from '../../../kernel/stored-facts.ts';
import type { Presentation } from '../../direct-debits/batches/direct-debit.ts';
import { endToEndIdOf } from '../../direct-debits/batches/plan-direct-debit.ts';
import type { PaymentEvent } from '../../payments/events/payment-event.ts';
import { lastEventOf } from '../../payments/last-event.ts';
import type { Payment } from '../../payments/payment.ts';
import type { Reads } from '../ports.ts';
import type { Booking } from './bank-booking.ts';

/** Which presentation of a debit a booking is of, where several files had it. */

/** The presentation in a cancelled file that the booking names; with a payment, only one of its own. */
export async function collectedIn(
  reads: Pick<Reads, 'directDebitByEndToEndId'>,
  { endToEndId }: Pick<Booking, 'endToEndId'>,
  paymentId: string | null,
): Promise<Presentation | null> {
  const named = endToEndId === null ? null : await reads.directDebitByEndToEndId(endToEndId);
  if (named?.state !== 'WITHDRAWN' || named.batchId === null) return null;
  return paymentId === null || named.paymentId === paymentId ? named : null;
}

/**
 * Whether the payment's debit is in a file that the bank does not have: the file would still collect it, whatever came
 * otherwise. Money that names the debit shows that the bank has the file.
 */
export async function isInUnsentFile(
  reads: Reads,
  { direction, endToEndId }: Pick<Booking, 'direction' | 'endToEndId'>,
  { id }: Payment,
): Promise<boolean> {
  const debit = direction === 'CREDIT' ? await reads.directDebitOf(id) : null;
  if (debit?.state !== 'BATCHED' || debit.batchId === null || debit.endToEndId === endToEndId) return false;
  return (await reads.directDebitBatch(debit.batchId))?.status === 'CREATED';
}

/** Whether the payment's money came by another presentation, as far as is known: then a return of this one is not its. */
export async function mayBePaidByOther(
  reads: Reads,
  payment: Payment,
  { endToEndId, blockId }: Presentation,
): Promise<boolean> {
  if (!(await wasSentTwice(reads, payment))) return false;
  const paid = await lastPaid(reads, payment);
  const entryId = paid && factOf(paid.data, 'bankEntry');
  if (!entryId) return paid !== null;
  const entry = await reads.bankEntry(entryId);
  if (entry?.blockId) return entry.blockId !== blockId;
  // The credit of a debit of a cancelled file is an exception that has its id.
  return !(await reads.bankExceptionsOf(entryId)).some(({ details }) => details.endToEndId === endToEndId);
}

/**
 * Whether a return takes back a second credit of a paid debit, which waits in suspense: the money that paid it is still
 * there. Every other return, open or not, took another one back. The reason of the return proves nothing: a debtor who
 * was debited twice asks for one debit back as for any other.
 */
export async function isOfSecondCredit(
  reads: Reads,
  { endToEndId, identity, detail }: Booking,
  payment: Payment,
  returnedCents: number,
): Promise<boolean> {
  let credits = 0;
  let isWaiting = false;
  let cameAt = Number.POSITIVE_INFINITY;
  // The newest first.
  for (const exception of await reads.bankExceptionsOfPayments([payment.id], exceptionsAtMost)) {
    const { kind, status, entryId, details, direction, amountCents, openedAt, resolvedAt } = exception;
    const isOther = kind !== 'CONTRADICTION' || status === 'SETTLED' || details.endToEndId !== endToEndId;
    const entry = isOther || entryId === null ? null : await reads.bankEntry(entryId);
    // One that was applied is a person's matter for another reason.
    if (entry?.outcome !== 'EXCEPTION') continue;
    if (entry.identity === identity && entry.detail === detail) cameAt = openedAt;
    else if (direction === 'DEBIT') credits -= 1;
    else if (amountCents === returnedCents) {
      credits += 1;
      isWaiting ||= status === 'OPEN' || (resolvedAt ?? 0) >= cameAt;
    }
  }
  const paid = isWaiting && credits > 0 ? await lastPaid(reads, payment) : null;
  return paid !== null && factOf(paid.data, 'bankEntry') !== null;
}

/** No debit has more. */
export const exceptionsAtMost = 100;

/** The event that says that its money came, alone or with its block; null where none does. */
export const lastPaid = (reads: Reads, { id }: Payment): Promise<PaymentEvent | null> =>
  lastEventOf(reads, id, ({ type, status }) => type === 'STATUS_CHANGED' && status === 'PAID');

async function wasSentTwice(reads: Reads, payment: Payment): Promise<boolean> {
  const last = await reads.directDebitOf(payment.id);
  let sent = 0;
  for (let presentation = last?.presentation ?? 0; presentation > 0 && sent < 2; presentation -= 1) {
    const debit = await reads.directDebitByEndToEndId(endToEndIdOf(payment, presentation));
    if (debit?.batchId) sent += 1;
  }
  return sent > 1;
}
