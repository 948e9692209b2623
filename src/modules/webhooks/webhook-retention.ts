import { type DeliveryServices, giveUpWebhook, readEndpoint } from './deliver-webhook.ts';
import type { Store } from './ports.ts';
import type { WebhookEndpoints } from './queue-webhooks.ts';
import { tookLately } from './webhook-schedule.ts';

type KeepsLease = () => Promise<boolean>;

const rowsPerBatch = 500;

export type RetentionOptions = {
  readonly services: Pick<DeliveryServices, 'store' | 'clock' | 'countWebhook'>;
  readonly endpoints: WebhookEndpoints;
  /** How long delivered and dead messages are kept. */
  readonly keptMs: () => number;
};

/** Gives up messages that waited too long for a blocked endpoint, and removes old settled ones. */
export async function tidyWebhooks(options: RetentionOptions, keepsLease: KeepsLease): Promise<void> {
  await giveUpExpired(options, keepsLease);
  await removeOld(options.services.store, options.services.clock() - options.keptMs(), keepsLease);
}

/** Messages of an endpoint that can be tried stay, however old; in a pause, of one that took another message lately. */
async function giveUpExpired({ services, endpoints }: RetentionOptions, keepsLease: KeepsLease): Promise<void> {
  let after = { client: '', id: '' };
  for (;;) {
    const tryable = new Set<string>();
    for (const endpoint of endpoints.all()) {
      const { health, state } = await readEndpoint(services, endpoint);
      const isTryable = state === 'PAUSED' ? tookLately(health, services.clock()) : state !== 'GONE';
      if (isTryable) tryable.add(`${endpoint.client}/${endpoint.name}`);
    }
    const expired = await services.store.expiredWebhooks({ now: services.clock(), after, limit: rowsPerBatch });
    const stuck = expired.filter(({ client, endpoint }) => !tryable.has(`${client}/${endpoint}`));
    for (const delivery of stuck) await giveUpWebhook(services, delivery);
    const last = expired.at(-1);
    if (!last || expired.length < rowsPerBatch || !(await keepsLease())) return;
    after = last;
  }
}

async function removeOld(store: Store, settledBefore: number, keepsLease: KeepsLease): Promise<void> {
  for (;;) {
    const removed = await store.transact((tx) => tx.deleteSettledWebhooks(settledBefore, rowsPerBatch));
    if (removed < rowsPerBatch || !(await keepsLease())) return;
  }
}
