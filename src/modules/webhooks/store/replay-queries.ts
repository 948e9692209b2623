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
    preparedQuery((replay: Replay) =>
      db
        .updateTable('webhook_deliveries')
        .set(fresh(replay))
        .where('id', 'in', replayRange(db, replay, status))
        .returning('id'),
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
  };
}

type Moment = { readonly now: number; readonly latestClaim: number };

/** No process is trying it. */
const isFree = (claimedUntil: string, { now, latestClaim }: Moment): RawBuilder<SqlBool> =>
  sql`(${sql.ref(claimedUntil)} is null or ${sql.ref(claimedUntil)} <= ${now} or ${sql.ref(claimedUntil)} > ${latestClaim})`;

type Replay = EndpointName &
  Moment & {
    readonly fromId: string;
    readonly toId: string;
    readonly limit: number;
    readonly expiresAt: number;
  };

/** The messages of one status in the order of their ids, along the index that they stand in. */
const replayRange = (db: Kysely<Tables>, replay: Replay, status: WebhookDeliveryStatus) =>
  db
    .selectFrom('webhook_deliveries as chosen')
    .select('chosen.id')
    .where('chosen.client', '=', replay.client)
    .where(status === 'WAITING' ? unindexed('chosen.endpoint') : sql<string>`chosen.endpoint`, '=', replay.endpoint)
    .where(isStatus('chosen.status', status))
    .where('chosen.id', '>=', replay.fromId)
    .where('chosen.id', '<', replay.toId)
    .where(isFree('chosen.claimed_until', replay))
    .orderBy('chosen.id')
    .limit(replay.limit);
