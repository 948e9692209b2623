import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { type DatabaseKind, tableWords } from './table.ts';

/** Which statements of an account are there; which block of ours an entry paid; which debits wait for a statement. */
export function createBankStatements(kind: DatabaseKind): Migration {
  const { text, integer, end } = tableWords[kind];
  return {
    up: async (db: Kysely<unknown>) => {
      await db.schema.alterTable('bank_entries').addColumn('block_id', text).execute();
      await sql`create index bank_entries_block on bank_entries (block_id) where block_id is not null`.execute(db);
      await db.schema
        .createTable('bank_statements')
        .addColumn('iban', text, (column) => column.notNull())
        .addColumn('number', integer, (column) => column.notNull())
        .addColumn('file_id', text, (column) => column.notNull().references('bank_files.id'))
        .addPrimaryKeyConstraint('bank_statements_pk', ['iban', 'number'])
        .modifyEnd(end)
        .execute();
      // Only those that wait stand in it, so that no other payment pays for it.
      await sql`create index payments_awaited_debits on payments (id_societe, amount_cents, id)
        where flow in ('DIRECT_DEBIT', 'HOSTED_PAGE_MANDATE') and status in ('PENDING', 'SUBMITTED')`.execute(db);
    },
  };
}
