import { type Kysely, type RawBuilder, type SqlBool, sql } from 'kysely';
import { parisDateOf } from '../../../kernel/sepa/target-calendar.ts';
import type { Connection } from '../../../store/connection.ts';
import type { Preparation } from '../../../store/preparation.ts';
import { preparedQuery, readRows, statementOf } from '../../../store/prepared-query.ts';
import type { DatabaseKind } from '../../../store/store.ts';
import type { FoldReads, FoldWrites, ListPlace } from '../payment-list.ts';
import { areIds, dueOf } from './conditions.ts';
import { dayColumns, quarterMs, quarterOf } from './days.ts';
import type { DayRow, Tables } from './tables.ts';

const cursor = 'payment list';

/** Neither kind of id has a blank. */
export const positionOf = ({ payment, event }: ListPlace): string => `${payment} ${event}`;
function placeOf(position: string): ListPlace {
  const [payment = '', event = ''] = position.split(' ');
  return { payment, event };
}

type Between = { readonly from: string; readonly until: string };
type Step = { readonly after: string; readonly until: string; readonly limit: number };

export const foldQueries = (db: Kysely<Tables>) => ({
  paymentListPlace: preparedQuery(() =>
    db.selectFrom('cursors').select('position').where('name', '=', sql.lit(cursor)),
  ),
  movePaymentListPlace: preparedQuery(({ from, to }: { from: string; to: string }) =>
    db.updateTable('cursors').set({ position: to }).where('name', '=', sql.lit(cursor)).where('position', '=', from),
  ),
  paymentsToFold: preparedQuery(({ after, until, limit }: Step) =>
    db.selectFrom('payments').select('id').where('id', '>', after).where('id', '<=', until).orderBy('id').limit(limit),
  ),
  eventsToFold: preparedQuery(({ after, until, limit }: Step) =>
    db
      .selectFrom('payment_events')
      .select(['id', 'payment_id'])
      .where('id', '>', after)
      .where('id', '<=', until)
      .where('sequence', '>', sql.lit(1))
      .orderBy('id')
      .limit(limit),
  ),
  paymentsNotFolded: preparedQuery(({ from, until }: Between) => ({
    compile: () =>
      sql<{ readonly id: string }>`select id from payments where id > ${from} and id <= ${until}
        and not exists (select 1 from payment_list where payment_list.id = payments.id)`.compile(db),
  })),
  eventsNotFolded: preparedQuery(({ from, until }: Between) => ({
    compile: () =>
      sql<{ readonly id: string }>`select payments.id
        from payment_events join payments on payments.id = payment_id join payment_list on payment_list.id = payment_id
        where payment_events.id > ${from} and payment_events.id <= ${until} and sequence > 1
          and (payment_list.status <> payments.status
            or coalesce(payment_list.due_date, '') <> coalesce(${dueOf(sql.ref('payments.id'))}, ''))`.compile(db),
  })),
  addToDay: preparedQuery((row: DayRow) =>
    db
      .insertInto('payment_days')
      .values({
        ...{ day: row.day, effective_run_mode: row.effective_run_mode, id_societe: row.id_societe },
        ...{ client: row.client, id_origin: row.id_origin, payment_target: row.payment_target },
        ...{ payment_type: row.payment_type, status: row.status, payments: row.payments, cents: row.cents },
      })
      .onConflict((conflict) =>
        conflict.columns(['day', ...dayColumns]).doUpdateSet(({ ref }) => ({
          payments: sql<number>`${ref('payment_days.payments')} + ${ref('excluded.payments')}`,
          cents: sql<number>`${ref('payment_days.cents')} + ${ref('excluded.cents')}`,
        })),
      ),
  ),
});

export function createFoldReads({ queries }: Preparation<typeof foldQueries>, connection: Connection): FoldReads {
  return {
    paymentListPlace: async () => placeOf((await queries.paymentListPlace(connection, {})).rows[0]?.position ?? ''),
    nextToFold: async (from, until, limit) => {
      const recorded = await queries.paymentsToFold(connection, { after: from.payment, until: until.payment, limit });
      const changed = await queries.eventsToFold(connection, { after: from.event, until: until.event, limit });
      const ids = new Set([...recorded.rows.map(({ id }) => id), ...changed.rows.map(({ payment_id: id }) => id)]);
      return {
        paymentIds: [...ids],
        events: changed.rows.length,
        // Not beyond the last row: a clock that is ahead would claim a future time.
        until: { payment: recorded.rows.at(-1)?.id ?? from.payment, event: changed.rows.at(-1)?.id ?? from.event },
      };
    },
    lastToFold: async (mark, from, until, limit) => {
      const query = mark === 'payment' ? queries.paymentsToFold : queries.eventsToFold;
      return (await query(connection, { after: from, until, limit })).rows.at(-1)?.id ?? null;
    },
    notFolded: async (mark, from, until) => {
      const query = mark === 'payment' ? queries.paymentsNotFolded : queries.eventsNotFolded;
      // A payment may have several of the events; to make them distinct SQLite would sort.
      return [...new Set((await query(connection, { from, until })).rows.map(({ id }) => id))];
    },
  };
}

export function createFoldWrites(
  { db, queries }: Preparation<typeof foldQueries>,
  connection: Connection,
  database: DatabaseKind,
): FoldWrites {
  const read = <Row>(query: RawBuilder<Row>) => readRows<Row>(connection, query.compile(db));
  return {
    foldPayments: async (paymentIds, from, to) => {
      // First, because it locks the row: of two processes, the second one sees what the first one wrote.
      const moved = await queries.movePaymentListPlace(connection, { from: positionOf(from), to: positionOf(to) });
      if (moved.changes !== 1) return false;
      if (paymentIds.length === 0) return true;
      const isFolded = areIds[database](paymentIds);
      const before = await read(summed(isFolded));
      await connection.execute(statementOf(copy(isFolded).compile(db)));
      for (const row of differences(before, await read(summed(isFolded)))) await queries.addToDay(connection, row);
      return true;
    },
  };
}

const listColumns = [
  ...['id', 'client', 'effective_run_mode', 'payment_target', 'payment_type', 'id_origin', 'id_societe'],
  ...['mandate', 'amount_cents', 'created_at', 'status'],
];

function copy(isFolded: RawBuilder<SqlBool>): RawBuilder<unknown> {
  const columns = sql.join(listColumns.map((column) => sql.ref(column)));
  return sql`insert into payment_list (${columns}, due_date)
    select ${columns}, ${dueOf(sql.ref('payments.id'))} from payments where ${isFolded}
    on conflict (id) do update set status = excluded.status, due_date = excluded.due_date`;
}

type Summed = Omit<DayRow, 'day'> & { readonly quarter: number };

/** What the rows of the list add to the table of days. Only the worker writes either, so the two never differ. */
function summed(isFolded: RawBuilder<SqlBool>): RawBuilder<Summed> {
  const columns = sql.join(dayColumns.map((column) => sql.ref(column)));
  return sql<Summed>`select ${columns}, ${quarterOf} as quarter,
    count(*) as payments, cast(sum(amount_cents) as bigint) as cents
    from payment_list where ${isFolded} group by ${columns}, ${quarterOf}`;
}

function differences(before: readonly Summed[], after: readonly Summed[]): readonly DayRow[] {
  const days = new Map<string, DayRow>();
  const signed = [...before.map((row) => [-1, row] as const), ...after.map((row) => [1, row] as const)];
  for (const [sign, { quarter, ...row }] of signed) {
    const day = parisDateOf(quarter * quarterMs);
    const key = [day, ...dayColumns.map((column) => row[column])].join('\n');
    const { payments, cents } = days.get(key) ?? { payments: 0, cents: 0 };
    days.set(key, { ...row, day, payments: payments + sign * row.payments, cents: cents + sign * row.cents });
  }
  return [...days.values()].filter(({ payments, cents }) => payments !== 0 || cents !== 0);
}
