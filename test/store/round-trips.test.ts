import { describe, expect, it } from 'vitest';
import type { InitiatePaymentInput } from '../generated/graphql.ts';
import { asClient, clientNamed } from '../support/clients/client-named.ts';
import { postgres } from '../support/databases.ts';
import { startGateway } from '../support/gateway.ts';
import { openForGroup } from '../support/open-for.ts';
import { startSlowProxy } from '../support/postgres/meddling-proxies.ts';
import { initiated, legacyPath } from '../support/requests.ts';
import { endpoint } from '../support/webhooks/told-client.ts';

/** How often a request waits for PostgreSQL. Each wait is a trip to the server and back. */

const payer = {
  ...{ firstName: 'Zoé', lastName: 'Martin', address: '1 rue de la Paix', zipCode: '75002', city: 'Paris' },
  ...{ country: 'FR', phone: '+33612345678' },
};

describe.each([postgres])('an initiation on $name', ({ open }) => {
  const opened = openForGroup(async () => {
    const slow = await startSlowProxy(10);
    const gateway = await startGateway({
      open: async () => {
        const database = await open();
        return { ...database, databaseUrl: slow.url(database.databaseUrl) };
      },
      config: {
        clients: [
          clientNamed('shop', {}, [endpoint('http://127.0.0.1:9/', ['whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'])]),
        ],
      },
    });
    return { gateway, slow, close: () => gateway.close().then(() => slow.close()) };
  });

  async function waitsOf(run: () => Promise<unknown>): Promise<number> {
    // The first one opens the connection, and has its statements prepared.
    await run();
    const before = opened.slow.waits();
    await run();
    return opened.slow.waits() - before;
  }

  let order = 0;
  const initiate = (change: Partial<InitiatePaymentInput>) => {
    const key = change.idempotencyKey === 'new' ? { idempotencyKey: `key ${++order}` } : {};
    return initiated(opened.gateway, { ...change, ...key }, asClient('shop'));
  };

  it.each<[string, number, Partial<InitiatePaymentInput>]>([
    ['a card, with the webhook of its client', 1, { payer }],
    ['a card, with a key', 1, { payer, idempotencyKey: 'new' }],
    ["a card, with a number of the bank's counter", 1, { payer, paymentTarget: 'LABANQUEPOSTALE' }],
    ['a transfer', 1, { paymentTarget: 'MILLIET', paymentType: 'SEPA' }],
    ['a card whose payer the directory may know', 2, { idempotencyKey: 'new' }],
    ['a key that was used before: then key, payment and attempt', 4, { payer, idempotencyKey: 'used' }],
  ])('of %s waits %d times at most', async (_what, most, change) => {
    expect(await waitsOf(() => initiate(change))).toBeLessThanOrEqual(most);
  });

  it('by the old URL of a new order waits twice', async () => {
    const ask = async () => {
      const path = legacyPath({ idCommande: `order-${++order}` }, '?format=json');
      expect((await opened.gateway.get(path, { headers: asClient('shop') })).status).toBe(200);
    };
    expect(await waitsOf(ask)).toBeLessThanOrEqual(2);
  });

  it('of each of thirty at once takes far fewer waits than one for each', async () => {
    const ask = () => Promise.all(Array.from({ length: 30 }, () => initiate({ payer, idempotencyKey: 'new' })));
    expect(await waitsOf(ask)).toBeLessThanOrEqual(10);
  });
});
