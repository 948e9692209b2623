import { setTimeout } from 'node:timers/promises';
import { Kysely, PostgresDialect } from 'kysely';
import pg, { DatabaseError, type Pool } from 'pg';
import type { Store, Transaction } from '../domain/store.ts';
import type { Connection } from './connection.ts';
import { createGate } from './gate.ts';
import { migrateToLatest } from './migrate.ts';
import { poolConfig, postgresConnection, type StoreLogger } from './postgres-connection.ts';
import { createQueries } from './queries.ts';
import { createReads } from './reads.ts';
import type { Tables } from './tables.ts';
import { createTransaction } from './transactions.ts';
import { runWork, type Work } from './unit-of-work.ts';

/**
 * Payments on a PostgreSQL server, which any number of gateways may share.
 * @throws where the server cannot be reached, or would answer before a commit is on disk.
 */
export async function openPostgresStore(connectionString: string, logger: StoreLogger | null): Promise<Store> {
  const pool = new pg.Pool(poolConfig(connectionString));
  // An idle connection that breaks is replaced; without a listener the event would end the process.
  pool.on('error', (error) => logger?.warn({ fault: error.message }, 'a database connection was lost'));
  try {
    await checkServer(pool);
  } catch (error) {
    await pool.end();
    throw error;
  }
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  const preparation = { db, queries: createQueries(db) };
  const gate = createGate();
  const { execute } = postgresConnection(pool);
  let closed: Promise<void> | null = null;
  return {
    ...createReads(preparation, { execute: (statement) => gate.pass(() => execute(statement)) }),
    transact: (work) =>
      gate.pass(() => transact(pool, (connection) => createTransaction(preparation, connection), work)),
    // Making an index may take longer than any query may.
    migrate: () =>
      migrateToLatest(
        'postgres',
        new PostgresDialect({ pool: new pg.Pool({ ...poolConfig(connectionString), max: 1, statement_timeout: 0 }) }),
      ),
    ping: async () => {
      await gate.pass(() => pool.query('select 1'));
    },
    close: () => {
      closed ??= gate.close().then(() => pool.end());
      return closed;
    },
  };
}

const serverSettings = `select current_setting('fsync') as fsync,
  current_setting('synchronous_commit') as synchronous_commit, current_setting('server_encoding') as encoding`;

async function checkServer(pool: Pool): Promise<void> {
  const { rows } = await pool.query(serverSettings).catch((error) => {
    throw new Error(`The PostgreSQL server of DATABASE_URL cannot be used: ${reasonOf(error)}.`, { cause: error });
  });
  const { fsync, synchronous_commit, encoding } = rows[0];
  // The values beside `on` wait for the local disk as well, and some of them for another server's.
  if (fsync !== 'on' || synchronous_commit === 'off') {
    throw new Error('PostgreSQL must have fsync and synchronous_commit on: an answered payment has to be on disk.');
  }
  if (encoding !== 'UTF8') throw new Error('The PostgreSQL database must have the encoding UTF8.');
}

/** Node gives several failed addresses as one error without a message. */
function reasonOf(error: NodeJS.ErrnoException): string {
  return error.message || error.code || error.name;
}

const retries = 3;
/** Two transactions each waited for the other, or could not be put in an order: the database asks for another try. */
const retryableCodes = new Set(['40001', '40P01']);

async function transact<T>(
  pool: Pool,
  createTransaction: (connection: Connection) => Transaction,
  work: Work<T>,
): Promise<T> {
  for (let failures = 0; ; failures++) {
    try {
      return await transactOnce(pool, createTransaction, work);
    } catch (error) {
      const isRetryable = error instanceof DatabaseError && retryableCodes.has(error.code ?? '');
      if (!isRetryable || failures === retries) throw error;
      await setTimeout(10 * 2 ** failures);
    }
  }
}

async function transactOnce<T>(
  pool: Pool,
  createTransaction: (connection: Connection) => Transaction,
  work: Work<T>,
): Promise<T> {
  const client = await pool.connect();
  let isBroken = false;
  const onLoss = (): void => {
    isBroken = true;
  };
  // Without a listener, a connection that is lost between two statements would end the process.
  client.on('error', onLoss);
  try {
    await client.query('BEGIN ISOLATION LEVEL READ COMMITTED');
    const value = await runWork({ connection: postgresConnection(client), createTransaction }, work);
    const { command } = await client.query('COMMIT');
    if (command !== 'COMMIT') throw new Error('PostgreSQL rolled the transaction back');
    return value;
  } catch (error) {
    await client.query('ROLLBACK').catch(onLoss);
    throw error;
  } finally {
    client.off('error', onLoss);
    client.release(isBroken);
  }
}
