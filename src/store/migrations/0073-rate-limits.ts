import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { DatabaseKind } from './table.ts';

/**
 * What gateways count together: how often each client came. An older gateway makes the same table at its start, by the
 * library that counts, and needs the right to. On SQLite each gateway counts in its process.
 */
export const createRateLimits = (kind: DatabaseKind): Migration => ({
  up: async (db: Kysely<unknown>) => {
    if (kind === 'sqlite') return;
    await sql`create table if not exists rate_limits (
      key varchar(255) primary key,
      points integer not null default 0,
      expire bigint
    )`.execute(db);
  },
});
