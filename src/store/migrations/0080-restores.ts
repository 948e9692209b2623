import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import { type DatabaseKind, tableWords } from './table.ts';

/** When the database came back as it was at an earlier moment, and whether a person has compared it with the banks. */
export const createRestores = (kind: DatabaseKind): Migration => ({
  up: async (db: Kysely<unknown>) => {
    const { integer, end } = tableWords[kind];
    await db.schema
      .createTable('restores')
      .addColumn('restored_at', integer, (column) => column.primaryKey().notNull())
      .addColumn('known_until', integer)
      .addColumn('compared_at', integer)
      .modifyEnd(end)
      .execute();
  },
});
