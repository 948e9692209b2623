import { setTimeout } from 'node:timers/promises';
import { Kysely, PostgresDialect } from 'kysely';
import pg, { type Client, DatabaseError } from 'pg';
import { DatabaseProblem } from '../database-problem.ts';
import { migrateToLatest, migrationStateOf } from '../migrate.ts';
import { type ConnectionLimits, openPool, poolConfig, type StoreLogger } from './connection.ts';
import { isConnectionFault, problemOf } from './faults.ts';

type MigrateOptions = { readonly limits: ConnectionLimits; readonly logger: StoreLogger | null };

/**
 * The advisory lock that guards changes of the tables. A transaction holds it: a pooler such as PgBouncer gives a
 * session's connection, with the session's locks, to another client.
 */
const migrationLock = 'select pg_try_advisory_xact_lock(1919248236, 1) as locked';
const lookAgainMs = 250;
const longestWaitMs = 10 * 60_000;
/** Asked for a lock on a table, and did not get it within the lock time-out. */
const lockNotAvailable = '55P03';
const insufficientPrivilege = '42501';
const tries = 5;

/**
 * Brings a PostgreSQL database to the current schema while older gateways work on it. One gateway migrates; the others
 * wait for it. A change that does not get its table lock at once gives up and tries again, because a waiting lock
 * blocks all later statements on that table.
 * @throws DatabaseProblem
 */
export async function migratePostgres(connectionString: string, options: MigrateOptions): Promise<void> {
  // Making an index may take longer than any query may.
  const config = { ...poolConfig(connectionString, options.limits), statement_timeout: 0, query_timeout: 0 };
  const pool = openPool({ ...config, max: 1 });
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
  const holder = new pg.Client(config);
  // The end of this connection ends its transaction and gives the lock back, however it comes.
  holder.on('error', () => undefined);
  try {
    if ((await migrationStateOf('postgres', db)).pending.length === 0) return;
    await holder.connect();
    await takeTurn(holder, options.logger);
    await untilTablesAreFree(() => migrateToLatest('postgres', db), options.logger);
  } catch (error) {
    if (codeOf(error) === insufficientPrivilege) throw withoutRights(error);
    // The server went away meanwhile: it is worth another start.
    throw isConnectionFault(error) ? problemOf(error as Error) : error;
  } finally {
    await holder.end().catch(() => undefined);
    await db.destroy();
  }
}

async function takeTurn(holder: Client, logger: StoreLogger | null): Promise<void> {
  await holder.query('begin isolation level read committed');
  // It waits as long as the migrations take.
  await holder.query('set local idle_in_transaction_session_timeout = 0');
  for (let waitedMs = 0; waitedMs < longestWaitMs; waitedMs += lookAgainMs) {
    const { rows } = await holder.query<{ locked: boolean }>(migrationLock);
    if (rows[0]?.locked) return;
    if (waitedMs === 0) logger?.warn({}, 'another gateway is changing the database: waiting for it');
    await setTimeout(lookAgainMs);
  }
  throw new DatabaseProblem('UNREACHABLE', 'Another gateway has been changing the database for ten minutes.');
}

async function untilTablesAreFree(migrate: () => Promise<void>, logger: StoreLogger | null): Promise<void> {
  for (let failures = 1; ; failures++) {
    try {
      return await migrate();
    } catch (error) {
      if (codeOf(error) !== lockNotAvailable) throw error;
      if (failures === tries) {
        const message = 'The database could not be brought to the present shape: a long transaction holds a table.';
        throw new DatabaseProblem('UNREACHABLE', message, { cause: error });
      }
      logger?.warn({ failures }, 'a table to be changed is in use: trying again');
      await setTimeout(1000 * failures);
    }
  }
}

function withoutRights(cause: unknown): DatabaseProblem {
  const message =
    'The user of DATABASE_URL may not change tables. Run "npm run gateway -- db migrate" as one who may, once for each version.';
  return new DatabaseProblem('UNUSABLE', message, { cause });
}

/** The code of the database's own error, anywhere in the chain of causes. */
function codeOf(error: unknown): string | null {
  if (error instanceof DatabaseError) return error.code ?? null;
  return error instanceof Error && error.cause !== undefined ? codeOf(error.cause) : null;
}
