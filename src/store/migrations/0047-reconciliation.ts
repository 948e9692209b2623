import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import { type DatabaseKind, tableWords } from './table.ts';

/** What the rules of an account did with its entries, and the balances of its statements. */
export function createReconciliation(kind: DatabaseKind): Migration {
  const { text, integer, end } = tableWords[kind];
  return {
    up: async (db: Kysely<unknown>) => {
      const { schema } = db;
      await schema.alterTable('bank_entries').addColumn('rule_action', text).execute();
      await schema.alterTable('bank_entries').addColumn('rule_name', text).execute();
      // An older gateway writes files without it.
      await schema
        .alterTable('bank_files')
        .addColumn('ruled_count', integer, (column) => column.notNull().defaultTo(0))
        .execute();
      await schema.createIndex('bank_entries_day').on('bank_entries').columns(['iban', 'booked_on', 'id']).execute();
      await schema
        .createTable('statement_balances')
        .addColumn('file_id', text, (column) => column.notNull().references('bank_files.id'))
        .addColumn('place', integer, (column) => column.notNull())
        .addColumn('iban', text, (column) => column.notNull())
        .addColumn('statement_id', text, (column) => column.notNull())
        .addColumn('number', integer)
        .addColumn('first_day', text, (column) => column.notNull())
        .addColumn('last_day', text, (column) => column.notNull())
        .addColumn('opening_cents', integer)
        .addColumn('closing_cents', integer)
        .addPrimaryKeyConstraint('statement_balances_pk', ['file_id', 'place'])
        .modifyEnd(end)
        .execute();
      await schema
        .createIndex('statement_balances_day')
        .on('statement_balances')
        .columns(['iban', 'last_day', 'file_id', 'place'])
        .execute();
    },
  };
}
