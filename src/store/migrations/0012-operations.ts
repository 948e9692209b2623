import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { type DatabaseKind, tableWords } from './table.ts';

/** Operations at banks; when a payment's money is taken; the payments that the clock has to look at. */
export function createOperations(kind: DatabaseKind): Migration {
  const { text, integer, end } = tableWords[kind];
  return {
    up: async (db: Kysely<unknown>) => {
      await db.schema
        .alterTable('payments')
        .addColumn('capture', text, (column) => column.notNull().defaultTo('NOW'))
        .execute();
      // Holds only waiting payments, so that ended ones cost the clock's round nothing.
      await sql`create index payments_expiry on payments (expires_at, id) where status in ('REQUIRES_ACTION', 'AUTHORIZED')`.execute(
        db,
      );
      await db.schema
        .createTable('payment_operations')
        .addColumn('id', text, (column) => column.primaryKey().notNull())
        .addColumn('payment_id', text, (column) => column.notNull().references('payments.id'))
        .addColumn('attempt_id', text, (column) => column.notNull().references('payment_attempts.id'))
        .addColumn('kind', text, (column) => column.notNull())
        .addColumn('amount_cents', integer, (column) =>
          column.notNull().check(sql`amount_cents between 1 and 999999999999`),
        )
        .addColumn('status', text, (column) => column.notNull())
        .addColumn('origin', text, (column) => column.notNull())
        .addColumn('client', text)
        .addColumn('bank_transaction', text)
        .addColumn('bank_code', text)
        .addColumn('reason', text)
        .addColumn('asks', integer, (column) => column.notNull())
        .addColumn('next_ask_at', integer)
        .addColumn('created_at', integer, (column) => column.notNull())
        .addColumn('updated_at', integer, (column) => column.notNull())
        .modifyEnd(end)
        .execute();
      await db.schema
        .createIndex('payment_operations_payment')
        .on('payment_operations')
        .columns(['payment_id', 'id'])
        .execute();
      // One at a time: while an operation is in doubt, the bank gets no other one.
      await sql`create unique index payment_operations_unsettled on payment_operations (payment_id) where status in ('SENDING', 'UNKNOWN', 'NEEDS_REVIEW')`.execute(
        db,
      );
      await sql`create index payment_operations_due on payment_operations (next_ask_at) where next_ask_at is not null`.execute(
        db,
      );
      await db.schema
        .createTable('cursors')
        .addColumn('name', text, (column) => column.primaryKey().notNull())
        .addColumn('position', text, (column) => column.notNull())
        .modifyEnd(end)
        .execute();
    },
  };
}
