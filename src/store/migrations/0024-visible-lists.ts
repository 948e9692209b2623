import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { DatabaseKind } from './table.ts';

/** Finds the payments of a client that sees only some origins of a société, without reading the others. */
export const createVisibleLists = (kind: DatabaseKind): Migration => ({
  up: async (db: Kysely<unknown>) => {
    await sql`create index payments_id_societe_id_origin on payments (id_societe, id_origin, id)`.execute(db);
    if (kind === 'postgres') return;
    await sql`insert into sqlite_stat1 (tbl, idx, stat)
      values ('payments', 'payments_id_societe_id_origin', '1000000 250000 60000 1')`.execute(db);
  },
});
