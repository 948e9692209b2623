import assert from 'node:assert/strict';
import { type Compilable, type Kysely, type SqlBool, sql } from 'kysely';
import { firstIdAt } from '../../../kernel/identifiers.ts';
import type { Connection } from '../../../store/connection.ts';
import { type NewRow, newRow, type RowForm } from '../../../store/new-rows.ts';
import { newestOfEach } from '../../../store/newest-of-each.ts';
import type { Preparation } from '../../../store/preparation.ts';
import { done, first, readRows } from '../../../store/prepared-query.ts';
import type { OutgoingMessage } from '../../payments/events/outgoing-message.ts';
import type { VisibleTo } from '../../payments/may-see.ts';
import { isVisibleTo } from '../../payments/store/visible-to.ts';
import {
  type EndpointName,
  type WebhookDeliveryStatus,
  type WebhookQuery,
  type WebhookReads,
  type WebhookWrites,
  webhookDeliveryStatus,
} from '../webhook-delivery.ts';
import { farthestClaimMs, farthestTryMs } from '../webhook-schedule.ts';
import { isStatus, unindexed } from './conditions.ts';
import type { webhookQueries } from './queries.ts';
import { endpointHealth, type Tables, type WebhookDeliveryRow, webhookAttempts, webhookDeliveries } from './tables.ts';

export function createWebhookReads(
  { db, queries }: Preparation<typeof webhookQueries>,
  connection: Connection,
): WebhookReads {
  return {
    webhookDelivery: async (id) => first(await queries.webhookDelivery(connection, { id }), webhookDeliveries.read),
    webhookDeliveries: async (query) => {
      const rows = await readRows<WebhookDeliveryRow>(connection, listWebhooks(db, query).compile());
      return rows.map(webhookDeliveries.read);
    },
    webhooksOfPayments: async (owners, client, limit) => {
      const of = { table: 'webhook_deliveries', columns: webhookDeliveries.columns, owner: 'subject', owners } as const;
      const where = client === null ? {} : { where: sql<SqlBool>`client = ${client}` };
      return (await newestOfEach<WebhookDeliveryRow>(db, connection, { ...of, limit, ...where })).map(
        webhookDeliveries.read,
      );
    },
    webhookAttempts: async (id) => (await queries.webhookAttempts(connection, { id })).rows.map(webhookAttempts.read),
    dueWebhooks: async ({ now, limit, first: comesFirst, ...endpoint }) => {
      const asked = { ...endpoint, now, idNow: firstIdAt('msg', now), latest: now + farthestTryMs };
      const { newestUntriedWebhooks, triedWebhooks, dueWebhooks, aheadWebhooks, misplannedWebhooks } = queries;
      const before = comesFirst === 'TRIED' ? triedWebhooks : newestUntriedWebhooks;
      const half = { ...asked, limit: Math.ceil(limit / 2) };
      const due = comesFirst === null ? [] : [...(await before(connection, half)).rows];
      for (const query of [dueWebhooks, aheadWebhooks, misplannedWebhooks]) {
        if (due.length === limit) break;
        const { rows } = await query(connection, { ...asked, limit });
        const others = rows.filter(({ id }) => due.every((one) => one.id !== id));
        due.push(...others.slice(0, limit - due.length));
      }
      return due.map(webhookDeliveries.read);
    },
    expiredWebhooks: async ({ now, after, limit }) =>
      (await queries.expiredWebhooks(connection, { ...after, now, limit })).rows.map(webhookDeliveries.read),
    endpointHealth: async (endpoint) => first(await queries.endpointHealth(connection, endpoint), endpointHealth.read),
    webhookBacklog: async (endpoint) => {
      const [count] = (await queries.countWaitingWebhooks(connection, endpoint)).rows;
      const [oldest] = (await queries.oldestWaitingWebhook(connection, endpoint)).rows;
      return { waiting: Number(count?.waiting ?? 0), oldestWaitingAt: oldest?.created_at ?? null };
    },
    endpointsWithWebhooks: async () => {
      const found = new Map<string, EndpointName>();
      for (const [ofClient, ofNextClient] of [
        [queries.waitingEndpointOfClient, queries.waitingEndpointOfNextClient],
        [queries.settledEndpointOfClient, queries.settledEndpointOfNextClient],
      ] as const) {
        let last: EndpointName | undefined = { client: '', endpoint: '' };
        while (last) {
          last = (await ofClient(connection, last)).rows[0] ?? (await ofNextClient(connection, last)).rows[0];
          if (last) found.set(`${last.client}/${last.endpoint}`, last);
        }
      }
      return [...found.values()];
    },
  };
}

export function createWebhookWrites(
  { queries }: Preparation<typeof webhookQueries>,
  connection: Connection,
): WebhookWrites {
  return {
    insertMessage: (message) => done(queries.insertWebhook(connection, rowOfMessage(message))),
    claimWebhook: async (claim) => {
      const bounds = { idNow: firstIdAt('msg', claim.now), latest: claim.now + farthestTryMs };
      const [row] = (await queries.claimWebhook(connection, { ...claim, ...bounds })).rows;
      return row ? { tries: row.tries, expiresAt: row.expires_at } : null;
    },
    insertWebhookAttempt: (deliveryId, attempt) =>
      done(queries.insertWebhookAttempt(connection, { delivery_id: deliveryId, ...webhookAttempts.write(attempt) })),
    updateWebhookAttempt: async (deliveryId, number, { outcome, statusCode, detail, durationMs }) => {
      const end = webhookAttempts.write({ number, outcome, statusCode, detail, durationMs });
      const { changes } = await queries.updateWebhookAttempt(connection, { delivery_id: deliveryId, ...end });
      assert(changes === 1, 'the try that ends is there');
    },
    settleWebhook: async (id, attempts, change) =>
      (await queries.settleWebhook(connection, { id, attempts, ...webhookDeliveries.write(change) })).changes === 1,
    releaseWebhook: (id, claimed) => done(queries.releaseWebhook(connection, { id, ...claimed })),
    giveUpWebhook: async (id, read) => (await queries.giveUpWebhook(connection, { id, ...read })).changes === 1,
    moveFollowers: (delivery, dueAt) => done(queries.moveFollowers(connection, { ...delivery, dueAt })),
    makeWebhooksDue: (some) =>
      done(queries.makeWebhooksDue(connection, { ...some, latestClaim: some.now + farthestClaimMs })),
    setEndpointHealth: (endpoint, health) =>
      done(queries.setEndpointHealth(connection, { ...endpoint, ...endpointHealth.write(health) })),
    replayWebhook: async (id, replay) => {
      const latestClaim = replay.now + farthestClaimMs;
      return (await queries.replayWebhook(connection, { id, ...replay, latestClaim })).changes === 1;
    },
    replayWebhooks: async ({ status, limit, ...span }, replay) => {
      const of = replayOf[status];
      const nextId = (await queries[of.nextPage](connection, { ...span, limit })).rows[0]?.id ?? null;
      const page = { ...span, toId: nextId ?? span.toId, latestClaim: replay.now + farthestClaimMs };
      return { nextId, replayed: (await queries[of.replay](connection, { ...page, ...replay })).changes };
    },
    deleteSettledWebhooks: async (before, limit) => {
      await queries.deleteSettledAttempts(connection, { before, limit });
      return (await queries.deleteSettledWebhooks(connection, { before, limit })).changes;
    },
  };
}

const replayOf = {
  WAITING: { replay: 'replayWaitingWebhooks', nextPage: 'nextWaitingWebhooks' },
  DELIVERED: { replay: 'replayDeliveredWebhooks', nextPage: 'nextDeliveredWebhooks' },
  DEAD: { replay: 'replayDeadWebhooks', nextPage: 'nextDeadWebhooks' },
} as const;

/** A page, newest first: a walk along one index for each status, and the newest of their results. */
export function listWebhooks(db: Kysely<Tables>, query: WebhookQuery): Compilable<WebhookDeliveryRow> {
  const statuses = [...new Set(query.statuses ?? webhookDeliveryStatus.names)];
  if (query.subject !== null) return newest(db, query, null).where('status', 'in', statuses);
  const [first, ...others] = statuses.map((status) =>
    db.selectFrom(newest(db, query, status).as('walk')).select(qualifiedColumns),
  );
  assert(first, 'a list has a status');
  return others
    .reduce((all, one) => all.unionAll(one), first)
    .orderBy('id', 'desc')
    .limit(query.limit);
}

/** In a `case`, so that PostgreSQL looks at the payment of each row and does not join all payments. */
const isAboutSeen = (visibleTo: VisibleTo) =>
  sql<SqlBool>`case when exists (select 1 from payments
    where payments.id = webhook_deliveries.subject and ${isVisibleTo(visibleTo)}) then 1 else 0 end = 1`;

const qualifiedColumns = webhookDeliveries.columns.map((column) => `walk.${column}` as const);

function newest(db: Kysely<Tables>, query: WebhookQuery, status: WebhookDeliveryStatus | null) {
  const { client, endpoint, subject, beforeId, limit, eventId = null, type = null, visibleTo = null } = query;
  const ofEndpoint = status === 'WAITING' ? unindexed('endpoint') : sql<string>`endpoint`;
  return db
    .selectFrom('webhook_deliveries')
    .select(webhookDeliveries.columns)
    .where('client', '=', client)
    .where((builder) =>
      builder.and([
        ...(endpoint === null ? [] : [builder(ofEndpoint, '=', endpoint)]),
        ...(subject === null ? [] : [builder('subject', '=', subject)]),
        ...(eventId === null ? [] : [builder('event_id', '=', eventId)]),
        ...(type === null ? [] : [builder('type', '=', type)]),
        ...(visibleTo === null ? [] : [isAboutSeen(visibleTo)]),
        ...(beforeId === null ? [] : [builder('id', '<', beforeId)]),
        ...(status === null ? [] : [isStatus('status', status)]),
      ]),
    )
    .orderBy('id', 'desc')
    .limit(limit);
}

// An initiation writes it, so it is written out field by field, as the rows of payments are.

function rowOfMessage(message: OutgoingMessage): WebhookDeliveryRow {
  return {
    id: message.id,
    client: message.client,
    endpoint: message.endpoint,
    subject: message.subject,
    sequence: message.sequence,
    event_id: message.eventId,
    type: message.type,
    body: message.body,
    status: 'WAITING',
    attempts: 0,
    tries: 0,
    created_at: message.createdAt,
    next_attempt_at: message.createdAt,
    claimed_until: null,
    expires_at: message.expiresAt,
    settled_at: null,
  };
}

const deliveries: RowForm<WebhookDeliveryRow> = { table: 'webhook_deliveries', columns: webhookDeliveries.columns };

/** A message as a row that is written together with those of its event. */
export const outboxRow = (message: OutgoingMessage): NewRow => newRow(deliveries, rowOfMessage(message));
