import { createFoldReads, createFoldWrites } from './fold.ts';
import { createPaymentListReads, listQueries } from './reads.ts';

/** The module's part of the store; `src/app/store.ts` joins the parts of all. */
export const paymentListParts = {
  createQueries: listQueries,
  reads: [createFoldReads, createPaymentListReads],
  writes: [createFoldWrites],
} as const;
