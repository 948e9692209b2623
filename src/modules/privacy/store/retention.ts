import { type Kysely, sql } from 'kysely';
import { finalStatuses } from '../../../kernel/vocabulary.ts';
import type { Connection } from '../../../store/connection.ts';
import { type AgedPage, agedBy, agedPage, unread } from '../../../store/list-conditions.ts';
import type { Preparation } from '../../../store/preparation.ts';
import { done, preparedQuery } from '../../../store/prepared-query.ts';
import { paymentColumns, paymentOf } from '../../payments/store/payment-row.ts';
import type { Tables } from '../../payments/store/tables.ts';
import type { RetentionReads, RetentionWrites } from '../retention.ts';

/** In the place of a user's name. */
const erased = 'erased';

/** Each query walks along an index of remaining rows only, so that removed data costs nothing. */
export function retentionQueries(db: Kysely<Tables>) {
  return {
    paymentsWithPayer: preparedQuery((page: AgedPage) =>
      db
        .selectFrom('payments')
        .select(paymentColumns)
        .where('payer_erased_at', 'is', null)
        // Literals, in the order of the partial index of payments that ended.
        .where(
          'status',
          'in',
          finalStatuses.map((status) => sql.lit(status)),
        )
        .$call(agedBy('created_at', page)),
    ),
    notificationsWithContent: preparedQuery((page: AgedPage) =>
      db
        .selectFrom('notifications')
        .select(['id', 'received_at as at', 'payment_id as paymentId'])
        .where('erased_at', 'is', null)
        .where('outcome', '<>', sql.lit('STORED'))
        .$call(agedBy('received_at', page)),
    ),
    actionsWithOperator: preparedQuery((page: AgedPage) =>
      db
        .selectFrom('recorded_actions')
        .select(['id', 'at'])
        .where('operator', '<>', sql.lit(erased))
        .$call(agedBy('at', page)),
    ),
    forgetOperator: preparedQuery(({ id }: { id: string }) =>
      db
        .updateTable('recorded_actions')
        .set({ operator: sql.lit(erased) })
        .where('id', '=', id),
    ),
    countIdempotencyKeys: preparedQuery(({ before }: { before: number }) =>
      db
        .selectFrom('idempotency_keys')
        .select((select) => select.fn.countAll<number>().as('count'))
        .where('at', '<', before),
    ),
    idempotencyKeyInPlace: preparedQuery(({ before, place }: { before: number; place: number }) =>
      db
        .selectFrom('idempotency_keys')
        .select('at')
        .where('at', '<', before)
        .orderBy('at')
        .limit(sql.lit(1))
        .offset(place),
    ),
    deleteIdempotencyKeys: preparedQuery(({ before }: { before: number }) =>
      db.deleteFrom('idempotency_keys').where('at', '<', before),
    ),
  };
}

export function createRetentionReads(
  { queries }: Preparation<typeof retentionQueries>,
  connection: Connection,
): RetentionReads {
  return {
    paymentsWithPayer: async (query) =>
      unread((await queries.paymentsWithPayer(connection, agedPage(query))).rows, 'created_at', paymentOf),
    notificationsWithContent: async (query) =>
      (await queries.notificationsWithContent(connection, agedPage(query))).rows,
    actionsWithOperator: async (query) => (await queries.actionsWithOperator(connection, agedPage(query))).rows,
    countIdempotencyKeys: async (before) =>
      Number((await queries.countIdempotencyKeys(connection, { before })).rows[0]?.count ?? 0),
  };
}

export function createRetentionWrites(
  { queries }: Preparation<typeof retentionQueries>,
  connection: Connection,
): RetentionWrites {
  return {
    forgetOperator: (id) => done(queries.forgetOperator(connection, { id })),
    deleteIdempotencyKeys: async (before, limit) => {
      const [last] = (await queries.idempotencyKeyInPlace(connection, { before, place: limit - 1 })).rows;
      return (await queries.deleteIdempotencyKeys(connection, { before: last ? last.at + 1 : before })).changes;
    },
  };
}
