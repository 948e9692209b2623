import { resolve } from 'node:path';
import { Kysely, PostgresDialect } from 'kysely';
import type { Pool } from 'pg';
import { DatabaseProblem } from '../database-problem.ts';
import { type DatabaseStatus, type DatabaseTools, intoEmpty } from '../database-tools.ts';
import { migrationStateOf } from '../migrate.ts';
import { asidePrefix, interruptedRestoreQuery, tableQueries } from '../migration-state.ts';
import { requireBackup, writeWhole } from '../sqlite/backup-file.ts';
import { defaultConnectionLimits, openPool, poolConfig } from './connection.ts';
import { contractPostgres } from './contract.ts';
import { copySchemaPrivileges, copyTablePrivileges } from './copy-privileges.ts';
import { problemOf } from './faults.ts';
import { createPrograms, type Programs } from './programs.ts';

export type PostgresToolsOptions = {
  readonly connectionString: string;
  /** `PATH`, where pg_dump and pg_restore are looked for, and the variables that they read themselves. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly clock: () => number;
};

export function postgresTools({ connectionString, environment, clock }: PostgresToolsOptions): DatabaseTools {
  const programs = createPrograms(connectionString, environment);
  const withPool = async <T>(work: (pool: Pool) => Promise<T>): Promise<T> => {
    const pool = openPool({
      ...poolConfig(connectionString, { ...defaultConnectionLimits, connections: 2 }),
      application_name: 'reglement tools',
    });
    try {
      await pool.query('select 1').catch((error) => {
        throw problemOf(error);
      });
      return await work(pool);
    } finally {
      await pool.end();
    }
  };
  return {
    status: () => withPool(databaseStatusOf),
    backup: (target) =>
      withPool(async (pool) => {
        const { version } = await databaseStatusOf(pool);
        await programs.checkVersion('pg_dump', Number.parseInt(version, 10));
        await writeWhole(resolve(target), (part) => programs.dump(part));
      }),
    restore: (source, { replaces, bringUp }) => {
      const restoring = { replaces, bringUp: () => bringUp(connectionString) };
      return withPool((pool) => restore(pool, programs, resolve(source), restoring, clock));
    },
    contract: (contracting) =>
      contractPostgres(connectionString, { limits: defaultConnectionLimits, logger: null }, contracting),
  };
}

async function databaseStatusOf(pool: Pool): Promise<DatabaseStatus> {
  const { rows } = await pool.query<{ version: string; size: number }>(
    `select current_setting('server_version') as version, pg_database_size(current_database()) as size`,
  );
  const [found] = rows;
  // Ending Kysely would end the pool, which is its caller's.
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
  const state = await migrationStateOf('postgres', db);
  return { kind: 'postgres', version: found?.version ?? 'unknown', sizeBytes: found?.size ?? 0, ...state };
}

/** Existing tables move to another schema, and come back where the backup cannot be loaded or is damaged. */
async function restore(
  pool: Pool,
  programs: Programs,
  source: string,
  { replaces, bringUp }: { readonly replaces: boolean; readonly bringUp: () => Promise<void> },
  clock: () => number,
): Promise<string | null> {
  await requireBackup(source);
  const { rows } = await pool.query<{ schema: string }>('select quote_ident(current_schema()) as schema');
  const schema = rows[0]?.schema ?? 'public';
  await undoInterrupted(pool, schema);
  const { applied, version } = await databaseStatusOf(pool);
  await programs.checkVersion('pg_restore', Number.parseInt(version, 10));
  await programs.checkArchive(source);
  const isTaken = applied.length > 0;
  if (isTaken && !replaces) {
    throw new DatabaseProblem('UNUSABLE', `The database holds payments already. ${intoEmpty}`);
  }
  if (isTaken) await refuseWhileGatewaysWork(pool);
  const date = new Date(clock()).toISOString().replaceAll(/[-:]|\.\d+/g, '');
  const aside = `${asidePrefix}${date.toLowerCase()}`;
  if (isTaken) await pool.query(`alter schema ${schema} rename to ${aside}; create schema ${schema}`);
  try {
    if (isTaken) await copySchemaPrivileges({ pool, aside, schema });
    await programs.restore(source);
    await bringUp();
    if (isTaken) await copyTablePrivileges({ pool, aside, schema });
  } catch (error) {
    await pool.query(emptySchema);
    if (isTaken) await bringBack(pool, schema, aside);
    throw error;
  }
  return isTaken ? `schema ${aside}` : null;
}

async function undoInterrupted(pool: Pool, schema: string): Promise<void> {
  const { rows } = await pool.query<{ aside: string }>(interruptedRestoreQuery);
  if (rows[0] !== undefined) await bringBack(pool, schema, rows[0].aside);
}

const bringBack = (pool: Pool, schema: string, aside: string) =>
  pool.query(`drop schema ${schema}; alter schema ${aside} rename to ${schema}`);

/** Removes what a backup brings, and leaves extensions. */
const emptySchema = `do $$
declare one record;
begin
  for one in ${tableQueries.postgres} loop execute format('drop table %I cascade', one.name); end loop;
  for one in
    select p.oid::regprocedure as name from pg_proc p where p.pronamespace = current_schema()::regnamespace
    and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')
  loop execute format('drop function %s', one.name); end loop;
end $$`;

async function refuseWhileGatewaysWork(pool: Pool): Promise<void> {
  const { rows } = await pool.query<{ others: number }>(
    `select count(*)::int as others from pg_stat_activity
     where datname = current_database() and application_name ~ '^reglement( rates| [0-9]+)?$'`,
  );
  if ((rows[0]?.others ?? 0) > 0) {
    throw new DatabaseProblem('UNUSABLE', 'Gateways work on this database: stop them first.');
  }
}
