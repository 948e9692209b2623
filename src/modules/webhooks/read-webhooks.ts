import { type Caller, holds, type OnDeployment, owningClient, seesEverything } from '../../kernel/caller.ts';
import type { EffectiveRunMode } from '../../kernel/vocabulary.ts';
import type { VisibleTo } from '../payments/payment-store.ts';
import { isIdOf, readPayments, shownOfEachPayment, visibleTo } from '../payments/read-payments.ts';
import { readEndpoint } from './deliver-webhook.ts';
import type { Services } from './ports.ts';
import type { WebhookEndpoints } from './queue-webhooks.ts';
import type { WebhookEndpoint } from './webhook.ts';
import type {
  EndpointHealth,
  WebhookAttempt,
  WebhookBacklog,
  WebhookDelivery,
  WebhookQuery,
} from './webhook-delivery.ts';
import type { WebhookEndpointState } from './webhook-schedule.ts';

/** A client's view of its own webhooks, with the scope `replay`. Those of another client do not exist for it. */

type Reading = Pick<Services, 'store' | 'clock'> & Endpoints;
type Endpoints = OnDeployment & { readonly webhooks: WebhookEndpoints };

/** Whose payments a person sees decides which webhooks. */
type Seeing = OnDeployment & Pick<Services, 'store'>;

export type EndpointView = WebhookBacklog & {
  readonly endpoint: WebhookEndpoint;
  readonly health: EndpointHealth;
  readonly state: WebhookEndpointState;
};

const mayReplay = (caller: Caller): boolean => holds(caller, 'replay');

export async function listWebhookEndpoints(services: Reading, caller: Caller): Promise<readonly EndpointView[]> {
  return Promise.all(endpointsOf(services, caller).map((endpoint) => viewEndpoint(services, endpoint)));
}

/**
 * A client's own; for a person whose role is not narrowed, those of every client: an endpoint receives the payments of
 * every société, origin, target and run mode.
 */
export function endpointsOf(services: Endpoints, caller: Caller): readonly WebhookEndpoint[] {
  if (!mayReplay(caller)) return [];
  if (!caller.person) return services.webhooks.of(caller.client);
  return seesEverything(services, caller) ? services.webhooks.all() : [];
}

export async function viewEndpoint(
  services: Omit<Reading, keyof Endpoints>,
  endpoint: WebhookEndpoint,
): Promise<EndpointView> {
  const [standing, backlog] = await Promise.all([
    readEndpoint(services, endpoint),
    services.store.webhookBacklog({ client: endpoint.client, endpoint: endpoint.name }),
  ]);
  return { endpoint, ...standing, ...backlog };
}

type ListedWebhooks = Omit<WebhookQuery, 'client' | 'visibleTo'> & {
  /** Left out: of every client that the caller sees. */
  readonly client?: string | null;
  /** Only those about payments of this mode. */
  readonly runMode?: EffectiveRunMode | null;
};

/** A client's own; for a person, those about the payments that it sees. */
export async function listWebhookDeliveries(
  services: Seeing & Endpoints,
  caller: Caller,
  { client: wanted = null, runMode = null, ...asked }: ListedWebhooks,
): Promise<readonly WebhookDelivery[]> {
  const { store } = services;
  const query = { ...asked, visibleTo: shownPayments(services, caller, runMode) };
  if (!mayReplay(caller) || asked.statuses?.length === 0) return [];
  // It would see none of them, and read them all.
  if (caller.person && !caller.scopes.has('read')) return [];
  const clients = clientsOf(services, caller).filter((client) => wanted === null || client === wanted);
  const { eventId = null } = query;
  if (eventId === null) return newestOf(services, caller, clients, query);
  // Those of an event are found by its payment.
  const event = isIdOf('evt', eventId) ? await store.eventById(eventId) : null;
  if (event === null || (query.subject !== null && query.subject !== event.paymentId)) return [];
  return newestOf(services, caller, clients, { ...query, subject: event.paymentId });
}

const everyPayment: VisibleTo = { client: null, societes: null, origins: null };

/** Null: every payment. The database leaves out the others, which may be very many. */
function shownPayments(on: OnDeployment, caller: Caller, runMode: EffectiveRunMode | null): VisibleTo | null {
  const seen = caller.person && !seesEverything(on, caller) ? visibleTo(on, caller) : null;
  if (runMode === null) return seen;
  const held = seen?.runModes ?? [runMode];
  return { ...(seen ?? everyPayment), runModes: held.filter((mode) => mode === runMode) };
}

/** For a person, the clients that have endpoints. */
const clientsOf = ({ webhooks }: Endpoints, caller: Caller): readonly string[] =>
  caller.person ? [...new Set(webhooks.all().map(({ client }) => client))] : [caller.client];

async function newestOf(
  services: Seeing,
  caller: Caller,
  clients: readonly string[],
  query: Omit<WebhookQuery, 'client'>,
): Promise<readonly WebhookDelivery[]> {
  const found: WebhookDelivery[] = [];
  for (let { beforeId } = query; found.length < query.limit; ) {
    const pages = await Promise.all(
      clients.map((client) => services.store.webhookDeliveries({ ...query, beforeId, client })),
    );
    const page = pages
      .flat()
      .toSorted((one, other) => (one.id < other.id ? 1 : -1))
      .slice(0, query.limit);
    found.push(...(await seenOf(services, caller, page)));
    beforeId = page.at(-1)?.id ?? null;
    if (page.length < query.limit) break;
  }
  return found.slice(0, query.limit);
}

async function seenOf(
  services: Seeing,
  caller: Caller,
  page: readonly WebhookDelivery[],
): Promise<readonly WebhookDelivery[]> {
  if (!caller.person) return page.filter(({ client }) => client === caller.client);
  const seen = await readPayments(services, caller, [...new Set(page.map(({ subject }) => subject))]);
  return page.filter(({ subject }) => seen.has(subject));
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
  services: Seeing,
  caller: Caller,
  id: string,
): Promise<WebhookDelivery | null> {
  const found = mayReplay(caller) && isIdOf('msg', id) ? await services.store.webhookDelivery(id) : null;
  const [seen] = found ? await seenOf(services, caller, [found]) : [];
  return seen ?? null;
}

/** The attempts of a delivery that the caller may see. */
export function readWebhookAttempts(
  { store }: Pick<Reading, 'store'>,
  { id }: WebhookDelivery,
): Promise<readonly WebhookAttempt[]> {
  return store.webhookAttempts(id);
}

/** The subject of recorded actions on an endpoint: its client and its name. */
export const subjectOf = ({ client, endpoint }: Pick<WebhookDelivery, 'client' | 'endpoint'>): string =>
  `${client}/${endpoint}`;

/** Whether `subject` is an endpoint of the caller's. */
export const maySeeActionsOn = (services: Endpoints, caller: Caller, subject: string): boolean =>
  endpointsOf(services, caller).some(({ client, name }) => subjectOf({ client, endpoint: name }) === subject);
