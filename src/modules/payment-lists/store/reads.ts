import { type Kysely, sql } from 'kysely';
import type { Connection } from '../../../store/connection.ts';
import type { Preparation } from '../../../store/preparation.ts';
import { preparedQuery, statementOf } from '../../../store/prepared-query.ts';
import type { PaymentListReads, PaymentQuery } from '../../payments/payment-store.ts';
import { type PaymentRow, paymentOf } from '../../payments/store/payment-row.ts';
import { type ListPlace, settledAt } from '../payment-list.ts';
import { createFoldReads, foldQueries } from './fold.ts';
import { listPayments } from './list-payments.ts';
import type { Tables } from './tables.ts';

/** Beyond so many payments or events after the place, a list does not read them all. */
const longestTail = 100_000;

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

export function createPaymentListReads(
  preparation: Preparation<typeof listQueries>,
  connection: Connection,
): PaymentListReads {
  const { db, queries } = preparation;
  const { paymentListPlace } = createFoldReads(preparation, connection);
  return {
    payments: async (query) => {
      const place = hasOwnIndex(query) ? null : await usablePlace();
      const listing = listPayments(db, query, place);
      if (listing === null) return [];
      return (await connection.execute<PaymentRow>({ ...statementOf(listing), isRead: true })).rows.map(paymentOf);
    },
  };

  /** Null while the worker has too much left to copy: then payments themselves are read. */
  async function usablePlace(): Promise<ListPlace | null> {
    const place = earlierOf(await paymentListPlace(), settledAt(Date.now()));
    const offset = longestTail;
    const payments = await queries.paymentBeyondTail(connection, { after: place.payment, offset });
    const events = await queries.eventBeyondTail(connection, { after: place.event, offset });
    return payments.rows.length + events.rows.length === 0 ? place : null;
  }
}

/** A customer and an order have few payments, so these keep their index. */
const hasOwnIndex = ({ idClient, idCommande }: PaymentQuery): boolean => idClient !== null || idCommande !== null;

/** A worker whose clock is ahead claims too much: this gateway's own new payments would come before its place. */
const earlierOf = (one: ListPlace, other: ListPlace): ListPlace => ({
  payment: firstOf(one.payment, other.payment),
  event: firstOf(one.event, other.event),
});

const firstOf = (one: string, other: string): string => (one > other ? other : one);
