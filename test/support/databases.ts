import { randomBytes } from 'node:crypto';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout } from 'node:timers/promises';
import pg from 'pg';
import { inject } from 'vitest';
import { openStore } from '../../src/app/store.ts';

export type TestDatabase = AsyncDisposable & {
  readonly databaseUrl: string;
  /** Whether it was made with the tables: to look whether any is missing costs as much as to make and drop a database. */
  readonly hasTables: boolean;
  /** Another database with what is in this one. Close every store on it first. */
  copy(): Promise<TestDatabase>;
  /** Close every store on it first. */
  dispose(): Promise<void>;
};

export type TestDatabases = {
  readonly name: 'sqlite' | 'postgres';
  /** A database of its own, with the tables and without a row. */
  open(): Promise<TestDatabase>;
  /** For what is about making the tables. */
  openEmpty(): Promise<TestDatabase>;
};

export const sqlite: TestDatabases = { name: 'sqlite', open: openSqlite, openEmpty: openEmptySqlite };
export const postgres: TestDatabases = {
  name: 'postgres',
  open: () => openPostgres(inject('postgresTemplate'), true),
  openEmpty: () => openPostgres('template1', false),
};

/** For `describe.each`, in what tests the store itself. Everything else takes `drawnDatabases`. */
export const databases: readonly TestDatabases[] = [sqlite, postgres];

let withTables: Promise<Buffer> | null = null;

async function openSqlite(): Promise<TestDatabase> {
  withTables ??= makeTables();
  const database = await openEmptySqlite();
  await writeFile(fileOf(database), await withTables);
  return { ...database, hasTables: true };
}

/** The bytes of a file with the tables, made once in each worker. */
async function makeTables(): Promise<Buffer> {
  const database = await openEmptySqlite();
  const store = await openStore(database);
  await store.migrate();
  await store.close();
  const file = new DatabaseSync(fileOf(database));
  file.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  file.close();
  const bytes = await readFile(fileOf(database));
  await database.dispose();
  return bytes;
}

const fileOf = ({ databaseUrl }: TestDatabase): string => databaseUrl.slice('sqlite:'.length);

async function openEmptySqlite(): Promise<TestDatabase> {
  return sqliteIn(await mkdtemp(path.join(tmpdir(), 'reglement-sqlite-')));
}

function sqliteIn(folder: string): TestDatabase {
  const dispose = () => rm(folder, { recursive: true, force: true });
  return {
    hasTables: false,
    databaseUrl: `sqlite:${path.join(folder, 'reglement.sqlite')}`,
    copy: async () => {
      const other = await mkdtemp(path.join(tmpdir(), 'reglement-sqlite-'));
      await cp(folder, other, { recursive: true });
      return sqliteIn(other);
    },
    ...{ dispose, [Symbol.asyncDispose]: dispose },
  };
}

let administration: Promise<pg.Client> | null = null;

/** One connection of this worker, because a new one costs more than what it is for. It does not keep the worker alive. */
async function connectOnce(): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: inject('postgresUrl') });
  const forget = (): void => {
    administration = null;
  };
  client.on('error', forget);
  await client.connect().catch((error: unknown) => {
    forget();
    throw error;
  });
  // The types of pg lack it.
  (client as pg.Client & { unref(): void }).unref();
  return client;
}

/** In memory a copy of the files is cheaper than their log; on a disk each copied file would wait for its sync. */
const strategy = tmpdir().startsWith('/dev/shm/') ? 'FILE_COPY' : 'WAL_LOG';

async function command(sql: string): Promise<readonly unknown[]> {
  administration ??= connectOnce();
  const client = await administration;
  return (await client.query(sql)).rows;
}

/** A store that was closed says goodbye, and does not wait for PostgreSQL: a session that is cut then would fail a test. */
async function untilUnused(name: string): Promise<void> {
  const sessions = `SELECT 1 FROM pg_stat_activity WHERE datname = '${name}'`;
  for (let looks = 0; looks < 50 && (await command(sessions)).length > 0; looks++) await setTimeout(10);
}

async function openPostgres(template: string, hasTables: boolean): Promise<TestDatabase> {
  const name = `test_${randomBytes(8).toString('hex')}`;
  await command(`CREATE DATABASE ${name} TEMPLATE ${template} STRATEGY ${strategy}`);
  const databaseUrl = new URL(inject('postgresUrl'));
  databaseUrl.pathname = `/${name}`;
  const dispose = async (): Promise<void> => {
    await untilUnused(name);
    await command(`DROP DATABASE ${name} WITH (FORCE)`);
  };
  return {
    databaseUrl: databaseUrl.href,
    hasTables,
    copy: () => openPostgres(name, hasTables),
    ...{ dispose, [Symbol.asyncDispose]: dispose },
  };
}
