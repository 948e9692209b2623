import { resolve } from 'node:path';
import { Kysely, PostgresDialect } from 'kysely';
import type { Pool } from 'pg';
import { DatabaseProblem } from '../database-problem.ts';
import { type DatabaseStatus, type DatabaseTools, intoEmpty, type Restoring } from '../database-tools.ts';
import { migrationStateOf } from '../migrate.ts';
import { requireBackup, writeWhole } from '../sqlite/backup-file.ts';
import { defaultConnectionLimits, openPool, poolConfig } from './connection.ts';
import { contractPostgres } from './contract.ts';
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
    restore: async (source, restoring) => {
      const aside = await withPool((pool) => load(pool, programs, resolve(source), restoring, clock));
      await restoring.bringUp(connectionString);
      return aside;
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

/** Loads all of the backup in one transaction, or nothing. Existing tables move to another schema. */
async function load(
  pool: Pool,
  programs: Programs,
  source: string,
  { replaces }: Restoring,
  clock: () => number,
): Promise<string | null> {
  await requireBackup(source);
  const { applied, version } = await databaseStatusOf(pool);
  await programs.checkVersion('pg_restore', Number.parseInt(version, 10));
  await programs.checkArchive(source);
  if (applied.length === 0) {
    await programs.restore(source);
    return null;
  }
  if (!replaces) {
    throw new DatabaseProblem('UNUSABLE', `The database holds payments already. ${intoEmpty}`);
  }
  await refuseWhileGatewaysWork(pool);
  const { rows } = await pool.query<{ schema: string }>('select quote_ident(current_schema()) as schema');
  const schema = rows[0]?.schema ?? 'public';
  const aside = `before_restore_${new Date(clock())
    .toISOString()
    .replaceAll(/[-:]|\.\d+/g, '')
    .toLowerCase()}`;
  await pool.query(`alter schema ${schema} rename to ${aside}; create schema ${schema}`);
  try {
    await programs.restore(source);
  } catch (error) {
    await pool.query(`drop schema ${schema}; alter schema ${aside} rename to ${schema}`);
    throw error;
  }
  return `schema ${aside}`;
}

async function refuseWhileGatewaysWork(pool: Pool): Promise<void> {
  const { rows } = await pool.query<{ others: number }>(
    `select count(*)::int as others from pg_stat_activity
     where datname = current_database() and application_name ~ '^reglement( rates| [0-9]+)?$'`,
  );
  if ((rows[0]?.others ?? 0) > 0) {
    throw new DatabaseProblem('UNUSABLE', 'Gateways work on this database: stop them first.');
  }
}
