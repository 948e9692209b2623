import { type Kysely, sql } from 'kysely';
import type { AgedQuery } from '../../../kernel/aged.ts';
import { finalStatuses } from '../../../kernel/vocabulary.ts';
import type { Connection } from '../../../store/connection.ts';
import type { Preparation } from '../../../store/preparation.ts';
import { done, preparedQuery } from '../../../store/prepared-query.ts';
import { paymentColumns, paymentOf } from '../../payments/store/payment-row.ts';
import type { Tables } from '../../payments/store/tables.ts';
import type { RetentionReads, RetentionWrites } from '../retention.ts';

type AgedValues = {
  readonly before: number;
  readonly afterAt: number;
  readonly afterId: string;
  readonly limit: number;
};

/** In the place of a user's name. */
const erased = 'erased';

/** Each query walks along an index of remaining rows only, so that removed data costs nothing. */
export function retentionQueries(db: Kysely<Tables>) {
  return {
    paymentsWithPayer: preparedQuery(({ before, afterAt, afterId, limit }: AgedValues) =>
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
        .where('created_at', '<', before)
        .where(sql<boolean>`(created_at, id) > (${afterAt}, ${afterId})`)
        .orderBy('created_at')
        .orderBy('id')
        .limit(limit),
    ),
    notificationsWithContent: preparedQuery(({ before, afterAt, afterId, limit }: AgedValues) =>
      db
        .selectFrom('notifications')
        .select(['id', 'received_at as at', 'payment_id as paymentId'])
        .where('erased_at', 'is', null)
        .where('outcome', '<>', sql.lit('STORED'))
        .where('received_at', '<', before)
        .where(sql<boolean>`(received_at, id) > (${afterAt}, ${afterId})`)
        .orderBy('received_at')
        .orderBy('id')
        .limit(limit),
    ),
    actionsWithOperator: preparedQuery(({ before, afterAt, afterId, limit }: AgedValues) =>
      db
        .selectFrom('recorded_actions')
        .select(['id', 'at'])
        .where('operator', '<>', sql.lit(erased))
        .where('at', '<', before)
        .where(sql<boolean>`(at, id) > (${afterAt}, ${afterId})`)
        .orderBy('at')
        .orderBy('id')
        .limit(limit),
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
      (await queries.paymentsWithPayer(connection, valuesOf(query))).rows.map(paymentOf),
    notificationsWithContent: async (query) =>
      (await queries.notificationsWithContent(connection, valuesOf(query))).rows,
    actionsWithOperator: async (query) => (await queries.actionsWithOperator(connection, valuesOf(query))).rows,
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

const valuesOf = ({ before, after, limit }: AgedQuery): AgedValues => ({
  before,
  afterAt: after.at,
  afterId: after.id,
  limit,
});
