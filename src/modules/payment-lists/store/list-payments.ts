import { type Kysely, type RawBuilder, type SqlBool, sql } from 'kysely';
import type { CalendarDate } from '../../../kernel/sepa/target-calendar.ts';
import type { EffectiveRunMode } from '../../../kernel/vocabulary.ts';
import type { PaymentQuery, PaymentSort } from '../../payments/payment-store.ts';
import { type PaymentRow, paymentColumns } from '../../payments/store/payment-row.ts';
import type { ListPlace } from '../payment-list.ts';
import {
  all,
  type Column,
  type Condition,
  dueOf,
  ofDue,
  ofFilter,
  ofScope,
  ofStatus,
  plain,
  type Scope,
  scopesOf,
  withoutIndex,
} from './conditions.ts';
import type { Tables } from './tables.ts';

/** With the value that sorts it, where that is no column of it. */
export type ListedRow = PaymentRow & { readonly due_date?: CalendarDate };

/**
 * A page of payments. With conditions joined by "or" the database would read and sort every match. So each alternative
 * is its own walk along an index, of one page at most, and the page is the first of their results.
 *
 * @param place up to where `payment_list` is filled. The page then also has the payments that came after, and those
 * that changed after, as they are now. Null: everything is read from `payments` itself.
 */
export function listPayments(db: Kysely<Tables>, query: PaymentQuery, place: ListPlace | null) {
  const scopes = scopesFor(query);
  const [only, ...others] = place === null ? eachStatus(query, scopes) : [];
  // A due date is no column of the payments, so the order by it takes the long way.
  if (only && others.length === 0 && query.sort !== 'DUE') {
    return walk(only[0], stored, ofScope(only[1], plain), paymentFields).compile(db);
  }
  const page = pageOf(query, place);
  if (page === null) return null;
  const fields = query.sort === 'DUE' ? sql`${paymentFields}, page.due_date` : paymentFields;
  return sql<ListedRow>`select ${fields} from (${page}) as page join payments on payments.id = page.id
    order by ${orders[query.sort]('page.')}`.compile(db);
}

/** Their names are ours. As references Kysely would make and visit some hundred nodes for each page. */
const paymentFields = sql.raw<never>(paymentColumns.map((column) => `payments.${column}`).join(', '));

/** None where nothing can match. */
function scopesFor(query: PaymentQuery): readonly Scope[] {
  const wanted = [query.statuses, query.paymentTargets, query.paymentTypes];
  return wanted.some((some) => some?.length === 0) ? [] : scopesOf(query.visibleTo, query);
}

/**
 * Whether a list is best read from the payments themselves: along their key where nothing narrows it, or along the
 * index of a customer or an order, who have few payments.
 */
export function isReadDirectly(query: PaymentQuery): boolean {
  if (query.idClient !== null || query.idCommande !== null) return true;
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
export function pageOf(query: PaymentQuery, place: ListPlace | null): RawBuilder<unknown> | null {
  const scopes = scopesFor(query);
  if (scopes.length === 0) return null;
  const parts = place === null ? liveWalks(query, scopes) : mergedWalks(query, scopes, place);
  const columns = columnsOf[query.sort](sql.ref('due_date'));
  const rows = parts.map((part) => sql`select ${columns} from (${part}) as walk`);
  const order = orders[query.sort]('');
  return sql`${sql.join(rows, sql` union `)} order by ${order} limit ${query.limit}`;
}

type Order = (table: '' | 'page.') => RawBuilder<unknown>;
const orders: Readonly<Record<PaymentSort, Order>> = {
  NEWEST: (table) => sql`${sql.ref(`${table}id`)} desc`,
  OLDEST: (table) => sql`${sql.ref(`${table}id`)}`,
  AMOUNT: (table) => sql`${sql.ref(`${table}amount_cents`)} desc, ${sql.ref(`${table}id`)} desc`,
  DUE: (table) => sql`${sql.ref(`${table}due_date`)}, ${sql.ref(`${table}id`)}`,
};

const columnsOf: Readonly<Record<PaymentSort, (due: RawBuilder<unknown>) => RawBuilder<unknown>>> = {
  NEWEST: () => sql`id`,
  OLDEST: () => sql`id`,
  AMOUNT: () => sql`id, amount_cents`,
  DUE: (due) => sql`id, ${due} as due_date`,
};

function afterPage({ sort, beforeId, beforeValue }: PaymentQuery, due: RawBuilder<unknown>): Condition[] {
  if (beforeId === null) return [];
  if (sort === 'NEWEST') return [sql<SqlBool>`id < ${beforeId}`];
  if (sort === 'OLDEST') return [sql<SqlBool>`id > ${beforeId}`];
  if (sort === 'AMOUNT') return [sql<SqlBool>`(amount_cents, id) < (${beforeValue}, ${beforeId})`];
  return [sql<SqlBool>`(${due}, id) > (${beforeValue}, ${beforeId})`];
}

type Table = {
  readonly from: 'payments' | 'payment_list';
  readonly column: Column;
  readonly due: RawBuilder<unknown>;
};
const listed: Table = { from: 'payment_list', column: plain, due: sql.ref('due_date') };
const stored: Table = { from: 'payments', column: plain, due: dueOf(sql.ref('payments.id')) };
const storedByKey: Table = { ...stored, column: withoutIndex };

function walk(
  query: PaymentQuery,
  { from, column, due }: Table,
  conditions: readonly Condition[],
  columns = columnsOf[query.sort](due),
): RawBuilder<PaymentRow> {
  const where = all([
    ...afterPage(query, due),
    ...ofFilter(query, column),
    ...ofStatus(query, column('status')),
    ...ofDue(query, due),
    ...conditions,
  ]);
  return sql<PaymentRow>`select ${columns} from ${sql.ref(from)} where ${where}
    order by ${orders[query.sort]('')} limit ${query.limit}`;
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

function mergedWalks(query: PaymentQuery, scopes: readonly Scope[], place: ListPlace) {
  const visible = (column: Column): Condition =>
    sql<SqlBool>`(${sql.join(
      scopes.map((scope) => all(ofScope(scope, column))),
      sql` or `,
    )})`;
  // Only these change. A payment that changed after the place is looked up, whatever the list says of it.
  const readsChanging = query.statuses !== null || query.due !== null || query.sort === 'DUE';
  const unchanged = readsChanging ? [sql<SqlBool>`not ${isChangedAfter(place)}`] : [];
  const folded = eachStatus(
    query,
    scopes.flatMap((scope) => inEachMode(query, scope)),
  ).map(([one, scope]) => walk(one, listed, [...ofScope(scope, plain), ...unchanged]));
  const recorded = walk(query, storedByKey, [sql<SqlBool>`id > ${place.payment}`, visible(withoutIndex)]);
  if (!readsChanging) return [...folded, recorded];
  return [...folded, recorded, walk(query, storedByKey, [isChangedAfter(place), visible(withoutIndex)])];
}

const bothModes: readonly EffectiveRunMode[] = ['TEST', 'LIVE'];

/** `TEST` and `LIVE` are walks of their own: each index of the list begins with the mode. */
const inEachMode = ({ runMode }: PaymentQuery, scope: Scope): readonly Scope[] =>
  (scope.runModes ?? bothModes)
    .filter((mode) => runMode === null || mode === runMode)
    .map((mode) => ({ ...scope, runModes: [mode] }));

/** The payments with a later event after the place. Every change of a payment appends one. */
export const isChangedAfter = ({ event }: ListPlace): Condition =>
  sql<SqlBool>`id in (select payment_id from payment_events where payment_events.id > ${event} and sequence > 1)`;
