import type { Kysely } from 'kysely';
import type { Connection } from '../../../store/connection.ts';
import type { DatabaseKind } from '../../../store/store.ts';
import type { SearchReads, SearchWrites } from '../search-document.ts';
import { createFts5Reads, createFts5Writes, fts5Queries } from './fts5-words.ts';
import { createPostgresWordReads, createPostgresWordWrites, postgresWordQueries } from './postgres-words.ts';
import type { searchQueries } from './queries.ts';
import { createSearchReads } from './reads.ts';
import type { Tables } from './tables.ts';
import { createSearchWrites } from './writes.ts';

type Preparation = { readonly db: Kysely<Tables>; readonly queries: ReturnType<typeof searchQueries> };
type Words = {
  readonly reads: (preparation: Preparation, connection: Connection) => Pick<SearchReads, 'searchWords'>;
  readonly writes: (
    preparation: Preparation,
    connection: Connection,
  ) => Pick<SearchWrites, 'putDocuments' | 'dropDocuments' | 'cleanDropped'>;
};

/** With the queries of one database, which the other cannot run. They are made once for a store. */
function wordsWith<Queries extends object>(
  createQueries: (db: Kysely<Tables>) => Queries,
  create: {
    readonly reads: (prepared: WithWords<Queries>, connection: Connection) => ReturnType<Words['reads']>;
    readonly writes: (prepared: WithWords<Queries>, connection: Connection) => ReturnType<Words['writes']>;
  },
): Words {
  const made = new WeakMap<Preparation, WithWords<Queries>>();
  const whole = (preparation: Preparation) => {
    const { db, queries } = preparation;
    const found = made.get(preparation) ?? { db, queries, wordQueries: createQueries(db) };
    made.set(preparation, found);
    return found;
  };
  return {
    reads: (preparation, connection) => create.reads(whole(preparation), connection),
    writes: (preparation, connection) => create.writes(whole(preparation), connection),
  };
}

type WithWords<Queries> = Preparation & { readonly wordQueries: Queries };

/** The databases find words each in their own way, by one port. */
const words: Readonly<Record<DatabaseKind, Words>> = {
  sqlite: wordsWith(fts5Queries, { reads: createFts5Reads, writes: createFts5Writes }),
  postgres: wordsWith(postgresWordQueries, { reads: createPostgresWordReads, writes: createPostgresWordWrites }),
};

/** The module's part of the store; `src/app/store.ts` joins the parts of all. */
export const searchParts = (kind: DatabaseKind) =>
  ({
    reads: [createSearchReads, words[kind].reads],
    writes: [createSearchWrites, words[kind].writes],
  }) as const;
