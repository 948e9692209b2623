import { setTimeout as pause } from 'node:timers/promises';
import type { Transacting } from '../../kernel/transacting.ts';
import type { Connection } from '../connection.ts';
import type { InsertedRows } from '../new-rows.ts';
import { asStoreError, isLocked, storeFaultOf } from '../store-faults.ts';
import { runWork, type Work } from '../unit-of-work.ts';
import { lockPatienceMs, lockPauseMs, type SqliteConnection } from './connection.ts';
import { insertTogether } from './insert-together.ts';

type Ending = { readonly value: unknown } | { readonly error: unknown };

type Unit = {
  /** Answers at once where it only inserts rows. */
  readonly run: () => Ending | Promise<Ending>;
  /** By the monotonic clock. */
  readonly queuedAt: number;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: unknown) => void;
};

const unitsPerCommit = 64;
/** How long units wait for as many others as the last commit had. A sync of the disk takes about as long. */
const gatheringMs = 1;

export type GroupCommit<Transaction> = Transacting<Transaction> & Pick<Connection, 'insertTogether'>;

/**
 * Units of work share one transaction and one disk sync, which costs more than the rest of a unit. A unit that comes
 * alone is committed in its event-loop turn. Where the last commit had several units, the first ones wait for the
 * others for a millisecond: callers who were answered together ask again one after the other. Units run one after the
 * other and end only after the commit. A failed unit waits too, because it may have failed over another unit's write. As
 * everywhere, a unit may run again.
 */
export function createGroupCommit<Transaction>(
  connection: SqliteConnection,
  createTransaction: (connection: Connection) => Transaction,
): GroupCommit<Transaction> {
  const waiting: Unit[] = [];
  let isRunning = false;
  let gathering: NodeJS.Timeout | null = null;
  /** The size of the last commit. It sinks by half at a time, so that one small commit between large ones changes little. */
  let expected = 1;
  const runTurn = async (): Promise<void> => {
    if (await begin(connection, waiting)) {
      // Taken out before anything is awaited: a unit that is queued meanwhile belongs to the next turn.
      const batch = waiting.splice(0, unitsPerCommit);
      expected = Math.max(batch.length, expected >> 1);
      await settleBatch(connection, batch);
    }
    isRunning = false;
    schedule();
  };
  /** One turn at a time: the connection has one transaction. */
  const run = (): void => {
    if (gathering) clearTimeout(gathering);
    [gathering, isRunning] = [null, true];
    setImmediate(() => void runTurn());
  };
  const schedule = (): void => {
    if (isRunning || waiting.length === 0) return;
    if (waiting.length >= expected) run();
    else gathering ??= setTimeout(run, gatheringMs);
  };
  const queue = <T>(run: Unit['run']): Promise<T> =>
    new Promise<T>((resolve, reject) => {
      waiting.push({ run, queuedAt: performance.now(), resolve: resolve as (value: unknown) => void, reject });
      schedule();
    });
  return {
    transact: <T>(work: Work<T, Transaction>) =>
      queue<T>(() => endOf(runWork({ connection, createTransaction, inTime: withinTurn }, work))),
    insertTogether: (rows, isFresh) => queue(() => endNow(() => insertTogether(connection.run, rows, isFresh))),
  };
}

/**
 * Takes the write lock for the waiting units. While another process has it the event loop goes on, and each unit waits
 * for its own time limit. False where no unit is left to run.
 */
async function begin(connection: SqliteConnection, waiting: Unit[]): Promise<boolean> {
  for (;;) {
    try {
      // A transaction left open by a failed ROLLBACK would block every later one.
      if (connection.isInTransaction()) connection.run({ sql: 'ROLLBACK', parameters: [] });
      connection.run({ sql: 'BEGIN IMMEDIATE', parameters: [] });
      return true;
    } catch (error) {
      const overdue = performance.now() - lockPatienceMs;
      const patient = isLocked(error) ? waiting.findIndex(({ queuedAt }) => queuedAt > overdue) : -1;
      const fault = asStoreError(error);
      for (const { reject } of waiting.splice(0, patient < 0 ? waiting.length : patient)) reject(fault);
      if (patient < 0) return false;
      await pause(lockPauseMs);
    }
  }
}

async function settleBatch(connection: SqliteConnection, batch: readonly Unit[]): Promise<void> {
  try {
    const endings = await commitBatch(connection, batch);
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
 * Runs a batch in the open transaction, without savepoints. If a unit failed after writing, the batch runs again with a
 * savepoint for each unit. A savepoint copies every changed page, and units rarely fail.
 * @throws where nothing of the batch was committed.
 */
async function commitBatch(connection: SqliteConnection, batch: readonly Unit[]): Promise<readonly Ending[]> {
  try {
    const endings = (await runPlainly(connection, batch)) ?? (await runSeparately(connection, batch));
    const isAllLost = endings.every((ending) => 'error' in ending);
    if (isAllLost) connection.run({ sql: 'ROLLBACK', parameters: [] });
    else commit(connection);
    return endings;
  } catch (error) {
    rollback(connection);
    throw error;
  }
}

/** A disk that fails at the sync may still have kept the data. */
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

/** Null, and a new transaction, where a failed unit's writes are mixed with those of others. */
async function runPlainly(connection: SqliteConnection, batch: readonly Unit[]): Promise<readonly Ending[] | null> {
  const endings: Ending[] = [];
  for (const unit of batch) {
    const writtenBefore = connection.writtenRows();
    const result = unit.run();
    const ending = result instanceof Promise ? await result : result;
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

async function runSeparately(connection: SqliteConnection, batch: readonly Unit[]): Promise<readonly Ending[]> {
  const command = (sql: string): unknown => connection.run({ sql, parameters: [] });
  const endings: Ending[] = [];
  for (const unit of batch) {
    command('SAVEPOINT unit');
    const ending = await unit.run();
    checkTransaction(connection, ending);
    if ('error' in ending) command('ROLLBACK TO unit');
    command('RELEASE unit');
    endings.push(ending);
  }
  return endings;
}

/** SQLite rolls back by itself in some cases, for instance on a full disk. */
function checkTransaction(connection: SqliteConnection, ending: Ending): void {
  if (!connection.isInTransaction()) throw 'error' in ending ? ending.error : new Error('the transaction is gone');
}

function endNow(insert: () => InsertedRows): Ending {
  try {
    return { value: insert() };
  } catch (error) {
    return { error };
  }
}

async function endOf(result: Promise<unknown>): Promise<Ending> {
  try {
    return { value: await result };
  } catch (error) {
    return { error };
  }
}

/**
 * SQLite answers at once. A unit that is not done after an event-loop turn waits for something else, and delays all
 * others.
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
