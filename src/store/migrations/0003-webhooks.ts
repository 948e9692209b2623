import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { type DatabaseKind, type TableWords, tableWords } from './table.ts';

/** The outbox of webhooks, the tries of each, and how their endpoints are doing. */
export function createWebhooks(kind: DatabaseKind): Migration {
  const words = tableWords[kind];
  return {
    up: async (db: Kysely<unknown>) => {
      await createDeliveryTable(db, words);
      await createAttemptTable(db, words);
      await createEndpointTable(db, words);
    },
  };
}

async function createDeliveryTable(db: Kysely<unknown>, { text, integer, end }: TableWords): Promise<void> {
  await db.schema
    .createTable('webhook_deliveries')
    .addColumn('id', text, (column) => column.primaryKey().notNull())
    .addColumn('client', text, (column) => column.notNull())
    .addColumn('endpoint', text, (column) => column.notNull())
    .addColumn('subject', text, (column) => column.notNull())
    .addColumn('sequence', integer, (column) => column.notNull())
    .addColumn('event_id', text, (column) => column.notNull())
    .addColumn('type', text, (column) => column.notNull())
    .addColumn('body', text, (column) => column.notNull())
    .addColumn('status', text, (column) => column.notNull().check(sql`status in ('WAITING', 'DELIVERED', 'DEAD')`))
    .addColumn('attempts', integer, (column) => column.notNull())
    .addColumn('tries', integer, (column) => column.notNull())
    .addColumn('created_at', integer, (column) => column.notNull())
    .addColumn('next_attempt_at', integer)
    .addColumn('claimed_until', integer)
    .addColumn('expires_at', integer)
    .addColumn('settled_at', integer)
    // A waiting message has a due time and a settled one has none, so none is forgotten.
    .addCheckConstraint('webhook_deliveries_waiting', sql`(status = 'WAITING') = (next_attempt_at is not null)`)
    .addCheckConstraint('webhook_deliveries_settled', sql`(status = 'WAITING') = (settled_at is null)`)
    // One event tells an endpoint once; and the order within a subject.
    .addUniqueConstraint('webhook_deliveries_order', ['subject', 'client', 'endpoint', 'sequence'])
    .modifyEnd(end)
    .execute();
  const indexes = [
    ['client', 'endpoint', 'status', 'next_attempt_at'],
    ['client', 'endpoint', 'status', 'id'],
    ['client', 'status', 'id'],
    ['expires_at'],
    ['settled_at', 'id'],
  ];
  for (const columns of indexes) {
    await db.schema
      .createIndex(`webhook_deliveries_${columns.join('_')}`)
      .on('webhook_deliveries')
      .columns(columns)
      .execute();
  }
}

async function createAttemptTable(db: Kysely<unknown>, { text, integer, end }: TableWords): Promise<void> {
  await db.schema
    .createTable('webhook_attempts')
    .addColumn('delivery_id', text, (column) => column.notNull().references('webhook_deliveries.id'))
    .addColumn('number', integer, (column) => column.notNull().check(sql`number >= 1`))
    .addColumn('at', integer, (column) => column.notNull())
    .addColumn('outcome', text, (column) => column.notNull())
    .addColumn('status_code', integer)
    .addColumn('detail', text)
    .addColumn('duration_ms', integer)
    .addPrimaryKeyConstraint('webhook_attempts_pk', ['delivery_id', 'number'])
    .modifyEnd(end)
    .execute();
}

async function createEndpointTable(db: Kysely<unknown>, { text, integer, end }: TableWords): Promise<void> {
  await db.schema
    .createTable('webhook_endpoints')
    .addColumn('client', text, (column) => column.notNull())
    .addColumn('endpoint', text, (column) => column.notNull())
    .addColumn('last_success_at', integer)
    .addColumn('last_failure_at', integer)
    .addColumn('failing_since', integer)
    .addColumn('failures_in_a_row', integer, (column) => column.notNull())
    .addColumn('paused_until', integer)
    .addColumn('gone_url_digest', text)
    .addPrimaryKeyConstraint('webhook_endpoints_pk', ['client', 'endpoint'])
    .modifyEnd(end)
    .execute();
}
