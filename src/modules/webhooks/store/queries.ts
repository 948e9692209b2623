import { type Kysely, type RawBuilder, type SqlBool, sql } from 'kysely';
import { pick, preparedQuery } from '../../../store/prepared-query.ts';
import type { EndpointName, WebhookDeliveryStatus } from '../webhook-delivery.ts';
import {
  webhookAttempts as attemptRecord,
  endpointHealth as healthRecord,
  type Tables,
  type WebhookAttemptRow,
  type WebhookDeliveryRow,
  type WebhookEndpointRow,
  webhookDeliveries,
} from './tables.ts';

/** So that a list is walked by id along the index of the client's messages, and not sorted. */
export const unindexed = (column: string) => sql<string>`coalesce(${sql.ref(column)}, '')`;

/** As literals: a database takes an index of some rows only where it sees their condition. */
export function isStatus(column: string, status: WebhookDeliveryStatus): RawBuilder<SqlBool> {
  const isSettled = sql<SqlBool>`${sql.ref(column)} = ${sql.lit(status)} and ${sql.ref(column)} <> 'WAITING'`;
  return status === 'WAITING' ? sql<SqlBool>`${sql.ref(column)} = 'WAITING'` : isSettled;
}

/** `idNow` comes before every id that is made from now on. */
type Ahead = { readonly idNow: string };

/** Only the clock of its writer puts off a message that was never tried. */
const isAhead = ({ idNow }: Ahead): RawBuilder<SqlBool> => sql`(id >= ${idNow} and tries = ${sql.lit(0)})`;

type Id = { readonly id: string };

const waiting = sql.lit('WAITING');

export function webhookQueries(db: Kysely<Tables>) {
  return {
    ...readQueries(db),
    ...dueQueries(db),
    ...tryQueries(db),
    ...endpointQueries(db),
    ...replayQueries(db),
    ...deleteQueries(db),
  };
}

function readQueries(db: Kysely<Tables>) {
  const deliveries = db.selectFrom('webhook_deliveries').select(webhookDeliveries.columns);
  return {
    webhookDelivery: preparedQuery(({ id }: Id) => deliveries.where('id', '=', id)),
    webhookAttempts: preparedQuery(({ id }: Id) =>
      db.selectFrom('webhook_attempts').select(attemptRecord.columns).where('delivery_id', '=', id).orderBy('number'),
    ),
    // Through all that wait, along their index: there are few, and this is rarely asked.
    expiredWebhooks: preparedQuery((after: { client: string; id: string; now: number; limit: number }) =>
      deliveries
        .where('status', '=', waiting)
        .where(({ eb, refTuple, tuple }) => eb(refTuple('client', 'id'), '>', tuple(after.client, after.id)))
        .where('expires_at', '<=', after.now)
        .orderBy('client')
        .orderBy('id')
        .limit(after.limit),
    ),
    countWaitingWebhooks: preparedQuery(({ client, endpoint }: EndpointName) =>
      db
        .selectFrom('webhook_deliveries')
        .select(({ fn }) => fn.countAll<number>().as('waiting'))
        .where('client', '=', client)
        .where('endpoint', '=', endpoint)
        .where('status', '=', waiting),
    ),
    oldestWaitingWebhook: preparedQuery(({ client, endpoint }: EndpointName) =>
      db
        .selectFrom('webhook_deliveries')
        .select('created_at')
        .where('client', '=', client)
        .where(unindexed('endpoint'), '=', endpoint)
        .where('status', '=', waiting)
        .orderBy('id')
        .limit(sql.lit(1)),
    ),
  };
}

function dueQueries(db: Kysely<Tables>) {
  const deliveries = db.selectFrom('webhook_deliveries').select(webhookDeliveries.columns);
  const oldestOfTheirSubjects = ({ client, limit }: EndpointName & { limit: number }) =>
    deliveries
      .where('client', '=', client)
      .where('status', '=', waiting)
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('webhook_deliveries as earlier')
              .select('earlier.id')
              .whereRef('earlier.subject', '=', 'webhook_deliveries.subject')
              .whereRef('earlier.client', '=', 'webhook_deliveries.client')
              .whereRef('earlier.endpoint', '=', 'webhook_deliveries.endpoint')
              .whereRef('earlier.sequence', '<', 'webhook_deliveries.sequence')
              .where('earlier.status', '=', waiting),
          ),
        ),
      )
      .limit(limit);
  const byDueTime = (due: EndpointName & { limit: number }, order: 'asc' | 'desc' = 'asc') =>
    oldestOfTheirSubjects(due).where('endpoint', '=', due.endpoint).orderBy('next_attempt_at', order);
  return {
    dueWebhooks: preparedQuery((due: EndpointName & { now: number; limit: number }) =>
      byDueTime(due).where('next_attempt_at', '<=', due.now),
    ),
    newestUntriedWebhooks: preparedQuery((due: EndpointName & { now: number; limit: number }) =>
      byDueTime(due, 'desc').where('next_attempt_at', '<=', due.now).where('tries', '=', sql.lit(0)),
    ),
    triedWebhooks: preparedQuery((due: EndpointName & { now: number; limit: number }) =>
      byDueTime(due).where('next_attempt_at', '<=', due.now).where('tries', '>', sql.lit(0)),
    ),
    /** Also due: messages planned so far ahead that the clock must have been wrong. */
    misplannedWebhooks: preparedQuery((due: EndpointName & { latest: number; limit: number }) =>
      byDueTime(due).where('next_attempt_at', '>', due.latest),
    ),
    /** Also due: untried messages that a process wrote whose clock is ahead. Their ids come after those of now. */
    aheadWebhooks: preparedQuery((due: EndpointName & Ahead & { now: number; latest: number; limit: number }) =>
      oldestOfTheirSubjects(due)
        .where(unindexed('endpoint'), '=', due.endpoint)
        .where('next_attempt_at', '>', due.now)
        .where('next_attempt_at', '<=', due.latest)
        .where(isAhead(due))
        .orderBy('id'),
    ),
  };
}

type Claim = Id & Ahead & { attempts: number; now: number; until: number; latest: number };

function tryQueries(db: Kysely<Tables>) {
  return {
    insertWebhook: preparedQuery((row: WebhookDeliveryRow) =>
      db.insertInto('webhook_deliveries').values(pick(row, webhookDeliveries.columns)),
    ),
    claimWebhook: preparedQuery((claim: Claim) =>
      db
        .updateTable('webhook_deliveries')
        .set({
          attempts: sql<number>`attempts + 1`,
          tries: sql<number>`tries + 1`,
          next_attempt_at: claim.until,
          claimed_until: claim.until,
        })
        .where('id', '=', claim.id)
        .where('status', '=', waiting)
        .where('attempts', '=', claim.attempts)
        .where(({ or, eb }) =>
          or([eb('next_attempt_at', '<=', claim.now), eb('next_attempt_at', '>', claim.latest), isAhead(claim)]),
        ),
    ),
    insertWebhookAttempt: preparedQuery((row: WebhookAttemptRow) =>
      db.insertInto('webhook_attempts').values(pick(row, ['delivery_id', ...attemptRecord.columns])),
    ),
    updateWebhookAttempt: preparedQuery((row: Omit<WebhookAttemptRow, 'at'>) =>
      db
        .updateTable('webhook_attempts')
        .set(pick(row, ['outcome', 'status_code', 'detail', 'duration_ms']))
        .where('delivery_id', '=', row.delivery_id)
        .where('number', '=', row.number),
    ),
    settleWebhook: preparedQuery(
      (row: Pick<WebhookDeliveryRow, 'id' | 'attempts' | 'status' | 'next_attempt_at' | 'expires_at' | 'settled_at'>) =>
        db
          .updateTable('webhook_deliveries')
          .set({ ...pick(row, ['status', 'next_attempt_at', 'expires_at', 'settled_at']), claimed_until: null })
          .where('id', '=', row.id)
          .where('status', '=', waiting)
          .where('attempts', '=', row.attempts),
    ),
    giveUpWebhook: preparedQuery(({ id, attempts, now }: { id: string; attempts: number; now: number }) =>
      db
        .updateTable('webhook_deliveries')
        .set({ status: sql.lit('DEAD'), next_attempt_at: null, expires_at: null, settled_at: now, claimed_until: null })
        .where('id', '=', id)
        .where('status', '=', waiting)
        .where('attempts', '=', attempts)
        .where('expires_at', '<=', now),
    ),
    moveFollowers: preparedQuery(
      (row: Pick<WebhookDeliveryRow, 'client' | 'endpoint' | 'subject' | 'sequence'> & { dueAt: number | null }) =>
        db
          .updateTable('webhook_deliveries')
          .set({ next_attempt_at: sql<number>`coalesce(${row.dueAt}, created_at)` })
          .where('subject', '=', row.subject)
          .where('client', '=', row.client)
          .where('endpoint', '=', row.endpoint)
          .where('sequence', '>', row.sequence)
          .where('status', '=', waiting)
          .where('tries', '=', sql.lit(0)),
    ),
  };
}

function endpointQueries(db: Kysely<Tables>) {
  return {
    endpointHealth: preparedQuery(({ client, endpoint }: EndpointName) =>
      db
        .selectFrom('webhook_endpoints')
        .select(healthRecord.columns)
        .where('client', '=', client)
        .where('endpoint', '=', endpoint),
    ),
    setEndpointHealth: preparedQuery((row: WebhookEndpointRow) => {
      const health = pick(row, healthRecord.columns);
      return db
        .insertInto('webhook_endpoints')
        .values({ client: row.client, endpoint: row.endpoint, ...health })
        .onConflict((conflict) => conflict.columns(['client', 'endpoint']).doUpdateSet(health));
    }),
  };
}

function replayQueries(db: Kysely<Tables>) {
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

function deleteQueries(db: Kysely<Tables>) {
  const settled = ({ before, limit }: { before: number; limit: number }) =>
    db
      .selectFrom('webhook_deliveries as settled')
      .select('settled.id')
      .where('settled.settled_at', '<', before)
      .orderBy('settled.settled_at')
      .orderBy('settled.id')
      .limit(limit);
  return {
    deleteSettledAttempts: preparedQuery((batch: { before: number; limit: number }) =>
      db.deleteFrom('webhook_attempts').where('delivery_id', 'in', settled(batch)),
    ),
    deleteSettledWebhooks: preparedQuery((batch: { before: number; limit: number }) =>
      db
        .deleteFrom('webhook_deliveries')
        .where('id', 'in', settled(batch))
        // PostgreSQL looks at this again where a replay changed the row meanwhile.
        .where('settled_at', '<', batch.before),
    ),
  };
}
