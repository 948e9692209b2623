import { type Caller, holds, type OnDeployment, owningClient, seesEverything } from '../../kernel/caller.ts';
import { isIdOf } from '../../kernel/identifiers.ts';
import type { EffectiveRunMode } from '../../kernel/vocabulary.ts';
import type { VisibleTo } from '../payments/may-see.ts';
import { readPayments, shownOfEachPayment, visibleTo } from '../payments/read-payments.ts';
import { readEndpoint } from './deliver-webhook.ts';
import type { Services } from './ports.ts';
import type { WebhookEndpoints } from './queue-webhooks.ts';
import type { WebhookEndpoint } from './webhook.ts';
import type {
  EndpointHealth,
  EndpointName,
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

export type UnnamedEndpoint = EndpointName & WebhookBacklog;

/** Endpoints that the config does not name, with messages that wait or are dead: nothing delivers these. */
export async function readUnnamedEndpoints({
  store,
  webhooks,
}: Pick<Reading, 'store' | 'webhooks'>): Promise<readonly UnnamedEndpoint[]> {
  const named = new Set(webhooks.all().map(({ client, name }) => subjectOf({ client, endpoint: name })));
  const unnamed = (await store.endpointsWithWebhooks()).filter((endpoint) => !named.has(subjectOf(endpoint)));
  const dead = { statuses: ['DEAD'], subject: null, beforeId: null, limit: 1 } as const;
  const read = await Promise.all(
    unnamed.map(async (endpoint) => {
      const backlog = await store.webhookBacklog(endpoint);
      const isOpen = backlog.waiting > 0 || (await store.webhookDeliveries({ ...endpoint, ...dead })).length > 0;
      return isOpen ? [{ ...endpoint, ...backlog }] : [];
    }),
  );
  return read.flat();
}

type ListedWebhooks = Omit<WebhookQuery, 'client' | 'visibleTo'> & {
  /** Left out: of every client that the caller sees. */
  readonly client?: string | null;
  /** Only those about payments of this mode. */
  readonly runMode?: EffectiveRunMode | null;
};

/** A client's own; for a person, those about the payments that it sees. */
export async function listWebhookDeliveries(
  services: Seeing,
  caller: Caller,
  { client: wanted = null, runMode = null, ...asked }: ListedWebhooks,
): Promise<readonly WebhookDelivery[]> {
  const { store } = services;
  if (!mayReplay(caller) || asked.statuses?.length === 0) return [];
  // It would see none of them, and read them all.
  if (caller.person && !caller.scopes.has('read')) return [];
  const { eventId = null } = asked;
  let { subject } = asked;
  if (eventId !== null) {
    // Those of an event are found by its payment.
    const event = isIdOf('evt', eventId) ? await store.eventById(eventId) : null;
    if (event === null || (subject !== null && subject !== event.paymentId)) return [];
    subject = event.paymentId;
  }
  const clients = await clientsOf(services, caller, wanted);
  const query = { ...asked, subject, visibleTo: shownPayments(services, caller, runMode) };
  const pages = await Promise.all(clients.map((client) => store.webhookDeliveries({ ...query, client })));
  return pages
    .flat()
    .toSorted((one, other) => (one.id < other.id ? 1 : -1))
    .slice(0, asked.limit);
}

/** Null: about every payment, for a program. The database leaves out the others, which may be very many. */
function shownPayments(on: OnDeployment, caller: Caller, runMode: EffectiveRunMode | null): VisibleTo | null {
  const seen = caller.person ? visibleTo(on, caller) : null;
  if (runMode === null) return seen;
  const everyPayment = { client: null, societes: null, origins: null };
  const held = seen?.runModes ?? [runMode];
  return { ...(seen ?? everyPayment), runModes: held.filter((mode) => mode === runMode) };
}

/** A person sees those of every client that has messages, also where the config does not name the client any more. */
async function clientsOf({ store }: Seeing, caller: Caller, wanted: string | null): Promise<readonly string[]> {
  if (!caller.person) return wanted === null || wanted === caller.client ? [caller.client] : [];
  if (wanted !== null) return [wanted];
  return [...new Set((await store.endpointsWithWebhooks()).map(({ client }) => client))];
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
  if (found === null || !caller.person) return found?.client === caller.client ? found : null;
  return (await readPayments(services, caller, [found.subject])).size > 0 ? found : null;
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
