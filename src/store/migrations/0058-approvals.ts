import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { type DatabaseKind, tableWords } from './table.ts';

/** Refunds that wait for a second person. */
export const createApprovals = (kind: DatabaseKind): Migration => ({
  up: async (db: Kysely<unknown>) => {
    const { text, integer, end } = tableWords[kind];
    await db.schema
      .createTable('approvals')
      .addColumn('id', text, (column) => column.primaryKey().notNull())
      .addColumn('operation_id', text, (column) => column.notNull().unique())
      .addColumn('payment_id', text, (column) => column.notNull())
      .addColumn('run_mode', text, (column) => column.notNull())
      .addColumn('amount_cents', integer, (column) => column.notNull().check(sql`amount_cents > 0`))
      .addColumn('cause', text, (column) => column.notNull())
      .addColumn('requested_by', text, (column) => column.notNull())
      .addColumn('refund_ceiling_cents', integer)
      .addColumn('status', text, (column) => column.notNull())
      .addColumn('created_at', integer, (column) => column.notNull())
      .addColumn('expires_at', integer, (column) => column.notNull())
      .addColumn('decided_by', text)
      .addColumn('decided_at', integer)
      .addColumn('reason', text)
      .addCheckConstraint('approvals_second_person', sql`decided_by is null or decided_by <> requested_by`)
      .modifyEnd(end)
      .execute();
    await db.schema.createIndex('approvals_payment').on('approvals').column('payment_id').execute();
    await db.schema.createIndex('approvals_requested_by').on('approvals').columns(['requested_by', 'id']).execute();
  },
});
