import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { DatabaseKind } from '../../../store/store.ts';
import type { PaymentFilter, PaymentQuery } from '../../payments/payment-store.ts';
import { all, type Condition, type idsOfDays, type Scope, scopesOf } from './conditions.ts';
import { dayColumns } from './days.ts';
import type { ListRow, Tables } from './tables.ts';

/**
 * What payments have in common by which lists are filtered and which takes few values. A company has some hundred
 * kinds. `payment_list` has an index in which those of a kind stand together, in each order.
 */
export type Kind = Pick<ListRow, (typeof dayColumns)[number]>;

export type Kinds = {
  readonly all: readonly Kind[];
  /** Those with a payment that has a due date. */
  readonly due: readonly Kind[];
};

const columns = sql.join(dayColumns.map((column) => sql.ref(column)));
const columnsIn = (table: string) => sql.join(dayColumns.map((column) => sql.ref(`${table}.${column}`)));

/**
 * Every kind that the list has. From one to the next is one step along the index, however many payments it passes.
 * SQLite takes this way by itself; PostgreSQL compares a row as a whole, which SQLite does not.
 */
export function listKinds(db: Kysely<Tables>, database: DatabaseKind, which: keyof Kinds) {
  const isWanted = (table: string) => (which === 'due' ? sql`${sql.ref(`${table}.due_date`)} is not null` : sql`1 = 1`);
  if (database === 'sqlite')
    return sql<Kind>`select distinct ${columns} from payment_list where ${isWanted('payment_list')}`.compile(db);
  return sql<Kind>`with recursive kind(id) as (
      select (select id from payment_list where ${isWanted('payment_list')} order by ${columns} limit 1)
      union all
      select (select later.id from payment_list as later
        where (${columnsIn('later')}) > (${columnsIn('listed')}) and ${isWanted('later')}
        order by ${columnsIn('later')} limit 1)
      from kind join payment_list as listed on listed.id = kind.id)
    select ${columnsIn('listed')} from kind join payment_list as listed on listed.id = kind.id`.compile(db);
}

/** Those of the kinds that the query asks for and that its caller may see. */
export function wantedKinds(query: PaymentQuery, kinds: Kinds): readonly Kind[] {
  const scopes = scopesOf(query.visibleTo, query);
  const some = query.due === null && query.sort !== 'DUE' ? kinds.all : kinds.due;
  return some.filter((kind) => isWanted(query, kind) && scopes.some((scope) => isIn(scope, kind)));
}

const isWanted = (query: PaymentFilter, kind: Kind): boolean =>
  isOne(query.runMode, kind.effective_run_mode) &&
  isOne(query.client, kind.client) &&
  isOne(query.idSociete, kind.id_societe) &&
  isOne(query.idOrigin, kind.id_origin) &&
  isAmong(query.paymentTargets, kind.payment_target) &&
  isAmong(query.paymentTypes, kind.payment_type) &&
  isAmong(query.statuses, kind.status);

export const isIn = (scope: Scope, kind: Kind): boolean =>
  isOne(scope.client, kind.client) &&
  isOne(scope.idSociete, kind.id_societe) &&
  isOne(scope.idOrigin, kind.id_origin) &&
  isAmong(scope.targets, kind.payment_target) &&
  isAmong(scope.runModes, kind.effective_run_mode);

const isOne = (wanted: string | null | undefined, value: string): boolean => (wanted ?? value) === value;
const isAmong = (wanted: readonly string[] | null | undefined, value: string): boolean =>
  wanted === null || wanted === undefined || wanted.includes(value);

const named = (column: string) => sql.ref(`kind_${column}`);

/** The kinds as rows, with the place of each: one statement for any number of them. */
export const kindRows: Readonly<Record<DatabaseKind, (kinds: readonly Kind[]) => RawBuilder<unknown>>> = {
  sqlite: (kinds) => {
    const values = dayColumns.map((column, index) => sql`value ->> ${sql.lit(index)} as ${named(column)}`);
    const rows = JSON.stringify(kinds.map((kind) => dayColumns.map((column) => kind[column])));
    return sql`(select key as place, ${sql.join(values)} from json_each(${rows})) as kind`;
  },
  postgres: (kinds) => {
    const arrays = dayColumns.map((column) => sql`${kinds.map((kind) => kind[column])}::text[]`);
    const names = sql.join([...dayColumns.map(named), sql.ref('number')]);
    return sql`(select number - 1 as place, kind.* from unnest(${sql.join(arrays)}) with ordinality as kind(${names})) as kind`;
  },
};

/** For a query beside such a row. */
export const isOfKindRow: readonly Condition[] = dayColumns.map(
  (column) => sql`${sql.ref(`payment_list.${column}`)} = ${named(column)}`,
);

const keyOfRow = sql.join(dayColumns.map(named));

/**
 * The same for PostgreSQL, where a kind is read in the order of its ids. With each column compared by itself it expects
 * one payment, and sorts all that the index of amounts has. That index has no `created_at`, and so serves no better.
 */
export const isOfKindInOrder: readonly Condition[] = [
  sql`(${columns}, id) >= (${keyOfRow}, '')`,
  sql`(${columns}, id) < (${keyOfRow}, '~')`,
  sql`created_at > 0`,
];
export const orderOfKind = (direction: 'asc' | 'desc'): RawBuilder<unknown> =>
  sql.join([...dayColumns, 'id'].map((column) => sql`${sql.ref(column)} ${sql.raw(direction)}`));

/**
 * Whether such a row has a payment with one of these ids: one step along the index of kinds. PostgreSQL would take the
 * key instead, and pass what all other kinds have there.
 */
export const oneOfKindRow: Readonly<Record<DatabaseKind, (ids: ReturnType<typeof idsOfDays>) => RawBuilder<unknown>>> =
  {
    sqlite: ({ from, below }) => sql`select 1 from payment_list
    where ${all([...isOfKindRow, sql`id >= ${from ?? ''}`, sql`id < ${below ?? '~'}`])} limit 1`,
    postgres: ({ from, below }) => sql`select 1 from payment_list
    where (${columns}, id) >= (${keyOfRow}, ${from ?? ''}) and (${columns}, id) < (${keyOfRow}, ${below ?? '~'})
    order by ${columns}, id limit 1`,
  };

/** A kind says these. */
const saidByKind = {
  ...{ statuses: null, paymentTargets: null, paymentTypes: null },
  ...{ runMode: null, client: null, idSociete: null, idOrigin: null },
} as const satisfies Partial<PaymentFilter>;

export const withinKind = (query: PaymentQuery): PaymentQuery => ({ ...query, ...saidByKind });
