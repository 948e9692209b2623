import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Finds the payments in review without an index over every status: it holds these alone. */
export const createReviewedPayments = (): Migration => ({
  up: async (db: Kysely<unknown>) => {
    await sql`create index payments_in_review on payments (effective_run_mode, id)
      where status = 'NEEDS_REVIEW'`.execute(db);
  },
});
