import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { type DatabaseKind, tableWords } from './table.ts';

/** Attempts that a message reported as paid and the bank has not confirmed: empty while the bank confirms at once. */
export const createReportedPayments = (kind: DatabaseKind): Migration => ({
  up: async (db: Kysely<unknown>) => {
    const { text, integer, end } = tableWords[kind];
    await db.schema
      .createTable('reported_payments')
      .addColumn('attempt_id', text, (column) => column.primaryKey().notNull())
      .addColumn('bank_transactions', text, (column) => column.notNull())
      .addColumn('since', integer, (column) => column.notNull())
      .addColumn('next_ask_at', integer, (column) => column.notNull())
      .modifyEnd(end)
      .execute();
    await sql`create index reported_payments_due on reported_payments (next_ask_at, attempt_id)`.execute(db);
  },
});
