import { type Kysely, sql } from 'kysely';
import type { Connection } from '../../../store/connection.ts';
import { readRows } from '../../../store/prepared-query.ts';
import type { DatabaseKind } from '../../../store/store.ts';
import type { OldestWrite } from '../chain.ts';
import type { Tables } from './tables.ts';

/** How old the oldest transaction is that writes: the databases say it in their own way. */

type Prepared = { readonly db: Kysely<Tables> };

const ages = {
  /** SQLite has one transaction that writes, and nothing is committed beside it. */
  sqlite: () => async () => 0,
  /**
   * A transaction that only reads has no number (`backend_xid`). PostgreSQL shows the begin of a transaction to its own
   * database user: those of other users do not count.
   */
  postgres:
    ({ db }: Prepared, connection: Connection) =>
    async () => {
      const query = sql<{ age: number | null }>`
        select extract(epoch from max(clock_timestamp() - xact_start))::float8 * 1000 as age
        from pg_stat_activity where datname = current_database()
          and backend_type = 'client backend' and backend_xid is not null`;
      return (await readRows<{ age: number | null }>(connection, query.compile(db)))[0]?.age ?? 0;
    },
} as const satisfies Readonly<Record<DatabaseKind, unknown>>;

export const oldestWriteReads =
  (database: DatabaseKind) =>
  (prepared: Prepared, connection: Connection): OldestWrite => ({
    oldestWriteMs: ages[database](prepared, connection),
  });
