import { mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { Kysely } from 'kysely';
import type { Store } from '../domain/store.ts';
import { createGate } from './gate.ts';
import { createGroupCommit } from './group-commit.ts';
import { migrateToLatest } from './migrate.ts';
import { createQueries } from './queries.ts';
import { createReads } from './reads.ts';
import { openSqlite } from './sqlite-connection.ts';
import { sqliteDialect } from './sqlite-dialect.ts';
import type { Tables } from './tables.ts';
import { createTransaction } from './transactions.ts';

/**
 * Payments in a SQLite file, whose folder is made where it is missing: one connection writes, another reads what is
 * committed.
 */
export function openSqliteStore(file: string): Store {
  const path = resolve(file);
  // Only for the gateway's own user: the file holds customers' data.
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const writer = openSqlite(path, { isReadOnly: false });
  const reader = openSqlite(path, { isReadOnly: true });
  const db = new Kysely<Tables>({ dialect: sqliteDialect(writer) });
  const preparation = { db, queries: createQueries(db) };
  const transact = createGroupCommit(writer, (connection) => createTransaction(preparation, connection));
  const gate = createGate();
  let closed: Promise<void> | null = null;
  return {
    ...createReads(preparation, reader),
    transact: (work) => gate.pass(() => transact(work)),
    migrate: async () => migrateToLatest('sqlite', sqliteDialect(openSqlite(path, { isReadOnly: false }))),
    ping: async () => {
      reader.run({ sql: 'select count(*) from sqlite_schema', parameters: [] });
    },
    close: () => {
      closed ??= gate.close().then(() => {
        // The writer last: with the last connection SQLite moves the log into the file.
        reader.close();
        writer.close();
      });
      return closed;
    },
  };
}
