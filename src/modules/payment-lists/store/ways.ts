import { type Kysely, type RawBuilder, sql } from 'kysely';
import { allPayments, type PaymentQuery } from '../../payments/payment-store.ts';
import type { ListPlace } from '../payment-list.ts';
import type { Inside } from './choose-way.ts';
import { all, bothModes, type Column, type Condition, plain, withoutIndex } from './conditions.ts';
import { isOfKind, type Kind, withinKind } from './kinds.ts';
import type { Tables } from './tables.ts';
import {
  atMost,
  createdLast,
  isChangedAfter,
  listed,
  listedByKey,
  listedInOrder,
  matching,
  sortedFirstOf,
  type Table,
  walk,
} from './walks.ts';

/** The settled payments of a page, not along an index of its filter. */

/** For a page, because a list of all changes would be made for each kind. */
const lookedUpAtMost = 200;

/**
 * A page at most of each kind; the page is the first of these. A payment that changed after the place is left out: of a
 * short page, the events of each payment that is found are looked up.
 */
export function kindWalks(
  query: PaymentQuery,
  kinds: readonly Kind[],
  place: ListPlace,
): readonly RawBuilder<unknown>[] {
  const within = withinKind(query);
  const table = listedInOrder(within);
  const unchanged: Condition =
    query.limit > lookedUpAtMost
      ? sql`not ${isChangedAfter(place)}`
      : sql`not exists (select 1 from payment_events where payment_id = payment_list.id
          and sequence > 1 and payment_events.id > ${place.event})`;
  return kinds.map((kind) => walk(within, table, [...isOfKind(kind), unchanged]));
}

/** All that lies in the range, sorted. */
export function withinRange(
  query: PaymentQuery,
  inside: Inside,
  visible: (column: Column) => Condition,
  unchanged: readonly Condition[],
): readonly RawBuilder<unknown>[] {
  const parts = partsOf(query, inside, (column) => [visible(column)]);
  if (parts.length === 0) return [];
  return [
    sql`select * from (${sql.join(parts, sql` union all `)}) as inside where ${all(unchanged)} ${sortedFirstOf(query)}`,
  ];
}

/** How many payments are passed on the way through the range, `limit` at most. */
export function countInside(db: Kysely<Tables>, query: PaymentQuery, inside: Inside, limit: number) {
  const parts = sql.join(passedIn(query, inside), sql` union all `);
  return sql<{ readonly payments: number }>`select count(*) as payments
    from (select id from (${parts}) as inside ${atMost({ limit })}) as counted`.compile(db);
}

/** The places of the kinds that have a payment in the range. */
export function kindsInside(db: Kysely<Tables>, query: PaymentQuery, inside: Inside) {
  const parts = passedIn(query, inside).map(
    (part, place) => sql`select ${sql.lit(place)} as place where exists (${part})`,
  );
  return sql<{ readonly place: number }>`${sql.join(parts, sql` union all `)}`.compile(db);
}

const passedIn = ({ runMode, idSociete, ...query }: PaymentQuery, inside: Inside): readonly RawBuilder<unknown>[] => {
  const { range } = inside;
  const passed = {
    ...allPayments,
    limit: 0,
    runMode,
    ...(range === 'due' && { idSociete }),
    [range]: query[range],
  };
  return partsOf(passed, inside, () => []);
};

/** Of each kind, else of each run mode, because the indexes begin with these. Days are a part of the key. */
function partsOf(
  query: PaymentQuery,
  { range, kinds }: Inside,
  also: (column: Column) => readonly Condition[],
): readonly RawBuilder<unknown>[] {
  if (range === 'created') return [matching(query, listedByKey, also(withoutIndex))];
  const table: Table = { ...listedByKey, column: alongRange, id: withoutIndex('id') };
  const ranged = range === 'due' ? { ...table, column: alongDue, due: listed.due } : table;
  if (kinds !== null) return kinds.map((kind) => matching(withinKind(query), ranged, isOfKind(kind)));
  const modes = bothModes.filter((mode) => query.runMode === null || mode === query.runMode);
  return modes.map((runMode) => matching({ ...query, runMode }, ranged, also(withoutIndex)));
}

/** The columns with which the indexes of ranges begin. */
const alongRange: Column = createdLast((name) =>
  name === 'effective_run_mode' || name === 'amount_cents' ? plain(name) : withoutIndex(name),
);
const alongDue: Column = createdLast((name) => (name === 'effective_run_mode' ? plain(name) : withoutIndex(name)));
