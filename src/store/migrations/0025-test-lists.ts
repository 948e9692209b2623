import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { DatabaseKind } from './table.ts';

/**
 * Finds the payments of a client that holds only the run mode TEST, without reading LIVE ones, which are nearly all in
 * production. A LIVE payment costs nothing here. The statistics claim as many rows as payments, so that a list that
 * another index serves better does not use this one.
 */
export const createTestLists = (kind: DatabaseKind): Migration => ({
  up: async (db: Kysely<unknown>) => {
    await sql`create index payments_test on payments (id_societe, id_origin, id)
      where effective_run_mode = 'TEST'`.execute(db);
    if (kind === 'postgres') return;
    await sql`insert into sqlite_stat1 (tbl, idx, stat)
      values ('payments', 'payments_test', '1000000 250000 60000 1')`.execute(db);
  },
});
