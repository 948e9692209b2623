import { type Kysely, type RawBuilder, type SqlBool, sql } from 'kysely';
import { preparedQuery } from '../../../store/prepared-query.ts';
import type { EndpointName, WebhookDeliveryStatus } from '../webhook-delivery.ts';
import { isStatus, unindexed, waiting } from './conditions.ts';
import type { Tables } from './tables.ts';

type Id = { readonly id: string };

export function replayQueries(db: Kysely<Tables>) {
  const fresh = ({ expiresAt }: { expiresAt: number }) => ({
    status: waiting,
    tries: sql.lit(0),
    next_attempt_at: sql<number>`created_at`,
    claimed_until: null,
    expires_at: expiresAt,
    settled_at: null,
  });
  const replayQuery = (status: WebhookDeliveryStatus) =>
    preparedQuery((replay: Span & Moment & { expiresAt: number }) =>
      db
        .updateTable('webhook_deliveries')
        .set(fresh(replay))
        // Not by ids that were read before: PostgreSQL looks at these again where another process changed the row meanwhile.
        .where(isIn(replay, status))
        .where(isFree('claimed_until', replay)),
    );
  const nextPageQuery = (status: WebhookDeliveryStatus) =>
    preparedQuery((page: Span & { limit: number }) =>
      db
        .selectFrom('webhook_deliveries')
        .select('id')
        .where(isIn(page, status))
        .orderBy('id')
        .limit(sql.lit(1))
        .offset(page.limit),
    );
  return {
    replayWebhook: preparedQuery((replay: Id & Moment & { expiresAt: number }) =>
      db
        .updateTable('webhook_deliveries')
        .set(fresh(replay))
        .where('id', '=', replay.id)
        .where(isFree('claimed_until', replay)),
    ),
    makeWebhooksDue: preparedQuery((some: EndpointName & Moment & { limit: number }) =>
      db
        .updateTable('webhook_deliveries')
        .set({ next_attempt_at: some.now })
        .where('id', 'in', (builder) =>
          builder
            .selectFrom('webhook_deliveries as chosen')
            .select('chosen.id')
            .where('chosen.client', '=', some.client)
            .where('chosen.endpoint', '=', some.endpoint)
            .where('chosen.status', '=', waiting)
            .where('chosen.next_attempt_at', '>', some.now)
            .where(isFree('chosen.claimed_until', some))
            .orderBy('chosen.next_attempt_at')
            .limit(some.limit),
        )
        // PostgreSQL looks at these again where another process changed the row meanwhile.
        .where('status', '=', waiting)
        .where(isFree('claimed_until', some)),
    ),
    replayWaitingWebhooks: replayQuery('WAITING'),
    replayDeliveredWebhooks: replayQuery('DELIVERED'),
    replayDeadWebhooks: replayQuery('DEAD'),
    nextWaitingWebhooks: nextPageQuery('WAITING'),
    nextDeliveredWebhooks: nextPageQuery('DELIVERED'),
    nextDeadWebhooks: nextPageQuery('DEAD'),
  };
}

type Moment = { readonly now: number; readonly latestClaim: number };

/** No process is trying it. */
const isFree = (claimedUntil: string, { now, latestClaim }: Moment): RawBuilder<SqlBool> =>
  sql`(${sql.ref(claimedUntil)} is null or ${sql.ref(claimedUntil)} <= ${now} or ${sql.ref(claimedUntil)} > ${latestClaim})`;

type Span = EndpointName & { readonly fromId: string; readonly toId: string };

/** Among the messages of one status, along the index that they stand in. */
const isIn = ({ client, endpoint, fromId, toId }: Span, status: WebhookDeliveryStatus): RawBuilder<SqlBool> =>
  sql`(client = ${client} and ${status === 'WAITING' ? unindexed('endpoint') : sql.ref('endpoint')} = ${endpoint}
    and ${isStatus('status', status)} and id >= ${fromId} and id < ${toId})`;
