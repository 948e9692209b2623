import type { Pool } from 'pg';
import type { StoreLogger } from './connection.ts';

/** The table of migrations may be only readable: `db migrate` writes to it. */
const missingRights = `select array(select c.relname::text from pg_class c
  join pg_namespace n on n.oid = c.relnamespace
  where n.nspname = current_schema() and c.relkind = 'r' and not starts_with(c.relname, 'kysely_')
    and not (has_table_privilege(c.oid, 'select') and has_table_privilege(c.oid, 'insert')
      and has_table_privilege(c.oid, 'update') and has_table_privilege(c.oid, 'delete'))
  order by 1) as tables`;

/** Tables in which the user may not select, insert, update and delete, as after an upgrade that made new ones. */
export async function tablesWithoutRights(pool: Pool): Promise<readonly string[]> {
  const [row] = (await pool.query<{ readonly tables: readonly string[] }>(missingRights)).rows;
  return row?.tables ?? [];
}

/** Not refused: only what needs such a table fails. */
export async function warnOfMissingRights(pool: Pool, logger: StoreLogger | null): Promise<void> {
  const tables = await tablesWithoutRights(pool);
  if (tables.length === 0) return;
  const what =
    'the database user may not select, insert, update and delete in these tables: deploy/postgres-rights.sql';
  logger?.warn({ tables }, what);
}
