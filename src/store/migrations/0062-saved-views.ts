import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { type DatabaseKind, tableWords } from './table.ts';

/** Filters of the console's lists that people keep under a name. */
export const createSavedViews = (kind: DatabaseKind): Migration => ({
  up: async (db: Kysely<unknown>) => {
    const { text, integer, end } = tableWords[kind];
    await db.schema
      .createTable('saved_views')
      .addColumn('id', text, (column) => column.primaryKey().notNull())
      .addColumn('owner', text, (column) => column.notNull())
      .addColumn('name', text, (column) => column.notNull())
      .addColumn('page', text, (column) => column.notNull())
      .addColumn('search', text, (column) => column.notNull())
      .addColumn('is_shared', integer, (column) => column.notNull().check(sql`is_shared in (0, 1)`))
      .addColumn('societes', text)
      .addColumn('created_at', integer, (column) => column.notNull())
      .addColumn('updated_at', integer, (column) => column.notNull())
      .modifyEnd(end)
      .execute();
    await db.schema.createIndex('saved_views_owner').on('saved_views').columns(['owner', 'id']).execute();
    await db.schema
      .createIndex('saved_views_shared')
      .on('saved_views')
      .column('id')
      .where(sql.ref('is_shared'), '=', sql.lit(1))
      .execute();
  },
});
