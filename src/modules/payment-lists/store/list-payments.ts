import { type Kysely, type RawBuilder, type SqlBool, sql } from 'kysely';
import type { CalendarDate } from '../../../kernel/sepa/target-calendar.ts';
import type { DatabaseKind } from '../../../store/store.ts';
import type { PaymentQuery } from '../../payments/payment-store.ts';
import { type PaymentRow, paymentFields } from '../../payments/store/payment-row.ts';
import type { ListPlace } from '../payment-list.ts';
import { alongFilter, type Way } from './choose-way.ts';
import {
  areIds,
  bothModes,
  type Column,
  type Condition,
  idsOfDays,
  ofAnyScope,
  ofDue,
  ofFilter,
  ofScope,
  ofStatus,
  plain,
  type Scope,
  scopesOf,
  withoutHeld,
  withoutIndex,
} from './conditions.ts';
import type { Tables } from './tables.ts';
import { atMost, columnsOf, isChangedAfter, listedInOrder, orders, stored, storedByKey, walk } from './walks.ts';
import { kindWalks, withinRange } from './ways.ts';

export type Reading = { readonly database: DatabaseKind; readonly way?: Way };

/** With the value that sorts it, where that is no column of it. */
export type ListedRow = PaymentRow & { readonly due_date?: CalendarDate };

/**
 * A page of payments. With conditions joined by "or" the database would read and sort every match. So each alternative
 * is its own walk along an index, of one page at most, and the page is the first of their results.
 *
 * @param place up to where `payment_list` is filled. The page then also has the payments that came after, and those
 * that changed after, as they are now. Null: everything is read from `payments` itself.
 */
export function listPayments(
  db: Kysely<Tables>,
  query: PaymentQuery,
  place: ListPlace | null,
  { database, way = alongFilter }: Reading,
) {
  const scopes = scopesFor(query);
  const [only, ...others] = place === null && !query.ids ? eachStatus(query, scopes) : [];
  // A due date is no column of the payments, so the order by it takes the long way.
  if (only && others.length === 0 && query.sort !== 'DUE') {
    return walk(only[0], stored, ofScope(only[1], plain), paymentFields).compile(db);
  }
  const page = pageOf(query, place, { database, way });
  if (page === null) return null;
  const fields = query.sort === 'DUE' ? sql`${paymentFields}, page.due_date` : paymentFields;
  return sql<ListedRow>`select ${fields} from (${page}) as page join payments on payments.id = page.id
    order by ${orders[query.sort]('page.')}`.compile(db);
}

/** None where nothing can match. */
function scopesFor(query: PaymentQuery): readonly Scope[] {
  const wanted = [query.statuses, query.paymentTargets, query.paymentTypes];
  return wanted.some((some) => some?.length === 0) ? [] : scopesOf(query.visibleTo, query);
}

/**
 * Whether a list is best read from the payments themselves: along their key where nothing narrows it or it is of known
 * ids, or along the index of a customer or an order, who have few payments.
 */
export function isReadDirectly(query: PaymentQuery): boolean {
  if (query.idClient !== null || query.idCommande !== null || query.ids) return true;
  const isByAge = query.sort === 'NEWEST' || query.sort === 'OLDEST';
  const conditions = [
    ...ofFilter({ ...query, created: null }, plain),
    ...ofStatus(query, sql``),
    ...ofDue(query, sql``),
  ];
  const [scope, ...others] = scopesFor(query);
  return isByAge && conditions.length === 0 && others.length === 0 && (!scope || ofScope(scope, plain).length === 0);
}

/** The ids of a page, with the value that sorts it; null where nothing can match. */
export function pageOf(
  query: PaymentQuery,
  place: ListPlace | null,
  reading: Required<Reading>,
): RawBuilder<unknown> | null {
  const scopes = scopesFor(query);
  if (scopes.length === 0) return null;
  const parts = partsOf(query, scopes, place, reading);
  const columns = columnsOf[query.sort](sql.ref('due_date'));
  const rows = parts.map((part) => sql`select ${columns} from (${part}) as walk`);
  const order = orders[query.sort]('');
  return sql`${sql.join(rows, sql` union `)} order by ${order} ${atMost(query)}`;
}

function partsOf(query: PaymentQuery, scopes: readonly Scope[], place: ListPlace | null, reading: Required<Reading>) {
  const { ids } = query;
  if (!ids) return place === null ? liveWalks(query, scopes) : mergedWalks(query, scopes, place, reading);
  const { column } = storedByKey;
  return [walk(query, storedByKey, [areIds[reading.database](ids), ofAnyScope(scopes, column)])];
}

/** Each scope with each status is a walk, as long as these are not too many for one statement. */
function eachStatus(query: PaymentQuery, scopes: readonly Scope[]): readonly (readonly [PaymentQuery, Scope])[] {
  const statuses = [...new Set(query.statuses ?? [])];
  const isSplit = statuses.length > 1 && statuses.length * scopes.length <= mostWalks;
  const queries = isSplit ? statuses.map((status) => ({ ...query, statuses: [status] })) : [query];
  return scopes.flatMap((scope) => queries.map((one) => [one, scope] as const));
}

const mostWalks = 100;

const liveWalks = (query: PaymentQuery, scopes: readonly Scope[]) =>
  eachStatus(query, scopes).map(([one, scope]) => walk(one, stored, ofScope(scope, plain)));

function mergedWalks(query: PaymentQuery, scopes: readonly Scope[], place: ListPlace, reading: Required<Reading>) {
  const visible = (column: Column): Condition => ofAnyScope(scopes, column);
  // Only these change, and a kind has a status. A payment that changed after the place is looked up, whatever the list
  // says of it.
  const isByFilter = reading.way.along === 'FILTER';
  const readsChanging = query.statuses !== null || query.due !== null || query.sort === 'DUE' || !isByFilter;
  const unchanged = readsChanging ? [sql<SqlBool>`not ${isChangedAfter(place)}`] : [];
  const folded = foldedWalks(query, scopes, { ...reading, place, visible, unchanged });
  const recorded = recordedAfter(query, place, visible(withoutIndex));
  if (!readsChanging) return [...folded, ...recorded];
  return [...folded, ...recorded, walk(query, storedByKey, [isChangedAfter(place), visible(withoutIndex)])];
}

/** One bound from below, because SQLite enters the table by one of several. */
function recordedAfter(query: PaymentQuery, place: ListPlace, visible: Condition): readonly RawBuilder<unknown>[] {
  const { below } = idsOfDays(query.created);
  if (below !== null && below <= place.payment) return [];
  if (query.sort !== 'OLDEST') return [walk(query, storedByKey, [sql<SqlBool>`id > ${place.payment}`, visible])];
  const [, beforeId = place.payment] = [query.beforeId ?? '', place.payment].toSorted();
  return [walk({ ...query, beforeId }, storedByKey, [visible])];
}

type Folding = Required<Reading> & {
  readonly place: ListPlace;
  readonly visible: (column: Column) => Condition;
  readonly unchanged: readonly Condition[];
};

function foldedWalks(
  query: PaymentQuery,
  scopes: readonly Scope[],
  { database, way, place, visible, unchanged }: Folding,
): readonly RawBuilder<unknown>[] {
  if (way.along === 'KINDS') return kindWalks(query, way, place, database);
  if (way.along === 'RANGE') return withinRange(query, way, database, { visible, unchanged });
  const inModes = scopes.flatMap((scope) => inEachMode(query, scope));
  const table = listedInOrder(query);
  return eachStatus(query, withoutHeld(inModes, query)).map(([one, scope]) =>
    walk(one, table, [...ofScope(scope, table.column), ...unchanged]),
  );
}

/** `TEST` and `LIVE` are walks of their own: each index of the list begins with the mode. */
const inEachMode = ({ runMode }: PaymentQuery, scope: Scope): readonly Scope[] =>
  (scope.runModes ?? bothModes)
    .filter((mode) => runMode === null || mode === runMode)
    .map((mode) => ({ ...scope, runModes: [mode] }));
