import { resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { Kysely, PostgresDialect } from 'kysely';
import type { Pool } from 'pg';
import { DatabaseProblem } from '../database-problem.ts';
import {
  type DatabaseStatus,
  type DatabaseTools,
  holdsPayments,
  intoEmpty,
  refuseEmpty,
  requireBackup,
} from '../database-tools.ts';
import { migrationStateOf } from '../migrate.ts';
import { writeNew } from '../whole-file.ts';
import { defaultConnectionLimits, openPool, poolConfig } from './connection.ts';
import { contractPostgres } from './contract.ts';
import { copySchemaPrivileges, copyTablePrivileges, refuseForeignOwners } from './copy-privileges.ts';
import { problemOf } from './faults.ts';
import { createPrograms, type Programs, restoringName, type Schema } from './programs.ts';
import { tablesWithoutRights } from './rights.ts';
import {
  asidePrefix,
  makeWay,
  markFinished,
  markUnfinished,
  refuseUnfinishedRestore,
  undoRestore,
  unfinishedRestore,
} from './unfinished-restore.ts';

export type PostgresToolsOptions = {
  readonly connectionString: string;
  /** `PATH`, where pg_dump and pg_restore are looked for, and the variables that they read themselves. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly clock: () => number;
};

export function postgresTools({ connectionString, environment, clock }: PostgresToolsOptions): DatabaseTools {
  const programs = createPrograms(connectionString, environment);
  const withPool = async <T>(name: string, work: (pool: Pool) => Promise<T>): Promise<T> => {
    const pool = openPool({
      ...poolConfig(connectionString, { ...defaultConnectionLimits, connections: 1 }),
      application_name: name,
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
  const withWhole = <T>(work: (pool: Pool) => Promise<T>): Promise<T> =>
    withPool('reglement tools', async (pool) => {
      await refuseUnfinishedRestore(pool);
      return work(pool);
    });
  return {
    status: () => withWhole(databaseStatusOf),
    backup: (target) =>
      withWhole(async (pool) => {
        const status = await databaseStatusOf(pool);
        await programs.checkVersion('pg_dump', Number.parseInt(status.version, 10));
        refuseEmpty(status);
        const schema = await schemaOf(pool);
        await writeNew(resolve(target), async (part) => {
          await programs.dump(part, schema);
          await programs.checkArchive(part, schema);
        });
      }),
    restore: (source, { replaces, bringUp }) => {
      const restoring = { replaces, bringUp: () => bringUp(connectionString) };
      return withPool(restoringName, (pool) => restore(pool, programs, resolve(source), restoring, clock));
    },
    contract: (contracting) =>
      withWhole(() =>
        contractPostgres(connectionString, { limits: defaultConnectionLimits, logger: null }, contracting),
      ),
  };
}

async function databaseStatusOf(pool: Pool): Promise<DatabaseStatus> {
  const { rows } = await pool.query<{ size: number }>('select pg_database_size(current_database()) as size');
  const version = await serverVersion(pool);
  // Ending Kysely would end the pool, which is its caller's.
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
  const state = await migrationStateOf('postgres', db);
  const withoutRights = await tablesWithoutRights(pool);
  return { kind: 'postgres', version, sizeBytes: rows[0]?.size ?? 0, ...state, withoutRights };
}

async function serverVersion(pool: Pool): Promise<string> {
  const { rows } = await pool.query<{ version: string }>(`select current_setting('server_version') as version`);
  return rows[0]?.version ?? 'unknown';
}

async function schemaOf(pool: Pool): Promise<Schema> {
  const query = `select current_schema() as name, quote_ident(current_schema()) as quoted,
    obj_description(quote_ident(current_schema())::regnamespace, 'pg_namespace') as comment`;
  const [schema] = (await pool.query<Schema>(query)).rows;
  if (schema?.name) return schema;
  throw new DatabaseProblem('UNUSABLE', 'The user of DATABASE_URL has no schema for tables: see search_path.');
}

/**
 * Existing tables move to another schema, and come back where the backup cannot be loaded or is damaged. A mark keeps
 * gateways and commands away until all is done; where that is never, the next restore begins with the way back.
 */
async function restore(
  pool: Pool,
  programs: Programs,
  source: string,
  { replaces, bringUp }: { readonly replaces: boolean; readonly bringUp: () => Promise<void> },
  clock: () => number,
): Promise<string | null> {
  await requireBackup(source);
  const current = await schemaOf(pool);
  const schema = current.quoted;
  const interrupted = await unfinishedRestore(pool);
  if (interrupted !== null) {
    await refuseOthers(pool);
    await undoRestore(pool, current, interrupted);
  }
  const isTaken = await holdsPayments(databaseStatusOf(pool), { replaces });
  await programs.checkVersion('pg_restore', Number.parseInt(await serverVersion(pool), 10));
  await programs.checkArchive(source, current);
  if (isTaken && !replaces) {
    throw new DatabaseProblem('UNUSABLE', `The database is not empty. ${intoEmpty}`);
  }
  if (isTaken) await refuseForeignOwners(pool, current);
  await refuseOthers(pool);
  const date = new Date(clock()).toISOString().replaceAll(/[-:]|\.\d+/g, '');
  const aside = isTaken ? `${asidePrefix}${date.toLowerCase()}` : null;
  await pool.query(`${aside === null ? '' : makeWay(current, aside)} ${markUnfinished(schema, aside)}`);
  try {
    // A gateway that looked before there was a mark is connected by now.
    await refuseOthers(pool);
    if (aside !== null) await copySchemaPrivileges({ pool, aside, schema });
    await programs.restore(source, current);
    await bringUp();
    if (aside !== null) await copyTablePrivileges({ pool, aside, schema });
    await pool.query(markFinished(schema));
  } catch (error) {
    const unfinished = await unfinishedRestore(pool);
    if (unfinished?.aside === aside) await undoRestore(pool, current, unfinished);
    throw error;
  }
  return aside === null ? null : `schema ${aside}`;
}

/** PostgreSQL shows the connection of a program that has just ended for a moment longer. */
const looks = { times: 10, everyMs: 100 };

/** @throws DatabaseProblem while gateways, commands or another restore have connections */
async function refuseOthers(pool: Pool): Promise<void> {
  for (let look = 1; await othersWork(pool); look++) {
    if (look === looks.times) {
      throw new DatabaseProblem('UNUSABLE', 'Gateways or another restore work on this database: stop them first.');
    }
    await setTimeout(looks.everyMs);
  }
}

async function othersWork(pool: Pool): Promise<boolean> {
  const { rowCount } = await pool.query(
    `select 1 as others from pg_stat_activity where datname = current_database()
     and application_name ~ '^reglement( rates| pg_restore| [0-9]+)?$' and pid <> pg_backend_pid() limit 1`,
  );
  return rowCount !== 0;
}
