import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { DatabaseKind } from './table.ts';

/**
 * Fewer indexes for the worker of the lists. What these served is read along all kinds at once, in each order of a list
 * (`0063-payment-kinds`). Each amount is a page at a place of its own, so its two indexes were half of the worker's cost.
 * PostgreSQL keeps them until `db contract`, because older gateways read them.
 */
export const createFewerLists = (_kind: DatabaseKind): Migration => ({
  up: async (db: Kysely<unknown>) => {
    for (const name of replacedListIndexes) await sql`drop index if exists ${sql.ref(name)}`.execute(db);
  },
});

export const replacedListIndexes: readonly string[] = [
  ...['amount_cents', 'due_date', 'status', 'payment_target', 'payment_type'],
].map((columns) => `payment_list_mode_${columns}`);
