import { type CompiledQuery, type Kysely, sql } from 'kysely';
import type { Connection } from '../../../store/connection.ts';
import type { Preparation } from '../../../store/preparation.ts';
import { preparedQuery, readRows } from '../../../store/prepared-query.ts';
import type { DatabaseKind } from '../../../store/store.ts';
import type { ListedPayment, PaymentListReads, PaymentQuery } from '../../payments/payment-store.ts';
import { paymentOf } from '../../payments/store/payment-row.ts';
import { type ListPlace, settledAt } from '../payment-list.ts';
import { countedAtMost, type PaymentTotals, type TotalReads, type TotalsQuery } from '../payment-totals.ts';
import { alongFilter, chooseWay, hasChoice, type Look, type Way } from './choose-way.ts';
import { createFoldReads, foldQueries, positionOf } from './fold.ts';
import { type Kinds, listKinds } from './kinds.ts';
import { isReadDirectly, type ListedRow, listPayments } from './list-payments.ts';
import type { Tables } from './tables.ts';
import { countedPage, isByDay, type TotalRow, totalsByDay, totalsOf, totalsOneByOne } from './totals.ts';
import { countInside, kindsInside } from './ways.ts';

/** Beyond so many payments or events after the place, a list does not read them all. */
const longestTail = 100_000;

/**
 * How long a place serves lists. An earlier place is as right as a later one, since what comes after it is read from
 * the payments. Looking for the end of a long tail costs as much as several pages.
 */
const placeMs = 1000;

/**
 * How long the kinds of one place serve. A payment that is copied late may bring a kind, or leave the one that it had,
 * and does not move the place: until the kinds are read again, such a page is without it.
 */
const kindsMs = 1000;

export const listQueries = (db: Kysely<Tables>) => ({
  ...foldQueries(db),
  paymentBeyondTail: preparedQuery(({ after, offset }: { after: string; offset: number }) =>
    db
      .selectFrom('payments')
      .select('id')
      .where('id', '>', after)
      .orderBy('id', 'desc')
      .limit(sql.lit(1))
      .offset(offset),
  ),
  eventBeyondTail: preparedQuery(({ after, offset }: { after: string; offset: number }) =>
    db
      .selectFrom('payment_events')
      .select('id')
      .where('id', '>', after)
      .where('sequence', '>', sql.lit(1))
      .orderBy('id', 'desc')
      .limit(sql.lit(1))
      .offset(offset),
  ),
});

const listed = (row: ListedRow): ListedPayment =>
  row.due_date === undefined ? paymentOf(row) : { ...paymentOf(row), dueOn: row.due_date };

export function createPaymentListReads(
  preparation: Preparation<typeof listQueries>,
  connection: Connection,
  database: DatabaseKind,
): PaymentListReads & TotalReads {
  const { db, queries } = preparation;
  const { paymentListPlace } = createFoldReads(preparation, connection);
  const read: Read = <Row>(statement: CompiledQuery<Row>): Promise<readonly Row[]> =>
    readRows<Row>(connection, statement);

  /** Null while the worker has too much left to copy: then payments themselves are read. */
  const withShortTail = async (place: ListPlace): Promise<ListPlace | null> => {
    const offset = longestTail;
    const [payments, events] = await Promise.all([
      queries.paymentBeyondTail(connection, { after: place.payment, offset }),
      queries.eventBeyondTail(connection, { after: place.event, offset }),
    ]);
    return payments.rows.length + events.rows.length === 0 ? place : null;
  };
  const latePlace = keptFor(placeMs, async () =>
    withShortTail(earlierOf(await paymentListPlace(), settledAt(Date.now()))),
  );
  const wayFor = createWayFor(db, database, read);
  const placeFor = async (query: PaymentQuery): Promise<ListPlace | null> =>
    isReadDirectly(query) ? null : latePlace();

  /** Null where the worker moved the place meanwhile. */
  const countDays = async (query: TotalsQuery, place: ListPlace): Promise<PaymentTotals | null> => {
    const rows = await read(totalsByDay(db, query, earlierOf(place, settledAt(Date.now()))));
    const isPlace = (row: TotalRow): boolean => row.effective_run_mode === positionOf(place);
    const counted = rows.filter((row) => !isPlace(row));
    return rows.some(isPlace) ? { totals: totalsOf(counted, query.by), isExact: true } : null;
  };
  const countOneByOne = async (query: TotalsQuery): Promise<PaymentTotals> => {
    const page = countedPage(query);
    const place = await placeFor(page);
    // It is one page, however long.
    const statement = totalsOneByOne(db, query, place, { database, way: await wayFor({ ...page, limit: 1 }, place) });
    const totals = statement === null ? [] : totalsOf(await read(statement), query.by);
    return { totals, isExact: totals.reduce((sum, { count }) => sum + count, 0) < countedAtMost };
  };
  return {
    payments: async (query) => {
      const place = await placeFor(query);
      const listing = listPayments(db, query, place, { database, way: await wayFor(query, place) });
      return listing === null ? [] : (await read<ListedRow>(listing)).map(listed);
    },
    paymentTotals: async (query) => {
      for (let tries = 0; tries < 5 && isByDay(query); tries++) {
        const place = await paymentListPlace();
        if ((await withShortTail(earlierOf(place, settledAt(Date.now())))) === null) break;
        const counted = await countDays(query, place);
        if (counted) return counted;
      }
      return countOneByOne(query);
    },
  };
}

type Read = <Row>(statement: CompiledQuery<Row>) => Promise<readonly Row[]>;

function createWayFor(
  db: Kysely<Tables>,
  database: DatabaseKind,
  read: Read,
): (query: PaymentQuery, place: ListPlace | null) => Promise<Way> {
  /** Every kind that a payment had at the place or has had since. */
  const kindsSince = keptForOne(kindsMs, async (_place: string): Promise<Kinds> => {
    const [all, due] = await Promise.all([read(listKinds(db, database, 'all')), read(listKinds(db, database, 'due'))]);
    return { all, due };
  });
  const lookFor = (query: PaymentQuery): Look => ({
    count: async (inside, limit) => {
      const [counted] = await read(countInside(db, query, inside, { database, limit }));
      return Number(counted?.payments ?? 0);
    },
    kindsInside: async (inside) => {
      const places = await read(kindsInside(db, query, inside, database));
      return places.flatMap(({ place }) => inside.kinds[Number(place)] ?? []);
    },
  });
  return async (query, place) =>
    place === null || !hasChoice(query)
      ? alongFilter
      : chooseWay(query, await kindsSince(positionOf(place)), lookFor(query));
}

/** A worker whose clock is ahead claims too much: this gateway's own new payments would come before its place. */
const earlierOf = (one: ListPlace, other: ListPlace): ListPlace => ({
  payment: firstOf(one.payment, other.payment),
  event: firstOf(one.event, other.event),
});

const firstOf = (one: string, other: string): string => (one > other ? other : one);

/** Makes a value anew where the last one is older than `ms`. A failure is not kept. */
function keptFor<Value>(ms: number, make: () => Promise<Value>): () => Promise<Value> {
  let kept: { readonly value: Promise<Value>; readonly until: number } | null = null;
  return () => {
    if (kept !== null && performance.now() < kept.until) return kept.value;
    const value = make();
    kept = { value, until: performance.now() + ms };
    value.catch(() => {
      kept = null;
    });
    return value;
  };
}

/** The same while the argument is the same. */
function keptForOne<Value>(ms: number, make: (of: string) => Promise<Value>): (of: string) => Promise<Value> {
  let kept: { readonly of: string; readonly read: () => Promise<Value> } | null = null;
  return (of) => {
    if (kept?.of !== of) kept = { of, read: keptFor(ms, () => make(of)) };
    return kept.read();
  };
}
