import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { type DatabaseKind, tableWords } from './table.ts';

/**
 * The sum that a client gave back since a moment. `gives_back` is null in rows of older gateways: there only a refund
 * gives money back.
 */
export function createRefundCeilings(kind: DatabaseKind): Migration {
  const { integer } = tableWords[kind];
  return {
    up: async (db: Kysely<unknown>) => {
      await db.schema.alterTable('payment_operations').addColumn('gives_back', integer).execute();
      await sql`create index payment_operations_client on payment_operations (client, created_at) where client is not null`.execute(
        db,
      );
    },
  };
}
