import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { atomically } from './rows.ts';

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
