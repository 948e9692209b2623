import { type Kysely, sql } from 'kysely';
import type { Connection } from '../../../store/connection.ts';
import type { Preparation } from '../../../store/preparation.ts';
import { preparedQuery, statementOf } from '../../../store/prepared-query.ts';
import type { Term } from '../parse-fragment.ts';
import {
  type FoundKey,
  placeOf,
  type SearchDocument,
  type SearchReads,
  type SearchWrites,
  type WordQuery,
} from '../search-document.ts';
import { wordsVersion } from '../words.ts';
import type { searchQueries } from './queries.ts';
import { rangeOf } from './reads.ts';
import type { Tables } from './tables.ts';
import { createScopeNumbers } from './writes.ts';

/**
 * The words on PostgreSQL: a table of words with the places of their documents, and with each document its words. A
 * search begins with the rarest of its words and compares the others with the documents. No index of texts (GIN): where
 * few documents match, the planner would rather read through all of them.
 */

/** A word with more places than this is frequent: its places are walked, not collected. */
const rareAtMost = 4000;
/** The most documents that one search looks at: some 100 ms. */
const lookedAtMost = 20_000;

type Table<Row extends object> = { readonly [Column in keyof Row]: readonly Row[Column][] };
type PostingRow = { readonly word: string; readonly n: number };
type WordedRow = Tables['search_documents'];

export const postgresWordQueries = (db: Kysely<Tables>) => ({
  documentsOfKeys: preparedQuery(({ keys }: { keys: readonly string[] }) =>
    db.selectFrom('search_documents').select(['n', 'key']).where(sql<boolean>`key = any(${keys}::text[])`),
  ),
  takenPlaces: preparedQuery(({ places }: { places: readonly number[] }) =>
    db.selectFrom('search_documents').select('n').where(sql<boolean>`n = any(${places}::bigint[])`),
  ),
  deletePostings: preparedQuery(({ keys }: { keys: readonly string[] }) => ({
    compile: () =>
      sql`delete from search_postings using search_documents as d
        where d.key = any(${keys}::text[]) and search_postings.n = d.n
          and search_postings.word = any(string_to_array(trim(d.words), ' '))`.compile(db),
  })),
  deleteDocuments: preparedQuery(({ keys }: { keys: readonly string[] }) =>
    db.deleteFrom('search_documents').where(sql<boolean>`key = any(${keys}::text[])`),
  ),
  insertDocuments: preparedQuery((rows: Table<WordedRow>) => ({
    compile: () =>
      sql`insert into search_documents (n, key, scope, version, words)
        select * from unnest(${rows.n}::bigint[], ${rows.key}::text[], ${rows.scope}::bigint[],
          ${rows.version}::bigint[], ${rows.words}::text[])`.compile(db),
  })),
  insertPostings: preparedQuery((rows: Table<PostingRow>) => ({
    compile: () =>
      sql`insert into search_postings (word, n) select * from unnest(${rows.word}::text[], ${rows.n}::bigint[])`.compile(
        db,
      ),
  })),
});

type Prepared = {
  readonly db: Kysely<Tables>;
  readonly queries: Preparation<typeof searchQueries>['queries'];
  readonly wordQueries: ReturnType<typeof postgresWordQueries>;
};

export const createPostgresWordReads = (
  { db }: Prepared,
  connection: Connection,
): Pick<SearchReads, 'searchWords'> => ({
  searchWords: async (query) => {
    const sizes = await sizesOf(db, connection, query);
    const size = Math.min(...sizes);
    const isRare = size <= rareAtMost;
    const term = query.terms[sizes.indexOf(size)];
    const candidates = isRare ? placesOf(query, term) : newestPlacesOf(query, term);
    const { rows } = await connection.execute<FoundKey>(statementOf(documentsAmong(db, query, candidates).compile()));
    const isWhole = isRare || rows.length === query.limit || !(await isCutOff(db, connection, candidates));
    return { keys: rows, isWhole };
  },
});

/** How many places each term has, and the scopes together: counted up to where they are frequent. */
async function sizesOf(
  db: Kysely<Tables>,
  connection: Connection,
  { terms, scopes }: WordQuery,
): Promise<readonly number[]> {
  const counts = [...terms.map(placesOfTerm), placesOfScopes(scopes)].map(
    (places) => sql`(select count(*) from (${places} limit ${rareAtMost + 1}) as few)`,
  );
  const counting = db.selectNoFrom(sql<readonly (number | string)[]>`array[${sql.join(counts)}]`.as('sizes'));
  const { rows } = await connection.execute<{ readonly sizes: readonly (number | string)[] }>(
    statementOf(counting.compile()),
  );
  return (rows[0]?.sizes ?? []).map(Number);
}

const placesOfTerm = (term: Term) =>
  sql<{ readonly n: number }>`select p.n from search_postings as p where ${sql.join(
    term.map(({ word, isPrefix }) => {
      const { from, below } = rangeOf(word);
      return isPrefix ? sql`(p.word >= ${from} and p.word < ${below})` : sql`p.word = ${word}`;
    }),
    sql` or `,
  )}`;

const placesOfScopes = (scopes: readonly number[]) =>
  sql<{ readonly n: number }>`select d.n from search_documents as d where d.scope = any(${scopes}::bigint[])`;

/** All places of a rare term, or of rare scopes where `term` is left out. */
const placesOf = ({ scopes }: WordQuery, term: Term | undefined) =>
  sql<{
    readonly n: number;
  }>`select distinct few.n from (${term ? placesOfTerm(term) : placesOfScopes(scopes)}) as few`;

/** The newest places of a frequent term: along the word itself, or for the beginning of one along all documents. */
function newestPlacesOf({ before }: WordQuery, term: Term | undefined) {
  const end = before ?? Number.MAX_SAFE_INTEGER;
  const [wanted, ...others] = term ?? [];
  return wanted && !wanted.isPrefix && others.length === 0
    ? sql<{ readonly n: number }>`select p.n from search_postings as p
        where p.word = ${wanted.word} and p.n < ${end} order by p.n desc limit ${lookedAtMost}`
    : sql<{ readonly n: number }>`select d.n from search_documents as d
        where d.n < ${end} order by d.n desc limit ${lookedAtMost}`;
}

type Candidates = ReturnType<typeof placesOf>;

/** Those that have every term, and a scope that the caller may see. */
const documentsAmong = (db: Kysely<Tables>, { terms, scopes, before, limit }: WordQuery, candidates: Candidates) =>
  db
    .selectFrom('search_documents as d')
    .innerJoin(sql<{ readonly n: number }>`(${candidates})`.as('found'), 'found.n', 'd.n')
    .select(['d.n as place', 'd.key'])
    .where('d.n', '<', before ?? Number.MAX_SAFE_INTEGER)
    .where(sql<boolean>`d.scope = any(${scopes}::bigint[])`)
    .where((where) => where.and(terms.map(hasTerm)))
    .orderBy('d.n', 'desc')
    .limit(limit);

/** The words of a document stand between blanks. `strpos`, because `like` gives `_` a meaning. */
const hasTerm = (term: Term) =>
  sql<boolean>`(${sql.join(
    term.map(({ word, isPrefix }) => sql`strpos(d.words, ${` ${word}${isPrefix ? '' : ' '}`}) > 0`),
    sql` or `,
  )})`;

/** Whether the walk ended at its bound, and not at its end. */
async function isCutOff(db: Kysely<Tables>, connection: Connection, candidates: Candidates): Promise<boolean> {
  const counting = db
    .selectFrom(sql<{ readonly n: number }>`(${candidates})`.as('found'))
    .select((select) => select.fn.countAll<number>().as('count'));
  const { rows } = await connection.execute<{ readonly count: number | string }>(statementOf(counting.compile()));
  return Number(rows[0]?.count ?? 0) >= lookedAtMost;
}

export function createPostgresWordWrites(
  prepared: Prepared,
  connection: Connection,
): Pick<SearchWrites, 'putDocuments' | 'dropDocuments' | 'cleanDropped'> {
  const { wordQueries } = prepared;
  const drop = async (keys: readonly string[]): Promise<void> => {
    await wordQueries.deletePostings(connection, { keys });
    await wordQueries.deleteDocuments(connection, { keys });
  };
  return {
    putDocuments: async (documents) => {
      if (documents.length === 0) return;
      const keys = documents.map(({ key }) => key);
      const earlier = new Map(
        (await wordQueries.documentsOfKeys(connection, { keys })).rows.map(({ n, key }) => [key, n]),
      );
      if (earlier.size > 0) await drop([...earlier.keys()]);
      const places = await freePlaces(prepared, connection, documents, earlier);
      const numberOf = createScopeNumbers(prepared, connection);
      const rows: WordedRow[] = [];
      for (const [index, { key, scope, words }] of documents.entries()) {
        const number = await numberOf(scope);
        rows.push({ n: places[index] ?? 0, key, scope: number, version: wordsVersion, words: ` ${words.join(' ')} ` });
      }
      await wordQueries.insertDocuments(connection, tableOf(rows, ['n', 'key', 'scope', 'version', 'words']));
      const postings = documents.flatMap(({ words }, index) => words.map((word) => ({ word, n: places[index] ?? 0 })));
      await wordQueries.insertPostings(connection, tableOf(postings, ['word', 'n']));
    },
    dropDocuments: drop,
    // A deleted row leaves the table with the next vacuum, as everywhere.
    cleanDropped: async () => true,
  };
}

/** For each document its place of before, or the next free one from its time on. */
async function freePlaces(
  { wordQueries }: Prepared,
  connection: Connection,
  documents: readonly SearchDocument[],
  earlier: ReadonlyMap<string, number>,
): Promise<number[]> {
  const places = documents.map((document) => earlier.get(document.key) ?? placeOf(document));
  const used = new Set(earlier.values());
  for (let unsettled = documents.map((_, index) => index); unsettled.length > 0; ) {
    unsettled = unsettled.filter((index) => !earlier.has(documents[index]?.key ?? ''));
    for (const index of unsettled) {
      let place = places[index] ?? 0;
      while (used.has(place)) place++;
      places[index] = place;
      used.add(place);
    }
    const wanted = unsettled.map((index) => places[index] ?? 0);
    const taken = new Set((await wordQueries.takenPlaces(connection, { places: wanted })).rows.map(({ n }) => n));
    unsettled = unsettled.filter((index) => taken.has(places[index] ?? 0));
  }
  return places;
}

/** Rows as one array for each column. */
const tableOf = <Row extends object, Column extends keyof Row>(
  rows: readonly Row[],
  columns: readonly Column[],
): Table<Pick<Row, Column>> =>
  Object.fromEntries(columns.map((column) => [column, rows.map((row) => row[column])])) as unknown as Table<
    Pick<Row, Column>
  >;
