import type { Kysely } from 'kysely';
import type { Transacting } from '../kernel/transacting.ts';
import type { Connection } from './connection.ts';

/** An open database. Reads outside of a transaction see committed data. */
export type Store<Reads, Transaction> = Reads &
  Transacting<Transaction> &
  AsyncDisposable & {
    /** Brings the database to the present shape; throws where that cannot be done. */
    migrate(): Promise<void>;
    /**
     * The migrations that the database has not had, in their order.
     * @throws DatabaseProblem where it is another program's, or a newer gateway has changed it
     */
    pendingMigrations(): Promise<readonly string[]>;
    /**
     * When the database was first migrated, as ISO 8601. It tells the database from an older one at the same address.
     */
    madeAt(): Promise<string>;
    /** Writes a row. @throws where the database does not answer, or takes no writes */
    ping(): Promise<void>;
    close(): Promise<void>;
  };

/** The engines. Only the index of words differs between them. */
export type DatabaseKind = 'sqlite' | 'postgres';

/** The modules' parts of a store. An engine calls it once, with a `db` that only builds and compiles queries. */
export type StoreParts<Tables, Reads, Transaction> = (
  db: Kysely<Tables>,
  kind: DatabaseKind,
) => {
  readonly createReads: (connection: Connection) => Reads;
  /** Makes the functions that a unit of work has, on the connection of its transaction. */
  readonly createTransaction: (connection: Connection) => Transaction;
};
