import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { DatabaseKind } from './table.ts';

/**
 * What a client may see that holds the run mode TEST alone is found without reading what is LIVE, which on a production
 * deployment is nearly all; a LIVE payment costs nothing here. The figures: as many as there are payments, so that no
 * list is walked along this index that another serves.
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
