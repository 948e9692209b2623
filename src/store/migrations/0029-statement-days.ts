import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { type DatabaseKind, tableWords } from './table.ts';

/** A bank begins its numbers again: the day tells statements of one number apart. That of a known one is when it came. */
export function createStatementDays(kind: DatabaseKind): Migration {
  const { text, integer, end } = tableWords[kind];
  const receivedOn =
    kind === 'sqlite'
      ? sql`strftime('%Y-%m-%d', bank_files.received_at / 1000, 'unixepoch')`
      : sql`to_char(to_timestamp(bank_files.received_at / 1000) at time zone 'UTC', 'YYYY-MM-DD')`;
  return {
    up: async (db: Kysely<unknown>) => {
      await db.schema
        .createTable('dated_statements')
        .addColumn('iban', text, (column) => column.notNull())
        .addColumn('number', integer, (column) => column.notNull())
        .addColumn('day', text, (column) => column.notNull())
        .addColumn('file_id', text, (column) => column.notNull().references('bank_files.id'))
        .addPrimaryKeyConstraint('dated_statements_pk', ['iban', 'number', 'day'])
        .modifyEnd(end)
        .execute();
      await sql`insert into dated_statements (iban, number, day, file_id)
        select bank_statements.iban, bank_statements.number, ${receivedOn}, bank_statements.file_id
        from bank_statements join bank_files on bank_files.id = bank_statements.file_id`.execute(db);
      await db.schema.dropTable('bank_statements').execute();
      await db.schema.alterTable('dated_statements').renameTo('bank_statements').execute();
    },
  };
}
