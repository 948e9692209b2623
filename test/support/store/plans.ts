import {
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresQueryCompiler,
  SqliteAdapter,
  SqliteQueryCompiler,
} from 'kysely';
import type { Tables } from '../../../src/app/store.ts';
import type { TestDatabases } from '../databases.ts';
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

/** How the database would run the statement, a line for each step. */
export async function readPlan(
  database: TestDatabases,
  { databaseUrl }: OpenedStore,
  statement: string,
): Promise<string> {
  const command = database.name === 'sqlite' ? 'EXPLAIN QUERY PLAN' : 'EXPLAIN (GENERIC_PLAN)';
  // Empty tables are read from end to end unless that is made expensive; an absent index cannot be taken.
  const url = database.name === 'sqlite' ? databaseUrl : `${databaseUrl}?options=-c%20enable_seqscan%3Doff`;
  const rows = await ask(url, `${command} ${statement}`);
  return rows.map((row) => String(row.detail ?? row['QUERY PLAN'])).join('\n');
}
