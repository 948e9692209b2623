import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { databases } from '../databases.ts';
import type { TestGateway } from '../gateway.ts';
import type { InitiatePaymentInput } from '../generated/graphql.ts';
import { countPayments, initiate, initiated, legacyPath } from '../requests.ts';
import { expiresAt, fromAddress, keyOf, startProduction, withKey } from './clients.ts';
import { firstEvent } from './streams.ts';

/** Every operation by every kind of client, through both doors: who may is answered, and who may not learns nothing. */

type Answer = 'PAYMENT' | 'UNAUTHENTICATED' | { readonly notAllowed: string | null };
type Sender = {
  readonly kind: string;
  readonly headers: Record<string, string>;
  readonly initiates: Answer;
  readonly reads: 'SEES' | 'SEES NOTHING' | 'UNAUTHENTICATED';
};

const sender = (kind: string, headers: Record<string, string>, initiates: Answer, reads: Sender['reads']): Sender => ({
  kind,
  headers,
  initiates,
  reads,
});
const nobody = (kind: string, headers: Record<string, string>): Sender =>
  sender(kind, headers, 'UNAUTHENTICATED', 'UNAUTHENTICATED');

const senders: readonly Sender[] = [
  sender('the right client', withKey('right'), 'PAYMENT', 'SEES'),
  sender('the right client, by X-API-Key', { 'X-API-Key': keyOf('right') }, 'PAYMENT', 'SEES'),
  sender('the right client, by its network', fromAddress('10.1.2.3'), 'PAYMENT', 'SEES'),
  sender('the right client, by its IPv6 network', fromAddress('2001:db8:1::7'), 'PAYMENT', 'SEES'),
  sender(
    'a key, from the network of another client',
    { ...withKey('only-reads'), ...fromAddress('10.1.2.3') },
    { notAllowed: null },
    'SEES',
  ),
  sender('a client of another origin', withKey('wrong-origin'), { notAllowed: 'idOrigin' }, 'SEES NOTHING'),
  sender('a client of another société', withKey('wrong-societe'), { notAllowed: 'idSociete' }, 'SEES NOTHING'),
  sender('a client of another target', withKey('wrong-target'), { notAllowed: 'paymentTarget' }, 'SEES NOTHING'),
  sender('a client that may only read', withKey('only-reads'), { notAllowed: null }, 'SEES'),
  sender('a client that may only initiate', withKey('only-initiates'), 'PAYMENT', 'SEES NOTHING'),
  sender('a client that may only test', withKey('only-tests'), { notAllowed: 'paymentRunMode' }, 'SEES'),
  nobody('an expired key', withKey('expired')),
  nobody('an unknown key', { Authorization: 'Bearer rgl_unknown' }),
  nobody('an unknown key, from a known network', { Authorization: 'Bearer rgl_unknown', ...fromAddress('10.1.2.3') }),
  nobody('an empty key, from a known network', { 'X-API-Key': '', ...fromAddress('10.1.2.3') }),
  nobody('credentials of another kind', { Authorization: 'Basic cmdsOmtleQ==', ...fromAddress('10.1.2.3') }),
  nobody('two different keys', { ...withKey('right'), 'X-API-Key': keyOf('owner') }),
  nobody('another network', fromAddress('10.2.0.1')),
  nobody('another network, and a lie about it', fromAddress('10.1.2.3, 10.2.0.1')),
  nobody('a network that cannot be told', fromAddress('10.1.2.3, unknown')),
  nobody('nobody', {}),
  nobody('a cookie', { Cookie: `key=${keyOf('right')}; Authorization=Bearer ${keyOf('right')}` }),
];

describe.each(databases)('rights on $name', ({ open }) => {
  let gateway: TestGateway;
  let dispose: () => Promise<void>;
  let foreign: { readonly id: string; readonly reference: string };

  beforeAll(async () => {
    const database = await open();
    dispose = database.dispose;
    gateway = await startProduction(database.databaseUrl);
    foreign = (await initiated(gateway, { idCommande: 'foreign', paymentRunMode: 'LIVE' }, withKey('owner'))).payment;
  });
  afterAll(async () => {
    await gateway.close();
    await dispose();
  });

  const post = async (query: string, headers: Record<string, string>) => {
    const response = await gateway.get('/graphql', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Accept: 'application/json', ...headers },
      body: JSON.stringify({ query }),
    });
    return {
      status: response.status,
      body: (await response.json()) as { data?: Record<string, unknown>; errors?: unknown },
    };
  };
  const legacy = async (change: Partial<InitiatePaymentInput>, headers: Record<string, string>, suffix = '') => {
    const response = await gateway.get(`${legacyPath(change)}?format=json${suffix}`, { headers });
    return { status: response.status, body: (await response.json()) as LegacyBody };
  };
  type LegacyBody = {
    effective_run_mode?: string;
    responseStatus?: { errorCode: string; errors?: { fieldName: string }[] };
  };

  describe.each(senders)('$kind', ({ headers, initiates, reads }) => {
    it('asks for a payment by GraphQL', async () => {
      const before = await countPayments(gateway);
      if (initiates === 'UNAUTHENTICATED') {
        const { status, body } = await post('mutation { initiatePayment(input: {}) { __typename } }', headers);
        expect([status, JSON.stringify(body)]).toEqual([401, expect.stringContaining('"UNAUTHENTICATED"')]);
      } else {
        const result = await initiate(gateway, { paymentRunMode: 'LIVE' }, headers);
        if (initiates === 'PAYMENT') {
          expect(result).toMatchObject({ __typename: 'InitiatePaymentSuccess', payment: { effectiveRunMode: 'LIVE' } });
        } else {
          const path = initiates.notAllowed === null ? null : [initiates.notAllowed];
          expect(result).toMatchObject({
            __typename: 'NotAllowedError',
            code: 'NOT_ALLOWED',
            path,
            retryAdvice: 'DO_NOT_RETRY',
          });
        }
      }
      expect(await countPayments(gateway)).toBe(before + (initiates === 'PAYMENT' ? 1 : 0));
    });

    it('asks for a payment by the old URL', async () => {
      const before = await countPayments(gateway);
      const { status, body } = await legacy(
        { paymentRunMode: 'LIVE', idCommande: '0', idClient: `c${before}` },
        headers,
      );
      if (initiates === 'PAYMENT') {
        expect([status, body.effective_run_mode]).toEqual([200, 'LIVE']);
      } else if (initiates === 'UNAUTHENTICATED') {
        expect([status, body.responseStatus?.errorCode]).toEqual([401, 'Unauthorized']);
      } else {
        const field = initiates.notAllowed?.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
        expect([status, body.responseStatus?.errorCode]).toEqual([403, 'NotAllowed']);
        expect((body.responseStatus?.errors ?? []).map(({ fieldName }) => fieldName)).toEqual(field ? [field] : []);
      }
      expect(await countPayments(gateway)).toBe(before + (initiates === 'PAYMENT' ? 1 : 0));
    });

    const unknown = { id: `pay_${'0'.repeat(32)}`, reference: '0000-0000' };
    const readings: readonly [name: string, query: (payment: { id: string; reference: string }) => string][] = [
      ['payment', ({ id }) => `{ payment(id: "${id}") { id email events { edges { node { id } } } } }`],
      ['paymentByReference', ({ reference }) => `{ paymentByReference(reference: "${reference}") { id email } }`],
      ['node', ({ id }) => `{ node(id: "${id}") { id ... on Payment { email attempts { id } } } }`],
    ];
    it.each(readings)('reads by %s', async (field, query) => {
      const answer = await post(query(foreign), headers);
      if (reads === 'UNAUTHENTICATED') expect(answer.status).toBe(401);
      else if (reads === 'SEES') expect(answer.body.data?.[field]).toMatchObject({ id: foreign.id });
      else expect(answer).toEqual({ status: 200, body: { data: { [field]: null } } });
      if (reads !== 'SEES') expect(answer).toEqual(await post(query(unknown), headers));
    });

    it('lists payments', async () => {
      const { status, body } = await post(
        '{ payments(filter: { idCommande: "foreign" }) { edges { node { id } } } }',
        headers,
      );
      if (reads === 'UNAUTHENTICATED') expect(status).toBe(401);
      else
        expect(body).toEqual({ data: { payments: { edges: reads === 'SEES' ? [{ node: { id: foreign.id } }] : [] } } });
    });

    it('follows a payment', async () => {
      const seen = await firstEvent(gateway, foreign.id, headers);
      if (reads === 'UNAUTHENTICATED') expect(seen.status).toBe(401);
      else if (reads === 'SEES') expect(seen.text).toContain('"INITIATED"');
      else {
        expect(seen.text).toContain('"NOT_FOUND"');
        expect(seen).toEqual(await firstEvent(gateway, unknown.id, headers));
      }
    });
  });

  describe('what a client asked for itself', () => {
    it('is seen by it, and by nobody whose société, origin or target it is not', async () => {
      const own = await initiated(
        gateway,
        { idCommande: 'own', paymentTarget: 'MILLIET', paymentType: 'SEPA' },
        withKey('wrong-target'),
      );
      const visible = async (name: string) => {
        const query = `{ payment(id: "${own.payment.id}") { id } payments(filter: { idCommande: "own" }) { edges { node { id } } } }`;
        const { data } = (await post(query, withKey(name))).body as {
          data: { payment: { id: string } | null; payments: { edges: unknown[] } };
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

    it('takes the scope operations, through both doors', async () => {
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
    it('in an address is nobody, and never logged', async () => {
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
    expect(await statuses(`/pay/${'x'.repeat(22)}`)).toEqual([404, 404]);
    gateway.advance(-93 * day);
  });
});
