import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import { type DatabaseKind, tableWords } from './table.ts';

/** Rows that a gateway writes to find out whether the database takes writes. */
export const createWriteProbes = (kind: DatabaseKind): Migration => ({
  up: async (db: Kysely<unknown>) => {
    const { integer, bytes, end } = tableWords[kind];
    await db.schema
      .createTable('write_probes')
      .addColumn('slot', integer, (column) => column.primaryKey().notNull())
      .addColumn('at', integer, (column) => column.notNull())
      .addColumn('filler', bytes, (column) => column.notNull())
      .modifyEnd(end)
      .execute();
  },
});
