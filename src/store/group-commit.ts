import type { Store, Transaction } from '../domain/store.ts';
import type { Connection } from './connection.ts';
import type { SqliteConnection } from './sqlite-connection.ts';
import { runWork, type Work } from './unit-of-work.ts';

type Unit = {
  readonly work: Work<unknown>;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: unknown) => void;
};

type Ending = { readonly value: unknown } | { readonly error: unknown };

const unitsPerCommit = 64;

/**
 * Units of work that come in one turn of the event loop share one transaction and one sync of the disk, which costs
 * more than the rest of a unit. They run one after the other, each in a savepoint of its own, and hear of their end
 * only after the commit: one that failed as well, for it may have failed over what another wrote.
 */
export function createGroupCommit(
  connection: SqliteConnection,
  createTransaction: (connection: Connection) => Transaction,
): Store['transact'] {
  const waiting: Unit[] = [];
  const runTurn = async (): Promise<void> => {
    await settleBatch(connection, createTransaction, waiting.slice(0, unitsPerCommit));
    waiting.splice(0, unitsPerCommit);
    if (waiting.length > 0) schedule();
  };
  const schedule = (): void => void setImmediate(() => void runTurn());
  return <T>(work: Work<T>) =>
    new Promise<T>((resolve, reject) => {
      waiting.push({ work, resolve: resolve as (value: unknown) => void, reject });
      if (waiting.length === 1) schedule();
    });
}

async function settleBatch(
  connection: SqliteConnection,
  createTransaction: (connection: Connection) => Transaction,
  batch: readonly Unit[],
): Promise<void> {
  try {
    const endings = await commitBatch(connection, createTransaction, batch);
    for (const [index, { resolve, reject }] of batch.entries()) {
      const ending = endings[index] ?? { error: new Error('a unit of work has no end') };
      if ('error' in ending) reject(ending.error);
      else resolve(ending.value);
    }
  } catch (error) {
    for (const { reject } of batch) reject(error);
  }
}

/** @throws where nothing of the batch was committed. */
async function commitBatch(
  connection: SqliteConnection,
  createTransaction: (connection: Connection) => Transaction,
  batch: readonly Unit[],
): Promise<readonly Ending[]> {
  const command = (sql: string): unknown => connection.run({ sql, parameters: [] });
  const isShared = batch.length > 1;
  const endings: Ending[] = [];
  try {
    command('BEGIN IMMEDIATE');
    for (const { work } of batch) {
      if (isShared) command('SAVEPOINT unit');
      const ending = await endOf(runWork({ connection, createTransaction, inTime: withinTurn }, work));
      // A full disk, for instance, makes SQLite roll back everything by itself.
      if (!connection.isInTransaction()) throw 'error' in ending ? ending.error : new Error('the transaction is gone');
      if (isShared && 'error' in ending) command('ROLLBACK TO unit');
      if (isShared) command('RELEASE unit');
      endings.push(ending);
    }
    const isAllLost = endings.every((ending) => 'error' in ending);
    command(isAllLost ? 'ROLLBACK' : 'COMMIT');
    return endings;
  } catch (error) {
    if (connection.isInTransaction()) command('ROLLBACK');
    throw error;
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
