import assert from 'node:assert/strict';
import { type Kysely, sql } from 'kysely';
import { DatabaseProblem, NewerDatabase } from './database-problem.ts';
import type { DatabaseKind } from './migrations/table.ts';

export type MigrationState = {
  /** In the order in which they were made. */
  readonly applied: readonly string[];
  readonly pending: readonly string[];
};

/** Only of the current schema; extensions may have their own tables elsewhere. */
export const tableQueries: Readonly<Record<DatabaseKind, string>> = {
  sqlite: `select name from sqlite_schema where type = 'table' and name not like 'sqlite\\_%' escape '\\'`,
  postgres: `select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = current_schema() and c.relkind in ('r', 'p')
    and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')`,
};

const migrationTable = 'kysely_migration';
const firstMigration = '0001-payments';

/** One row once the database is migrated: when that was done for the first time. */
export const madeAtQuery = `select timestamp as made_at from ${migrationTable} where name = '${firstMigration}'`;
export type MadeAt = { readonly made_at: string };

export function onlyMoment([row]: readonly MadeAt[]): string {
  assert(row, 'the database is migrated');
  return row.made_at;
}

/**
 * How far the database has come towards `known`, the names of all migrations in their order.
 * @throws DatabaseProblem where it is another program's, or a newer gateway has changed it
 */
export async function readMigrationState(
  kind: DatabaseKind,
  db: Kysely<unknown>,
  known: readonly string[],
): Promise<MigrationState> {
  const { rows: tables } = await sql.raw<{ name: string }>(tableQueries[kind]).execute(db);
  const names = tables.map(({ name }) => name);
  const applied = names.includes(migrationTable) ? await appliedMigrations(db) : [];
  const isEmpty = names.every((name) => name.startsWith('kysely_'));
  if (!(isEmpty && applied.length === 0) && !applied.includes(firstMigration)) {
    throw new DatabaseProblem(
      'UNUSABLE',
      `The database is another program's: it holds tables (${names.slice(0, 3).join(', ')}…) and no payments of ours. The gateway needs one of its own.`,
    );
  }
  const unknown = applied.filter((name) => !known.includes(name));
  if (unknown.length > 0) throw new NewerDatabase(unknown);
  return { applied, pending: known.filter((name) => !applied.includes(name)) };
}

async function appliedMigrations(db: Kysely<unknown>): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`select name from ${sql.table(migrationTable)} order by name`.execute(db);
  return rows.map(({ name }) => name);
}
