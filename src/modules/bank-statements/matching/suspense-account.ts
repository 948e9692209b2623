import type { BankEntryRecord, BankExceptionKind } from '../bank-import.ts';

/** Debits by which the bank takes back what was on the account before: an entry of its own, or a payment of ours. */
const takingBack: ReadonlySet<BankExceptionKind> = new Set(['REVERSAL', 'CONTRADICTION', 'AMOUNT_DIFFERS']);

/**
 * Every credit is; of debits those that take back. What the company pays out is no business of the gateway. An entry
 * that contradicts itself is not booked.
 */
export const isKeptInSuspense = (kind: BankExceptionKind, { direction }: Pick<BankEntryRecord, 'direction'>): boolean =>
  kind !== 'ENTRY_FAULT' && kind !== 'SAME_REFERENCE' && (direction === 'CREDIT' || takingBack.has(kind));
