import { type Kysely, sql } from 'kysely';
import { onceFor } from '../../../kernel/once.ts';
import type { Connection } from '../../../store/connection.ts';
import type { Preparation } from '../../../store/preparation.ts';
import { preparedQuery } from '../../../store/prepared-query.ts';
import type { SearchReads, SearchWrites, WordQuery } from '../search-document.ts';
import { createPutDocuments, type WordTable } from './put-documents.ts';
import type { searchQueries } from './queries.ts';
import type { Tables } from './tables.ts';

/** The words on SQLite: FTS5 keeps them, and the scope as a word of its own. */

/** The values of an array in JSON. */
const eachOf = <Value>(json: string) => sql<Value>`(select value from json_each(${json}))`;

const queriesOf = onceFor((db: Kysely<Tables>) => ({
  searchWords: preparedQuery(({ match, before, limit }: { match: string; before: number; limit: number }) =>
    db
      .selectFrom(
        db
          .selectFrom('search_words')
          .select('rowid as place')
          .where(sql<boolean>`search_words match ${match}`)
          .where('rowid', '<', before)
          .orderBy('rowid', 'desc')
          .limit(limit)
          .as('found'),
      )
      .innerJoin('search_documents', 'search_documents.n', 'found.place')
      .select(['found.place', 'search_documents.key'])
      .orderBy('found.place', 'desc'),
  ),
  documentsOfKeys: preparedQuery(({ keys }: { keys: string }) =>
    db.selectFrom('search_documents').select(['n', 'key']).where('key', 'in', eachOf<string>(keys)),
  ),
  takenPlaces: preparedQuery(({ places }: { places: string }) =>
    db.selectFrom('search_documents').select('n').where('n', 'in', eachOf<number>(places)),
  ),
  deleteWords: preparedQuery(({ places }: { places: string }) =>
    db.deleteFrom('search_words').where('rowid', 'in', eachOf<number>(places)),
  ),
  deleteDocuments: preparedQuery(({ places }: { places: string }) =>
    db.deleteFrom('search_documents').where('n', 'in', eachOf<number>(places)),
  ),
  insertDocuments: preparedQuery(({ rows }: { rows: string }) => ({
    compile: () =>
      sql`insert into search_documents (n, key, scope, version, words)
        select value ->> 0, value ->> 1, value ->> 2, value ->> 3, '' from json_each(${rows})`.compile(db),
  })),
  insertWords: preparedQuery(({ rows }: { rows: string }) => ({
    compile: () =>
      sql`insert into search_words (rowid, words) select value ->> 0, value ->> 1 from json_each(${rows})`.compile(db),
  })),
  mergeWords: preparedQuery(({ pages }: { pages: number }) => ({
    compile: () => sql`insert into search_words (search_words, rank) values ('merge', ${pages})`.compile(db),
  })),
  changesSoFar: preparedQuery((_none: object) => ({
    compile: () => sql<{ readonly changes: number }>`select total_changes() as changes`.compile(db),
  })),
}));

type Prepared = Preparation<typeof searchQueries>;

export const createFts5Reads = ({ db }: Prepared, connection: Connection): Pick<SearchReads, 'searchWords'> => ({
  searchWords: async ({ terms, scopes, before, limit }) => {
    const match = matchOf(terms, scopes);
    const query = { match, before: before ?? Number.MAX_SAFE_INTEGER, limit };
    return { keys: (await queriesOf(db).searchWords(connection, query)).rows, isWhole: true };
  },
});

/** FTS5 reads everything outside of quotes as its own language, and no word contains a quote. */
function matchOf(terms: WordQuery['terms'], scopes: readonly number[]): string {
  const anyOf = (words: readonly string[]): string => `(${words.join(' OR ')})`;
  const wanted = terms.map((term) => anyOf(term.map(({ word, isPrefix }) => `"${word}"${isPrefix ? '*' : ''}`)));
  return [...wanted, anyOf(scopes.map((scope) => `"${scopeWord(scope)}"`))].join(' AND ');
}

const scopeWord = (scope: number): string => `_z${scope}`;

/** Of a step that removes the bytes of dropped words: a few milliseconds. */
const pagesPerStep = 16;

export function createFts5Writes(
  prepared: Prepared,
  connection: Connection,
): Pick<SearchWrites, 'putDocuments' | 'dropDocuments' | 'cleanDropped'> {
  const wordQueries = queriesOf(prepared.db);
  const table = wordTableOf(wordQueries, connection);
  return {
    putDocuments: createPutDocuments(table, prepared, connection),
    dropDocuments: table.drop,
    cleanDropped: async () => {
      const changes = async () => (await wordQueries.changesSoFar(connection, {})).rows[0]?.changes ?? 0;
      const before = await changes();
      // With a negative number FTS5 merges small parts too.
      await wordQueries.mergeWords(connection, { pages: -pagesPerStep });
      // The documentation of FTS5: fewer than two changes mean that there was nothing to do.
      return (await changes()) - before < 2;
    },
  };
}

/** A batch is one text of JSON: a statement for each document costs more than SQLite's own work. */
function wordTableOf(wordQueries: ReturnType<typeof queriesOf>, connection: Connection): WordTable {
  const placesOfKeys: WordTable['placesOfKeys'] = async (keys) =>
    (await wordQueries.documentsOfKeys(connection, { keys: JSON.stringify(keys) })).rows;
  return {
    placesOfKeys,
    takenOf: async (places) => (await wordQueries.takenPlaces(connection, { places: JSON.stringify(places) })).rows,
    // Within a transaction FTS5 takes rows fastest in the order of their numbers.
    insert: async (rows) => {
      const documents = rows.map(({ n, key, scope, version }) => [n, key, scope, version]);
      await wordQueries.insertDocuments(connection, { rows: JSON.stringify(documents) });
      const words = rows.map((row) => [row.n, [...row.words, scopeWord(row.scope)].join(' ')]);
      await wordQueries.insertWords(connection, { rows: JSON.stringify(words) });
    },
    drop: async (keys) => {
      const places = JSON.stringify((await placesOfKeys(keys)).map(({ n }) => n));
      await wordQueries.deleteWords(connection, { places });
      await wordQueries.deleteDocuments(connection, { places });
    },
  };
}
