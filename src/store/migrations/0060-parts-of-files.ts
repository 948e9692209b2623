import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import { type DatabaseKind, tableWords } from './table.ts';

/** The outcome of each entry of a file, for people who look at one. An older gateway writes none. */
export function createPartsOfFiles(kind: DatabaseKind): Migration {
  const { text, integer, end } = tableWords[kind];
  return {
    up: async ({ schema }: Kysely<unknown>) => {
      await schema
        .createTable('bank_file_entries')
        .addColumn('file_id', text, (column) => column.notNull().references('bank_files.id'))
        .addColumn('place', integer, (column) => column.notNull())
        .addColumn('outcome', text, (column) => column.notNull())
        .addColumn('reason', text, (column) => column.notNull())
        .addColumn('entry_id', text, (column) => column.references('bank_entries.id'))
        .addColumn('amount_cents', integer, (column) => column.notNull())
        .addColumn('direction', text, (column) => column.notNull())
        .addColumn('booked_on', text)
        .addColumn('reference', text)
        .addPrimaryKeyConstraint('bank_file_entries_pk', ['file_id', 'place'])
        .modifyEnd(end)
        .execute();
      await schema.createIndex('bank_exceptions_file').on('bank_exceptions').columns(['file_id', 'id']).execute();
    },
  };
}
