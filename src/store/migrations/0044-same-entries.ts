import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { type DatabaseKind, tableWords } from './table.ts';

/**
 * The same entry of an account in files of different formats. Some have no reference of the bank: the table keeps under which
 * name each file knows it. The amount of the whole entry finds it.
 */
export function createSameEntries(kind: DatabaseKind): Migration {
  const { text, integer, end } = tableWords[kind];
  return {
    up: async (db: Kysely<unknown>) => {
      await db.schema.alterTable('bank_entries').addColumn('entry_cents', integer).execute();
      await db.schema
        .createIndex('bank_entries_alike')
        .on('bank_entries')
        .expression(sql`iban, coalesce(entry_cents, amount_cents), booked_on, id`)
        .execute();
      await db.schema
        .createTable('bank_entry_aliases')
        .addColumn('iban', text, (column) => column.notNull())
        .addColumn('alias', text, (column) => column.notNull())
        .addColumn('identity', text, (column) => column.notNull())
        .addColumn('source', text, (column) => column.notNull())
        .addPrimaryKeyConstraint('bank_entry_aliases_pk', ['iban', 'alias'])
        .addUniqueConstraint('bank_entry_aliases_once', ['iban', 'identity', 'source'])
        .modifyEnd(end)
        .execute();
    },
  };
}
