import { setTimeout } from 'node:timers/promises';
import { Kysely, PostgresDialect } from 'kysely';
import type { Pool, PoolClient } from 'pg';
import type { Store, Transaction } from '../domain/store.ts';
import type { Connection } from './connection.ts';
import { createGate } from './gate.ts';
import { migratePostgres } from './migrate-postgres.ts';
import {
  type ConnectionLimits,
  openPool,
  poolConfig,
  postgresConnection,
  type StoreLogger,
} from './postgres-connection.ts';
import { isConflict, untilConnected } from './postgres-faults.ts';
import { checkServer } from './postgres-server.ts';
import { createQueries } from './queries.ts';
import { createReads } from './reads.ts';
import type { Tables } from './tables.ts';
import { createTransactions } from './transactions.ts';
import { runWork, type Work } from './unit-of-work.ts';

/**
 * Payments on a PostgreSQL server, which any number of gateways may share.
 * @throws where the server cannot be reached, or would answer before a commit is on disk.
 */
export async function openPostgresStore(
  connectionString: string,
  { logger, limits }: { readonly logger: StoreLogger | null; readonly limits: ConnectionLimits },
): Promise<Store> {
  const pool = openPool(poolConfig(connectionString, limits), (error) =>
    logger?.warn({ fault: error.message }, 'a database connection was lost'),
  );
  try {
    await checkServer(pool, logger);
  } catch (error) {
    await pool.end();
    throw error;
  }
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  const preparation = { db, queries: createQueries(db) };
  const createTransaction = createTransactions(preparation);
  const gate = createGate();
  const { execute } = postgresConnection(pool);
  let closed: Promise<void> | null = null;
  return {
    ...createReads(preparation, { execute: (statement) => gate.pass(() => untilConnected(() => execute(statement))) }),
    transact: (work) => gate.pass(() => transact(pool, createTransaction, work)),
    migrate: () => migratePostgres(connectionString, { limits, logger }),
    ping: async () => {
      await gate.pass(() => pool.query('select 1'));
    },
    close: () => {
      closed ??= gate.close().then(() => pool.end());
      return closed;
    },
  };
}

const retries = 3;

async function transact<T>(
  pool: Pool,
  createTransaction: (connection: Connection) => Transaction,
  work: Work<T>,
): Promise<T> {
  for (let failures = 0; ; failures++) {
    try {
      return await transactOnce(pool, createTransaction, work);
    } catch (error) {
      if (!isConflict(error) || failures === retries) throw error;
      await setTimeout(10 * 2 ** failures);
    }
  }
}

async function transactOnce<T>(
  pool: Pool,
  createTransaction: (connection: Connection) => Transaction,
  work: Work<T>,
): Promise<T> {
  // Nothing was asked for yet, so that another connection may be tried. What breaks later is not tried again: where the
  // answer to COMMIT is lost, it may have been done.
  const client = await untilConnected(() => begin(pool));
  let isBroken = false;
  try {
    const value = await runWork({ connection: postgresConnection(client), createTransaction }, work);
    const { command } = await client.query('COMMIT');
    if (command !== 'COMMIT') throw new Error('PostgreSQL rolled the transaction back');
    return value;
  } catch (error) {
    await client.query('ROLLBACK').catch(() => {
      isBroken = true;
    });
    throw error;
  } finally {
    client.release(isBroken);
  }
}

async function begin(pool: Pool): Promise<PoolClient> {
  const client = await pool.connect();
  try {
    await client.query('BEGIN ISOLATION LEVEL READ COMMITTED');
    return client;
  } catch (error) {
    client.release(true);
    throw error;
  }
}
