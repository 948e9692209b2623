import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { type DatabaseKind, tableWords } from './table.ts';

/** The times of removal, and the indexes to find rows whose retention has ended. */
export function createRetention(kind: DatabaseKind): Migration {
  const { integer } = tableWords[kind];
  return {
    up: async (db: Kysely<unknown>) => {
      await db.schema.alterTable('payments').addColumn('payer_erased_at', integer).execute();
      await db.schema.alterTable('notifications').addColumn('erased_at', integer).execute();
      // Payers that were erased before this column existed have an address of the reserved domain.
      await sql`update payments set payer_erased_at = updated_at where email like '%@erased.invalid'`.execute(db);
      await db.schema
        .createIndex('payments_with_payer')
        .on('payments')
        .columns(['created_at', 'id'])
        .where(sql.ref('payer_erased_at'), 'is', null)
        .execute();
      await db.schema
        .createIndex('notifications_with_content')
        .on('notifications')
        .columns(['received_at', 'id'])
        .where(sql.ref('erased_at'), 'is', null)
        .execute();
      await db.schema.createIndex('idempotency_keys_at').on('idempotency_keys').column('at').execute();
    },
  };
}
