import type { BankException, BankExceptionKind } from '../bank-import.ts';
import type { Reads } from '../ports.ts';
import { collectedByCancelled } from './money-of-cancelled.ts';

/** Exceptions whose entry a person can assign to a payment. */

/** Money that nothing was applied of: it may be a payment's. */
const assignable = new Set<BankExceptionKind>([
  'UNMATCHED_CREDIT',
  'UNMATCHED_DEBIT',
  'AMBIGUOUS',
  'AMOUNT_DIFFERS',
  'REVERSAL',
  'SAME_REFERENCE',
]);

/**
 * A return that contradicts the record may be of the payment that the bank names, and so may a credit of a cancelled
 * file or of a returned debit. Older versions recorded a used reference without the entry that counted first.
 */
export async function isAssignable(reads: Reads, exception: BankException): Promise<boolean> {
  const { kind, direction, details } = exception;
  if (kind === 'CONTRADICTION' && direction === 'DEBIT') return true;
  if (kind === 'SAME_REFERENCE' && details.countedEntryId === null) return false;
  if (assignable.has(kind)) return true;
  return (await isOfReturned(reads, exception)) || (await collectedByCancelled(reads, exception)) !== null;
}

async function isOfReturned(reads: Reads, { kind, paymentId }: BankException): Promise<boolean> {
  const payment = kind === 'CONTRADICTION' && paymentId !== null ? await reads.paymentById(paymentId) : null;
  return payment?.status === 'RETURNED';
}

/** Whether the bank has named the payment whose money it is. Where the record lacks it, nothing can be assigned. */
export const isOfNamed = ({ kind }: BankException): boolean => kind === 'AMOUNT_DIFFERS' || kind === 'CONTRADICTION';

/**
 * The payment that the bank names: the money is of it, or of one that its surplus paid. An entry under a used reference
 * may name one, and a reversal the debit that it reverses. Null where the money may be anyone's.
 */
export async function namedPayment(reads: Reads, exception: BankException): Promise<string | null> {
  const { kind, paymentId, details } = exception;
  if (kind === 'SAME_REFERENCE') return paymentId;
  if (isOfNamed(exception)) return paymentId ?? (await collectedByCancelled(reads, exception))?.paymentId ?? null;
  if (kind !== 'REVERSAL' || details.endToEndId === null) return null;
  return (await reads.directDebitByEndToEndId(details.endToEndId))?.paymentId ?? null;
}
