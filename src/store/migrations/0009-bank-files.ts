import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { type DatabaseKind, type TableWords, tableWords } from './table.ts';

/** Bank files with their bytes, the entries that count, and the exceptions for a person. */
export function createBankFiles(kind: DatabaseKind): Migration {
  const words = tableWords[kind];
  return {
    up: async (db: Kysely<unknown>) => {
      await createFileTables(db, words);
      await createEntryTable(db, words);
      await createExceptionTable(db, words);
      // Only awaited transfers stand in it, so that no other payment pays for it.
      await db.schema
        .createIndex('payments_awaited_transfers')
        .on('payments')
        .columns(['id_societe', 'amount_cents', 'id'])
        .where(sql`flow`, '=', sql`'BANK_TRANSFER'`)
        .where(sql`status`, '=', sql`'REQUIRES_ACTION'`)
        .execute();
    },
  };
}

async function createFileTables(db: Kysely<unknown>, { text, integer, bytes, end }: TableWords): Promise<void> {
  await db.schema
    .createTable('bank_files')
    .addColumn('id', text, (column) => column.primaryKey().notNull())
    .addColumn('name', text, (column) => column.notNull())
    .addColumn('digest', text, (column) => column.notNull().unique())
    .addColumn('size_bytes', integer, (column) => column.notNull())
    .addColumn('source', text, (column) => column.notNull())
    .addColumn('received_by', text, (column) => column.notNull())
    .addColumn('rights', text, (column) => column.notNull())
    .addColumn('received_at', integer, (column) => column.notNull())
    .addColumn('status', text, (column) => column.notNull())
    .addColumn('reason', text)
    .addColumn('format', text)
    .addColumn('version', text)
    .addColumn('id_societe', text)
    .addColumn('run_mode', text)
    .addColumn('steps', integer, (column) => column.notNull())
    .addColumn('done', integer, (column) => column.notNull())
    .addColumn('applied_count', integer, (column) => column.notNull())
    .addColumn('repeated_count', integer, (column) => column.notNull())
    .addColumn('exception_count', integer, (column) => column.notNull())
    .addColumn('ignored_count', integer, (column) => column.notNull())
    .addColumn('updated_at', integer, (column) => column.notNull())
    .addCheckConstraint('bank_files_done', sql`done >= 0 and done <= steps`)
    .modifyEnd(end)
    .execute();
  await db.schema.createIndex('bank_files_status').on('bank_files').columns(['status', 'id']).execute();
  // Bytes are written before the file is known, so that they cannot refer to it by a foreign key.
  await db.schema
    .createTable('bank_file_parts')
    .addColumn('file_id', text, (column) => column.notNull())
    .addColumn('number', integer, (column) => column.notNull())
    .addColumn('bytes', bytes, (column) => column.notNull())
    .addPrimaryKeyConstraint('bank_file_parts_pk', ['file_id', 'number'])
    .modifyEnd(end)
    .execute();
}

async function createEntryTable(db: Kysely<unknown>, { text, integer, end }: TableWords): Promise<void> {
  await db.schema
    .createTable('bank_entries')
    .addColumn('id', text, (column) => column.primaryKey().notNull())
    .addColumn('iban', text, (column) => column.notNull())
    .addColumn('identity', text, (column) => column.notNull())
    .addColumn('detail', integer, (column) => column.notNull().check(sql`detail >= -1`))
    .addColumn('file_id', text, (column) => column.notNull().references('bank_files.id'))
    .addColumn('id_societe', text, (column) => column.notNull())
    .addColumn('run_mode', text, (column) => column.notNull())
    .addColumn('amount_cents', integer, (column) => column.notNull().check(sql`amount_cents >= 0`))
    .addColumn('direction', text, (column) => column.notNull())
    .addColumn('charges_cents', integer, (column) => column.notNull())
    .addColumn('booked_on', text)
    .addColumn('transaction_code', text)
    .addColumn('return_reason', text)
    .addColumn('payment_id', text, (column) => column.references('payments.id'))
    .addColumn('outcome', text, (column) => column.notNull())
    .addColumn('recorded_at', integer, (column) => column.notNull())
    .addUniqueConstraint('bank_entries_identity', ['iban', 'identity', 'detail'])
    .modifyEnd(end)
    .execute();
  await db.schema.createIndex('bank_entries_payment').on('bank_entries').columns(['payment_id']).execute();
}

async function createExceptionTable(db: Kysely<unknown>, { text, integer, end }: TableWords): Promise<void> {
  await db.schema
    .createTable('bank_exceptions')
    .addColumn('id', text, (column) => column.primaryKey().notNull())
    .addColumn('subject', text, (column) => column.notNull().unique())
    .addColumn('kind', text, (column) => column.notNull())
    .addColumn('file_id', text, (column) => column.notNull().references('bank_files.id'))
    .addColumn('entry_id', text, (column) => column.references('bank_entries.id'))
    .addColumn('payment_id', text, (column) => column.references('payments.id'))
    .addColumn('id_societe', text, (column) => column.notNull())
    .addColumn('run_mode', text, (column) => column.notNull())
    .addColumn('amount_cents', integer, (column) => column.notNull())
    .addColumn('direction', text, (column) => column.notNull())
    .addColumn('booked_on', text)
    .addColumn('reason_code', text)
    .addColumn('details', text, (column) => column.notNull())
    .addColumn('status', text, (column) => column.notNull())
    .addColumn('resolution', text)
    .addColumn('resolved_by', text)
    .addColumn('resolved_at', integer)
    .addColumn('resolution_reason', text)
    .addColumn('opened_at', integer, (column) => column.notNull())
    .modifyEnd(end)
    .execute();
  await db.schema.createIndex('bank_exceptions_status').on('bank_exceptions').columns(['status', 'id']).execute();
  await db.schema.createIndex('bank_exceptions_entry').on('bank_exceptions').columns(['entry_id']).execute();
  await db.schema.createIndex('bank_exceptions_payment').on('bank_exceptions').columns(['payment_id']).execute();
}
