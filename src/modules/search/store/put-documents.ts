import assert from 'node:assert/strict';
import type { Connection } from '../../../store/connection.ts';
import type { Preparation } from '../../../store/preparation.ts';
import { placesFor, type SearchDocument, type SearchWrites } from '../search-document.ts';
import { wordsVersion } from '../words.ts';
import type { searchQueries } from './queries.ts';
import type { DocumentRow } from './tables.ts';
import { createScopeNumbers } from './writes.ts';

export type WordedRow = DocumentRow & { readonly words: readonly string[] };

/** How a database keeps documents and their words. Each step is for a whole batch. */
export type WordTable = {
  readonly placesOfKeys: (keys: readonly string[]) => Promise<readonly Pick<DocumentRow, 'n' | 'key'>[]>;
  /** Those of the places that have a document. */
  readonly takenOf: (places: readonly number[]) => Promise<readonly Pick<DocumentRow, 'n'>[]>;
  /** In the order of their places. */
  readonly insert: (rows: readonly WordedRow[]) => Promise<void>;
  readonly drop: (keys: readonly string[]) => Promise<void>;
};

export const createPutDocuments =
  (
    table: WordTable,
    prepared: Pick<Preparation<typeof searchQueries>, 'queries'>,
    connection: Connection,
  ): SearchWrites['putDocuments'] =>
  async (documents) => {
    if (documents.length === 0) return;
    const found = await table.placesOfKeys(documents.map(({ key }) => key));
    const earlier = new Map(found.map(({ n, key }) => [key, n]));
    if (earlier.size > 0) await table.drop([...earlier.keys()]);
    const places = await freePlaces(table, documents, earlier);
    const numberOf = createScopeNumbers(prepared, connection);
    const rows: WordedRow[] = [];
    for (const { key, scope, words } of documents) {
      const n = places.get(key) ?? assert.fail('each document has a place');
      rows.push({ n, key, scope: await numberOf(scope), version: wordsVersion, words });
    }
    await table.insert(rows.toSorted((one, other) => one.n - other.n));
  };

/** For each document its place of before, or a free one of its time. */
async function freePlaces(
  table: WordTable,
  documents: readonly SearchDocument[],
  earlier: ReadonlyMap<string, number>,
): Promise<ReadonlyMap<string, number>> {
  const used = new Set(earlier.values());
  const nextPlace = (places: Generator<number, never>): number => {
    for (;;) {
      const { value } = places.next();
      if (used.has(value)) continue;
      used.add(value);
      return value;
    }
  };
  const chosen = new Map(earlier);
  let unsettled = documents
    .filter(({ key }) => !earlier.has(key))
    .map((document) => [document.key, placesFor(document)] as const);
  while (unsettled.length > 0) {
    const wanted = unsettled.map(([key, places]) => {
      const place = nextPlace(places);
      chosen.set(key, place);
      return place;
    });
    const taken = new Set((await table.takenOf(wanted)).map(({ n }) => n));
    unsettled = unsettled.filter((_, index) => taken.has(wanted[index] ?? 0));
  }
  return chosen;
}
