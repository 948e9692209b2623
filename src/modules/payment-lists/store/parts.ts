import type { Connection } from '../../../store/connection.ts';
import type { Preparation } from '../../../store/preparation.ts';
import type { DatabaseKind } from '../../../store/store.ts';
import { createFoldReads, createFoldWrites } from './fold.ts';
import { createPaymentListReads, type listQueries } from './reads.ts';

type Prepared = Preparation<typeof listQueries>;

/** The module's part of the store; `src/app/store.ts` joins the parts of all. The databases name many at once differently. */
export const paymentListParts = (database: DatabaseKind) =>
  ({
    reads: [
      createFoldReads,
      (prepared: Prepared, connection: Connection) => createPaymentListReads(prepared, connection, database),
    ],
    writes: [(prepared: Prepared, connection: Connection) => createFoldWrites(prepared, connection, database)],
  }) as const;
