import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { type DatabaseKind, tableWords } from './table.ts';

/** Inquiries whose answer was lost, and when to repeat them: empty while the banks answer. */
export const createLostInquiries = (kind: DatabaseKind): Migration => ({
  up: async (db: Kysely<unknown>) => {
    const { text, integer, end } = tableWords[kind];
    await db.schema
      .createTable('lost_inquiries')
      .addColumn('attempt_id', text, (column) => column.primaryKey().notNull())
      .addColumn('since', integer, (column) => column.notNull())
      .addColumn('next_ask_at', integer, (column) => column.notNull())
      .modifyEnd(end)
      .execute();
    await sql`create index lost_inquiries_due on lost_inquiries (next_ask_at, attempt_id)`.execute(db);
  },
});
