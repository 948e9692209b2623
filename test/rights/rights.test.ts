import { describe, expect, it } from 'vitest';
import type { InitiatePaymentInput } from '../generated/graphql.ts';
import { drawnDatabases } from '../support/drawn-databases.ts';
import { openForGroup } from '../support/open-for.ts';
import { countPayments, initiate, initiated, legacyPath } from '../support/requests.ts';
import { expiresAt, keyOf, startProduction, withKey } from '../support/rights/clients.ts';
import { askGraphql } from '../support/schema/ask-graphql.ts';
import { updateFacts } from '../support/store/example-facts.ts';
import { listen } from '../support/streams.ts';

/** What a right comes to. Every operation by every kind of sender is tried in `every-operation.test.ts`. */

describe.each(drawnDatabases())('rights on $name', ({ open }) => {
  const gateway = openForGroup(() => startProduction({ open }));

  const legacy = async (change: Partial<InitiatePaymentInput>, headers: Record<string, string>, suffix = '') => {
    const response = await gateway.get(`${legacyPath(change)}?format=json${suffix}`, { headers });
    return { status: response.status, body: (await response.json()) as LegacyBody };
  };
  type LegacyBody = {
    effective_run_mode?: string;
    responseStatus?: { errorCode: string; errors?: { fieldName: string }[] };
  };

  describe('what a client asked for itself', () => {
    it('is seen by it, and by no client of another société, origin or target', async () => {
      const own = await initiated(
        gateway,
        { idCommande: 'own', paymentTarget: 'MILLIET', paymentType: 'SEPA' },
        withKey('wrong-target'),
      );
      const visible = async (name: string) => {
        const query = `{ payment(id: "${own.payment.id}") { id } payments(filter: { idCommande: "own" }) { edges { node { id } } } }`;
        const data = (await askGraphql(gateway, query, {}, withKey(name))).data as {
          payment: { id: string } | null;
          payments: { edges: unknown[] };
        };
        expect(data.payments.edges).toHaveLength(data.payment === null ? 0 : 1);
        return data.payment !== null;
      };
      expect(await visible('wrong-target')).toBe(true);
      expect(await visible('every-target')).toBe(true);
      for (const name of ['right', 'wrong-origin', 'wrong-societe', 'only-initiates'])
        expect(await visible(name)).toBe(false);
    });

    it('is not given to another client that sends the same idempotency key or the same URL', async () => {
      const key = { 'Idempotency-Key': 'shared' };
      const first = await initiated(gateway, {}, { ...withKey('owner'), ...key });
      const second = await initiated(gateway, {}, { ...withKey('right'), ...key });
      expect([second.replayed, second.payment.id === first.payment.id]).toEqual([false, false]);
      const [one, other] = await Promise.all([
        legacy({ idCommande: 'same URL' }, withKey('owner')),
        legacy({ idCommande: 'same URL' }, withKey('right')),
      ]);
      expect(JSON.stringify(one.body)).not.toBe(JSON.stringify(other.body));
    });
  });

  describe('run modes', () => {
    const modes: readonly [name: string, mode: InitiatePaymentInput['paymentRunMode'], allowed: boolean][] = [
      ['right', 'TEST', true],
      ['right', 'LIVE', true],
      ['right', 'FORCE_LIVE', false],
      ['only-tests', 'TEST', true],
      ['only-tests', 'LIVE', false],
      ['only-forces', 'FORCE_LIVE', true],
      ['only-forces', 'LIVE', false],
      ['only-forces', 'TEST', false],
    ];
    it.each(modes)('the client %s asks for %s: %s', async (name, paymentRunMode, allowed) => {
      const result = await initiate(gateway, { paymentRunMode }, withKey(name));
      expect(result.__typename).toBe(allowed ? 'InitiatePaymentSuccess' : 'NotAllowedError');
      const { status } = await legacy({ paymentRunMode, idCommande: `mode-${paymentRunMode}` }, withKey(name));
      expect(status).toBe(allowed ? 200 : 403);
    });
  });

  describe('a booking, which is paid on the word of its caller', () => {
    const booking = { paymentTarget: 'MILLIET', paymentType: 'COMPTABILITE', idCommande: 'booking' } as const;

    it('takes the scope book, or operations, through both doors', async () => {
      expect(await initiate(gateway, booking, withKey('every-target'))).toMatchObject({
        __typename: 'NotAllowedError',
        path: ['paymentType'],
      });
      expect((await legacy(booking, withKey('every-target'))).status).toBe(403);
      expect((await initiated(gateway, booking, withKey('booking'))).payment.status).toBe('PAID');
      expect((await legacy(booking, withKey('booking'))).status).toBe(200);
    });
  });

  describe('a key', () => {
    it('in an address is ignored, and never logged', async () => {
      for (const name of ['api_key', 'key', 'x-api-key', 'authorization', 'access_token']) {
        const value = encodeURIComponent(name === 'authorization' ? `Bearer ${keyOf('right')}` : keyOf('right'));
        const { status } = await legacy({ idCommande: 'in the address' }, {}, `&${name}=${value}`);
        expect(status).toBe(401);
        expect((await gateway.get(`/graphql?query={__typename}&${name}=${value}`)).status).toBe(401);
      }
      expect(JSON.stringify(gateway.logs)).not.toContain(keyOf('right'));
    });

    it('is good until the moment it expires', async () => {
      const ask = async () => (await legacy({ idCommande: 'expiring' }, withKey('expiring'))).status;
      expect(await ask()).toBe(200);
      const left = expiresAt - gateway.now();
      gateway.advance(left);
      expect(await ask()).toBe(401);
      gateway.advance(-left);
      expect(await ask()).toBe(200);
    });

    it('that expires ends what is open under it, though nothing happens to the payment', async () => {
      const { payment } = await initiated(gateway, { idCommande: 'followed' }, withKey('owner'));
      const query = `subscription { paymentUpdated(id: "${payment.id}") { type } }`;
      const left = expiresAt - gateway.now();
      const [expiring, lasting] = await Promise.all(
        ['expiring', 'right'].map((name) => listen(gateway, query, withKey(name))),
      );
      await expiring?.hears('INITIATED');
      gateway.advance(left);
      const askedAt = performance.now();
      while (await expiring?.goesOn());
      expect(performance.now() - askedAt).toBeLessThan(5_000);
      gateway.advance(-left);
      // One whose key is good hears what comes afterwards.
      await gateway.store.transact(async (transaction) => {
        await transaction.updatePayment(payment.id, 1, { updatedAt: gateway.now() });
        const id = `evt_${'1'.repeat(32)}`;
        const event = {
          id,
          paymentId: payment.id,
          type: 'NEWS_IGNORED',
          status: payment.status,
          at: 1,
          data: { ...updateFacts, reason: 'late' },
        } as const;
        await transaction.appendEvent(event, 2);
      });
      await lasting?.hears('NEWS_IGNORED');
      expect(expiring?.heard()).not.toContain('NEWS_IGNORED');
    });

    it('in an address does not hide the one in the header', async () => {
      expect((await legacy({ idCommande: 'both' }, withKey('right'), '&api_key=nonsense')).status).toBe(200);
    });
  });

  describe('the page that a customer is sent back to', () => {
    const refused = [
      'https://evil.example/',
      'http://shop.example/',
      'https://shop.example:8443/',
      'https://shop.example.evil.example/',
      'https://shop.example@evil.example/',
      'http://127.0.0.1:9/',
      'http://localhost/',
      'javascript:alert(1)',
      'https:evil.example',
      '//shop.example/',
      'https://shop.example\n.evil.example/',
    ];
    it.each(refused)('is not %j, which the client did not register', async (returnUrl) => {
      const before = await countPayments(gateway);
      expect(await initiate(gateway, { returnUrl }, withKey('right'))).toMatchObject({
        __typename: 'InvalidInputError',
        path: ['returnUrl'],
      });
      const { status } = await legacy(
        { idCommande: 'return' },
        withKey('right'),
        `&return_url=${encodeURIComponent(returnUrl)}`,
      );
      expect(status).toBe(400);
      expect(await countPayments(gateway)).toBe(before);
    });

    it.each(['https://shop.example', 'https://shop.example:443/merci?ville=Orl%C3%A9ans&a=+', 'HTTPS://SHOP.EXAMPLE/'])(
      'may be %s',
      async (returnUrl) => {
        expect((await initiate(gateway, { returnUrl }, withKey('right'))).__typename).toBe('InitiatePaymentSuccess');
      },
    );
  });

  it("shows a customer's link until ninety days after the end, and then nothing", async () => {
    const { payment } = await initiated(gateway, { idCommande: 'old' }, withKey('right'));
    const link = new URL(payment.paymentUrl ?? '').pathname;
    const day = 86_400_000;
    const statuses = async (path: string) =>
      Promise.all([path, `${path}/return/success`].map(async (page) => (await gateway.get(page)).status));
    for (const days of [2, 89]) {
      gateway.advance(days * day);
      expect(await statuses(link)).toEqual([200, 200]);
    }
    gateway.advance(2 * day);
    expect(await statuses(link)).toEqual([404, 404]);
    expect(await statuses(`/pay/${'x'.repeat(24)}`)).toEqual([404, 404]);
    gateway.advance(-93 * day);
  });
});
