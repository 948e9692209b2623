import assert from 'node:assert/strict';
import { z } from 'zod';
import { type Caller, holds, owningClient, requirePower } from '../../kernel/caller.ts';
import { InvalidInputError, type Issue, refuseIssues } from '../../kernel/errors.ts';
import { announceAction, recordAction } from '../../kernel/record-action.ts';
import { isIdOf, shownOfEachPayment } from '../payments/read-payments.ts';
import { readEndpoint, reviveEndpoint, type SendWebhook } from './deliver-webhook.ts';
import type { Services } from './ports.ts';
import type { WebhookEndpoints } from './queue-webhooks.ts';
import { type pingBody, pingType, type WebhookEndpoint } from './webhook.ts';
import {
  type EndpointHealth,
  type WebhookAnswer,
  type WebhookAttempt,
  type WebhookBacklog,
  type WebhookDelivery,
  type WebhookQuery,
  webhookDeliveryStatus,
} from './webhook-delivery.ts';
import { type WebhookEndpointState, webhookLifetimeMs } from './webhook-schedule.ts';

/** A client's view of its own webhooks, with the scope `replay`. Webhooks of another client do not exist for it. */

export type WebhookServices = Pick<Services, 'store' | 'clock' | 'identifiers'> & {
  readonly webhooks: WebhookEndpoints;
  readonly sendWebhook: SendWebhook;
  /** Called when messages became due. */
  readonly announceWebhooks: () => void;
};

/** Only reads: the store and the clock. */
type Reading = Pick<WebhookServices, 'store' | 'clock' | 'webhooks'>;

export type EndpointView = WebhookBacklog & {
  readonly endpoint: WebhookEndpoint;
  readonly health: EndpointHealth;
  readonly state: WebhookEndpointState;
};

const mayReplay = (caller: Caller): boolean => holds(caller, 'replay');

const requireReplay = (caller: Caller): void => requirePower(caller, 'replay', 'see its webhooks or send them again');

export async function listWebhookEndpoints(services: Reading, caller: Caller): Promise<readonly EndpointView[]> {
  if (!mayReplay(caller)) return [];
  return Promise.all(services.webhooks.of(caller.client).map((endpoint) => viewEndpoint(services, endpoint)));
}

export async function viewEndpoint(services: Reading, endpoint: WebhookEndpoint): Promise<EndpointView> {
  const [standing, backlog] = await Promise.all([
    readEndpoint(services, endpoint),
    services.store.webhookBacklog({ client: endpoint.client, endpoint: endpoint.name }),
  ]);
  return { endpoint, ...standing, ...backlog };
}

export async function listWebhookDeliveries(
  { store }: Pick<Reading, 'store'>,
  caller: Caller,
  query: Omit<WebhookQuery, 'client'>,
): Promise<readonly WebhookDelivery[]> {
  if (!mayReplay(caller) || query.statuses?.length === 0) return [];
  const { eventId = null } = query;
  if (eventId === null) return store.webhookDeliveries({ ...query, client: caller.client });
  // Those of an event are found by its payment.
  const event = isIdOf('evt', eventId) ? await store.eventById(eventId) : null;
  if (event === null || (query.subject !== null && query.subject !== event.paymentId)) return [];
  return store.webhookDeliveries({ ...query, subject: event.paymentId, client: caller.client });
}

/** The newest webhooks about payments that the caller sees: a client's own, those of every client for a person. */
export async function webhooksOfPayments(
  { store }: Pick<Reading, 'store'>,
  caller: Caller,
  paymentIds: readonly string[],
): Promise<readonly WebhookDelivery[]> {
  return mayReplay(caller) ? store.webhooksOfPayments(paymentIds, owningClient(caller), shownOfEachPayment) : [];
}

/** Null where there is none, and for one of another client: the two look alike. */
export async function readWebhookDelivery(
  { store }: Pick<Reading, 'store'>,
  caller: Caller,
  id: string,
): Promise<WebhookDelivery | null> {
  const found = mayReplay(caller) && isIdOf('msg', id) ? await store.webhookDelivery(id) : null;
  return found?.client === caller.client ? found : null;
}

/** The attempts of a delivery that the caller may see. */
export function readWebhookAttempts(
  { store }: Pick<Reading, 'store'>,
  { id }: WebhookDelivery,
): Promise<readonly WebhookAttempt[]> {
  return store.webhookAttempts(id);
}

/**
 * Sends a message again, under its id and as it was written, from the beginning of the schedule.
 * @throws InvalidInputError, NotAllowedError
 */
export async function replayWebhook(services: WebhookServices, caller: Caller, id: string): Promise<WebhookDelivery> {
  requireReplay(caller);
  const found = isIdOf('msg', id) ? await services.store.webhookDelivery(id) : null;
  if (found?.client !== caller.client) throw refused(['id'], 'There is no such webhook.');
  endpointOf(services, caller, found.endpoint, ['id']);
  const replay = replayOf(services);
  const replayed = await services.store.transact(async (transaction) => {
    const isReplayed = await transaction.replayWebhook(id, replay);
    if (isReplayed) await recordAction(services, transaction, caller, 'REPLAY_WEBHOOK', id);
    return isReplayed;
  });
  if (!replayed) throw refused(['id'], 'It is being sent right now.');
  await reviveEndpoint(services, found);
  services.announceWebhooks();
  return (await services.store.webhookDelivery(id)) ?? found;
}

const replaysPerCall = 1000;

const replayRange = z
  .object({
    endpoint: z.string(),
    /** Milliseconds since the epoch: when the messages were written. */
    from: z.number().min(0, 'must not be before 1970'),
    to: z.number().max(8_640_000_000_000_000),
    statuses: z.array(z.enum(webhookDeliveryStatus.names)).min(1, 'must name a status'),
  })
  .refine(({ from, to }) => from < to, { path: ['to'], message: 'must come after from' });
export type ReplayRange = z.input<typeof replayRange>;

/**
 * The same for the messages of an endpoint in a span of time, `from` included and `to` excluded, oldest first. At most
 * a thousand messages; `isMore` where there may be others.
 * @throws InvalidInputError, NotAllowedError
 */
export async function replayWebhooks(
  services: WebhookServices,
  caller: Caller,
  input: ReplayRange,
): Promise<{ readonly replayed: number; readonly isMore: boolean }> {
  requireReplay(caller);
  const parsed = replayRange.safeParse(input);
  const isKnown = endpointNamed(services, caller, input.endpoint) !== undefined;
  refuseIssues([
    ...(parsed.success ? [] : issuesOf(parsed.error)),
    ...(isKnown ? [] : [{ path: ['endpoint'], message: noEndpoint }]),
  ]);
  assert(parsed.success, 'an input that cannot be used has an issue');
  const { endpoint, from, to, statuses } = parsed.data;
  const range = {
    client: caller.client,
    endpoint,
    statuses,
    fromId: idsSince(from),
    toId: idsSince(to),
    limit: replaysPerCall,
  };
  const replay = replayOf(services);
  const replayed = await services.store.transact(async (transaction) => {
    await recordAction(services, transaction, caller, 'REPLAY_WEBHOOKS', subjectOf(range));
    return transaction.replayWebhooks(range, replay);
  });
  if (replayed > 0) await reviveEndpoint(services, range);
  services.announceWebhooks();
  return { replayed, isMore: replayed === replaysPerCall };
}

/**
 * Sends one test message at once; it appears in no list. If the endpoint accepts it, waiting messages are tried again
 * too.
 * @throws InvalidInputError, NotAllowedError
 */
export async function pingWebhookEndpoint(
  services: WebhookServices,
  caller: Caller,
  name: string,
): Promise<WebhookAnswer> {
  requireReplay(caller);
  const endpoint = endpointOf(services, caller, name, ['endpoint']);
  const id = services.identifiers.newId('msg');
  const timestamp = new Date(services.clock()).toISOString();
  const body: z.output<typeof pingBody> = { id, type: pingType, timestamp, data: { endpoint: name } };
  await announceAction(services, caller, 'PING_WEBHOOK', subjectOf({ client: caller.client, endpoint: name }));
  const answer = await services.sendWebhook(endpoint, { id, body: JSON.stringify(body) });
  if (answer.outcome === 'DELIVERED') {
    await reviveEndpoint(services, { client: endpoint.client, endpoint: name });
    services.announceWebhooks();
  }
  return answer;
}

/** The subject of recorded actions on an endpoint: its client and its name. */
export const subjectOf = ({ client, endpoint }: Pick<WebhookDelivery, 'client' | 'endpoint'>): string =>
  `${client}/${endpoint}`;

/** Whether `subject` is an endpoint of the caller's. */
export const maySeeActionsOn = ({ webhooks }: Pick<WebhookServices, 'webhooks'>, caller: Caller, subject: string) =>
  mayReplay(caller) &&
  webhooks.of(caller.client).some(({ client, name }) => subjectOf({ client, endpoint: name }) === subject);

function endpointOf(
  services: Pick<WebhookServices, 'webhooks'>,
  caller: Caller,
  name: string,
  path: readonly string[],
): WebhookEndpoint {
  const endpoint = endpointNamed(services, caller, name);
  if (!endpoint) throw refused(path, noEndpoint);
  return endpoint;
}

const endpointNamed = ({ webhooks }: Pick<WebhookServices, 'webhooks'>, caller: Caller, name: string) =>
  webhooks.of(caller.client).find((one) => one.name === name);
const noEndpoint = 'The config has no such endpoint for this client.';

const replayOf = ({ clock }: Pick<WebhookServices, 'clock'>) => {
  const now = clock();
  return { now, expiresAt: now + webhookLifetimeMs };
};

/** Ids begin with the time of their making. */
const idsSince = (at: number): string => `msg_${Math.trunc(at).toString(16).padStart(12, '0')}`;

const refused = (path: readonly string[], message: string): InvalidInputError =>
  new InvalidInputError([{ path, message }]);

const issuesOf = ({ issues }: z.ZodError): Issue[] =>
  issues.map(({ path, message }) => ({ path: path.map(String), message }));
