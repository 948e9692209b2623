import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync, type SQLInputValue, type SQLOutputValue } from 'node:sqlite';

/**
 * Opens a simulator's memory in `folder`, which is created if missing.
 * @param schemas applied in order; a folder of an earlier version gets the missing ones
 */
export function openDatabase(folder: string, name: string, schemas: readonly string[]): DatabaseSync {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const database = new DatabaseSync(path.join(folder, name), { timeout: 5000 });
  useWriteAheadLog(database);
  database.exec('PRAGMA synchronous = FULL');
  database.exec('PRAGMA foreign_keys = ON');
  atomically(database, () => {
    const version = Number(database.prepare('PRAGMA user_version').get()?.user_version);
    assert(version <= schemas.length, 'the sandbox folder was written by a newer version: empty it');
    for (const schema of schemas.slice(version)) database.exec(schema);
    database.exec(`PRAGMA user_version = ${schemas.length}`);
  });
  return database;
}

/** SQLite refuses the switch at once, whatever the time-out is, while another process makes it: try for five seconds. */
function useWriteAheadLog(database: DatabaseSync): void {
  const tries = 250;
  for (let left = tries; left > 0; left--) {
    try {
      database.exec('PRAGMA journal_mode = WAL');
      return;
    } catch (error) {
      if (left === 1 || (error as { errcode?: unknown }).errcode !== 5) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20);
    }
  }
}

/** All of it or nothing. Within another one it is a part of that. */
export function atomically<Result>(database: DatabaseSync, work: () => Result): Result {
  if (database.isTransaction) return work();
  database.exec('BEGIN IMMEDIATE');
  try {
    const result = work();
    database.exec('COMMIT');
    return result;
  } catch (error) {
    database.exec('ROLLBACK');
    throw error;
  }
}

type Select<Kept> = (...values: SQLInputValue[]) => Kept;

export type Records<Kept> = {
  /** Members that no column is named after are left out. An absent number of a row is the next one. */
  insert(record: object): Kept;
  /** `rest` follows `SELECT * FROM table`. */
  all(rest: string): Select<readonly Kept[]>;
  /** The first, or null. */
  one(rest: string): Select<Kept | null>;
};

/**
 * A table whose columns are named as the code names them: `amountCents` stands in `amount_cents`. `json` holds what is
 * neither text nor a number, `flags` are 0 or 1.
 */
export function recordsIn<Kept>(
  database: DatabaseSync,
  table: string,
  { json = [], flags = [] }: { readonly json?: readonly string[]; readonly flags?: readonly string[] } = {},
): Records<Kept> {
  const names = database
    .prepare(`SELECT * FROM ${table}`)
    .columns()
    .map(({ name }) => inCode(name));
  const insert = database.prepare(`INSERT INTO ${table} VALUES (${names.map(() => '?').join(', ')}) RETURNING *`);
  const readValue = (name: string, value: SQLOutputValue): unknown => {
    if (value === null) return null;
    if (flags.includes(name)) return value === 1;
    return json.includes(name) ? JSON.parse(String(value)) : value;
  };
  const read = (row: Record<string, SQLOutputValue>): Kept =>
    Object.fromEntries(Object.values(row).map((value, at) => [names[at], readValue(names[at] ?? '', value)])) as Kept;
  const all: Records<Kept>['all'] = (rest) => {
    const select = database.prepare(`SELECT * FROM ${table} ${rest}`);
    return (...values) => select.all(...values).map(read);
  };
  return {
    insert: (record) => {
      const given = new Map<string, unknown>(Object.entries(record));
      const row = insert.get(...names.map((name) => stored(given.get(name))));
      assert(row, 'what was inserted is there');
      return read(row);
    },
    all,
    one: (rest) => {
      const select = all(rest);
      return (...values) => select(...values)[0] ?? null;
    },
  };
}

const inCode = (column: string): string => column.replaceAll(/_(.)/g, (_whole, letter: string) => letter.toUpperCase());

function stored(value: unknown): SQLInputValue {
  if (value === undefined || value === null) return null;
  if (typeof value === 'boolean') return value ? 1 : 0;
  return typeof value === 'object' ? JSON.stringify(value) : (value as SQLInputValue);
}

/** The one number that a statement gives, or 0. */
export const numberIn = (row: Record<string, SQLOutputValue> | undefined): number =>
  Number(Object.values(row ?? {})[0] ?? 0);
