import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { type DatabaseKind, tableWords } from './table.ts';

/** The chain over all payments, and the indexes to walk events and notifications by time. */
export function createLedgerAnchors(kind: DatabaseKind): Migration {
  const { text, integer, end } = tableWords[kind];
  return {
    up: async (db: Kysely<unknown>) => {
      await db.schema
        .createTable('ledger_anchors')
        .addColumn('number', integer, (column) => column.primaryKey().notNull().check(sql`number >= 1`))
        .addColumn('at', integer, (column) => column.notNull())
        .addColumn('from_payment', text, (column) => column.notNull())
        .addColumn('from_event', text, (column) => column.notNull())
        .addColumn('until_payment', text, (column) => column.notNull())
        .addColumn('until_event', text, (column) => column.notNull())
        .addColumn('events', text, (column) => column.notNull())
        .addColumn('previous_hash', text)
        .addColumn('hash', text, (column) => column.notNull())
        .addCheckConstraint('ledger_anchors_chain', sql`(number = 1) = (previous_hash is null)`)
        .modifyEnd(end)
        .execute();
      // A payment's first event is found by the payment's own id, so that recording a payment fills no index for this.
      await db.schema
        .createIndex('payment_events_later')
        .unique()
        .on('payment_events')
        .column('id')
        .where(sql.ref('sequence'), '>', sql.lit(1))
        .execute();
      for (const column of ['outcome', 'payment_id']) {
        await db.schema.createIndex(`notifications_${column}`).on('notifications').columns([column, 'id']).execute();
      }
    },
  };
}
