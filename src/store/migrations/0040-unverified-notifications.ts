import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import { type DatabaseKind, tableWords } from './table.ts';

/**
 * Rings of unverified messages: their sizes and order. The messages themselves are among the others, so that they are
 * listed and replayed in the same way.
 */
export const createUnverifiedNotifications = (kind: DatabaseKind): Migration => ({
  up: async (db: Kysely<unknown>) => {
    const { text, integer, end } = tableWords[kind];
    await db.schema
      .createTable('notification_rings')
      .addColumn('name', text, (column) => column.primaryKey().notNull())
      .addColumn('next', integer, (column) => column.notNull())
      .addColumn('messages', integer, (column) => column.notNull())
      .addColumn('bytes', integer, (column) => column.notNull())
      .modifyEnd(end)
      .execute();
    await db.schema
      .createTable('notification_ring_slots')
      .addColumn('ring', text, (column) => column.notNull())
      .addColumn('position', integer, (column) => column.notNull())
      .addColumn('notification_id', text, (column) => column.notNull())
      .addColumn('bytes', integer, (column) => column.notNull())
      .addColumn('received_at', integer, (column) => column.notNull())
      .addPrimaryKeyConstraint('notification_ring_slots_pk', ['ring', 'position'])
      .modifyEnd(end)
      .execute();
  },
});
