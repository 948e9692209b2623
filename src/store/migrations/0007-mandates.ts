import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { type DatabaseKind, type TableWords, tableWords } from './table.ts';

/** Mandates, their story, and the references that were ever given. */
export function createMandates(kind: DatabaseKind): Migration {
  const words = tableWords[kind];
  return {
    up: async (db: Kysely<unknown>) => {
      await createMandateTable(db, words);
      await createRumTable(db, words);
      await createMandateEventTable(db, words);
    },
  };
}

async function createMandateTable(db: Kysely<unknown>, { text, integer, end }: TableWords): Promise<void> {
  await db.schema
    .createTable('mandates')
    .addColumn('id', text, (column) => column.primaryKey().notNull())
    .addColumn('token', text, (column) => column.notNull().unique())
    .addColumn('rum', text, (column) => column.notNull())
    .addColumn('ics', text, (column) => column.notNull())
    .addColumn('creditor_name', text, (column) => column.notNull())
    .addColumn('id_societe', text, (column) => column.notNull())
    .addColumn('id_client', text, (column) => column.notNull())
    .addColumn('run_mode', text, (column) => column.notNull().check(sql`run_mode in ('TEST', 'LIVE')`))
    .addColumn('scheme', text, (column) => column.notNull())
    .addColumn('type', text, (column) => column.notNull())
    .addColumn('status', text, (column) => column.notNull())
    .addColumn('version', integer, (column) => column.notNull().check(sql`version >= 1`))
    .addColumn('client', text, (column) => column.notNull())
    .addColumn('debtor', text)
    .addColumn('signature', text)
    .addColumn('bank_confirmed_on', text)
    .addColumn('amendment', text)
    .addColumn('last_collected_on', text)
    .addColumn('collections', integer, (column) => column.notNull().check(sql`collections >= 0`))
    .addColumn('ends_with_next', integer, (column) => column.notNull().check(sql`ends_with_next in (0, 1)`))
    .addColumn('lapses_on', text)
    .addColumn('created_at', integer, (column) => column.notNull())
    .addColumn('updated_at', integer, (column) => column.notNull())
    .modifyEnd(end)
    .execute();
  const indexes = {
    mandates_id_client: ['id_client', 'id_societe', 'run_mode', 'id'],
    mandates_id_societe: ['id_societe', 'id'],
    mandates_lapses_on: ['lapses_on', 'id'],
  };
  for (const [name, columns] of Object.entries(indexes)) {
    await db.schema.createIndex(name).on('mandates').columns(columns).execute();
  }
}

/** A reference is taken for ever, also where its mandate has another one today. */
async function createRumTable(db: Kysely<unknown>, { text, end }: TableWords): Promise<void> {
  await db.schema
    .createTable('mandate_references')
    .addColumn('run_mode', text, (column) => column.notNull())
    .addColumn('ics_key', text, (column) => column.notNull())
    .addColumn('rum_key', text, (column) => column.notNull())
    .addColumn('mandate_id', text, (column) => column.notNull())
    .addPrimaryKeyConstraint('mandate_references_pk', ['rum_key', 'run_mode', 'ics_key'])
    .modifyEnd(end)
    .execute();
}

async function createMandateEventTable(db: Kysely<unknown>, { text, integer, end }: TableWords): Promise<void> {
  await db.schema
    .createTable('mandate_events')
    .addColumn('id', text, (column) => column.notNull())
    .addColumn('mandate_id', text, (column) => column.notNull().references('mandates.id'))
    .addColumn('sequence', integer, (column) => column.notNull().check(sql`sequence >= 1`))
    .addColumn('type', text, (column) => column.notNull())
    .addColumn('status', text, (column) => column.notNull())
    .addColumn('by', text, (column) => column.notNull())
    .addColumn('at', integer, (column) => column.notNull())
    .addColumn('data', text, (column) => column.notNull())
    .addPrimaryKeyConstraint('mandate_events_pk', ['mandate_id', 'sequence'])
    .modifyEnd(end)
    .execute();
}
