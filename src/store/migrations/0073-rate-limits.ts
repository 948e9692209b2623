import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { DatabaseKind } from './table.ts';

/**
 * What gateways count together: how often each client came. An older gateway makes the same table at its start, by the
 * library that counts, and needs the right to. On SQLite each gateway counts in its process.
 */
export const createRateLimits = (kind: DatabaseKind): Migration => ({
  up: async (db: Kysely<unknown>) => {
    if (kind === 'sqlite') return;
    await db.schema
      .createTable('rate_limits')
      .ifNotExists()
      .addColumn('key', 'varchar(255)', (column) => column.primaryKey())
      .addColumn('points', 'integer', (column) => column.notNull().defaultTo(0))
      .addColumn('expire', 'bigint')
      .execute();
  },
});
