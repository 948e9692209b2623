import type { Connection } from '../../../store/connection.ts';
import type { Preparation } from '../../../store/preparation.ts';
import type { DatabaseKind } from '../../../store/store.ts';
import { createFoldReads, createFoldWrites } from './fold.ts';
import { createPaymentListReads, listQueries } from './reads.ts';

/** The module's part of the store; `src/app/store.ts` joins the parts of all. */
export const paymentListParts = {
  createQueries: listQueries,
  reads: [createFoldReads],
  writes: [createFoldWrites],
} as const;

/** Of one of the databases, which find the kinds of the list each in their own way. */
export const listReadsOn =
  (database: DatabaseKind) => (preparation: Preparation<typeof listQueries>, connection: Connection) =>
    createPaymentListReads(preparation, connection, database);
