import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Counts the files of debits that the bank does not have. It holds these alone. */
export const createBatchesToHandOver = (): Migration => ({
  up: async (db: Kysely<unknown>) => {
    await sql`create index direct_debit_batches_to_hand_over on direct_debit_batches (run_mode, id_societe, id)
      where status = 'CREATED'`.execute(db);
  },
});
