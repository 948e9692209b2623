import { type Kysely, sql } from 'kysely';
import type { Connection } from '../../../store/connection.ts';
import type { Preparation } from '../../../store/preparation.ts';
import { first, insertRow, preparedQuery } from '../../../store/prepared-query.ts';
import type { sequenceQueries } from '../../payments/store/queries.ts';
import type { Anchor, Chain, ChainReads, ChainWrites, Place } from '../chain.ts';
import type { AnchorRow, Tables } from './tables.ts';

/** The anchors of every chain. Each has a table of its own, of the same form. */

type Links = Pick<Chain<string, unknown>, 'table' | 'items' | 'names'>;

const columnsOf = ({ items, names }: Links): readonly string[] => [
  ...['number', 'at', 'previous_hash', 'hash', items],
  ...names.flatMap((name) => [`from_${name}`, `until_${name}`]),
];

export function anchorQueries(db: Kysely<Tables>) {
  const kept = new Map<string, ReturnType<typeof queriesOf>>();
  return {
    anchorsOf: (chain: Links) => {
      const queries = kept.get(chain.table) ?? queriesOf(db as never, chain);
      kept.set(chain.table, queries);
      return queries;
    },
    countAnchors: preparedQuery(({ counter }: { counter: string }) =>
      db.selectFrom('sequences').select('next').where('counter', '=', counter),
    ),
  };
}

function queriesOf(db: Kysely<Record<string, AnchorRow>>, chain: Links) {
  const columns = columnsOf(chain);
  const anchors = db.selectFrom(chain.table).select(columns);
  return {
    last: preparedQuery((_none: object) =>
      anchors.where('number', '>', sql.lit(0)).orderBy('number', 'desc').limit(sql.lit(1)),
    ),
    after: preparedQuery(({ number, limit }: { number: number; limit: number }) =>
      anchors.where('number', '>', number).orderBy('number').limit(limit),
    ),
    insert: insertRow(db, chain.table, columns),
  };
}

export const createChainReads = (
  { queries }: Preparation<typeof anchorQueries>,
  connection: Connection,
): ChainReads => ({
  lastAnchor: async (chain) =>
    first(await queries.anchorsOf(chain).last(connection, {}), (row) => anchorOf(chain, row as AnchorRow)),
  anchorsAfter: async (chain, number, limit) =>
    (await queries.anchorsOf(chain).after(connection, { number, limit })).rows.map((row) =>
      anchorOf(chain, row as AnchorRow),
    ),
  countAnchors: async ({ counter }) => (await queries.countAnchors(connection, { counter })).rows[0]?.next ?? 0,
});

/** The counter's row is locked first: of two processes, the second one sees the anchor of the first. */
export const createChainWrites = (
  { queries }: Preparation<typeof anchorQueries> & Preparation<typeof sequenceQueries>,
  connection: Connection,
): ChainWrites => ({
  appendAnchor: async (chain, anchor, last) => {
    const { last: lastOf, insert } = queries.anchorsOf(chain);
    const [counted] = (await queries.nextSequence(connection, { counter: chain.counter, next: 1 })).rows;
    const [found] = (await lastOf(connection, {})).rows;
    if (!counted || (found?.hash ?? null) !== (last?.hash ?? null)) return false;
    const chained = { ...anchor, number: counted.next, previousHash: last?.hash ?? null };
    await insert(connection, rowOf(chain, { ...chained, hash: chain.hashOf(chained) }));
    return true;
  },
});

function rowOf<Mark extends string, Item>(chain: Chain<Mark, Item>, anchor: Anchor<Mark, Item>): AnchorRow {
  const { number, at, from, until, items, previousHash, hash } = anchor;
  const ids = chain.names.flatMap((name) => [
    [`from_${name}`, from[name]],
    [`until_${name}`, until[name]],
  ]);
  const itemsJson = { [chain.items]: JSON.stringify(items) };
  return { ...Object.fromEntries(ids), ...itemsJson, number, at, previous_hash: previousHash, hash };
}

function anchorOf<Mark extends string, Item>(chain: Chain<Mark, Item>, row: AnchorRow): Anchor<Mark, Item> {
  const place = (side: 'from' | 'until') =>
    Object.fromEntries(chain.names.map((name) => [name, row[`${side}_${name}`]])) as Place<Mark>;
  const { number, at, previous_hash: previousHash, hash } = row;
  const items = itemsIn(String(row[chain.items])) as readonly Item[];
  return { number, at, from: place('from'), until: place('until'), items, previousHash, hash };
}

/** What cannot be read counts as empty; the hash then shows that it was changed. */
function itemsIn(json: string): readonly unknown[] {
  try {
    const items: unknown = JSON.parse(json);
    return Array.isArray(items) && items.every(Array.isArray) ? items : [];
  } catch {
    return [];
  }
}
