import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Payments in a file that the bank has not answered, to find the overdue ones. */
export const createSubmittedPayments = (): Migration => ({
  up: async (db: Kysely<unknown>) => {
    await sql`create index payments_submitted on payments (id) where status = 'SUBMITTED'`.execute(db);
  },
});
