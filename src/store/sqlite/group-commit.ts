import { setTimeout } from 'node:timers/promises';
import type { Transacting } from '../../kernel/transacting.ts';
import type { Connection } from '../connection.ts';
import { asStoreError, isLocked, storeFaultOf } from '../store-faults.ts';
import { runWork, type Work } from '../unit-of-work.ts';
import { lockPatienceMs, lockPauseMs, type SqliteConnection } from './connection.ts';

type Unit<Transaction> = {
  readonly work: Work<unknown, Transaction>;
  /** By the monotonic clock. */
  readonly queuedAt: number;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: unknown) => void;
};

type Ending = { readonly value: unknown } | { readonly error: unknown };

const unitsPerCommit = 64;

/**
 * Units of work that come in one turn of the event loop share one transaction and one sync of the disk, which costs
 * more than the rest of a unit. They run one after the other and hear of their end only after the commit: one that
 * failed as well, for it may have failed over what another wrote. Like everywhere else, a unit may be run again.
 */
export function createGroupCommit<Transaction>(
  connection: SqliteConnection,
  createTransaction: (connection: Connection) => Transaction,
): Transacting<Transaction>['transact'] {
  const waiting: Unit<Transaction>[] = [];
  let isScheduled = false;
  const runTurn = async (): Promise<void> => {
    if (await begin(connection, waiting)) {
      // Taken out before anything is awaited: a unit that is queued meanwhile belongs to the next turn.
      await settleBatch(connection, createTransaction, waiting.splice(0, unitsPerCommit));
    }
    isScheduled = false;
    schedule();
  };
  /** One turn at a time: the connection has one transaction. */
  const schedule = (): void => {
    if (isScheduled || waiting.length === 0) return;
    isScheduled = true;
    setImmediate(() => void runTurn());
  };
  return <T>(work: Work<T, Transaction>) =>
    new Promise<T>((resolve, reject) => {
      waiting.push({ work, queuedAt: performance.now(), resolve: resolve as (value: unknown) => void, reject });
      schedule();
    });
}

/**
 * Takes the writer's turn for the units that wait. While another process has it, the event loop goes on, and each unit
 * waits for its own time and no longer. False where no unit is left to run.
 */
async function begin<Transaction>(connection: SqliteConnection, waiting: Unit<Transaction>[]): Promise<boolean> {
  for (;;) {
    try {
      // What a failed ROLLBACK left open would refuse every transaction after it.
      if (connection.isInTransaction()) connection.run({ sql: 'ROLLBACK', parameters: [] });
      connection.run({ sql: 'BEGIN IMMEDIATE', parameters: [] });
      return true;
    } catch (error) {
      const overdue = performance.now() - lockPatienceMs;
      const patient = isLocked(error) ? waiting.findIndex(({ queuedAt }) => queuedAt > overdue) : -1;
      const fault = asStoreError(error);
      for (const { reject } of waiting.splice(0, patient < 0 ? waiting.length : patient)) reject(fault);
      if (patient < 0) return false;
      await setTimeout(lockPauseMs);
    }
  }
}

async function settleBatch<Transaction>(
  connection: SqliteConnection,
  createTransaction: (connection: Connection) => Transaction,
  batch: readonly Unit<Transaction>[],
): Promise<void> {
  try {
    const endings = await commitBatch(connection, createTransaction, batch);
    for (const [index, { resolve, reject }] of batch.entries()) {
      const ending = endings[index] ?? { error: new Error('a unit of work has no end') };
      if ('error' in ending) reject(asStoreError(ending.error));
      else resolve(ending.value);
    }
  } catch (error) {
    const fault = asStoreError(error);
    for (const { reject } of batch) reject(fault);
  }
}

/**
 * Runs a batch in the transaction that is open, plainly, and where a unit failed that had written, once more with a savepoint for each: a savepoint
 * copies every page that its unit changes, and units hardly ever fail.
 * @throws where nothing of the batch was committed.
 */
async function commitBatch<Transaction>(
  connection: SqliteConnection,
  createTransaction: (connection: Connection) => Transaction,
  batch: readonly Unit<Transaction>[],
): Promise<readonly Ending[]> {
  const command = (sql: string): unknown => connection.run({ sql, parameters: [] });
  const run = ({ work }: Unit<Transaction>) =>
    endOf(runWork({ connection, createTransaction, inTime: withinTurn }, work));
  try {
    const endings = (await runPlainly(connection, batch, run)) ?? (await runSeparately(connection, batch, run));
    const isAllLost = endings.every((ending) => 'error' in ending);
    if (isAllLost) command('ROLLBACK');
    else commit(connection);
    return endings;
  } catch (error) {
    rollback(connection);
    throw error;
  }
}

/** A disk that fails at the sync may have kept what was written all the same. */
function commit(connection: SqliteConnection): void {
  try {
    connection.run({ sql: 'COMMIT', parameters: [] });
  } catch (error) {
    throw asStoreError(error, { isOutcomeUnknown: storeFaultOf(error) === 'BROKEN' });
  }
}

/** Where the disk refuses that as well, the next turn tries it again. */
function rollback(connection: SqliteConnection): void {
  if (!connection.isInTransaction()) return;
  try {
    connection.run({ sql: 'ROLLBACK', parameters: [] });
  } catch {}
}

type RunUnit<Transaction> = (unit: Unit<Transaction>) => Promise<Ending>;

/** Null, and a new transaction, where what a failed unit wrote stands among the writing of others. */
async function runPlainly<Transaction>(
  connection: SqliteConnection,
  batch: readonly Unit<Transaction>[],
  run: RunUnit<Transaction>,
): Promise<readonly Ending[] | null> {
  const endings: Ending[] = [];
  for (const unit of batch) {
    const writtenBefore = connection.writtenRows();
    const ending = await run(unit);
    checkTransaction(connection, ending);
    if ('error' in ending && batch.length > 1 && connection.writtenRows() > writtenBefore) {
      connection.run({ sql: 'ROLLBACK', parameters: [] });
      connection.run({ sql: 'BEGIN IMMEDIATE', parameters: [] });
      return null;
    }
    endings.push(ending);
  }
  return endings;
}

async function runSeparately<Transaction>(
  connection: SqliteConnection,
  batch: readonly Unit<Transaction>[],
  run: RunUnit<Transaction>,
): Promise<readonly Ending[]> {
  const command = (sql: string): unknown => connection.run({ sql, parameters: [] });
  const endings: Ending[] = [];
  for (const unit of batch) {
    command('SAVEPOINT unit');
    const ending = await run(unit);
    checkTransaction(connection, ending);
    if ('error' in ending) command('ROLLBACK TO unit');
    command('RELEASE unit');
    endings.push(ending);
  }
  return endings;
}

/** A full disk, for instance, makes SQLite roll back everything by itself. */
function checkTransaction(connection: SqliteConnection, ending: Ending): void {
  if (!connection.isInTransaction()) throw 'error' in ending ? ending.error : new Error('the transaction is gone');
}

async function endOf(result: Promise<unknown>): Promise<Ending> {
  try {
    return { value: await result };
  } catch (error) {
    return { error };
  }
}

/**
 * SQLite answers at once, so a unit that is not done when the event loop turns is waiting for something else, while
 * everybody waits for it.
 */
function withinTurn<T>(run: () => Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const overdue = setImmediate(() =>
      reject(new Error('a unit of work waited for something other than its transaction')),
    );
    void run()
      .then(resolve, reject)
      .finally(() => clearImmediate(overdue));
  });
}
