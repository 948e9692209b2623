import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';
import type { SqliteConnection } from './connection.ts';

/** Kysely on a connection of Node's own SQLite; closing Kysely closes the connection. */
export function sqliteDialect(connection: SqliteConnection): Dialect {
  return {
    createAdapter: () => new TransactionalDdlAdapter(),
    createDriver: () => createDriver(connection),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  };
}

/** SQLite changes its tables in a transaction like rows: a migration is made whole or not at all. */
class TransactionalDdlAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

function createDriver(connection: SqliteConnection): Driver {
  const execute = async (sql: string) => {
    connection.run({ sql, parameters: [] });
  };
  const kyselyConnection = asKyselyConnection(connection);
  return {
    init: async () => undefined,
    acquireConnection: async () => kyselyConnection,
    // Takes the write lock at once: a transaction that writes later can be refused for good.
    beginTransaction: () => execute('BEGIN IMMEDIATE'),
    commitTransaction: () => execute('COMMIT'),
    // A full disk makes SQLite roll back by itself: to do it once more would hide why.
    rollbackTransaction: async () => {
      if (connection.isInTransaction()) await execute('ROLLBACK');
    },
    releaseConnection: async () => undefined,
    destroy: async () => connection.close(),
  };
}

function asKyselyConnection(connection: SqliteConnection): DatabaseConnection {
  return {
    executeQuery: async <Row>({ sql, parameters }: CompiledQuery) => {
      const { rows, changes } = connection.run<Row>({ sql, parameters });
      return { rows: [...rows], numAffectedRows: BigInt(changes) };
    },
    // biome-ignore lint/correctness/useYield: Kysely's interface has it; nothing of ours streams.
    streamQuery: async function* () {
      throw new Error('this connection does not stream');
    },
  };
}
