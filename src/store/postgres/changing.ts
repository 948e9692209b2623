import { setTimeout } from 'node:timers/promises';
import { Kysely, PostgresDialect } from 'kysely';
import pg, { type Client, DatabaseError, type Pool } from 'pg';
import { DatabaseProblem } from '../database-problem.ts';
import { type ConnectionLimits, openPool, poolConfig, type StoreLogger } from './connection.ts';
import { isConnectionFault, problemOf } from './faults.ts';

/** How one process at a time changes the tables of a database that others work on. */

export type ChangeOptions = { readonly limits: ConnectionLimits; readonly logger: StoreLogger | null };

export type Changing = {
  /** For changes that take a table: they give up their lock soon, because a waiting lock blocks all statements after it. */
  readonly db: Kysely<unknown>;
  /** For what blocks no statement of others, and waits for their transactions. */
  readonly patient: Pool;
  /** Waits until no other process changes the tables, and keeps the others waiting. */
  readonly takeTurn: () => Promise<void>;
};

/**
 * The advisory lock that guards changes of the tables. A transaction holds it: a pooler such as PgBouncer gives a
 * session's connection, with the session's locks, to another client.
 */
const changeLock = 'select pg_try_advisory_xact_lock(1919248236, 1) as locked';
const lookAgainMs = 250;
const longestWaitMs = 10 * 60_000;
/** Two transactions waited for each other. */
export const isDeadlock = (code: string | null): boolean => code === '40P01';
/** It did not get a lock within the lock time-out, or lost a deadlock. */
const isUnlucky = (code: string | null): boolean => code === '55P03' || isDeadlock(code);
const insufficientPrivilege = '42501';
const tries = 5;

/**
 * @param command that does the same, for a database user with more rights
 * @throws DatabaseProblem where the database cannot be changed
 */
export async function changeTables(
  command: string,
  { connectionString, limits, logger }: ChangeOptions & { readonly connectionString: string },
  work: (changing: Changing) => Promise<void>,
): Promise<void> {
  // Making an index may take longer than any query may.
  const config = { ...poolConfig(connectionString, limits), statement_timeout: 0, query_timeout: 0 };
  const pool = openPool({ ...config, max: 1 });
  const patient = openPool({ ...config, max: 1, lock_timeout: longestWaitMs });
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
  const holder = new pg.Client(config);
  // The end of this connection ends its transaction and gives the lock back, however it comes.
  holder.on('error', () => undefined);
  const takeTurn = () => holder.connect().then(() => waitForTurn(holder, logger));
  try {
    await work({ db, patient, takeTurn });
  } catch (error) {
    throw asProblem(error, command);
  } finally {
    await holder.end().catch(() => undefined);
    await patient.end();
    await db.destroy();
  }
}

async function waitForTurn(holder: Client, logger: StoreLogger | null): Promise<void> {
  await holder.query('begin isolation level read committed');
  // It waits as long as the changes take.
  await holder.query('set local idle_in_transaction_session_timeout = 0');
  for (let waitedMs = 0; waitedMs < longestWaitMs; waitedMs += lookAgainMs) {
    const { rows } = await holder.query<{ locked: boolean }>(changeLock);
    if (rows[0]?.locked) return;
    if (waitedMs === 0) logger?.warn({}, 'another gateway is changing the database: waiting for it');
    await setTimeout(lookAgainMs);
  }
  throw new DatabaseProblem('UNREACHABLE', 'Another gateway has been changing the database for ten minutes.');
}

export async function untilTablesAreFree<T>(
  change: () => Promise<T>,
  logger: StoreLogger | null,
  isPassing: (code: string | null) => boolean = isUnlucky,
): Promise<T> {
  for (let failures = 1; ; failures++) {
    try {
      return await change();
    } catch (error) {
      if (!isPassing(codeOf(error)) || failures === tries) throw error;
      logger?.warn({ failures }, 'a table to be changed is in use: trying again');
      await setTimeout(1000 * failures);
    }
  }
}

function asProblem(cause: unknown, command: string): unknown {
  if (cause instanceof DatabaseProblem) return cause;
  const code = codeOf(cause);
  if (isUnlucky(code)) {
    const message = 'The database could not be brought to the present shape: a long transaction holds a table.';
    return new DatabaseProblem('UNREACHABLE', message, { cause });
  }
  if (code === insufficientPrivilege) {
    const { message: reason } = rootOf(cause) as Error;
    // The first table that is read: its user lacks more than rights to change tables.
    if (reason.endsWith(' table kysely_migration')) return problemOf(rootOf(cause) as Error);
    const message = `The user of DATABASE_URL may not change tables. Run "npm run gateway -- ${command}" as one who may, once for each version.`;
    return new DatabaseProblem('UNUSABLE', message, { cause });
  }
  // The server went away meanwhile: it is worth another start.
  const root = rootOf(cause);
  return isConnectionFault(root) ? problemOf(root as Error) : cause;
}

const rootOf = (error: unknown): unknown =>
  error instanceof Error && error.cause !== undefined ? rootOf(error.cause) : error;

/** The code of the database's own error, anywhere in the chain of causes. */
export function codeOf(error: unknown): string | null {
  const root = rootOf(error);
  return root instanceof DatabaseError ? (root.code ?? null) : null;
}
