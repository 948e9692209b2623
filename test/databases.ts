import { randomBytes } from 'node:crypto';
import { cp, mkdtemp, rm } from 'node:fs/promises';
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
  /** Another database with what is in this one. Close every store on it first. */
  copy(): Promise<TestDatabase>;
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
  { name: 'postgres', open: () => openPostgres() },
];

/** An empty database of the kind that this run is of. */
export const openDatabase = (): Promise<TestDatabase> =>
  inject('database') === 'postgres' ? openPostgres() : openSqlite();

async function openSqlite(): Promise<TestDatabase> {
  return sqliteIn(await mkdtemp(path.join(tmpdir(), 'reglement-sqlite-')));
}

const sqliteIn = (folder: string): TestDatabase => ({
  databaseUrl: `sqlite:${path.join(folder, 'reglement.sqlite')}`,
  copy: async () => {
    const other = await mkdtemp(path.join(tmpdir(), 'reglement-sqlite-'));
    await cp(folder, other, { recursive: true });
    return sqliteIn(other);
  },
  dispose: () => rm(folder, { recursive: true, force: true }),
});

async function openPostgres(template = 'template1'): Promise<TestDatabase> {
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
  await command(`CREATE DATABASE ${name} TEMPLATE ${template}`);
  const databaseUrl = new URL(url);
  databaseUrl.pathname = `/${name}`;
  return {
    databaseUrl: databaseUrl.href,
    copy: () => openPostgres(name),
    dispose: () => command(`DROP DATABASE ${name} WITH (FORCE)`),
  };
}
