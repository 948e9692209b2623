import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { DatabaseKind } from '../../../store/store.ts';
import { allPayments, type PaymentQuery } from '../../payments/payment-store.ts';
import type { ListPlace } from '../payment-list.ts';
import type { Inside, InsideKinds, RangeName, Way } from './choose-way.ts';
import { all, type Column, type Condition, idsOfDays, plain, withoutIndex } from './conditions.ts';
import { isOfKindInOrder, isOfKindRow, type Kind, kindRows, oneOfKindRow, orderOfKind, withinKind } from './kinds.ts';
import type { Tables } from './tables.ts';
import {
  atMost,
  columnsOf,
  createdLast,
  firstOf,
  isChangedAfter,
  listed,
  listedByKey,
  listedColumns,
  listedInOrder,
  matching,
  orders,
  sortedFirstOf,
  type Table,
  upToBound,
  wanted,
  wantedAfter,
} from './walks.ts';

/** The settled payments of a page, not along an index of its filter. */

/** For a page, because a list of all changes would be made for each kind. */
const lookedUpAtMost = 200;
/** So few are read in one step along an index. */
const fewestOfKind = 4;

/**
 * The first payments of all kinds together. A payment that changed after the place is left out: of a short page, the
 * events of each payment that is found are looked up.
 */
export function kindWalks(
  query: PaymentQuery,
  { kinds, isInAnyOrder = false }: Extract<Way, { along: 'KINDS' }>,
  place: ListPlace,
  database: DatabaseKind,
): readonly RawBuilder<unknown>[] {
  if (kinds.length === 0) return [];
  const unchanged: Condition =
    query.limit > lookedUpAtMost
      ? sql`not ${isChangedAfter(place)}`
      : sql`not exists (select 1 from payment_events where payment_id = payment_list.id
          and sequence > 1 and payment_events.id > ${place.event})`;
  const within = withinKind(query);
  const table = listedInOrder(within);
  if (isInAnyOrder) {
    const found = ofEachKind(database, kinds, listedColumns(within, table), [...wanted(within, table), unchanged]);
    return [sql`${found} ${atMost(query)}`];
  }
  return [inOrder[database](within, table, kinds, unchanged)];
}

type InOrder = (query: PaymentQuery, table: Table, kinds: readonly Kind[], unchanged: Condition) => RawBuilder<unknown>;

/**
 * Begins with the first payment of each kind. Of those that it has, it takes the first in the order of the page, and
 * puts the next one of its kind in its place: SQLite keeps the rows of a recursive query in order.
 */
const fromEachToNext: InOrder = (query, table, kinds, unchanged) => {
  const order = orders[query.sort]('');
  const oneOf = (conditions: readonly Condition[]) => sql`cross join payment_list as found on found.id =
    (select id from payment_list where ${all([...isOfKindRow, ...conditions, unchanged])} order by ${order} limit 1)`;
  const columns = sql`found.id as id, found.amount_cents as amount_cents, found.due_date as due_date`;
  const value = sql.ref(query.sort === 'DUE' ? 'walked.due_date' : 'walked.amount_cents');
  const after = { id: sql.ref('walked.id'), value };
  return sql`with recursive kinds as materialized (select * from ${kindRows.sqlite(kinds)}),
    walked as (select place, ${columns} from kinds ${oneOf(wanted(query, table))}
      union all
      select kinds.place, ${columns} from walked join kinds on kinds.place = walked.place
        ${oneOf(wantedAfter(query, table, after))}
      order by ${order} ${atMost(query)})
    select ${columnsOf[query.sort](sql.ref('due_date'))} from walked`;
};

/**
 * PostgreSQL keeps no order in a recursive query. So it reads a few payments of each kind, more than a page together.
 * The last one of a page of these bounds the page of all.
 */
const withinBound: InOrder = (query, table, kinds, unchanged) => {
  const few = Math.max(fewestOfKind, Math.ceil((2 * query.limit) / kinds.length));
  const rows = kindRows.postgres(kinds);
  const columns = listedColumns(query, table);
  // The index of amounts would serve, and has each kind in another order.
  const isApart = query.amountCents !== null && (query.sort === 'NEWEST' || query.sort === 'OLDEST');
  const conditions = [...(isApart ? isOfKindInOrder : isOfKindRow), ...wanted(query, table), unchanged];
  const first = (limit: number) =>
    isApart
      ? sql`order by ${orderOfKind(query.sort === 'NEWEST' ? 'desc' : 'asc')} limit ${sql.lit(limit)}`
      : firstOf({ ...query, limit });
  const ofEach = (more: readonly Condition[], limit: number) => sql`select found.* from ${rows} cross join lateral
    (select ${columns} from payment_list where ${all([...conditions, ...more])} ${first(limit)}) as found`;
  const order = sql`order by ${orders[query.sort]('')}`;
  return sql`with bound as materialized (select * from (${ofEach([], few)}) as few
      ${order} offset ${sql.lit(query.limit - 1)} limit 1)
    select * from (${ofEach([upToBound(query, table)], query.limit)}) as kinds ${firstOf(query)}`;
};

const inOrder: Readonly<Record<DatabaseKind, InOrder>> = { sqlite: fromEachToNext, postgres: withinBound };

/** The payments of each kind, one kind after the other. PostgreSQL might read the whole table for them otherwise. */
function ofEachKind(
  database: DatabaseKind,
  kinds: readonly Kind[],
  columns: RawBuilder<unknown>,
  conditions: readonly Condition[],
): RawBuilder<unknown> {
  const rows = kindRows[database](kinds);
  const where = all([...isOfKindRow, ...conditions]);
  return database === 'sqlite'
    ? sql`select ${columns} from ${rows} cross join payment_list where ${where}`
    : sql`select found.* from ${rows} cross join lateral
        (select ${columns} from payment_list where ${where} offset 0) as found`;
}

/** All that lies in the range, sorted. */
export function withinRange(
  query: PaymentQuery,
  inside: Inside,
  database: DatabaseKind,
  { visible, unchanged }: { readonly visible: (column: Column) => Condition; readonly unchanged: readonly Condition[] },
): readonly RawBuilder<unknown>[] {
  if (inside.kinds?.length === 0) return [];
  const found = foundIn(query, inside, database, [visible(withoutIndex)]);
  return [sql`select * from (${found}) as inside where ${all(unchanged)} ${sortedFirstOf(query)}`];
}

/** How many payments are passed on the way through the range, `limit` at most. */
export function countInside(
  db: Kysely<Tables>,
  query: PaymentQuery,
  inside: Inside,
  { database, limit }: { readonly database: DatabaseKind; readonly limit: number },
) {
  const found = foundIn(passedIn(query, inside.range), inside, database, []);
  return sql<{ readonly payments: number }>`select count(*) as payments
    from (select id from (${found}) as inside ${atMost({ limit })}) as counted`.compile(db);
}

/** The places of the kinds that have a payment in the range; of days, an hour more on each side. */
export function kindsInside(db: Kysely<Tables>, query: PaymentQuery, inside: InsideKinds, database: DatabaseKind) {
  const { range, kinds } = inside;
  const one =
    range === 'created'
      ? oneOfKindRow[database](idsOfDays(query.created))
      : sql`select 1 from payment_list where ${all([
          ...isOfKindRow,
          ...wanted(withinKind(passedIn(query, range)), alongRange[range]),
        ])} limit 1`;
  return sql<{ readonly place: number }>`select place from ${kindRows[database](kinds)}
    where (${one}) = 1`.compile(db);
}

const passedIn = ({ runMode, ...query }: PaymentQuery, range: RangeName): PaymentQuery => ({
  ...{ ...allPayments, limit: 0, runMode },
  [range]: query[range],
});

/** Of each kind, because the indexes of ranges begin with these. Days are a part of the key. */
function foundIn(
  query: PaymentQuery,
  { range, kinds }: Inside,
  database: DatabaseKind,
  visible: readonly Condition[],
): RawBuilder<unknown> {
  if (kinds === null) return matching(query, listedByKey, visible);
  const [within, table] = [withinKind(query), alongRange[range]];
  return ofEachKind(database, kinds, listedColumns(within, table), wanted(within, table));
}

/** With the columns with which the indexes of ranges go on after the kind. */
const alongRange: Readonly<Record<Exclude<RangeName, 'created'>, Table>> = {
  amountCents: {
    ...{ ...listedByKey, id: withoutIndex('id') },
    column: createdLast((name) => (name === 'amount_cents' ? plain(name) : withoutIndex(name))),
  },
  due: { ...listedByKey, id: withoutIndex('id'), column: createdLast(withoutIndex), due: listed.due },
};
