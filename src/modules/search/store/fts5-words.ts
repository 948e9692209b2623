import { type Kysely, sql } from 'kysely';
import type { Connection } from '../../../store/connection.ts';
import type { Preparation } from '../../../store/preparation.ts';
import { preparedQuery } from '../../../store/prepared-query.ts';
import {
  placeOf,
  placesFor,
  type SearchDocument,
  type SearchReads,
  type SearchWrites,
  type WordQuery,
} from '../search-document.ts';
import { wordsVersion } from '../words.ts';
import type { searchQueries } from './queries.ts';
import type { DocumentRow, Tables } from './tables.ts';
import { createScopeNumbers } from './writes.ts';

/** The words on SQLite: FTS5 keeps them, and the scope as a word of its own. */

export const fts5Queries = (db: Kysely<Tables>) => ({
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
  documentOfKey: preparedQuery(({ key }: { key: string }) =>
    db.selectFrom('search_documents').select('n').where('key', '=', key),
  ),
  insertDocument: preparedQuery((row: DocumentRow) =>
    db
      .insertInto('search_documents')
      .values({ n: row.n, key: row.key, scope: row.scope, version: row.version, words: sql.lit('') })
      .onConflict((conflict) => conflict.doNothing()),
  ),
  updateDocument: preparedQuery((row: DocumentRow) =>
    db.updateTable('search_documents').set({ scope: row.scope, version: row.version }).where('n', '=', row.n),
  ),
  deleteDocument: preparedQuery(({ n }: { n: number }) => db.deleteFrom('search_documents').where('n', '=', n)),
  insertWords: preparedQuery((row: { n: number; words: string }) =>
    db.insertInto('search_words').values({ rowid: row.n, words: row.words } as never),
  ),
  deleteWords: preparedQuery(({ n }: { n: number }) => db.deleteFrom('search_words').where('rowid', '=', n)),
  mergeWords: preparedQuery(({ pages }: { pages: number }) => ({
    compile: () => sql`insert into search_words (search_words, rank) values ('merge', ${pages})`.compile(db),
  })),
  changesSoFar: preparedQuery((_none: object) => ({
    compile: () => sql<{ readonly changes: number }>`select total_changes() as changes`.compile(db),
  })),
});

type Prepared = {
  readonly queries: Preparation<typeof searchQueries>['queries'];
  readonly wordQueries: ReturnType<typeof fts5Queries>;
};

export const createFts5Reads = (
  { wordQueries }: Prepared,
  connection: Connection,
): Pick<SearchReads, 'searchWords'> => ({
  searchWords: async ({ terms, scopes, before, limit }) => {
    const match = matchOf(terms, scopes);
    const query = { match, before: before ?? Number.MAX_SAFE_INTEGER, limit };
    return { keys: (await wordQueries.searchWords(connection, query)).rows, isWhole: true };
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
  const { wordQueries } = prepared;
  return {
    putDocuments: async (documents) => {
      const numberOf = createScopeNumbers(prepared, connection);
      // Within a transaction FTS5 takes rows fastest in the order of their numbers.
      for (const document of documents.toSorted((one, other) => placeOf(one) - placeOf(other))) {
        const scope = await numberOf(document.scope);
        const n = await placeInIndex(prepared, connection, document, scope);
        const words = [...document.words, scopeWord(scope)].join(' ');
        await wordQueries.insertWords(connection, { n, words });
      }
    },
    dropDocuments: async (keys) => {
      for (const key of keys) {
        const [found] = (await wordQueries.documentOfKey(connection, { key })).rows;
        if (!found) continue;
        await wordQueries.deleteWords(connection, found);
        await wordQueries.deleteDocument(connection, found);
      }
    },
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

/** Its place without its words: that of before, or a free one of its time. Nearly every document is new. */
async function placeInIndex(
  { wordQueries }: Prepared,
  connection: Connection,
  document: SearchDocument,
  scope: number,
): Promise<number> {
  const row = { key: document.key, scope, version: wordsVersion };
  const isInserted = async (n: number) => (await wordQueries.insertDocument(connection, { ...row, n })).changes === 1;
  const places = placesFor(document);
  let n = places.next().value;
  if (await isInserted(n)) return n;
  const [found] = (await wordQueries.documentOfKey(connection, { key: document.key })).rows;
  if (found) {
    await wordQueries.deleteWords(connection, found);
    await wordQueries.updateDocument(connection, { ...row, n: found.n });
    return found.n;
  }
  do n = places.next().value;
  while (!(await isInserted(n)));
  return n;
}
