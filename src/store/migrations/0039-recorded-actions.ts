import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import { type DatabaseKind, tableWords } from './table.ts';

/** Actions that events do not record. */
export const createRecordedActions = (kind: DatabaseKind): Migration => ({
  up: async (db: Kysely<unknown>) => {
    const { text, integer, end } = tableWords[kind];
    await db.schema
      .createTable('recorded_actions')
      .addColumn('id', text, (column) => column.primaryKey().notNull())
      .addColumn('at', integer, (column) => column.notNull())
      .addColumn('client', text, (column) => column.notNull())
      .addColumn('operator', text)
      .addColumn('kind', text, (column) => column.notNull())
      .addColumn('subject', text, (column) => column.notNull())
      .modifyEnd(end)
      .execute();
    await db.schema.createIndex('recorded_actions_subject').on('recorded_actions').columns(['subject', 'id']).execute();
  },
});
