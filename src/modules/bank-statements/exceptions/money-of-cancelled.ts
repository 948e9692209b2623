import type { Presentation } from '../../direct-debits/batches/direct-debit.ts';
import type { BankException } from '../bank-import.ts';
import { collectedIn } from '../matching/paying-presentation.ts';
import type { Services, Transaction } from '../ports.ts';

/** A person's decisions about money of a cancelled batch that no rule could apply, and that waits in suspense. */

/** The presentation in a cancelled file whose credit contradicts the record; null for every other exception. */
export async function collectedByCancelled(
  reads: Parameters<typeof collectedIn>[0],
  { kind, direction, paymentId, details }: BankException,
): Promise<Presentation | null> {
  if (kind !== 'CONTRADICTION' || direction !== 'CREDIT' || paymentId === null) return null;
  return collectedIn(reads, details, { id: paymentId });
}

/**
 * Whether all money of the entry is in suspense, and so is of no payment. Of two decisions about one entry, the second
 * waits here.
 */
export async function isAllInSuspense(
  { suspense }: Pick<Services, 'suspense'>,
  transaction: Transaction,
  { entryId }: Pick<BankException, 'entryId'>,
): Promise<boolean> {
  const keptCents = entryId === null ? null : await suspense.remaining(transaction, entryId);
  const entry = entryId === null ? null : await transaction.bankEntry(entryId);
  return entry !== null && keptCents === entry.amountCents - entry.chargesCents;
}

/** Whether the debit is at the bank in a later file: that one may still pay it, or come back. */
export async function isSentAgain(
  transaction: Pick<Transaction, 'directDebitOf'>,
  { paymentId, endToEndId }: Presentation,
): Promise<boolean> {
  const last = await transaction.directDebitOf(paymentId);
  return last?.state === 'BATCHED' && last.endToEndId !== endToEndId;
}
