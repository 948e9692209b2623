import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import { type DatabaseKind, tableWords } from './table.ts';

/** Which process does a work that one at a time is to do. */
export function createLeases(kind: DatabaseKind): Migration {
  const { text, integer, end } = tableWords[kind];
  return {
    up: async (db: Kysely<unknown>) => {
      await db.schema
        .createTable('leases')
        .addColumn('name', text, (column) => column.primaryKey().notNull())
        .addColumn('holder', text, (column) => column.notNull())
        .addColumn('expires_at', integer, (column) => column.notNull())
        .modifyEnd(end)
        .execute();
    },
  };
}
