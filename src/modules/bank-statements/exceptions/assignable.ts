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
 * file. Older versions recorded a used reference without the entry that counted first.
 */
export async function isAssignable(reads: Reads, exception: BankException): Promise<boolean> {
  const { kind, direction, details } = exception;
  if (kind === 'CONTRADICTION' && direction === 'DEBIT') return true;
  if (kind === 'SAME_REFERENCE' && details.countedEntryId === null) return false;
  return assignable.has(kind) || (await collectedByCancelled(reads, exception)) !== null;
}

/** Whether the money is of the payment that the bank names, or of one that its surplus paid. */
export const isOfNamed = ({ kind }: BankException): boolean => kind === 'AMOUNT_DIFFERS' || kind === 'CONTRADICTION';
