import { type DeliveryServices, deliverWebhook, readEndpoint, recordHealth } from './deliver-webhook.ts';
import type { WebhookEndpoints } from './queue-webhooks.ts';
import type { WebhookEndpoint } from './webhook.ts';
import { firstDue, isLocalFault, localFaultMs, messagesAtOnce } from './webhook-schedule.ts';

type KeepsLease = () => Promise<boolean>;

export type WebhookDeliveries = {
  /**
   * Delivers due messages. Ends when none is left, or after a time limit; slow endpoints continue in the background.
   */
  readonly round: (keepsLease: KeepsLease) => Promise<void>;
  /** Ends when nothing is under way. */
  readonly settled: () => Promise<void>;
};

/**
 * Each endpoint has its own lane, so that a slow one does not delay the others. In a lane, messages of one payment
 * follow each other; those of different payments go in parallel.
 * @param patienceMs how long a round waits for slow endpoints before it looks after the others again
 */
export function createWebhookDeliveries(
  services: DeliveryServices,
  endpoints: WebhookEndpoints,
  reportFault: (error: unknown) => void,
  patienceMs = 1_000,
): WebhookDeliveries {
  const lanes = new Map<string, Promise<void>>();
  // When a fault of this machine last stopped each lane.
  const faults = new Map<string, number>();
  // Otherwise a lasting fault would add eight tries a second to the database. A clock that was put back ends it too.
  const waits = (key: string): boolean => {
    const sinceMs = services.clock() - (faults.get(key) ?? Number.NEGATIVE_INFINITY);
    return sinceMs >= 0 && sinceMs < localFaultMs;
  };

  const startLane = (endpoint: WebhookEndpoint, keepsLease: KeepsLease): void => {
    const key = `${endpoint.client}/${endpoint.name}`;
    if (lanes.has(key) || waits(key)) return;
    const noteFault = (): void => void faults.set(key, services.clock());
    const lane = runLane(services, () => current(endpoints, endpoint), keepsLease, noteFault)
      .catch(reportFault)
      .finally(() => lanes.delete(key));
    lanes.set(key, lane);
  };
  const settled = async (): Promise<void> => {
    await Promise.all(lanes.values());
  };
  return {
    round: async (keepsLease) => {
      for (const endpoint of endpoints.all()) startLane(endpoint, keepsLease);
      await within(patienceMs, settled());
    },
    settled,
  };
}

/** The endpoint in the current config; undefined if it was removed. */
const current = (endpoints: WebhookEndpoints, { client, name }: WebhookEndpoint): WebhookEndpoint | undefined =>
  endpoints.of(client).find((endpoint) => endpoint.name === name);

async function runLane(
  services: DeliveryServices,
  currentEndpoint: () => WebhookEndpoint | undefined,
  keepsLease: KeepsLease,
  noteFault: () => void,
): Promise<void> {
  let tookTriedAlone = false;
  while (await keepsLease()) {
    const endpoint = currentEndpoint();
    if (!endpoint) return;
    const { health, state } = await readEndpoint(services, endpoint);
    if (state === 'PAUSED' || state === 'GONE') return;
    const name = { client: endpoint.client, endpoint: endpoint.name };
    const some = { limit: messagesAtOnce(health), first: firstDue(health, tookTriedAlone) };
    const due = await services.store.dueWebhooks({ ...name, now: services.clock(), ...some });
    const tried = await Promise.all(due.map((delivery) => deliverWebhook(services, endpoint, delivery)));
    const ended = tried.filter((answer) => answer !== null);
    const answers = ended.filter((answer) => !isLocalFault(answer));
    if (answers.length > 0) await recordHealth(services, endpoint, answers);
    if (answers.length < ended.length) return noteFault();
    if (answers.length === 0) return;
    const taken = due.filter((_delivery, place) => tried[place]?.outcome === 'DELIVERED');
    tookTriedAlone = taken.length > 0 && taken.every(({ tries }) => tries > 0);
  }
}

async function within(ms: number, work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ms);
    timer.unref();
  });
  await Promise.race([work, patience]);
  clearTimeout(timer);
}
