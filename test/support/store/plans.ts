import {
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresQueryCompiler,
  SqliteAdapter,
  SqliteQueryCompiler,
} from 'kysely';
import pg from 'pg';
import type { Tables } from '../../../src/app/store.ts';
import type { TestDatabases } from '../databases.ts';
import { openForGroup } from '../open-for.ts';
import { ask, type OpenedStore } from './examples.ts';

const compilers = {
  sqlite: { adapter: () => new SqliteAdapter(), compiler: () => new SqliteQueryCompiler() },
  postgres: { adapter: () => new PostgresAdapter(), compiler: () => new PostgresQueryCompiler() },
};

/** Builds and compiles; runs nothing. */
export function compilerOf(name: keyof typeof compilers): Kysely<Tables> {
  const { adapter, compiler } = compilers[name];
  return new Kysely<Tables>({
    dialect: {
      createAdapter: adapter,
      createDriver: () => new DummyDriver(),
      createIntrospector: () => {
        throw new Error('only compiles');
      },
      createQueryCompiler: compiler,
    },
  });
}

/**
 * Tells for a group how the database would run a statement, a line for each step. It has one connection: a new one
 * costs PostgreSQL more than the plan.
 */
export function openPlans(database: TestDatabases, opened: OpenedStore): (statement: string) => Promise<string> {
  if (database.name === 'sqlite') {
    return async (statement) => {
      const rows = await ask(opened.databaseUrl, `EXPLAIN QUERY PLAN ${statement}`);
      return rows.map((row) => String(row.detail)).join('\n');
    };
  }
  const connection = openForGroup(async () => {
    // Empty tables are read from end to end unless that is made expensive; an absent index cannot be taken.
    const client = new pg.Client({ connectionString: opened.databaseUrl, options: '-c enable_seqscan=off' });
    await client.connect();
    return { client, close: () => client.end() };
  });
  return async (statement) => {
    const { rows } = await connection.client.query(`EXPLAIN (GENERIC_PLAN) ${statement}`);
    return rows.map((row) => String(row['QUERY PLAN'])).join('\n');
  };
}
