import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { unusedIndexes } from './0065-contracted.ts';
import type { DatabaseKind } from './table.ts';

/**
 * Fewer trees for an initiation to write. Indexes of lists and of retention leave out what an initiation inserts. On
 * SQLite the tables are copied: rows stand in the order of their key, and what only older queries need goes. On
 * PostgreSQL it stays, because older gateways work on the same tables.
 */
export const createFewerTrees = (kind: DatabaseKind): Migration => ({
  up: async (db: Kysely<unknown>) => {
    if (kind === 'sqlite') {
      await refuseOtherReferences(db);
      for (const table of copied) await copyTable(db, table);
      for (const name of unusedIndexes) await sql`drop index if exists ${sql.ref(name)}`.execute(db);
    }
    for (const index of kind === 'sqlite' ? [...added, ...ofSqlite] : added) await sql.raw(index).execute(db);
    if (kind === 'sqlite') await finish(db);
  },
});

type Copied = { readonly name: string; readonly key: string; readonly definition: string };

const payments: Copied = {
  name: 'payments',
  key: 'id',
  definition: `id text not null primary key, reference text not null, token text not null, client text not null, payment_target text not null, payment_run_mode text not null,
    effective_run_mode text not null check (effective_run_mode in ('TEST', 'LIVE')),
    payment_type text not null, type_paiement text not null, id_origin text not null, id_societe text not null,
    id_client text not null, id_commande text not null,
    amount_cents integer not null check (amount_cents between 1 and 999999999999), currency text not null,
    email text not null, commentaire text, payer text, return_url text, mandate text, flow text not null,
    status text not null, version integer not null check (version >= 1), derived_key text,
    created_at integer not null, updated_at integer not null, expires_at integer, payer_erased_at integer,
    accounting text, capture text not null default 'NOW'`,
};

/** An attempt is found by its payment and number, or by its id. Its reference is that of its payment and its number. */
const attempts: Copied = {
  name: 'payment_attempts',
  key: 'payment_id, number',
  definition: `id text not null, payment_id text not null references payments (id), payment_target text not null,
    number integer not null check (number >= 1), reference text not null, sequence integer, status text not null,
    bank_transaction text, bank_code text, created_at integer not null, opened_at integer, form_given_at integer,
    primary key (payment_id, number)`,
};

const events: Copied = {
  name: 'payment_events',
  key: 'payment_id, sequence',
  definition: `id text not null, payment_id text not null references payments (id),
    sequence integer not null check (sequence >= 1), type text not null, status text not null, at integer not null,
    data text not null, previous_hash text, hash text not null, primary key (payment_id, sequence),
    constraint payment_events_chain check ((sequence = 1) = (previous_hash is null))`,
};

const keys: Copied = {
  name: 'idempotency_keys',
  key: 'scope, key',
  definition: `scope text not null, key text not null, fingerprint text not null, payment_id text not null,
    at integer not null, primary key (scope, key)`,
};

const webhookAttempts: Copied = {
  name: 'webhook_attempts',
  key: 'delivery_id, number',
  definition: `delivery_id text not null references webhook_deliveries (id),
    number integer not null check (number >= 1), at integer not null, outcome text not null, status_code integer,
    detail text, duration_ms integer, primary key (delivery_id, number)`,
};

const copied = [payments, attempts, events, keys, webhookAttempts];

/**
 * Foreign keys are off, so nothing is checked or renamed on the way; `finish` checks all of them. Indexes that are still
 * used come along. Rows are written in the order of the key, and indexes made afterwards: a tree that grows at its end is
 * written once.
 */
async function copyTable(db: Kysely<unknown>, { name, key, definition }: Copied): Promise<void> {
  const [table, copy] = [sql.ref(name), sql.ref(`${name}_copy`)];
  const indexes = await sql<{ name: string; sql: string }>`select name, sql from sqlite_schema
    where type = 'index' and tbl_name = ${name} and sql is not null`.execute(db);
  const info = await sql<{ name: string }>`select name from pragma_table_info(${name})`.execute(db);
  const columns = sql.join(info.rows.map((column) => sql.ref(column.name)));
  await sql`create table ${copy} (${sql.raw(definition)}) strict, without rowid`.execute(db);
  await sql`insert into ${copy} (${columns}) select ${columns} from ${table} order by ${sql.raw(key)}`.execute(db);
  await sql`drop table ${table}`.execute(db);
  await sql`alter table ${copy} rename to ${table}`.execute(db);
  for (const index of indexes.rows) {
    if (!unusedIndexes.includes(index.name)) await sql.raw(index.sql).execute(db);
  }
}

/** A bank's message is found by its attempt's reference, so none may differ from what it is computed from. */
async function refuseOtherReferences(db: Kysely<unknown>): Promise<void> {
  const { rows } = await sql`select 1 from payment_attempts join payments on payments.id = payment_id
    where payment_attempts.reference <> payments.reference || '-' || number limit 1`.execute(db);
  if (rows.length > 0) throw new Error('an attempt has another reference than that of its payment and its number');
}

const waiting = `where status = 'WAITING'`;
const settled = `where status <> 'WAITING'`;

/** On both databases. */
const added = [
  `create index payments_ended_with_payer on payments (created_at, id) where payer_erased_at is null and status in
    ('PAID', 'REFUSED', 'CANCELLED', 'EXPIRED', 'FAILED', 'RETURNED', 'REFUNDED', 'PARTIALLY_REFUNDED')`,
  `create index webhook_deliveries_waiting on webhook_deliveries (client, id, expires_at) ${waiting}`,
];

/** Unique values, the empty ones left out, and webhooks apart by whether they wait. */
const ofSqlite = [
  'create unique index payments_reference on payments (reference)',
  'create unique index payments_token on payments (token)',
  'create unique index payments_derived_key on payments (derived_key) where derived_key is not null',
  'create unique index payment_attempts_id on payment_attempts (id)',
  `create index webhook_deliveries_due on webhook_deliveries (client, endpoint, next_attempt_at) ${waiting}`,
  `create index webhook_deliveries_of_endpoint on webhook_deliveries (client, endpoint, status, id) ${settled}`,
  `create index webhook_deliveries_of_client on webhook_deliveries (client, status, id) ${settled}`,
  'create index webhook_deliveries_settled on webhook_deliveries (settled_at, id) where settled_at is not null',
];

/** Figures as in `0001-payments`, and every foreign key. */
async function finish(db: Kysely<unknown>): Promise<void> {
  await sql`insert into sqlite_stat1 (tbl, idx, stat) values
    ('payments', 'payments_id_commande', '1000000 5 1'), ('payments', 'payments_id_client', '1000000 20 1')`.execute(
    db,
  );
  const { rows } = await sql`select 1 from pragma_foreign_key_check limit 1`.execute(db);
  if (rows.length > 0) throw new Error('a row refers to one that is not there');
}
