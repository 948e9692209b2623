import type { Direction } from '../bank-file.ts';

/** How a record 34 is read: which of its two accounts is the company's, and what it says of money. */
export type Operation = {
  readonly own: 'first' | 'second';
  readonly direction: Direction;
  readonly isReturn: boolean;
  /** Shorter labels, the operation before and a reason. */
  readonly hasReturnFields: boolean;
  /** A notice has no amount. */
  readonly movesMoney: boolean;
};

const received: Operation = {
  ...{ own: 'second', direction: 'CREDIT', isReturn: false, hasReturnFields: false, movesMoney: true },
};
const paid: Operation = { ...received, direction: 'DEBIT' };
const back: Operation = { ...received, own: 'first', isReturn: true, hasReturnFields: true };
const collectionBack: Operation = { ...back, direction: 'DEBIT' };
const corrected: Operation = { ...back, direction: 'DEBIT', isReturn: false, movesMoney: false };

/**
 * The operations of the brochure of May 2004, chapters 1 and 3.2.2 (they are not those of CFONB 120). Cheques and bills
 * (40, 41, 61, 63) have records of their own, which are not read: no payment of the gateway is one.
 */
const operations: Readonly<Record<string, Operation>> = {
  // Transfers that came.
  ...{ 20: received, 22: received, 27: received, 28: received, 73: received, 75: received, 76: received },
  ...{ 77: received, 78: received, 79: received },
  // Direct debits and the like on the company's account.
  ...{ 70: paid, 80: paid, 82: paid, 85: paid, 86: paid },
  // Transfers of the company that came back, then its direct debits and the like.
  ...{ 21: back, 24: back },
  ...{ 71: collectionBack, 81: collectionBack, 84: collectionBack, 88: collectionBack },
  // Corrections of account numbers, and a notice of housing aid.
  ...{ 23: corrected, 83: corrected, 33: { ...paid, movesMoney: false } },
};

export const operationOf = (code: string): Operation | null =>
  Object.hasOwn(operations, code) ? (operations[code] ?? null) : null;
