import { existsSync } from 'node:fs';
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import { pathToFileURL } from 'node:url';
import type { Connection, Outcome, Statement } from '../connection.ts';
import { isLocked } from '../store-faults.ts';
import { insertTogether } from './insert-together.ts';

/** One connection to a SQLite file. Everything runs at once, on this thread; `execute` only has the common shape. */
export type SqliteConnection = Connection & {
  readonly run: <Row>(statement: Pick<Statement, 'sql' | 'parameters'> & Partial<Statement>) => Outcome<Row>;
  /** False after an error that made SQLite give up the whole transaction (a full disk, for instance). */
  readonly isInTransaction: () => boolean;
  /** The number of rows written by this connection so far, rolled-back ones included. */
  readonly writtenRows: () => number;
  readonly close: () => void;
};

type Prepared = { readonly statement: StatementSync; readonly rowOf: RowOf | null };
type RowOf = (values: readonly unknown[]) => unknown;

const keptStatements = 200;
/** How long a caller waits for another process' lock, and the pause between tries. */
export const lockPatienceMs = 5000;
export const lockPauseMs = 20;

/**
 * Settings for safety and speed. `synchronous` 2 is FULL: in WAL, NORMAL syncs only at a checkpoint and loses answered
 * payments at a power cut. `temp_store` 2 is MEMORY: a savepoint copies changed pages, which would otherwise go to a
 * temporary file. `cache_size` (in KiB where negative, allocated on demand) holds the index pages that payments write
 * together; the system caches the others, where `mapped` reads them. A commit that split a page looks at every page of
 * the cache. The checkpoint comes after 16 MB of log instead of 4, so a page that changes with every payment is copied
 * into the file less often.
 */
const pragmas: readonly { readonly name: string; readonly set: string; readonly expected: string | number }[] = [
  { name: 'journal_mode', set: 'WAL', expected: 'wal' },
  { name: 'synchronous', set: 'FULL', expected: 2 },
  { name: 'foreign_keys', set: 'ON', expected: 1 },
  { name: 'temp_store', set: 'MEMORY', expected: 2 },
  { name: 'cache_size', set: '-8192', expected: -8192 },
  { name: 'wal_autocheckpoint', set: '4000', expected: 4000 },
];

/**
 * As much of the file as SQLite can map into memory (2 GB): a page is read without a call and a copy. Writes stay calls,
 * whose failures are seen; a page that the disk cannot give ends the process. The map is made anew when another
 * connection has written, so the one that only reads has none. A system that maps no files reads as before.
 */
const mapped = 'PRAGMA mmap_size = 2147418112';

/**
 * @param busyTimeoutMs how long SQLite itself waits for a lock, blocking this thread; 0 where the caller tries again by
 * itself
 * @throws where the file cannot be opened, or refuses the settings that keep payments safe.
 */
export function openSqlite(
  path: string,
  { isReadOnly, busyTimeoutMs = lockPatienceMs }: { isReadOnly: boolean; busyTimeoutMs?: number },
): SqliteConnection {
  const database = new DatabaseSync(path, { readOnly: isReadOnly, timeout: lockPatienceMs });
  try {
    for (const { name, set } of pragmas) whenFree(() => database.exec(`PRAGMA ${name} = ${set}`));
    checkPragmas(database);
    if (!isReadOnly) database.exec(mapped);
    database.exec(`PRAGMA busy_timeout = ${busyTimeoutMs}`);
  } catch (error) {
    database.close();
    throw error;
  }
  return connectionTo(database);
}

/**
 * Only reads, and makes no file. Without a log of its own no other process has the database open, so SQLite needs none
 * either.
 */
export function lookIntoSqlite(path: string): SqliteConnection {
  const hasLog = ['-wal', '-journal'].some((ending) => existsSync(path + ending));
  const place = pathToFileURL(path);
  if (!hasLog) place.search = 'immutable=1';
  return connectionTo(new DatabaseSync(place, { readOnly: true, timeout: lockPatienceMs }));
}

function connectionTo(database: DatabaseSync): SqliteConnection {
  const prepare = keepStatements(database);
  let writtenRows = 0;
  const run: SqliteConnection['run'] = <Row>({
    sql,
    parameters,
    isRead = false,
  }: Parameters<SqliteConnection['run']>[0]) => {
    const { statement, rowOf } = prepare(sql);
    const values = parameters as SQLInputValue[];
    if (rowOf) {
      const rows = (statement.all(...values) as unknown as unknown[][]).map(rowOf) as Row[];
      // A writing statement may return the written rows.
      if (!isRead) writtenRows += rows.length;
      return { rows, changes: 0 };
    }
    const changes = Number(statement.run(...values).changes);
    writtenRows += changes;
    return { rows: [], changes };
  };
  return {
    run,
    execute: async (statement) => run(statement),
    insertTogether: async (rows, isFresh) => insertTogether(run, rows, isFresh),
    isInTransaction: () => database.isTransaction,
    writtenRows: () => writtenRows,
    close: () => database.close(),
  };
}

/**
 * Two processes that open a new file at once both switch it to WAL. SQLite refuses one of them at once, whatever the
 * time-out is, because waiting could be a deadlock. A moment later the lock is free.
 */
function whenFree(run: () => void): void {
  for (const deadline = performance.now() + lockPatienceMs; ; ) {
    try {
      run();
      return;
    } catch (error) {
      if (!isLocked(error) || performance.now() > deadline) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, lockPauseMs);
    }
  }
}

function checkPragmas(database: DatabaseSync): void {
  for (const { name, expected } of pragmas) {
    const row = database.prepare(`PRAGMA ${name}`).get();
    const [value] = Object.values(row ?? {});
    if (value !== expected) throw new Error(`SQLite did not take ${name}: it is ${String(value)}, not ${expected}`);
  }
}

/** Preparing costs more than running: the statements prepared last stay so. One that is used all day is soon back. */
function keepStatements(database: DatabaseSync): (sql: string) => Prepared {
  const kept = new Map<string, Prepared>();
  return (sql) => {
    const found = kept.get(sql);
    if (found) return found;
    const statement = database.prepare(sql);
    const columns = statement.columns().map(({ name }) => name);
    const prepared = { statement, rowOf: columns.length > 0 ? rowMaker(columns) : null };
    if (prepared.rowOf) statement.setReturnArrays(true);
    // A write also answers the last row's number. FTS5 has numbers above 2^53, which only a bigint holds.
    else statement.setReadBigInts(true);
    kept.set(sql, prepared);
    if (kept.size > keptStatements) kept.delete(kept.keys().next().value ?? '');
    return prepared;
  };
}

/**
 * Makes a row of the values of these columns. Node's own rows are dictionaries: making a page of payments of them, and
 * reading it, costs twice as much as of objects that V8 knows the shape of. The names come from the gateway's own SQL.
 */
function rowMaker(columns: readonly string[]): RowOf {
  const members = columns.map((name, place) => `${JSON.stringify(name)}: values[${place}]`);
  return new Function('values', `return { ${members.join(', ')} };`) as RowOf;
}
