import { type Kysely, type RawBuilder, type SqlBool, sql } from 'kysely';
import { insertRow, pick, preparedQuery } from '../../../store/prepared-query.ts';
import type { EndpointName } from '../webhook-delivery.ts';
import { unindexed, waiting } from './conditions.ts';
import { replayQueries } from './replay-queries.ts';
import {
  webhookAttempts as attemptRecord,
  endpointHealth as healthRecord,
  type Tables,
  type WebhookAttemptRow,
  type WebhookDeliveryRow,
  type WebhookEndpointRow,
  webhookDeliveries,
} from './tables.ts';

/** `idNow` comes before every id that is made from now on. */
type Ahead = { readonly idNow: string };

/** Only the clock of its writer puts off a message that was never tried. */
const isAhead = ({ idNow }: Ahead): RawBuilder<SqlBool> => sql`(id >= ${idNow} and tries = ${sql.lit(0)})`;

type Id = { readonly id: string };

export function webhookQueries(db: Kysely<Tables>) {
  return {
    ...readQueries(db),
    ...dueQueries(db),
    ...tryQueries(db),
    ...resultQueries(db),
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
        .where(({ and }) => and({ client, endpoint, status: waiting })),
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
    insertWebhook: insertRow(db, 'webhook_deliveries', webhookDeliveries.columns),
    claimWebhook: preparedQuery((claim: Claim) =>
      db
        .updateTable('webhook_deliveries')
        .set({
          attempts: sql<number>`attempts + 1`,
          tries: sql<number>`tries + 1`,
          next_attempt_at: claim.until,
          claimed_until: claim.until,
        })
        .where(({ and }) => and({ id: claim.id, status: waiting, attempts: claim.attempts }))
        .where(({ or, eb }) =>
          or([eb('next_attempt_at', '<=', claim.now), eb('next_attempt_at', '>', claim.latest), isAhead(claim)]),
        )
        .returning(['tries', 'expires_at']),
    ),
    insertWebhookAttempt: insertRow(db, 'webhook_attempts', ['delivery_id', ...attemptRecord.columns]),
    updateWebhookAttempt: preparedQuery((row: Omit<WebhookAttemptRow, 'at'>) =>
      db
        .updateTable('webhook_attempts')
        .set(pick(row, ['outcome', 'status_code', 'detail', 'duration_ms']))
        .where('delivery_id', '=', row.delivery_id)
        .where('number', '=', row.number),
    ),
  };
}

/** Neither claimed again nor replayed since it was claimed. A replay counts its tries from zero, and wants another one. */
const isStillTried = ({ attempts }: Pick<WebhookDeliveryRow, 'attempts'>): RawBuilder<SqlBool> =>
  sql`(status = ${waiting} and attempts = ${attempts} and claimed_until is not null)`;

function resultQueries(db: Kysely<Tables>) {
  return {
    settleWebhook: preparedQuery(
      (row: Pick<WebhookDeliveryRow, 'id' | 'attempts' | 'status' | 'next_attempt_at' | 'expires_at' | 'settled_at'>) =>
        db
          .updateTable('webhook_deliveries')
          .set({ ...pick(row, ['status', 'next_attempt_at', 'expires_at', 'settled_at']), claimed_until: null })
          .where('id', '=', row.id)
          .where(isStillTried(row)),
    ),
    releaseWebhook: preparedQuery(({ id, attempts, dueAt }: { id: string; attempts: number; dueAt: number }) =>
      db
        .updateTable('webhook_deliveries')
        .set({ tries: sql<number>`tries - 1`, next_attempt_at: dueAt, claimed_until: null })
        .where('id', '=', id)
        .where(isStillTried({ attempts })),
    ),
    giveUpWebhook: preparedQuery(({ id, attempts, now }: { id: string; attempts: number; now: number }) =>
      db
        .updateTable('webhook_deliveries')
        .set({ status: sql.lit('DEAD'), next_attempt_at: null, expires_at: null, settled_at: now, claimed_until: null })
        .where(({ and }) => and({ id, status: waiting, attempts }))
        .where('expires_at', '<=', now),
    ),
    moveFollowers: preparedQuery(
      (row: Pick<WebhookDeliveryRow, 'client' | 'endpoint' | 'subject' | 'sequence'> & { dueAt: number | null }) =>
        db
          .updateTable('webhook_deliveries')
          .set({ next_attempt_at: sql<number>`coalesce(${row.dueAt}, created_at)` })
          .where(({ and }) => and({ subject: row.subject, client: row.client, endpoint: row.endpoint }))
          .where('sequence', '>', row.sequence)
          .where('status', '=', waiting)
          .where('tries', '=', sql.lit(0)),
    ),
  };
}

function endpointQueries(db: Kysely<Tables>) {
  // One query for each part of the name: after a pair, SQLite would read every message of the endpoint that it names.
  const endpoints = (isWanted: RawBuilder<SqlBool>) =>
    db.selectFrom('webhook_deliveries').select(['client', 'endpoint']).where(isWanted).limit(sql.lit(1));
  const ofClient = (isWanted: RawBuilder<SqlBool>) =>
    preparedQuery(({ client, endpoint }: EndpointName) =>
      endpoints(isWanted).where('client', '=', client).where('endpoint', '>', endpoint).orderBy('endpoint'),
    );
  const ofNextClient = (isWanted: RawBuilder<SqlBool>) =>
    preparedQuery(({ client }: EndpointName) =>
      endpoints(isWanted).where('client', '>', client).orderBy('client').orderBy('endpoint'),
    );
  const [isWaiting, isSettled] = [sql<SqlBool>`status = 'WAITING'`, sql<SqlBool>`status <> 'WAITING'`];
  return {
    waitingEndpointOfClient: ofClient(isWaiting),
    waitingEndpointOfNextClient: ofNextClient(isWaiting),
    settledEndpointOfClient: ofClient(isSettled),
    settledEndpointOfNextClient: ofNextClient(isSettled),
    endpointHealth: preparedQuery(({ client, endpoint }: EndpointName) =>
      db
        .selectFrom('webhook_endpoints')
        .select(healthRecord.columns)
        .where(({ and }) => and({ client, endpoint })),
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
