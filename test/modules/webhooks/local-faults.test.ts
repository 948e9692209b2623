import { describe, expect, test } from 'vitest';
import { createWebhookEndpoints } from '../../../src/app/event-handlers.ts';
import { dayMs, secondMs } from '../../../src/kernel/durations.ts';
import type { WebhookAnswer } from '../../../src/modules/webhooks/webhook-delivery.ts';
import { createWebhookDeliveries } from '../../../src/modules/webhooks/worker.ts';
import { clientNamed } from '../../support/clients/client-named.ts';
import { drawnDatabases } from '../../support/drawn-databases.ts';
import { advance } from '../../support/faults/own-clock.ts';
import { deliveringOn, secret } from '../../support/webhooks/delivering.ts';
import { become, endpoint, newPayment } from '../../support/webhooks/told-client.ts';

/** Tries that end on this machine, as its addresses cannot be read. */

const unchecked = { outcome: 'ADDRESS_REFUSED', detail: 'EAFNOSUPPORT' } as const;
const taken = { outcome: 'DELIVERED', statusCode: 200, detail: null } as const;

describe.each(drawnDatabases())('webhooks on $name', ({ open }) => {
  const { gateway, receiver, told, deliveries, statuses } = deliveringOn(open);

  /** A worker whose calls get an answer from `next`, with what it called and counted. */
  function startWorker(next: () => Pick<WebhookAnswer, 'outcome' | 'detail'>) {
    const [called, counted]: [string[], string[]] = [[], []];
    const services = {
      ...{ store: gateway.store, clock: Date.now, random: Math.random },
      sendWebhook: async (_endpoint: unknown, { id }: { id: string }): Promise<WebhookAnswer> => {
        called.push(id);
        return { statusCode: null, retryAt: null, durationMs: 1, ...next() };
      },
      countWebhook: ({ outcome }: { outcome: string }) => void counted.push(outcome),
    };
    const endpoints = createWebhookEndpoints({
      clients: [clientNamed('shop', {}, [endpoint(receiver.url, [secret])])],
    });
    const faults: unknown[] = [];
    const { round, settled } = createWebhookDeliveries(services, endpoints, (fault) => void faults.push(fault));
    return {
      ...{ called, counted, faults },
      deliver: async () => {
        await round(async () => true);
        await settled();
      },
    };
  }

  test('that cannot be checked for days use up no tries, and the endpoint stays well', async () => {
    const { id } = await newPayment(gateway);
    const [first] = await deliveries();
    await become(told(), id, 'PAID');
    let answer: Pick<WebhookAnswer, 'outcome' | 'detail'> = unchecked;
    const { deliver, called, counted, faults } = startWorker(() => answer);
    for (let tries = 1; tries <= 12; tries++) {
      await deliver();
      expect(called).toHaveLength(tries);
      advance(dayMs);
    }
    expect(new Set(called)).toEqual(new Set([first?.id]));
    expect(await statuses()).toEqual(['WAITING', 'WAITING']);
    expect(await gateway.store.webhookDelivery(first?.id ?? '')).toMatchObject({ attempts: 12, tries: 0 });
    expect((await gateway.store.webhookAttempts(first?.id ?? '')).at(-1)).toMatchObject({ number: 12, ...unchecked });
    expect(await gateway.store.endpointHealth({ client: 'shop', endpoint: 'main' })).toBeNull();
    answer = taken;
    await deliver();
    expect(await statuses()).toEqual(['DELIVERED', 'DELIVERED']);
    expect([counted, faults]).toEqual([['delivered', 'delivered'], []]);
  });

  test('that cannot be checked are tried again after half a minute, and no others of the endpoint before', async () => {
    for (let count = 0; count < 9; count++) await newPayment(gateway);
    const { deliver, called } = startWorker(() => unchecked);
    const seen: number[] = [];
    for (const waitMs of [0, 1, 30 * secondMs - 2, 1]) {
      advance(waitMs);
      await deliver();
      seen.push(called.length);
    }
    expect(seen).toEqual([8, 8, 8, 16]);
    expect(new Set(called).size).toBe(9);
    // A clock that is put back puts nothing off.
    advance(-dayMs);
    await newPayment(gateway);
    await deliver();
    expect(called.length).toBeGreaterThan(16);
  });

  test('that cannot be checked do not count beside one that the endpoint refused', async () => {
    await newPayment(gateway);
    await newPayment(gateway);
    const answers = [unchecked, { outcome: 'REFUSED', detail: null } as const];
    const { deliver, counted } = startWorker(() => answers.shift() ?? unchecked);
    await deliver();
    expect((await deliveries()).map(({ tries }) => tries).toSorted()).toEqual([0, 1]);
    expect(await gateway.store.endpointHealth({ client: 'shop', endpoint: 'main' })).toMatchObject({
      failuresInARow: 1,
    });
    expect(counted).toEqual(['failed']);
  });
});
