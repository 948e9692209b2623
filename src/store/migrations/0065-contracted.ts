import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { createIndexText, type IndexBuild } from './index-build.ts';
import type { DatabaseKind } from './table.ts';

/**
 * What `0048-fewer-trees` did on SQLite, for PostgreSQL: indexes that only gateways from before it read go. A new
 * database has it at once. An existing one gets it by `db contract`, when no older gateway works on it any more.
 */
export const createContracted = (kind: DatabaseKind): Migration => ({
  up: async (db: Kysely<unknown>) => {
    if (kind === 'sqlite') return;
    for (const index of contractedIndexes) await sql.raw(createIndexText(index)).execute(db);
    for (const name of unusedIndexes) await sql`drop index if exists ${sql.ref(name)}`.execute(db);
    for (const [table, name] of unusedConstraints) {
      await sql`alter table ${sql.ref(table)} drop constraint if exists ${sql.ref(name)}`.execute(db);
    }
  },
});

const waiting = `where status = 'WAITING'`;
const settled = `where status <> 'WAITING'`;

/** In the place of what goes: empty values left out, and webhooks apart by whether they wait. */
export const contractedIndexes: readonly IndexBuild[] = [
  {
    name: 'payments_derived_key',
    on: 'payments (derived_key) where derived_key is not null',
    isUnique: true,
  },
  { name: 'webhook_deliveries_due', on: `webhook_deliveries (client, endpoint, next_attempt_at) ${waiting}` },
  { name: 'webhook_deliveries_of_endpoint', on: `webhook_deliveries (client, endpoint, status, id) ${settled}` },
  { name: 'webhook_deliveries_of_client', on: `webhook_deliveries (client, status, id) ${settled}` },
  { name: 'webhook_deliveries_settled', on: 'webhook_deliveries (settled_at, id) where settled_at is not null' },
];

/** Lists are read from `payment_list`; the others have a smaller one in their place. */
export const unusedIndexes: readonly string[] = [
  ...['client_status', 'client', 'status', 'id_origin', 'id_societe_status', 'id_societe', 'payment_target'].map(
    (columns) => `payments_${columns}`,
  ),
  ...['payments_id_societe_id_origin', 'payments_test', 'payments_with_payer'],
  ...['client_endpoint_status_next_attempt_at', 'client_endpoint_status_id', 'client_status_id', 'expires_at'].map(
    (columns) => `webhook_deliveries_${columns}`,
  ),
  'webhook_deliveries_settled_at_id',
];

/** An attempt's reference is that of its payment and its number, so it needs no index of its own. */
const unusedConstraints = [
  ['payment_attempts', 'payment_attempts_reference'],
  ['payments', 'payments_derived_key_key'],
] as const;
