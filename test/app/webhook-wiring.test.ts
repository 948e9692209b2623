import { describe, expect, it } from 'vitest';
import { createWebhookEndpoints } from '../../src/app/event-handlers.ts';
import { createWebhooks } from '../../src/app/webhook-wiring.ts';
import type { Client } from '../../src/config/clients.ts';
import { dayMs } from '../../src/kernel/durations.ts';
import { createIdentifiers } from '../../src/kernel/identifiers.ts';
import type { WebhookBacklogReading } from '../../src/observability/state-gauges.ts';
import { clientNamed } from '../support/clients/client-named.ts';
import { drawnDatabases } from '../support/drawn-databases.ts';
import { startGateway } from '../support/gateway.ts';
import { openForGroup } from '../support/open-for.ts';
import { newSecret } from '../support/webhooks/receiver.ts';
import { endpoint } from '../support/webhooks/told-client.ts';

const named = (name: string): Client =>
  clientNamed('shop', {}, [endpoint('http://127.0.0.1:9/', [newSecret()], { name })]);
const webhooks = { privateNetworks: [], ports: [443], retentionDays: 90 };
const metrics = { countWebhook: () => undefined, watchWebhooks: () => undefined };

describe.each(drawnDatabases())('webhooks, on $name', ({ open }) => {
  const gateway = openForGroup(() => startGateway({ open }));
  const { newId } = createIdentifiers(Date.now);
  const write = async (client: string, endpointName: string): Promise<string> => {
    const [id, now] = [newId('msg'), Date.now()];
    const about = { subject: newId('pay'), sequence: 1, eventId: newId('evt'), type: 'payment.paid', body: '{}' };
    const message = { id, client, endpoint: endpointName, ...about, createdAt: now, expiresAt: now + dayMs };
    await gateway.store.transact((transaction) => transaction.insertMessage(message));
    return id;
  };
  const kill = (id: string): Promise<unknown> => {
    const read = { attempts: 0, now: Date.now() + dayMs };
    return gateway.store.transact((transaction) => transaction.giveUpWebhook(id, read));
  };

  it('of an endpoint that leaves the config are warned of once with the number that waits, and stays among the gauges', async () => {
    const config = { webhooks, clients: [named('main')] };
    const warnings: unknown[] = [];
    let readBacklogs: () => Promise<readonly WebhookBacklogReading[]> = async () => [];
    const { workers } = createWebhooks({
      config,
      services: {
        ...{ store: gateway.store, clock: Date.now, webhooks: createWebhookEndpoints(config) },
        sendWebhook: async () => ({ outcome: 'REFUSED', statusCode: 422, detail: null, retryAt: null, durationMs: 1 }),
        closeWebhooks: async () => undefined,
      },
      metrics: {
        ...metrics,
        watchWebhooks: (read) => {
          readBacklogs = read;
        },
      },
      logger: { warn: (...line: unknown[]) => void warnings.push(line), error: () => undefined },
    });
    const round = (worker = 'webhooks') => workers.find(({ name }) => name === worker)?.round(async () => true);
    await write('shop', 'main');
    await write('shop', 'main');
    await kill(await write('former', 'gone'));
    await round();
    expect(warnings).toEqual([]);
    config.clients = [named('renamed')];
    await round();
    await round();
    const text = 'webhooks wait for an endpoint that the config lacks';
    const about = { client: 'shop', endpoint: 'main', waiting: 2 };
    expect(warnings).toEqual([[about, text]]);
    expect((await readBacklogs()).map(({ client, endpoint: name, waiting }) => [client, name, waiting])).toEqual([
      ['shop', 'renamed', 0],
      ['shop', 'main', 2],
      ['former', 'gone', 0],
    ]);
    // Written by a gateway that has the config of before.
    await write('former', 'gone');
    await round('webhook-retention');
    await round('webhook-retention');
    expect(warnings).toEqual([
      [about, text],
      [{ client: 'former', endpoint: 'gone', waiting: 1 }, text],
    ]);
  });

  it('whose address cannot be checked are an error in the log, with the code of its cause', async () => {
    const config = { webhooks, clients: [named('unchecked')] };
    const errors: unknown[] = [];
    const answer = { statusCode: null, retryAt: null, durationMs: 1, outcome: 'ADDRESS_REFUSED' } as const;
    const details = [null, 'EMFILE'];
    const { workers } = createWebhooks({
      config,
      services: {
        ...{ store: gateway.store, clock: Date.now, webhooks: createWebhookEndpoints(config) },
        sendWebhook: async () => ({ ...answer, detail: details.shift() ?? null }),
        closeWebhooks: async () => undefined,
      },
      metrics,
      logger: { warn: () => undefined, error: (...line: unknown[]) => void errors.push(line) },
    });
    await write('shop', 'unchecked');
    await write('shop', 'unchecked');
    await workers.find(({ name }) => name === 'webhooks')?.round(async () => true);
    expect(errors).toEqual([
      [
        { client: 'shop', endpoint: 'unchecked', detail: 'EMFILE' },
        'a webhook was not sent: its address could not be checked',
      ],
    ]);
  });
});
