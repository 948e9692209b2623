import { createHash } from 'node:crypto';
import type { Store } from './ports.ts';
import type { WebhookEndpoint } from './webhook.ts';
import {
  type EndpointHealth,
  type EndpointName,
  healthyEndpoint,
  type WebhookAnswer,
  type WebhookDelivery,
} from './webhook-delivery.ts';
import {
  claimMs,
  endpointState,
  healthAfter,
  healthAfterReplay,
  healthAfterSuccess,
  isClaimed,
  isLocalFault,
  localFaultMs,
  nextTryAt,
  type WebhookEndpointState,
} from './webhook-schedule.ts';

/**
 * Signs a message and sends it once. Never throws for a fault of the endpoint or the network: every outcome is an
 * answer.
 */
export type SendWebhook = (
  endpoint: WebhookEndpoint,
  message: { readonly id: string; readonly body: string },
) => Promise<WebhookAnswer>;

/** The state of a message after a try. */
export type WebhookCount = EndpointName & { readonly outcome: 'delivered' | 'failed' | 'dead' };

export type DeliveryServices = {
  readonly store: Store;
  /** Milliseconds since the epoch, UTC. */
  readonly clock: () => number;
  /** 0 to 1, 1 excluded. */
  readonly random: () => number;
  /** Null: the gateway broke the call off because it stops, which says nothing about the endpoint. */
  readonly sendWebhook: (...call: Parameters<SendWebhook>) => Promise<WebhookAnswer | null>;
  readonly countWebhook: (count: WebhookCount) => void;
};

/**
 * One try of one message. The try is written before it is made, and its answer after: where the process ends in
 * between, the message becomes due again, under the same id. Null where another process was faster, or the gateway stops.
 */
export async function deliverWebhook(
  services: DeliveryServices,
  endpoint: WebhookEndpoint,
  delivery: WebhookDelivery,
): Promise<WebhookAnswer | null> {
  const { store, clock, sendWebhook } = services;
  const number = delivery.attempts + 1;
  const startedAt = clock();
  const claimed = await store.transact(async (transaction) => {
    const claim = { id: delivery.id, attempts: delivery.attempts, now: startedAt, until: startedAt + claimMs };
    const counted = await transaction.claimWebhook(claim);
    if (counted === null) return null;
    const unknown = { outcome: 'SENDING', statusCode: null, detail: null, durationMs: null } as const;
    await transaction.insertWebhookAttempt(delivery.id, { number, at: startedAt, ...unknown });
    return { ...delivery, ...counted, attempts: number };
  });
  if (claimed === null) return null;
  const answer = await sendWebhook(endpoint, delivery);
  if (answer === null || isLocalFault(answer)) await release(services, claimed, answer);
  else await settle(services, endpoint, claimed, answer);
  return answer;
}

/** Takes back a try that the endpoint did not see; after a fault of this machine, its answer stays to be read. */
async function release(
  { store, clock }: DeliveryServices,
  { id, attempts }: WebhookDelivery,
  answer: WebhookAnswer | null,
): Promise<void> {
  const dueAt = clock() + (answer === null ? 0 : localFaultMs);
  await store.transact(async (transaction) => {
    if (answer !== null) await transaction.updateWebhookAttempt(id, attempts, answer);
    await transaction.releaseWebhook(id, { attempts, dueAt });
  });
}

/** @param delivery as it is since it was claimed */
async function settle(
  { store, clock, random, countWebhook }: DeliveryServices,
  endpoint: WebhookEndpoint,
  delivery: WebhookDelivery,
  answer: WebhookAnswer,
): Promise<void> {
  const now = clock();
  const { id, attempts, tries } = delivery;
  const isDelivered = answer.outcome === 'DELIVERED';
  const isOver = isDelivered || answer.outcome === 'GONE';
  const nextAttemptAt = isOver ? null : nextTryAt({ tries, retryAt: answer.retryAt, now }, random);
  const change =
    nextAttemptAt === null
      ? ({ status: isDelivered ? 'DELIVERED' : 'DEAD', nextAttemptAt, expiresAt: null, settledAt: now } as const)
      : ({ status: 'WAITING', nextAttemptAt, expiresAt: delivery.expiresAt, settledAt: null } as const);
  const isSettled = await store.transact(async (transaction) => {
    await transaction.updateWebhookAttempt(id, attempts, answer);
    if (!(await transaction.settleWebhook(id, attempts, change))) return false;
    await transaction.moveFollowers(delivery, nextAttemptAt);
    return true;
  });
  if (!isSettled) return;
  const outcome = nextAttemptAt !== null ? 'failed' : isDelivered ? 'delivered' : 'dead';
  countWebhook({ client: endpoint.client, endpoint: endpoint.name, outcome });
}

/** Keeps in mind how an endpoint answered, all that it was sent at the same time together. */
export async function recordHealth(
  { store, clock, random }: Pick<DeliveryServices, 'store' | 'clock' | 'random'>,
  endpoint: WebhookEndpoint,
  answers: readonly WebhookAnswer[],
): Promise<void> {
  const about = { urlDigest: digestOfUrl(endpoint), now: clock() };
  await changeHealth(store, nameOf(endpoint), (health) => healthAfter(health, answers, about, random));
}

async function changeHealth(
  store: Store,
  name: EndpointName,
  change: (health: EndpointHealth) => EndpointHealth,
): Promise<void> {
  await store.transact(async (transaction) => {
    const health = (await transaction.endpointHealth(name)) ?? healthyEndpoint;
    await transaction.setEndpointHealth(name, change(health));
  });
}

const nameOf = ({ client, name }: WebhookEndpoint): EndpointName => ({ client, endpoint: name });

/** The state of the endpoint, with its recent tries. */
export async function readEndpoint(
  { store, clock }: Pick<DeliveryServices, 'store' | 'clock'>,
  endpoint: WebhookEndpoint,
): Promise<{ readonly health: EndpointHealth; readonly state: WebhookEndpointState }> {
  const health = (await store.endpointHealth(nameOf(endpoint))) ?? healthyEndpoint;
  return { health, state: endpointState(health, { urlDigest: digestOfUrl(endpoint), now: clock() }) };
}

/** Clears the faults that kept the endpoint from being tried, because a person looked after it. */
export async function reviveEndpoint({ store }: Pick<DeliveryServices, 'store'>, name: EndpointName): Promise<void> {
  await changeHealth(store, name, healthAfterReplay);
}

/** So many take a tenth of a second. Of more, those that would wait longest keep their time. */
const dueByPing = 10_000;

/**
 * An endpoint that took a ping is sent what waits. Messages that were tried do not wait for their next try. At once, and
 * each a single time: one that is refused again meanwhile would use up its tries.
 */
export async function recordPing(
  { store, clock }: Pick<DeliveryServices, 'store' | 'clock'>,
  endpoint: WebhookEndpoint,
): Promise<void> {
  const [name, now] = [nameOf(endpoint), clock()];
  await store.transact((transaction) => transaction.makeWebhooksDue({ ...name, now, limit: dueByPing }));
  await changeHealth(store, name, (health) => healthAfterSuccess(health, now));
}

const digestOfUrl = ({ url }: WebhookEndpoint): string => createHash('sha256').update(url).digest('hex');

/** Gives a message up that could not be tried before it expired. */
export async function giveUpWebhook(
  { store, clock, countWebhook }: Pick<DeliveryServices, 'store' | 'clock' | 'countWebhook'>,
  delivery: WebhookDelivery,
): Promise<void> {
  const now = clock();
  if (isClaimed(delivery, now)) return;
  const { id, attempts } = delivery;
  const isGivenUp = await store.transact(async (transaction) => {
    if (!(await transaction.giveUpWebhook(id, { attempts, now }))) return false;
    await transaction.moveFollowers(delivery, null);
    return true;
  });
  if (isGivenUp) countWebhook({ client: delivery.client, endpoint: delivery.endpoint, outcome: 'dead' });
}
