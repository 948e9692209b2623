import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Payments that the bank has in a file and said nothing of: they are looked through for those that are overdue. */
export const createSubmittedPayments = (): Migration => ({
  up: async (db: Kysely<unknown>) => {
    await sql`create index payments_submitted on payments (id) where status = 'SUBMITTED'`.execute(db);
  },
});
