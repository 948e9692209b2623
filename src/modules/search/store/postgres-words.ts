import { type Kysely, type RawBuilder, sql } from 'kysely';
import { onceFor } from '../../../kernel/once.ts';
import type { Connection } from '../../../store/connection.ts';
import type { Preparation } from '../../../store/preparation.ts';
import { preparedQuery, readRows } from '../../../store/prepared-query.ts';
import type { Term } from '../parse-fragment.ts';
import type { FoundKey, SearchReads, SearchWrites, WordQuery } from '../search-document.ts';
import { createPutDocuments, type WordTable } from './put-documents.ts';
import type { searchQueries } from './queries.ts';
import { rangeOf } from './reads.ts';
import type { Tables } from './tables.ts';

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

export const postgresWordQueries = onceFor((db: Kysely<Tables>) => ({
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
  insertDocuments: preparedQuery((rows: Table<Tables['search_documents']>) => ({
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
}));

type Prepared = Preparation<typeof searchQueries>;

export const createPostgresWordReads = ({ db }: Prepared, connection: Connection): Pick<SearchReads, 'searchWords'> => {
  const rowsOf = <Row>(query: RawBuilder<Row>): Promise<readonly Row[]> => readRows<Row>(connection, query.compile(db));
  return {
    searchWords: async (query) => {
      const [counted] = await rowsOf(countPlaces(query));
      const sizes = (counted?.sizes ?? []).map(Number);
      const size = Math.min(...sizes);
      const term = query.terms[sizes.indexOf(size)];
      if (size <= rareAtMost) return { keys: await rowsOf(documentsAt(placesOf(query, term), query)), isWhole: true };
      const walk = walkOf(query, term);
      const keys = await rowsOf(walk.documents);
      const [beyond] = keys.length === query.limit ? [] : await rowsOf(walk.beyond);
      return beyond ? { keys, isWhole: false, goesOnBefore: beyond.n + 1 } : { keys, isWhole: true };
    },
  };
};

type Place = { readonly n: number };

/** How many places each term has, and the scopes together: counted up to where they are frequent. */
function countPlaces({ terms, scopes }: WordQuery) {
  const counts = [...terms.map(placesOfTerm), placesOfScopes(scopes)].map(
    (places) => sql`(select count(*) from (${places} limit ${rareAtMost + 1}) as few)`,
  );
  return sql<{ readonly sizes: readonly (number | string)[] }>`select array[${sql.join(counts)}] as sizes`;
}

/** Each alternative is read along the index: with "or" the planner would collect or read through all places. */
const placesOfTerm = (term: Term): RawBuilder<Place> =>
  sql<Place>`${sql.join(
    term.map(({ word, isPrefix }) => {
      const { from, below } = rangeOf(word);
      const among = isPrefix ? sql`p.word >= ${from} and p.word < ${below}` : sql`p.word = ${word}`;
      return sql`select p.n from search_postings as p where ${among}`;
    }),
    sql` union all `,
  )}`;

const placesOfScopes = (scopes: readonly number[]): RawBuilder<Place> =>
  sql<Place>`select d.n from search_documents as d where d.scope = any(${scopes}::bigint[])`;

/** All places of a rare term, or of rare scopes where `term` is left out: the newest first. */
const placesOf = ({ scopes, before }: WordQuery, term: Term | undefined): RawBuilder<Place> =>
  sql<Place>`select distinct few.n from (${term ? placesOfTerm(term) : placesOfScopes(scopes)}) as few
    where few.n < ${endOf(before)} order by few.n desc`;

const endOf = (before: number | null): number => before ?? Number.MAX_SAFE_INTEGER;

/**
 * Of the places in their order, those whose document has every term, and a scope that the caller may see. Each document
 * is read by its place (`offset 0` keeps it so), and the reading ends with the page. The planner knows nothing of how
 * many documents match, and would rather read through all of them.
 */
const documentsAt = (places: RawBuilder<Place>, query: WordQuery): RawBuilder<FoundKey> =>
  sql<FoundKey>`select found.n as place, d.key from (${places}) as found
    cross join lateral (select key, scope, words from search_documents where n = found.n offset 0) as d
    where ${matches(query)} order by found.n desc limit ${query.limit}`;

type Walk = {
  readonly documents: RawBuilder<FoundKey>;
  /** A row where there is more than the walk looks at. */
  readonly beyond: RawBuilder<Place>;
};

/** Where every term is frequent, the newest documents: along the word itself, or for the beginning of one along all. */
function walkOf(query: WordQuery, term: Term | undefined): Walk {
  const end = endOf(query.before);
  const [wanted, ...others] = term ?? [];
  if (wanted && !wanted.isPrefix && others.length === 0) {
    const places = sql`from search_postings as p where p.word = ${wanted.word} and p.n < ${end} order by p.n desc`;
    return {
      documents: documentsAt(sql<Place>`select p.n ${places} limit ${lookedAtMost}`, query),
      beyond: sql<Place>`select p.n ${places} offset ${lookedAtMost} limit 1`,
    };
  }
  const newest = sql`from search_documents where n < ${end} order by n desc`;
  return {
    documents: sql<FoundKey>`select d.n as place, d.key
      from (select n, key, scope, words ${newest} limit ${lookedAtMost}) as d
      where ${matches(query)} order by d.n desc limit ${query.limit}`,
    beyond: sql<Place>`select n ${newest} offset ${lookedAtMost} limit 1`,
  };
}

const matches = ({ terms, scopes }: WordQuery) =>
  sql`${sql.join([sql`d.scope = any(${scopes}::bigint[])`, ...terms.map(hasTerm)], sql` and `)}`;

/** The words of a document stand between blanks. `strpos`, because `like` gives `_` a meaning. */
const hasTerm = (term: Term) =>
  sql<boolean>`(${sql.join(
    term.map(({ word, isPrefix }) => sql`strpos(d.words, ${` ${word}${isPrefix ? '' : ' '}`}) > 0`),
    sql` or `,
  )})`;

export function createPostgresWordWrites(
  prepared: Prepared,
  connection: Connection,
): Pick<SearchWrites, 'putDocuments' | 'dropDocuments' | 'cleanDropped'> {
  const table = wordTableOf(postgresWordQueries(prepared.db), connection);
  return {
    putDocuments: createPutDocuments(table, prepared, connection),
    dropDocuments: table.drop,
    // A deleted row leaves the table with the next vacuum, as everywhere.
    cleanDropped: async () => true,
  };
}

const wordTableOf = (wordQueries: ReturnType<typeof postgresWordQueries>, connection: Connection): WordTable => ({
  placesOfKeys: async (keys) => (await wordQueries.documentsOfKeys(connection, { keys })).rows,
  takenOf: async (places) => (await wordQueries.takenPlaces(connection, { places })).rows,
  insert: async (documents) => {
    const rows = documents.map(({ words, ...row }) => ({ ...row, words: ` ${words.join(' ')} ` }));
    await wordQueries.insertDocuments(connection, tableOf(rows, ['n', 'key', 'scope', 'version', 'words']));
    const postings = documents.flatMap(({ words, n }) => words.map((word) => ({ word, n })));
    await wordQueries.insertPostings(connection, tableOf(postings, ['word', 'n']));
  },
  drop: async (keys) => {
    await wordQueries.deletePostings(connection, { keys });
    await wordQueries.deleteDocuments(connection, { keys });
  },
});

/** Rows as one array for each column. */
const tableOf = <Row extends object, Column extends keyof Row>(
  rows: readonly Row[],
  columns: readonly Column[],
): Table<Pick<Row, Column>> =>
  Object.fromEntries(columns.map((column) => [column, rows.map((row) => row[column])])) as unknown as Table<
    Pick<Row, Column>
  >;
