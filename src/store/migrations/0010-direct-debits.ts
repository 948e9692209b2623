import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { type DatabaseKind, type TableWords, tableWords } from './table.ts';

/** Direct debits, their batches with the files for the bank, and reminders of transfers. */
export function createDirectDebits(kind: DatabaseKind): Migration {
  const words = tableWords[kind];
  return {
    up: async (db: Kysely<unknown>) => {
      await createBatchTables(db, words);
      await createDebitTable(db, words);
      await createReminders(db, words);
    },
  };
}

async function createBatchTables(db: Kysely<unknown>, { text, integer, bytes, end }: TableWords): Promise<void> {
  await db.schema
    .createTable('direct_debit_batches')
    .addColumn('id', text, (column) => column.primaryKey().notNull())
    .addColumn('message_id', text, (column) => column.notNull().unique())
    .addColumn('id_societe', text, (column) => column.notNull())
    .addColumn('run_mode', text, (column) => column.notNull().check(sql`run_mode in ('TEST', 'LIVE')`))
    .addColumn('scheme', text, (column) => column.notNull())
    .addColumn('cut_off', text, (column) => column.notNull())
    .addColumn('status', text, (column) => column.notNull())
    .addColumn('version', integer, (column) => column.notNull().check(sql`version >= 1`))
    .addColumn('debits', integer, (column) => column.notNull().check(sql`debits >= 1`))
    .addColumn('total_cents', integer, (column) => column.notNull().check(sql`total_cents >= 1`))
    .addColumn('file_name', text, (column) => column.notNull())
    .addColumn('file_digest', text, (column) => column.notNull())
    .addColumn('file_bytes', integer, (column) => column.notNull())
    .addColumn('file_format', text, (column) => column.notNull())
    .addColumn('created_by', text, (column) => column.notNull())
    .addColumn('created_at', integer, (column) => column.notNull())
    .addColumn('first_downloaded_by', text)
    .addColumn('first_downloaded_at', integer)
    .addColumn('closed_by', text)
    .addColumn('closed_at', integer)
    .modifyEnd(end)
    .execute();
  await db.schema
    .createIndex('direct_debit_batches_id_societe')
    .on('direct_debit_batches')
    .columns(['id_societe', 'id'])
    .execute();
  // Beside the batch, so that a list of batches reads no files.
  await db.schema
    .createTable('direct_debit_files')
    .addColumn('batch_id', text, (column) => column.primaryKey().notNull().references('direct_debit_batches.id'))
    .addColumn('bytes', bytes, (column) => column.notNull())
    .modifyEnd(end)
    .execute();
}

async function createDebitTable(db: Kysely<unknown>, { text, integer, end }: TableWords): Promise<void> {
  await db.schema
    .createTable('direct_debits')
    .addColumn('payment_id', text, (column) => column.notNull().references('payments.id'))
    .addColumn('presentation', integer, (column) => column.notNull().check(sql`presentation >= 1`))
    .addColumn('end_to_end_id', text, (column) => column.notNull().unique())
    .addColumn('mandate_id', text, (column) => column.notNull().references('mandates.id'))
    .addColumn('id_societe', text, (column) => column.notNull())
    .addColumn('run_mode', text, (column) => column.notNull())
    .addColumn('scheme', text, (column) => column.notNull())
    .addColumn('state', text, (column) => column.notNull())
    .addColumn('amount_cents', integer, (column) => column.notNull().check(sql`amount_cents >= 1`))
    .addColumn('due_date', text, (column) => column.notNull())
    .addColumn('notified_at', integer, (column) => column.notNull())
    .addColumn('batch_id', text)
    .addColumn('block_id', text)
    .addColumn('sequence_type', text)
    .addColumn('amendment', text)
    .addColumn('previous_collected_on', text)
    .addColumn('created_at', integer, (column) => column.notNull())
    .addPrimaryKeyConstraint('direct_debits_pk', ['payment_id', 'presentation'])
    .modifyEnd(end)
    .execute();
  const indexes = {
    direct_debits_due: ['state', 'run_mode', 'id_societe', 'scheme', 'due_date', 'payment_id'],
    direct_debits_batch: ['batch_id', 'payment_id'],
    direct_debits_block: ['block_id', 'payment_id'],
    direct_debits_mandate: ['mandate_id', 'state'],
  };
  for (const [name, columns] of Object.entries(indexes)) {
    await db.schema.createIndex(name).on('direct_debits').columns(columns).execute();
  }
}

async function createReminders(db: Kysely<unknown>, { text, integer, end }: TableWords): Promise<void> {
  await db.schema
    .createTable('payment_reminders')
    .addColumn('payment_id', text, (column) => column.primaryKey().notNull().references('payments.id'))
    .addColumn('at', integer, (column) => column.notNull())
    .modifyEnd(end)
    .execute();
  // Holds only waiting payments, in the order in which they expire.
  await sql`create index payments_waiting on payments (flow, expires_at) where status = 'REQUIRES_ACTION'`.execute(db);
}
