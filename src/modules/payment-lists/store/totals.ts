import { type Kysely, type RawBuilder, type SqlBool, sql } from 'kysely';
import { parisDateOf } from '../../../kernel/sepa/target-calendar.ts';
import { paymentStatus, paymentTarget, paymentType } from '../../../kernel/vocabulary.ts';
import { allPayments, type PaymentQuery } from '../../payments/payment-store.ts';
import { effectiveRunModeOf, known } from '../../payments/store/stored-values.ts';
import type { ListPlace } from '../payment-list.ts';
import { countedAtMost, type PaymentTotal, type PaymentTotalBy, type TotalsQuery } from '../payment-totals.ts';
import {
  all,
  type Column,
  type Condition,
  ofAnyScope,
  ofDayRange,
  ofFilter,
  ofStatus,
  plain,
  scopesOf,
  withoutIndex,
} from './conditions.ts';
import { quarterMs, quarterOf } from './days.ts';
import { pageOf, type Reading } from './list-payments.ts';
import type { DayRow, Tables } from './tables.ts';
import { isChangedAfter } from './walks.ts';

/** Payments of a day (or of a quarter of an hour) that have the other columns in common; '' where it is not asked for. */
export type TotalRow = Pick<
  DayRow,
  'effective_run_mode' | 'day' | 'status' | 'payment_target' | 'payment_type' | 'id_origin' | 'payments' | 'cents'
> & { readonly quarter: number };

const columns: Readonly<Record<Exclude<PaymentTotalBy, 'DAY'>, string>> = {
  STATUS: 'status',
  TARGET: 'payment_target',
  TYPE: 'payment_type',
  ORIGIN: 'id_origin',
};

/** Whether the table of days has every column that the query restricts. */
export const isByDay = ({ idClient, idCommande, mandate, due, amountCents }: TotalsQuery): boolean =>
  [idClient, idCommande, mandate, due, amountCents].every((restriction) => restriction === null);

/**
 * The days up to the place, the payments after it, and the difference that later changes make. All in one statement,
 * so that all are of one moment; one row says the place of that moment, as a mode. PostgreSQL may give it anywhere.
 */
export function totalsByDay(db: Kysely<Tables>, query: TotalsQuery, place: ListPlace) {
  const { created, ...others } = query;
  const scopes = scopesOf(query.visibleTo, query);
  const matching = (column: Column, wanted: TotalsQuery): readonly Condition[] => [
    ...ofFilter(wanted, column),
    ...ofStatus(wanted, column('status')),
    ofAnyScope(scopes, column),
  ];
  const days = [...matching(plain, { ...others, created: null }), ...ofDayRange(created, sql.ref('day'))];
  const isListed = sql<SqlBool>`exists (select 1 from payment_list where payment_list.id = payments.id)`;
  const recorded = [sql<SqlBool>`id > ${place.payment}`, sql<SqlBool>`not ${isListed}`];
  const parts = [
    sql`select ${kindOf(query, sql.ref('day'))}, 0 as quarter, ${sums(sql`sum(payments)`, sql`sum(cents)`)}
      from payment_days where ${all(days)} group by ${group(query, 'day')}`,
    counted(query, 'payments', [...recorded, ...matching(withoutIndex, query)]),
    counted(query, 'payment_list', [isChangedAfter(place), ...matching(withoutIndex, query)], -1),
    counted(query, 'payments', [isChangedAfter(place), isListed, ...matching(withoutIndex, query)]),
    sql`select position, '', '', '', '', '', 0, 0, 0 from cursors where name = 'payment list'`,
  ];
  return sql<TotalRow>`${sql.join(parts, sql` union all `)}`.compile(db);
}

/** The payments that are counted one by one, along an index that serves the filter: nothing is sorted. */
export function countedPage(query: TotalsQuery): PaymentQuery {
  const sort = query.amountCents ? 'AMOUNT' : query.due ? 'DUE' : 'NEWEST';
  return { ...allPayments, ...query, sort, limit: countedAtMost };
}

/** At most `countedAtMost` payments, one by one. Null where nothing can match. */
export function totalsOneByOne(
  db: Kysely<Tables>,
  query: TotalsQuery,
  place: ListPlace | null,
  { database, way }: Required<Reading>,
) {
  const inAnyOrder = way.along === 'KINDS' ? { ...way, isInAnyOrder: true } : way;
  const page = pageOf(countedPage(query), place, { database, way: inAnyOrder });
  if (page === null) return null;
  const rows = sql`(select found.id as found from (${page}) as found) as page join payments on id = found`;
  return sql<TotalRow>`${counted(query, rows, [])}`.compile(db);
}

function counted(
  query: TotalsQuery,
  table: 'payments' | 'payment_list' | RawBuilder<unknown>,
  conditions: readonly Condition[],
  sign: 1 | -1 = 1,
): RawBuilder<unknown> {
  const from = typeof table === 'string' ? sql.ref(table) : table;
  const quarter = query.by.includes('DAY') ? quarterOf : sql`0`;
  const number = sign === 1 ? sql`count(*)` : sql`-count(*)`;
  const cents = sign === 1 ? sql`sum(amount_cents)` : sql`-sum(amount_cents)`;
  return sql`select ${kindOf(query, sql`''`)}, ${quarter} as quarter, ${sums(number, cents)}
    from ${from} where ${all(conditions)} group by ${group(query, quarter)}`;
}

/** A constant is no column to group by. */
const group = (query: TotalsQuery, day: 'day' | RawBuilder<unknown>): RawBuilder<unknown> =>
  sql.join([
    sql.ref('effective_run_mode'),
    ...query.by.map((one) => (one === 'DAY' ? (day === 'day' ? sql.ref(day) : day) : sql.ref(columns[one]))),
  ]);

function kindOf(query: TotalsQuery, day: RawBuilder<unknown>): RawBuilder<unknown> {
  const others = Object.entries(columns).map(([by, column]) => {
    return query.by.includes(by as PaymentTotalBy) ? sql.ref(column) : sql`'' as ${sql.ref(column)}`;
  });
  return sql.join([sql.ref('effective_run_mode'), sql`${query.by.includes('DAY') ? day : sql`''`} as day`, ...others]);
}

const sums = (payments: RawBuilder<unknown>, cents: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`cast(${payments} as bigint) as payments, cast(${cents} as bigint) as cents`;

/** The rows as totals, those of one kind together. */
export function totalsOf(rows: readonly TotalRow[], by: readonly PaymentTotalBy[]): readonly PaymentTotal[] {
  const totals = new Map<string, PaymentTotal>();
  for (const row of rows) {
    const total = totalOf(row, by);
    const { count: _count, cents: _cents, ...kind } = total;
    const key = JSON.stringify(kind);
    const { count, cents } = totals.get(key) ?? { count: 0, cents: 0 };
    totals.set(key, { ...kind, count: count + total.count, cents: cents + total.cents });
  }
  return [...totals.values()].filter(({ count }) => count !== 0);
}

function totalOf(row: TotalRow, by: readonly PaymentTotalBy[]): PaymentTotal {
  const day = row.day === '' ? parisDateOf(row.quarter * quarterMs) : row.day;
  return {
    runMode: effectiveRunModeOf(row.effective_run_mode),
    day: by.includes('DAY') ? day : null,
    status: by.includes('STATUS') ? known(paymentStatus, row.status) : null,
    paymentTarget: by.includes('TARGET') ? known(paymentTarget, row.payment_target) : null,
    paymentType: by.includes('TYPE') ? known(paymentType, row.payment_type) : null,
    idOrigin: by.includes('ORIGIN') ? row.id_origin : null,
    count: row.payments,
    cents: row.cents,
  };
}
