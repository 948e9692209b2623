import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Debits at the bank, by amount and by mandate, to find the returned one where the bank does not name it. */
export const createPresentedDebits = (): Migration => ({
  up: async (db: Kysely<unknown>) => {
    await sql`create index direct_debits_amount on direct_debits (id_societe, amount_cents, due_date, payment_id)
      where state = 'BATCHED'`.execute(db);
    await sql`create index direct_debits_presented on direct_debits (mandate_id, payment_id)
      where state = 'BATCHED'`.execute(db);
  },
});
