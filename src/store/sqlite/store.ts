import { accessSync, closeSync, constants, openSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { setImmediate, setTimeout } from 'node:timers/promises';
import { Kysely } from 'kysely';
import { once } from '../../kernel/once.ts';
import type { Connection, Statement } from '../connection.ts';
import { unusableFile } from '../database-problem.ts';
import { createGate } from '../gate.ts';
import type { ProbeWrites } from '../leases.ts';
import { migrateToLatest, migrationStateOf } from '../migrate.ts';
import { type MadeAt, madeAtQuery, onlyMoment } from '../migration-state.ts';
import type { Store, StoreParts } from '../store.ts';
import { asStoreError, isLocked, storeFaultOf } from '../store-faults.ts';
import { createWriteProbe } from '../write-probe.ts';
import { lockPatienceMs, lockPauseMs, openSqlite, type SqliteConnection } from './connection.ts';
import { sqliteDialect } from './dialect.ts';
import { createGroupCommit } from './group-commit.ts';
import { makeFolder } from './make-folder.ts';
import { watchOwnFile } from './own-file.ts';

/**
 * The store in a SQLite file. Its folder is made if it is missing.
 * @throws DatabaseProblem
 */
export function openSqliteStore<Tables, Reads, Transaction extends ProbeWrites>(
  file: string,
  parts: StoreParts<Tables, Reads, Transaction>,
): Store<Reads, Transaction> {
  const path = resolve(file);
  const [writer, reader] = openBoth(path);
  const db = new Kysely<Tables>({ dialect: sqliteDialect(writer) });
  const { createReads, createTransaction } = parts(db, 'sqlite');
  const group = createGroupCommit(writer, createTransaction);
  const gate = createGate();
  const checkFile = watchOwnFile(path);
  const write = <T>(run: () => Promise<T>): Promise<T> =>
    gate.pass(() => {
      checkFile();
      return run();
    });
  const probed = createWriteProbe<Transaction>({
    transact: (work) => write(() => group.transact(work)),
    insertTogether: (rows, isFresh) => write(() => group.insertTogether(rows, isFresh)),
  });
  const close = once(async () => {
    await gate.close();
    // The writer last: with the last connection SQLite moves the log into the file.
    reader.close();
    writer.close();
  });
  return {
    ...createReads({ ...committedReads(writer, reader), insertTogether: probed.insertTogether }),
    transact: probed.transact,
    ping: probed.ping,
    migrate: () => migrateSqlite(path),
    pendingMigrations: async () =>
      (await migrationStateOf('sqlite', new Kysely({ dialect: sqliteDialect(reader) }))).pending,
    madeAt: async () => onlyMoment(reader.run<MadeAt>({ sql: madeAtQuery, parameters: [] }).rows),
    ...{ close, [Symbol.asyncDispose]: close },
  };
}

/** So many rows, and reads, are answered in one turn of the event loop: some ten milliseconds. */
const rowsPerTurn = 1000;

/**
 * Reads committed data. The writer's connection still caches the pages that it wrote; the reader's connection drops its
 * cache at each commit. So reads use the writer, except while a transaction is open, because its writes must not be
 * seen. SQLite answers at once: a walk through many rows would take no turn of the event loop, and keep all others
 * waiting until its end.
 */
export function committedReads(writer: SqliteConnection, reader: SqliteConnection): Pick<Connection, 'execute'> {
  let rows = 0;
  return {
    execute: async <Row>(statement: Statement) => {
      if (rows > rowsPerTurn) {
        rows = 0;
        await setImmediate();
      }
      for (const deadline = performance.now() + lockPatienceMs; ; ) {
        try {
          const result = (writer.isInTransaction() ? reader : writer).run<Row>(statement);
          rows += 10 + result.rows.length;
          return result;
        } catch (error) {
          if (!isLocked(error) || performance.now() > deadline) throw asStoreError(error);
          await setTimeout(lockPauseMs);
        }
      }
    },
  };
}

/**
 * A file that is there is not even opened: to close it would take away the locks that this process has on it. Without the
 * right to write SQLite would open it all the same, only for reading.
 */
function makeFile(path: string): void {
  try {
    closeSync(openSync(path, 'wx', 0o600));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    accessSync(path, constants.R_OK | constants.W_OK);
  }
}

function openBoth(path: string): readonly [writer: SqliteConnection, reader: SqliteConnection] {
  try {
    // Only for the gateway's own user: the file holds customers' data.
    makeFolder(dirname(path), 0o700);
    makeFile(path);
    const [writer, reader] = [{ isReadOnly: false }, { isReadOnly: true }];
    return [openSqlite(path, { ...writer, busyTimeoutMs: 0 }), openSqlite(path, { ...reader, busyTimeoutMs: 0 })];
  } catch (error) {
    throw unusableFile(path, error);
  }
}

/**
 * On a connection of its own, which takes the writer's turn. It checks no foreign key, so that a migration can copy a
 * table that others refer to; that migration then checks them all.
 * @throws DatabaseProblem
 */
export async function migrateSqlite(path: string): Promise<void> {
  try {
    const connection = openSqlite(path, { isReadOnly: false });
    connection.run({ sql: 'PRAGMA foreign_keys = OFF', parameters: [] });
    await using db = new Kysely<unknown>({ dialect: sqliteDialect(connection) });
    await migrateToLatest('sqlite', db);
  } catch (error) {
    const cause = error instanceof Error ? (error.cause ?? error) : error;
    throw storeFaultOf(cause) === null ? error : unusableFile(path, cause);
  }
}
