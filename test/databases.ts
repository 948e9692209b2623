import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { inject } from 'vitest';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The database of this run, for files that run once on each. */
    database: TestDatabases['name'];
  }
}

export type TestDatabase = {
  readonly databaseUrl: string;
  /** Close every store on it first. */
  dispose(): Promise<void>;
};

export type TestDatabases = {
  readonly name: 'sqlite' | 'postgres';
  /** An empty database of its own. */
  open(): Promise<TestDatabase>;
};

/** For `describe.each(databases)('… ($name)', …)`: everything about payments holds on both. */
export const databases: readonly TestDatabases[] = [
  { name: 'sqlite', open: openSqlite },
  { name: 'postgres', open: openPostgres },
];

/** An empty database of the kind that this run is of. */
export const openDatabase = (): Promise<TestDatabase> =>
  inject('database') === 'postgres' ? openPostgres() : openSqlite();

async function openSqlite(): Promise<TestDatabase> {
  const folder = await mkdtemp(path.join(tmpdir(), 'reglement-sqlite-'));
  return {
    databaseUrl: `sqlite:${path.join(folder, 'reglement.sqlite')}`,
    dispose: () => rm(folder, { recursive: true, force: true }),
  };
}

async function openPostgres(): Promise<TestDatabase> {
  const url = new URL(inject('postgresUrl'));
  const name = `test_${randomBytes(8).toString('hex')}`;
  const command = async (sql: string) => {
    const client = new pg.Client({ connectionString: url.href });
    await client.connect();
    try {
      await client.query(sql);
    } finally {
      await client.end();
    }
  };
  await command(`CREATE DATABASE ${name}`);
  const databaseUrl = new URL(url);
  databaseUrl.pathname = `/${name}`;
  return { databaseUrl: databaseUrl.href, dispose: () => command(`DROP DATABASE ${name} WITH (FORCE)`) };
}
