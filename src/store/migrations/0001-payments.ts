import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { type DatabaseKind, type TableWords, tableWords } from './table.ts';

/** Payments, attempts and events; claims; bank messages. */
export function createPayments(kind: DatabaseKind): Migration {
  const words = tableWords[kind];
  return {
    up: async (db: Kysely<unknown>) => {
      await createPaymentTable(db, words);
      await createAttemptTable(db, words);
      await createEventTable(db, words);
      await createClaimTables(db, words);
      await createBankTables(db, words);
      if (kind === 'sqlite') await describeSizes(db);
    },
  };
}

async function createPaymentTable(db: Kysely<unknown>, { text, integer, end }: TableWords): Promise<void> {
  await db.schema
    .createTable('payments')
    .addColumn('id', text, (column) => column.primaryKey().notNull())
    .addColumn('reference', text, (column) => column.notNull().unique())
    .addColumn('token', text, (column) => column.notNull().unique())
    .addColumn('client', text, (column) => column.notNull())
    .addColumn('payment_target', text, (column) => column.notNull())
    .addColumn('payment_run_mode', text, (column) => column.notNull())
    .addColumn('effective_run_mode', text, (column) =>
      column.notNull().check(sql`effective_run_mode in ('TEST', 'LIVE')`),
    )
    .addColumn('payment_type', text, (column) => column.notNull())
    .addColumn('type_paiement', text, (column) => column.notNull())
    .addColumn('id_origin', text, (column) => column.notNull())
    .addColumn('id_societe', text, (column) => column.notNull())
    .addColumn('id_client', text, (column) => column.notNull())
    .addColumn('id_commande', text, (column) => column.notNull())
    .addColumn('amount_cents', integer, (column) =>
      column.notNull().check(sql`amount_cents between 1 and 999999999999`),
    )
    .addColumn('currency', text, (column) => column.notNull())
    .addColumn('email', text, (column) => column.notNull())
    .addColumn('commentaire', text)
    .addColumn('payer', text)
    .addColumn('return_url', text)
    .addColumn('mandate', text)
    .addColumn('flow', text, (column) => column.notNull())
    .addColumn('status', text, (column) => column.notNull())
    .addColumn('version', integer, (column) => column.notNull().check(sql`version >= 1`))
    .addColumn('derived_key', text, (column) => column.unique())
    .addColumn('created_at', integer, (column) => column.notNull())
    .addColumn('updated_at', integer, (column) => column.notNull())
    .addColumn('expires_at', integer)
    .modifyEnd(end)
    .execute();
  for (const { columns } of listIndexes) {
    await db.schema
      .createIndex(indexName(columns))
      .on('payments')
      .columns([...columns, 'id'])
      .execute();
  }
}

/** Each filter of a list is a walk along an index, newest first. `alike`: how many payments of a million share the values. */
const listIndexes: readonly { readonly columns: readonly string[]; readonly alike: readonly number[] }[] = [
  { columns: ['id_commande'], alike: [5] },
  { columns: ['id_client'], alike: [20] },
  { columns: ['client', 'status'], alike: [100_000, 20_000] },
  { columns: ['client'], alike: [100_000] },
  { columns: ['status'], alike: [120_000] },
  { columns: ['id_origin'], alike: [150_000] },
  { columns: ['id_societe', 'status'], alike: [250_000, 50_000] },
  { columns: ['id_societe'], alike: [250_000] },
  { columns: ['payment_target'], alike: [400_000] },
];

const indexName = (columns: readonly string[]): string => `payments_${columns.join('_')}`;

/**
 * Without statistics SQLite rates all indexes alike, and may read all paid payments to find those of one customer.
 * These figures belong to no particular day, so the same query always has the same plan. PostgreSQL counts for itself.
 * The format is that of SQLite's "The sqlite_stat1 table".
 */
async function describeSizes(db: Kysely<unknown>): Promise<void> {
  await sql`analyze`.execute(db);
  await sql`delete from sqlite_stat1`.execute(db);
  for (const { columns, alike } of listIndexes) {
    const figures = [1_000_000, ...alike, 1].join(' ');
    await sql`insert into sqlite_stat1 (tbl, idx, stat) values ('payments', ${indexName(columns)}, ${figures})`.execute(
      db,
    );
  }
}

async function createAttemptTable(db: Kysely<unknown>, { text, integer, end }: TableWords): Promise<void> {
  await db.schema
    .createTable('payment_attempts')
    .addColumn('id', text, (column) => column.primaryKey().notNull())
    .addColumn('payment_id', text, (column) => column.notNull().references('payments.id'))
    .addColumn('payment_target', text, (column) => column.notNull())
    .addColumn('number', integer, (column) => column.notNull().check(sql`number >= 1`))
    .addColumn('reference', text, (column) => column.notNull())
    .addColumn('sequence', integer)
    .addColumn('status', text, (column) => column.notNull())
    .addColumn('bank_transaction', text)
    .addColumn('bank_code', text)
    .addColumn('created_at', integer, (column) => column.notNull())
    .addColumn('opened_at', integer)
    .addUniqueConstraint('payment_attempts_number', ['payment_id', 'number'])
    .addUniqueConstraint('payment_attempts_reference', ['payment_target', 'reference'])
    .modifyEnd(end)
    .execute();
}

async function createEventTable(db: Kysely<unknown>, { text, integer, end }: TableWords): Promise<void> {
  await db.schema
    .createTable('payment_events')
    .addColumn('id', text, (column) => column.notNull())
    .addColumn('payment_id', text, (column) => column.notNull().references('payments.id'))
    .addColumn('sequence', integer, (column) => column.notNull().check(sql`sequence >= 1`))
    .addColumn('type', text, (column) => column.notNull())
    .addColumn('status', text, (column) => column.notNull())
    .addColumn('at', integer, (column) => column.notNull())
    .addColumn('data', text, (column) => column.notNull())
    .addColumn('previous_hash', text)
    .addColumn('hash', text, (column) => column.notNull())
    .addPrimaryKeyConstraint('payment_events_pk', ['payment_id', 'sequence'])
    .addCheckConstraint('payment_events_chain', sql`(sequence = 1) = (previous_hash is null)`)
    .modifyEnd(end)
    .execute();
}

async function createClaimTables(db: Kysely<unknown>, { text, integer, end }: TableWords): Promise<void> {
  // The key is claimed before its payment is written, so it cannot refer to it by a foreign key.
  await db.schema
    .createTable('idempotency_keys')
    .addColumn('scope', text, (column) => column.notNull())
    .addColumn('key', text, (column) => column.notNull())
    .addColumn('fingerprint', text, (column) => column.notNull())
    .addColumn('payment_id', text, (column) => column.notNull())
    .addColumn('at', integer, (column) => column.notNull())
    .addPrimaryKeyConstraint('idempotency_keys_pk', ['scope', 'key'])
    .modifyEnd(end)
    .execute();
  await db.schema
    .createTable('sequences')
    .addColumn('counter', text, (column) => column.primaryKey().notNull())
    .addColumn('next', integer, (column) => column.notNull().check(sql`next >= 1`))
    .modifyEnd(end)
    .execute();
}

async function createBankTables(db: Kysely<unknown>, { text, integer, bytes, end }: TableWords): Promise<void> {
  await db.schema
    .createTable('notifications')
    .addColumn('id', text, (column) => column.primaryKey().notNull())
    .addColumn('target', text, (column) => column.notNull())
    .addColumn('id_societe', text)
    .addColumn('method', text, (column) => column.notNull())
    .addColumn('query', text, (column) => column.notNull())
    .addColumn('body', bytes, (column) => column.notNull())
    .addColumn('headers', text, (column) => column.notNull())
    .addColumn('source', text, (column) => column.notNull())
    .addColumn('digest', text, (column) => column.notNull())
    .addColumn('received_at', integer, (column) => column.notNull())
    .addColumn('outcome', text, (column) => column.notNull())
    .addColumn('reason', text)
    .addColumn('payment_id', text, (column) => column.references('payments.id'))
    .modifyEnd(end)
    .execute();
  // No foreign key to the notification: its bytes may be deleted, but the applied update stays known.
  await db.schema
    .createTable('bank_news')
    .addColumn('target', text, (column) => column.notNull())
    .addColumn('deduplication_key', text, (column) => column.notNull())
    .addColumn('notification_id', text, (column) => column.notNull())
    .addColumn('at', integer, (column) => column.notNull())
    .addPrimaryKeyConstraint('bank_news_pk', ['target', 'deduplication_key'])
    .modifyEnd(end)
    .execute();
  await db.schema
    .createTable('bank_transactions')
    .addColumn('target', text, (column) => column.notNull())
    .addColumn('run_mode', text, (column) => column.notNull())
    .addColumn('bank_transaction', text, (column) => column.notNull())
    .addColumn('attempt_id', text, (column) => column.notNull().references('payment_attempts.id'))
    .addPrimaryKeyConstraint('bank_transactions_pk', ['target', 'run_mode', 'bank_transaction'])
    .modifyEnd(end)
    .execute();
}
