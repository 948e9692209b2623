import { Kysely, PostgresDialect } from 'kysely';
import type { Pool } from 'pg';
import { once } from '../../kernel/once.ts';
import type { Connection, Statement } from '../connection.ts';
import { createGate } from '../gate.ts';
import type { ProbeWrites } from '../leases.ts';
import { migrationStateOf } from '../migrate.ts';
import { type MadeAt, madeAtQuery, onlyMoment } from '../migration-state.ts';
import type { Store, StoreParts } from '../store.ts';
import { asStoreError } from '../store-faults.ts';
import { runWork, type Work } from '../unit-of-work.ts';
import { createWriteProbe } from '../write-probe.ts';
import { type ConnectionLimits, openPool, poolConfig, postgresConnection, type StoreLogger } from './connection.ts';
import { isAnswerLost, isSpoiltBy, untilConnected, untilSerialised } from './faults.ts';
import { createGroupInserts } from './group-inserts.ts';
import { migratePostgres } from './migrate.ts';
import { warnOfMissingRights } from './rights.ts';
import { checkServer, type Server } from './server.ts';
import { beginTransaction } from './transaction.ts';
import { refuseUnfinishedRestore } from './unfinished-restore.ts';

/**
 * Payments on a PostgreSQL server, which any number of gateways may share.
 * @throws where the server cannot be reached, or would answer before a commit is on disk.
 */
export async function openPostgresStore<Tables, Reads, Transaction extends ProbeWrites>(
  connectionString: string,
  {
    logger,
    limits,
    isRestoring,
    parts,
  }: {
    readonly logger: StoreLogger | null;
    readonly limits: ConnectionLimits;
    readonly isRestoring: boolean;
    readonly parts: StoreParts<Tables, Reads, Transaction>;
  },
): Promise<Store<Reads, Transaction>> {
  const pool = openPool(poolConfig(connectionString, limits), (error) =>
    logger?.warn({ fault: error.message }, 'a database connection was lost'),
  );
  const server = await checkDatabase(pool, { logger, isRestoring }).catch(async (error: unknown) => {
    await pool.end();
    throw error;
  });
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  const { createReads, createTransaction } = parts(db, 'postgres');
  const gate = createGate();
  const { execute } = postgresConnection(pool);
  const insertTogether = createGroupInserts({ pool, server, logger });
  const probed = createWriteProbe<Transaction>({
    transact: (work) => gate.pass(() => transact({ pool, server, createTransaction }, work)),
    insertTogether: (rows, isFresh) => gate.pass(() => insertTogether(rows, isFresh)),
  });
  const close = once(() => gate.close().then(() => pool.end()));
  return {
    ...createReads({
      execute: <Row>(statement: Statement) =>
        gate.pass(() => untilConnected(() => execute<Row>(statement)).catch(rethrow)),
      insertTogether: probed.insertTogether,
    }),
    transact: probed.transact,
    ping: probed.ping,
    migrate: async () => {
      await migratePostgres(connectionString, { limits, logger });
      await gate.pass(() => warnOfMissingRights(pool, logger).catch(rethrow));
    },
    pendingMigrations: async () => {
      const untyped = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
      return (await gate.pass(() => migrationStateOf('postgres', untyped).catch(rethrow))).pending;
    },
    madeAt: async () => onlyMoment((await gate.pass(() => pool.query<MadeAt>(madeAtQuery).catch(rethrow))).rows),
    ...{ close, [Symbol.asyncDispose]: close },
  };
}

async function checkDatabase(
  pool: Pool,
  { logger, isRestoring }: { readonly logger: StoreLogger | null; readonly isRestoring: boolean },
): Promise<Server> {
  const server = await checkServer(pool, logger);
  if (!isRestoring) await refuseUnfinishedRestore(pool);
  return server;
}

function rethrow(error: unknown): never {
  throw asStoreError(error);
}

type Transacts<Transaction> = {
  readonly pool: Pool;
  readonly server: Server;
  readonly createTransaction: (connection: Connection) => Transaction;
};

async function transact<T, Transaction>(on: Transacts<Transaction>, work: Work<T, Transaction>): Promise<T> {
  return untilSerialised(() => transactOnce(on, work)).catch(rethrow);
}

/**
 * Without a connection, or if it broke before the transaction began, nothing can have happened, and another connection
 * is tried. A later break is not repeated: if the answer to COMMIT is lost, the work may have been done.
 */
async function transactOnce<T, Transaction>(
  { pool, server, createTransaction }: Transacts<Transaction>,
  work: Work<T, Transaction>,
): Promise<T> {
  let hasBegun = (): boolean => false;
  const run = async (): Promise<T> => {
    const client = await pool.connect();
    const transaction = beginTransaction(client);
    hasBegun = transaction.hasBegun;
    let isCommitSent = false;
    let isSpoilt = false;
    try {
      const value = await runWork({ connection: transaction, createTransaction }, work);
      isCommitSent = true;
      await transaction.commit();
      return value;
    } catch (error) {
      const refusal = await transaction.rollback(error);
      isSpoilt = isSpoiltBy(refusal, server);
      // A refusal of the server says that nothing was kept; a connection that broke says nothing.
      throw isCommitSent && isAnswerLost(refusal) ? asStoreError(refusal, { isOutcomeUnknown: true }) : refusal;
    } finally {
      client.release(isSpoilt || !transaction.isSound());
    }
  };
  return untilConnected(run, () => !hasBegun());
}
