import type { Logger } from 'pino';
import type { Config } from '../config/config.ts';
import { dayMs, minuteMs, secondMs } from '../kernel/durations.ts';
import type { DeliveryServices } from '../modules/webhooks/deliver-webhook.ts';
import { tidyWebhooks } from '../modules/webhooks/webhook-retention.ts';
import { createWebhookDeliveries } from '../modules/webhooks/worker.ts';
import type { Metrics } from '../observability/metrics.ts';
import type { WebhookBacklogReading } from '../observability/state-gauges.ts';
import type { Worker } from '../workers/workers.ts';
import type { GatewayServices } from './services.ts';

export type WebhooksOptions = {
  readonly config: Pick<Config, 'webhooks'>;
  readonly services: GatewayServices;
  readonly metrics: Metrics;
  readonly logger: Logger;
  /** How long a round waits for slow endpoints. Left out: a second. */
  readonly patienceMs?: number | undefined;
};

export type Webhooks = {
  readonly workers: readonly Worker[];
  /** Called after the workers stopped. Running calls get a moment to end; unfinished ones are sent again later. */
  readonly close: () => Promise<void>;
};

const graceMs = 3 * secondMs;

/** The way out of the outbox, put together. */
export function createWebhooks({ config, services, metrics, logger, patienceMs }: WebhooksOptions): Webhooks {
  const { store, clock, sendWebhook, webhooks: endpoints } = services;
  let isBrokenOff = false;
  const breakOff = (): Promise<void> => {
    isBrokenOff = true;
    return services.closeWebhooks();
  };
  const delivering: DeliveryServices = {
    ...{ store, clock },
    sendWebhook: async (endpoint, message) => {
      const answer = await sendWebhook(endpoint, message);
      return isBrokenOff && answer.statusCode === null ? null : answer;
    },
    random: Math.random,
    countWebhook: (count) => {
      metrics.countWebhook(count);
      const { client, endpoint, outcome } = count;
      if (outcome === 'dead') logger.warn({ client, endpoint }, 'a webhook was given up');
    },
  };
  metrics.watchWebhooks(() => readBacklogs(services));
  const reportFault = (error: unknown): void =>
    logger.error({ fault: error instanceof Error ? error.name : 'not an error' }, 'webhooks could not be delivered');
  const deliveries = createWebhookDeliveries(delivering, endpoints, reportFault, patienceMs);
  const keptMs = (): number => config.webhooks.retentionDays * dayMs;
  return {
    workers: [
      { name: 'webhooks', everyMs: secondMs, round: deliveries.round },
      {
        name: 'webhook-retention',
        everyMs: 10 * minuteMs,
        round: (keepsLease) => tidyWebhooks({ services: delivering, endpoints, keptMs }, keepsLease),
      },
    ],
    close: async () => {
      const broken = setTimeout(() => void breakOff(), graceMs);
      await deliveries.settled();
      clearTimeout(broken);
      await breakOff();
    },
  };
}

function readBacklogs({ store, webhooks, clock }: GatewayServices): Promise<WebhookBacklogReading[]> {
  return Promise.all(
    webhooks.all().map(async ({ client, name: endpoint }) => {
      const { waiting, oldestWaitingAt } = await store.webhookBacklog({ client, endpoint });
      const ageMs = oldestWaitingAt === null ? 0 : Math.max(0, clock() - oldestWaitingAt);
      return { client, endpoint, waiting, oldestWaitingSeconds: ageMs / 1000 };
    }),
  );
}
