import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** The clock walks along all operations that are due, in an order that has no ties. */
export function createDueOperations(): Migration {
  return {
    up: async (db: Kysely<unknown>) => {
      await sql`drop index payment_operations_due`.execute(db);
      await sql`create index payment_operations_due on payment_operations (next_ask_at, id) where next_ask_at is not null`.execute(
        db,
      );
    },
  };
}
