import { beforeEach } from 'vitest';
import type { Client } from '../../../src/config/clients.ts';
import { minuteMs } from '../../../src/kernel/durations.ts';
import type { WebhookDelivery } from '../../../src/modules/webhooks/webhook-delivery.ts';
import { clientNamed } from '../clients/client-named.ts';
import type { TestDatabases } from '../databases.ts';
import { advance, ownClock } from '../faults/own-clock.ts';
import { startGateway, type TestGateway, type TestGatewayOptions } from '../gateway.ts';
import { openForEach, standingFor } from '../open-for.ts';
import { newSecret, startReceiver } from './receiver.ts';
import { endpoint } from './told-client.ts';

export const secret = newSecret();

/** For each test a receiver, and a gateway whose client `shop` has its endpoint there. */
export function deliveringOn(open: TestDatabases['open']) {
  // One clock for the gateway and for the library that verifies: it refuses what is older than five minutes.
  openForEach(() => ownClock(Date.now()));
  const database = openForEach(open);
  const receiver = openForEach(() => startReceiver(secret));
  const running = openForEach(() => {
    const gateways = new Set<TestGateway>();
    return { gateways, close: () => Promise.all([...gateways].map((one) => one.close())) };
  });
  let clients: readonly Client[];
  let current: TestGateway;
  const gateway = standingFor(() => current);
  beforeEach(async () => {
    clients = [clientNamed('shop', {}, [endpoint(receiver.url, [secret])])];
    current = await start();
  });

  async function start(options: TestGatewayOptions = {}): Promise<TestGateway> {
    const one = await startGateway({ databaseUrl: database.databaseUrl, config: { clients }, ...options });
    running.gateways.add(one);
    return one;
  }
  /** The gateway goes on with another config. */
  async function restart(...changed: readonly Client[]): Promise<void> {
    running.gateways.delete(current);
    await current.close();
    clients = changed;
    current = await start();
  }
  const deliver = (): Promise<void> => gateway.runWorkers('webhooks');
  const deliveries = (): Promise<readonly WebhookDelivery[]> =>
    gateway.store.webhookDeliveries({
      ...{ client: 'shop', endpoint: null, statuses: null, subject: null, beforeId: null, limit: 100 },
    });
  /** Lets time go by until nothing waits. */
  async function untilSettled(): Promise<void> {
    for (let round = 0; round < 400; round++) {
      await deliver();
      const waiting = (await deliveries()).flatMap(({ nextAttemptAt }) => nextAttemptAt ?? []);
      if (waiting.length === 0) return;
      advance(Math.max(minuteMs, Math.min(...waiting) - Date.now()));
    }
    throw new Error('something waits for ever');
  }
  return {
    ...{ gateway, receiver, start, restart, deliver, deliveries, untilSettled },
    told: () => ({ gateway, clients }),
    statuses: async (): Promise<string[]> => (await deliveries()).map((delivery) => delivery.status),
    typesOf: (paymentId: string): string[] =>
      receiver.messages.filter(({ data }) => data.payment_id === paymentId).map(({ type }) => type),
    outcomesOf: async ({ id }: { id: string }): Promise<string[]> =>
      (await gateway.store.webhookAttempts(id)).map(({ outcome }) => outcome),
  };
}
