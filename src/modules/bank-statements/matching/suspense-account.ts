import type { BankEntryRecord, BankExceptionKind } from '../bank-import.ts';

/** Debits by which the bank takes back earlier money: as its own entry, or for a payment of ours. */
const takingBack: ReadonlySet<BankExceptionKind> = new Set(['REVERSAL', 'CONTRADICTION', 'AMOUNT_DIFFERS']);

/**
 * Suspense keeps every credit, and debits that take money back. The company's own payments out are not the gateway's. A
 * self-contradicting entry is not booked.
 */
export const isKeptInSuspense = (kind: BankExceptionKind, { direction }: Pick<BankEntryRecord, 'direction'>): boolean =>
  kind !== 'ENTRY_FAULT' && kind !== 'SAME_REFERENCE' && (direction === 'CREDIT' || takingBack.has(kind));
