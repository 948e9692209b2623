import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { type DatabaseKind, tableWords } from './table.ts';

/** The ways along which debtors of mandates and the names in exceptions are found that were kept long enough. */
export function createPrivacy(kind: DatabaseKind): Migration {
  const { integer } = tableWords[kind];
  return {
    up: async (db: Kysely<unknown>) => {
      await sql`create index mandates_with_debtor on mandates (created_at, id) where debtor is not null`.execute(db);
      await db.schema.alterTable('bank_exceptions').addColumn('erased_at', integer).execute();
      await sql`create index bank_exceptions_with_details on bank_exceptions (opened_at, id)
        where erased_at is null and status <> 'OPEN'`.execute(db);
    },
  };
}
