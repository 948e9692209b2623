import type { Logger } from 'pino';
import type { Config } from '../config/config.ts';
import { dayMs, minuteMs, secondMs } from '../kernel/durations.ts';
import type { DeliveryServices } from '../modules/webhooks/deliver-webhook.ts';
import { readUnnamedEndpoints, subjectOf } from '../modules/webhooks/read-webhooks.ts';
import { tidyWebhooks } from '../modules/webhooks/webhook-retention.ts';
import { isLocalFault } from '../modules/webhooks/webhook-schedule.ts';
import { createWebhookDeliveries } from '../modules/webhooks/worker.ts';
import type { Metrics } from '../observability/metrics.ts';
import type { WebhookBacklogReading } from '../observability/state-gauges.ts';
import type { Worker } from '../workers/workers.ts';
import type { GatewayServices } from './services.ts';

type WebhookWiringServices = Pick<GatewayServices, 'store' | 'clock' | 'sendWebhook' | 'webhooks' | 'closeWebhooks'>;

export type WebhooksOptions = {
  readonly config: Pick<Config, 'webhooks' | 'clients'>;
  readonly services: WebhookWiringServices;
  readonly metrics: Pick<Metrics, 'countWebhook' | 'watchWebhooks'>;
  readonly logger: Pick<Logger, 'warn' | 'error'>;
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
      if (isLocalFault(answer)) {
        const about = { client: endpoint.client, endpoint: endpoint.name, detail: answer.detail };
        logger.error(about, 'a webhook was not sent: its address could not be checked');
      }
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
  const warnOfUnnamed = createUnnamedWarning({ config, services, logger });
  const keptMs = (): number => config.webhooks.retentionDays * dayMs;
  return {
    workers: [
      {
        name: 'webhooks',
        everyMs: secondMs,
        round: async (keepsLease) => {
          await warnOfUnnamed('changed');
          await deliveries.round(keepsLease);
        },
      },
      {
        name: 'webhook-retention',
        everyMs: 10 * minuteMs,
        round: async (keepsLease) => {
          await warnOfUnnamed('again');
          await tidyWebhooks({ services: delivering, endpoints, keptMs }, keepsLease);
        },
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

/**
 * Once per endpoint and config, as an endpoint with another name is another endpoint. It looks where the config changed,
 * and again later: a gateway that reloads after this one still writes for the old name.
 */
function createUnnamedWarning({ config, services, logger }: Omit<WebhooksOptions, 'metrics'>) {
  let known: Config['clients'] | null = null;
  let warned = new Set<string>();
  return async (looks: 'changed' | 'again'): Promise<void> => {
    const { clients } = config;
    // Without clients there is the example alone, which the config never names.
    if (clients.length === 0 || (looks === 'changed' && clients === known)) return;
    const found = await readUnnamedEndpoints(services);
    if (clients !== known) warned = new Set();
    known = clients;
    for (const { client, endpoint, waiting } of found) {
      const subject = subjectOf({ client, endpoint });
      if (waiting === 0 || warned.has(subject)) continue;
      warned.add(subject);
      logger.warn({ client, endpoint, waiting }, 'webhooks wait for an endpoint that the config lacks');
    }
  };
}

async function readBacklogs(services: WebhookWiringServices): Promise<WebhookBacklogReading[]> {
  const { store, webhooks, clock } = services;
  const named = await Promise.all(
    webhooks.all().map(async ({ client, name: endpoint }) => ({
      ...{ client, endpoint },
      ...(await store.webhookBacklog({ client, endpoint })),
    })),
  );
  return [...named, ...(await readUnnamedEndpoints(services))].map(({ client, endpoint, waiting, oldestWaitingAt }) => {
    const ageMs = oldestWaitingAt === null ? 0 : Math.max(0, clock() - oldestWaitingAt);
    return { client, endpoint, waiting, oldestWaitingSeconds: ageMs / 1000 };
  });
}
