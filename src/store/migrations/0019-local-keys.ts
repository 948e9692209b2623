import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Derived keys begin with the order's number; reminders look only at waiting transfers. */
export const keepKeysTogether: Migration = {
  up: async (db: Kysely<unknown>) => {
    await sql`update payments set derived_key = id_commande || ' ' || derived_key
      where derived_key is not null and derived_key not like '% %'`.execute(db);
    await sql`drop index payments_waiting`.execute(db);
    await sql`create index payments_reminders on payments (expires_at)
      where flow = 'BANK_TRANSFER' and status = 'REQUIRES_ACTION'`.execute(db);
  },
};
