import { refuseInput } from '../../../kernel/errors.ts';
import type { Presentation } from '../../direct-debits/batches/direct-debit.ts';
import type { BankEntryRecord, BankException } from '../bank-import.ts';
import { collectedIn } from '../matching/paying-presentation.ts';
import type { Reads, Services, Transaction } from '../ports.ts';
import { isOfCancelledBatch } from './bank-exceptions.ts';

/** A person's decisions about money of a cancelled batch that no rule could apply, and that waits in suspense. */

/**
 * The presentation in a cancelled file whose credit contradicts the record; null for every other exception. Earlier
 * versions opened the exception without its payment, also where the debit is a part of the entry.
 */
export async function collectedByCancelled(
  reads: Pick<Reads, 'directDebitByEndToEndId' | 'bankEntry'>,
  { kind, direction, paymentId, entryId, details }: BankException,
): Promise<Presentation | null> {
  if (kind !== 'CONTRADICTION' || direction !== 'CREDIT') return null;
  const collected = await collectedIn(reads, details, paymentId);
  if (collected === null || paymentId !== null) return collected;
  const entry = entryId === null ? null : await reads.bankEntry(entryId);
  return entry?.amountCents === collected.amountCents ? collected : null;
}

/** Whether the bank named a block only after a person had left its sum in suspense. */
export function isNamedBlock(exception: BankException): boolean {
  const { kind, direction, paymentId, details } = exception;
  const isOfBlock = paymentId === null && details.endToEndId === null && details.paymentInformationId !== null;
  return kind === 'CONTRADICTION' && direction === 'CREDIT' && isOfBlock && isOfCancelledBatch(exception);
}

/** Whether the debits of such a block may still be paid by its entry. */
export const isUnpaidBlock = (exception: BankException, entry: Pick<BankEntryRecord, 'outcome'> | null): boolean =>
  isNamedBlock(exception) && entry?.outcome === 'EXCEPTION';

/**
 * Such money can be counted while all of it is in suspense, and so is of no payment. Of two decisions about one entry,
 * the second waits here.
 * @throws InvalidInputError
 */
export async function checkInSuspense(
  { suspense }: Pick<Services, 'suspense'>,
  transaction: Transaction,
  exception: BankException,
): Promise<void> {
  const { entryId } = exception;
  if (!isNamedBlock(exception) && (await collectedByCancelled(transaction, exception)) === null) return;
  const keptCents = entryId === null ? null : await suspense.remaining(transaction, entryId);
  const entry = entryId === null ? null : await transaction.bankEntry(entryId);
  if (entry === null || keptCents !== entry.amountCents - entry.chargesCents)
    refuseInput('resolution', 'Nothing of this exception can be assigned: deal with it and say HANDLED.');
}

/** Whether the debit is at the bank in a later file: that one may still pay it, or come back. */
export async function isSentAgain(
  reads: Pick<Reads, 'directDebitOf'>,
  { paymentId, endToEndId }: Presentation,
): Promise<boolean> {
  const last = await reads.directDebitOf(paymentId);
  return last?.state === 'BATCHED' && last.endToEndId !== endToEndId;
}
