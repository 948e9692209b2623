import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { whenUnlocked } from '../store/sqlite/when-unlocked.ts';
import { atomically } from './rows.ts';

/**
 * Opens a twin's memory in `folder`, which is created if missing.
 * @param schemas one after the other: a folder that an earlier version wrote gets what it lacks
 */
export function openDatabase(folder: string, name: string, schemas: readonly string[]): DatabaseSync {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const database = new DatabaseSync(path.join(folder, name), { timeout: 5000 });
  whenUnlocked(() => database.exec('PRAGMA journal_mode = WAL'));
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
