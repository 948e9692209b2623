import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { PaymentQuery, PaymentSort } from '../../payments/payment-store.ts';
import type { PaymentRow } from '../../payments/store/payment-row.ts';
import type { ListPlace } from '../payment-list.ts';
import {
  all,
  type Column,
  type Condition,
  dueOf,
  ofDue,
  ofFilter,
  ofStatus,
  plain,
  withoutIndex,
} from './conditions.ts';

/** A page of payments of one table, along one index. */

/** The payments with a later event after the place. Every change of a payment appends one. */
export const isChangedAfter = ({ event }: ListPlace): Condition =>
  sql<SqlBool>`id in (select payment_id from payment_events where payment_events.id > ${event} and sequence > 1)`;

type Order = (table: '' | 'page.') => RawBuilder<unknown>;
export const orders: Readonly<Record<PaymentSort, Order>> = {
  NEWEST: (table) => sql`${sql.ref(`${table}id`)} desc`,
  OLDEST: (table) => sql`${sql.ref(`${table}id`)}`,
  AMOUNT: (table) => sql`${sql.ref(`${table}amount_cents`)} desc, ${sql.ref(`${table}id`)} desc`,
  DUE: (table) => sql`${sql.ref(`${table}due_date`)}, ${sql.ref(`${table}id`)}`,
};

export const columnsOf: Readonly<Record<PaymentSort, (due: RawBuilder<unknown>) => RawBuilder<unknown>>> = {
  NEWEST: () => sql`id`,
  OLDEST: () => sql`id`,
  AMOUNT: () => sql`id, amount_cents`,
  DUE: (due) => sql`id, ${due} as due_date`,
};

type After = { readonly id: RawBuilder<unknown>; readonly value: RawBuilder<unknown> };

const afterOf: Readonly<Record<PaymentSort, (after: After, due: RawBuilder<unknown>) => Condition>> = {
  NEWEST: ({ id }) => sql`id < ${id}`,
  OLDEST: ({ id }) => sql`id > ${id}`,
  AMOUNT: ({ id, value }) => sql`(amount_cents, id) < (${value}, ${id})`,
  DUE: ({ id, value }, due) => sql`(${due}, id) > (${value}, ${id})`,
};

const endOfPage = ({ beforeId, beforeValue }: PaymentQuery): After | null =>
  beforeId === null ? null : { id: sql`${beforeId}`, value: sql`${beforeValue}` };

/** The page before ends within the days, so that its end is the closer one of two bounds. */
const nearerDay = { NEWEST: 'to', OLDEST: 'from', AMOUNT: null, DUE: null } as const;

export type Table = {
  readonly from: 'payments' | 'payment_list';
  readonly column: Column;
  readonly due: RawBuilder<unknown>;
  /** As the days of a filter name it; the page always begins by the id itself. */
  readonly id?: RawBuilder<unknown>;
};
/**
 * Looked up by the key after everything else was found to match. Read from the row it would be read for every entry of
 * an index that the walk passes.
 */
const createdAtOfRow = sql`(select same.created_at from payment_list as same where same.id = payment_list.id)`;
export const createdLast =
  (column: Column): Column =>
  (name) =>
    name === 'created_at' ? createdAtOfRow : column(name);

/** Stays null where there is none. */
export const dueWithoutIndex = sql`nullif(due_date, '')`;

export const listed: Table = { from: 'payment_list', column: plain, due: sql.ref('due_date') };
export const listedByKey: Table = { ...listed, column: withoutIndex, due: dueWithoutIndex };
export const stored: Table = { from: 'payments', column: plain, due: dueOf(sql.ref('payments.id')) };
/** By the id alone, which the caller says. */
export const storedByKey: Table = { ...stored, column: withoutIndex, id: withoutIndex('id') };

/** The list in the order of the page: a range by which it is not sorted is no reason to enter another index. */
export function listedInOrder({ sort }: PaymentQuery): Table {
  const column: Column = (name) => (name === 'amount_cents' && sort !== 'AMOUNT' ? withoutIndex(name) : plain(name));
  const table = { ...listed, column, due: sort === 'DUE' ? listed.due : dueWithoutIndex };
  return sort === 'NEWEST' || sort === 'OLDEST'
    ? table
    : { ...table, column: createdLast(column), id: withoutIndex('id') };
}

export const listedColumns = ({ sort }: PaymentQuery, { from, due }: Table): RawBuilder<unknown> =>
  columnsOf[sort](from === 'payment_list' ? listed.due : due);

export function walk(
  query: PaymentQuery,
  table: Table,
  conditions: readonly Condition[],
  columns = listedColumns(query, table),
): RawBuilder<PaymentRow> {
  return sql<PaymentRow>`${matching(query, table, conditions, columns)} ${firstOf(query)}`;
}

/**
 * The limit as a literal: SQLite's planner looks at its value, so a bound one makes SQLite parse and plan the statement
 * again at each run.
 */
export const atMost = ({ limit }: Pick<PaymentQuery, 'limit'>): RawBuilder<unknown> => sql`limit ${sql.lit(limit)}`;

/** The beginning of what was found. */
export const firstOf = (query: PaymentQuery): RawBuilder<unknown> =>
  sql`order by ${orders[query.sort]('')} ${atMost(query)}`;

/** The same order, in which a database does not look for an index. */
const unindexed: Readonly<Record<PaymentSort, RawBuilder<unknown>>> = {
  NEWEST: sql`${withoutIndex('id')} desc`,
  OLDEST: sql`${withoutIndex('id')}`,
  AMOUNT: sql`${withoutIndex('amount_cents')} desc, ${withoutIndex('id')} desc`,
  DUE: sql`${withoutIndex('due_date')}, ${withoutIndex('id')}`,
};
export const sortedFirstOf = (query: PaymentQuery): RawBuilder<unknown> =>
  sql`order by ${unindexed[query.sort]} ${atMost(query)}`;

/** All that a page and those after it have, in no order. */
export function matching(
  query: PaymentQuery,
  table: Table,
  conditions: readonly Condition[],
  columns = listedColumns(query, table),
): RawBuilder<unknown> {
  const where = all([...wanted(query, table), ...conditions]);
  return sql`select ${columns} from ${sql.ref(table.from)} where ${where}`;
}

/** Up to the row of `bound`, all where it has none. */
export function upToBound({ sort }: PaymentQuery, { due }: Table): Condition {
  const bound = (name: string, none: RawBuilder<unknown>) =>
    sql`coalesce((select ${sql.ref(name)} from bound), ${none})`;
  const [firstId, lastId] = [bound('id', sql`''`), bound('id', sql`'~'`)];
  if (sort === 'NEWEST') return sql`id >= ${firstId}`;
  if (sort === 'OLDEST') return sql`id <= ${lastId}`;
  if (sort === 'AMOUNT') return sql`(amount_cents, id) >= (${bound('amount_cents', sql`0`)}, ${firstId})`;
  return sql`(${due}, id) <= (${bound('due_date', sql`'9999-12-31'`)}, ${lastId})`;
}

/** What a payment has to fulfil, of those after the page before. */
export function wanted(
  query: PaymentQuery,
  { column, due, id }: Table,
  after: After | null = endOfPage(query),
): readonly Condition[] {
  return [
    ...(after === null ? [] : [afterOf[query.sort](after, due)]),
    ...ofFilter(query, column, { ...(id && { id }), without: after === null ? null : nearerDay[query.sort] }),
    ...ofStatus(query, column('status')),
    ...ofDue(query, due),
  ];
}

/** After a payment that was found, whose amount or due date is a closer bound than the range's own. */
export function wantedAfter(query: PaymentQuery, table: Table, found: After): readonly Condition[] {
  const { sort, amountCents, due } = query;
  const ranges = {
    amountCents: sort === 'AMOUNT' && amountCents !== null ? { ...amountCents, to: null } : amountCents,
    due: sort === 'DUE' && due !== null ? { ...due, from: null } : due,
  };
  return wanted({ ...query, ...ranges }, table, found);
}
