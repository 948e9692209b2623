import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { type DatabaseKind, tableWords } from './table.ts';

/** The directory of customers, by société and number. */
export function createCustomers(kind: DatabaseKind): Migration {
  const { text, integer, end } = tableWords[kind];
  return {
    up: async (db: Kysely<unknown>) => {
      await db.schema
        .createTable('customers')
        .addColumn('id_societe', text, (column) => column.notNull())
        .addColumn('id_client', text, (column) => column.notNull())
        .addColumn('first_name', text)
        .addColumn('last_name', text)
        .addColumn('address', text)
        .addColumn('zip_code', text)
        .addColumn('city', text)
        .addColumn('country', text)
        .addColumn('phone', text)
        .addColumn('version', integer, (column) => column.notNull().check(sql`version >= 1`))
        .addColumn('created_at', integer, (column) => column.notNull())
        .addColumn('updated_at', integer, (column) => column.notNull())
        .addColumn('updated_by', text, (column) => column.notNull())
        .addPrimaryKeyConstraint('customers_pk', ['id_societe', 'id_client'])
        .modifyEnd(end)
        .execute();
      await db.schema.createIndex('customers_id_client').on('customers').columns(['id_client']).execute();
    },
  };
}
