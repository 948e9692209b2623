import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { type DatabaseKind, tableWords } from './table.ts';

/**
 * Approvals of other kinds than refunds. They name no payment in `payment_id`: an older gateway beside this one takes
 * each approval for a refund, finds no payment, and neither shows nor decides it.
 */
export const createApprovalKinds = (kind: DatabaseKind): Migration => ({
  up: async (db: Kysely<unknown>) => {
    await (kind === 'sqlite' ? widenOnSqlite(db) : widenOnPostgres(db));
    await sql`create index approvals_pending on approvals (id) where status = 'PENDING'`.execute(db);
    await sql`create index approvals_object on approvals (object_id) where object_id is not null`.execute(db);
  },
});

const kept =
  'id, operation_id, payment_id, run_mode, amount_cents, cause, requested_by, refund_ceiling_cents, status, created_at, expires_at, decided_by, decided_at, reason';

/** SQLite cannot change a constraint of an existing table, so the table is written anew. */
async function widenOnSqlite(db: Kysely<unknown>): Promise<void> {
  await sql`create table next_approvals (
    id text not null primary key, kind text not null default 'REFUND',
    operation_id text unique, payment_id text, run_mode text not null,
    amount_cents integer check (amount_cents > 0), cause text not null, requested_by text not null,
    refund_ceiling_cents integer, object_id text, object_version integer, facts text, input text,
    status text not null, created_at integer not null, expires_at integer not null,
    decided_by text, decided_at integer, reason text,
    constraint approvals_second_person check (decided_by is null or decided_by <> requested_by),
    constraint approvals_about check (${about})
  ) strict`.execute(db);
  await sql`insert into next_approvals (${sql.raw(kept)}) select ${sql.raw(kept)} from approvals`.execute(db);
  await sql`drop table approvals`.execute(db);
  await sql`alter table next_approvals rename to approvals`.execute(db);
  await sql`create index approvals_payment on approvals (payment_id)`.execute(db);
  await sql`create index approvals_requested_by on approvals (requested_by, id)`.execute(db);
}

async function widenOnPostgres(db: Kysely<unknown>): Promise<void> {
  const { text, integer } = tableWords.postgres;
  await sql`alter table approvals
    add column kind ${text} not null default 'REFUND',
    add column object_id ${text},
    add column object_version ${integer},
    add column facts ${text},
    add column input ${text},
    alter column operation_id drop not null,
    alter column payment_id drop not null,
    alter column amount_cents drop not null,
    add constraint approvals_about check (${about})`.execute(db);
}

const about = sql.raw(
  "(kind = 'REFUND' and operation_id is not null and payment_id is not null and amount_cents is not null) or (kind <> 'REFUND' and object_id is not null and object_version is not null and payment_id is null)",
);
