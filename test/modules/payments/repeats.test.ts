import { createServer } from 'node:http';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { developmentSocietes } from '../../../src/config/development.ts';
import { type InitiatePaymentInput, PaymentDocument } from '../../generated/graphql.ts';
import { asClient, clientNamed } from '../../support/clients/client-named.ts';
import { drawnDatabases } from '../../support/drawn-databases.ts';
import { startGateway, type TestGateway, type TestGatewayOptions } from '../../support/gateway.ts';
import { serving } from '../../support/http/serving.ts';
import { openForGroup } from '../../support/open-for.ts';
import { countPayments, initiate, legacyPath, moveTo } from '../../support/requests.ts';

/** The same legacy URL twice: never a second payment because a browser asked twice. */

describe.each(drawnDatabases())('the same URL again, on $name', ({ open }) => {
  const gateway = openForGroup(() => startGateway({ open }));

  type Answer = {
    payment_id: string;
    status: string;
    replayed: boolean;
    redirect?: { method: string; fields: Record<string, string> };
  };
  const ask = async (change: Partial<InitiatePaymentInput>, init?: RequestInit): Promise<Answer> => {
    const response = await gateway.get(`${legacyPath(change)}?format=json`, init);
    expect(response.status).toBe(200);
    return (await response.json()) as Answer;
  };
  const settle = (id: string, status: 'REFUSED' | 'PAID' | 'RETURNED' | 'CANCELLED'): Promise<void> =>
    moveTo(gateway, id, status);

  it('is one payment, by GET and POST, with another comment, fifty times at once', async () => {
    const before = await countPayments(gateway);
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, index) =>
        ask({ idCommande: '700', commentaire: `n° ${index}` }, { method: index % 2 ? 'POST' : 'GET' }),
      ),
    );
    expect(new Set(answers.map(({ payment_id }) => payment_id)).size).toBe(1);
    expect(answers.filter(({ replayed }) => !replayed)).toHaveLength(1);
    expect(await countPayments(gateway)).toBe(before + 1);
  });

  it('is another payment for another amount, customer, address or run mode', async () => {
    const first = await ask({ idCommande: '701' });
    for (const change of [
      { amount: 1251 },
      { idClient: '9' },
      { email: 'b@c.fr' },
      { paymentRunMode: 'LIVE' as const },
    ]) {
      expect((await ask({ idCommande: '701', ...change })).payment_id).not.toBe(first.payment_id);
    }
  });

  it('with an order shows the payment for as long as it exists, also after a day', async () => {
    const first = await ask({ idCommande: '702' });
    await settle(first.payment_id, 'PAID');
    gateway.advance(40 * 86_400_000);
    expect(await ask({ idCommande: '702' })).toMatchObject({
      payment_id: first.payment_id,
      status: 'PAID',
      replayed: true,
    });
  });

  it('opens a new attempt on a payment that was refused', async () => {
    const first = await ask({ idCommande: '703' });
    await settle(first.payment_id, 'REFUSED');
    const again = await ask({ idCommande: '703' });
    expect(again).toMatchObject({ payment_id: first.payment_id, status: 'REQUIRES_ACTION', replayed: true });
    expect(again.redirect?.fields.PBX_CMD).toMatch(/-2$/);
    const { data } = await gateway.send(PaymentDocument, { id: first.payment_id });
    expect(data?.payment?.attempts.map(({ number, status }) => [number, status])).toEqual([
      [1, 'SUPERSEDED'],
      [2, 'OPEN'],
    ]);
    expect(data?.payment?.events.edges.at(-1)?.node).toMatchObject({
      status: 'REQUIRES_ACTION',
      cause: 'RETRY',
      previousStatus: 'REFUSED',
    });
  });

  it('opens a new attempt on a payment whose time ran out', async () => {
    const first = await ask({ idCommande: '704' });
    gateway.advance(25 * 3_600_000);
    expect(await ask({ idCommande: '704' })).toMatchObject({
      payment_id: first.payment_id,
      status: 'REQUIRES_ACTION',
      replayed: true,
    });
    const { data } = await gateway.send(PaymentDocument, { id: first.payment_id });
    expect(data?.payment?.events.edges.map(({ node }) => node.status)).toEqual([
      'REQUIRES_ACTION',
      'EXPIRED',
      'REQUIRES_ACTION',
    ]);
  });

  it.each([
    ['', '705', false],
    [', while the bank gives no answer about it', '706b', true],
  ])('makes a new payment after a return%s, and both stay to be seen', async (_name, idCommande, isAsked) => {
    const first = await ask({ idCommande });
    await settle(first.payment_id, 'PAID');
    await settle(first.payment_id, 'RETURNED');
    const [attempt] = await gateway.store.attemptsOf(first.payment_id);
    const asked = { attemptId: attempt?.id ?? '', since: gateway.now(), nextAskAt: gateway.now() + 60_000 };
    if (isAsked) await gateway.store.transact((transaction) => transaction.saveLostInquiry(asked));
    const second = await ask({ idCommande });
    expect(second).toMatchObject({ status: 'REQUIRES_ACTION', replayed: false });
    expect(second.payment_id).not.toBe(first.payment_id);
    expect((await ask({ idCommande })).payment_id).toBe(second.payment_id);
  });

  it.each(['0', ''])('without an order (%j) holds while the payment waits, ten minutes at most', async (idCommande) => {
    const change = { idCommande, idClient: `c${idCommande}` };
    const path =
      idCommande === ''
        ? `${legacyPath({ ...change, idCommande: '0' })}?format=json&id_commande=`
        : `${legacyPath(change)}?format=json`;
    const get = async (): Promise<Answer> => (await (await gateway.get(path)).json()) as Answer;
    const first = await get();
    gateway.advance(9 * 60_000);
    expect(await get()).toMatchObject({ payment_id: first.payment_id, replayed: true });
    gateway.advance(2 * 60_000);
    const second = await get();
    expect(second).toMatchObject({ replayed: false });
    await settle(second.payment_id, 'PAID');
    expect(await get()).toMatchObject({ replayed: false, status: 'REQUIRES_ACTION' });
  });

  it('without an order books once after a double click, and again after ten minutes or a cancellation', async () => {
    const booking = { paymentTarget: 'MILLIET', paymentType: 'COMPTABILITE', idCommande: '0', idClient: 'b' } as const;
    const first = await ask(booking);
    expect(first).toMatchObject({ status: 'PAID', replayed: false });
    expect(await ask(booking)).toMatchObject({ payment_id: first.payment_id, status: 'PAID', replayed: true });
    expect(await ask({ ...booking, amount: 1251 })).toMatchObject({ replayed: false });
    gateway.advance(11 * 60_000);
    const second = await ask(booking);
    expect(second).toMatchObject({ status: 'PAID', replayed: false });
    await settle(second.payment_id, 'CANCELLED');
    expect(await ask(booking)).toMatchObject({ status: 'PAID', replayed: false });
  });

  it.each<[string, RequestInit, number]>([
    ['HEAD', { method: 'HEAD' }, 404],
    ['a prefetch', { headers: { 'Sec-Purpose': 'prefetch' } }, 403],
    ['a service worker', { headers: { 'Service-Worker': 'script' } }, 403],
    ['a link preview', { headers: { 'User-Agent': 'Slackbot-LinkExpanding 1.0' } }, 403],
  ])('never initiates for %s', async (_name, init, status) => {
    const before = await countPayments(gateway);
    expect((await gateway.get(legacyPath({ idCommande: '799' }), init)).status).toBe(status);
    expect(await countPayments(gateway)).toBe(before);
  });
});

const shop = clientNamed('shop', { runModes: new Set(['TEST', 'LIVE']) });
/** A deployment on which a bank's page can be down: a test is never in its way. */
const live: TestGatewayOptions['config'] = {
  deployment: 'production',
  clients: [shop],
  societes: new Map(
    [...developmentSocietes('http://127.0.0.1:1')].map(([id, societe]) => {
      const account = societe.accounts.PAYBOX?.TEST;
      return [id, { ...societe, accounts: account ? { PAYBOX: { TEST: account, LIVE: account } } : {} }];
    }),
  ),
};
/** What can become of a bank after a payment was recorded; and how a payment that is new is then refused. */
const losses: readonly (readonly [string, TestGatewayOptions['config'], 400 | 503, string])[] = [
  ["the bank's page is down", live, 503, 'ProviderUnavailable'],
  [
    'the account left the config',
    { societes: new Map([['1', { id: '1', name: 'J. Milliet', fallbackPayer: null, accounts: {} }]]) },
    ...([400, 'UnsupportedPayment'] as const),
  ],
  ['the société left the config', { societes: new Map() }, 400, 'InvalidInput'],
];
const worlds = drawnDatabases().flatMap((database) =>
  losses.map(([name, config, status, errorCode]) => ({
    ...{ name: `${name}, on ${database.name}`, open: database.open, config, status, errorCode },
  })),
);

describe.each(worlds)('the same request again while $name', ({ open, config = {}, status, errorCode }) => {
  const isLive = config === live;
  const headers = isLive ? asClient('shop') : {};
  const mode = isLive ? ({ paymentRunMode: 'LIVE' } as const) : {};
  const bank = openForGroup(() => serving(createServer((_request, response) => response.writeHead(503).end())));
  const before = openForGroup(() => startGateway({ open, ...(isLive && { config }) }));
  const gateway = openForGroup(() => {
    const page = { target: 'PAYBOX', runMode: 'LIVE', idSociete: '1', url: bank.url } as const;
    const lost = isLive ? { ...config, availabilityUrls: [page] } : config;
    return startGateway({ databaseUrl: before.databaseUrl, config: lost });
  });
  beforeAll(async () => {
    if (isLive) await vi.waitFor(() => expect(gateway.logs.some(({ isUp }) => isUp === false)).toBe(true), 30_000);
  });

  const ask = async (asked: TestGateway, change: Partial<InitiatePaymentInput>) => {
    const key = change.idempotencyKey ? `&idempotency_key=${change.idempotencyKey}` : '';
    const response = await asked.get(`${legacyPath({ ...change, ...mode })}?format=json${key}`, { headers });
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  };
  const isRefused = async (change: Partial<InitiatePaymentInput>) => {
    const count = await countPayments(gateway);
    const { status: answered, body } = await ask(gateway, change);
    expect([answered, body]).toMatchObject([status, { responseStatus: { errorCode } }]);
    expect(await countPayments(gateway)).toBe(count);
  };

  it.each([
    ['a derived key', {}],
    ['a key', { idempotencyKey: 'k-1' }],
  ])('by the old URL with %s shows the payment that is there, waiting and paid', async (name, key) => {
    const change = { idCommande: `lost ${name}`, ...key };
    const first = (await ask(before, change)).body.payment_id as string;
    const shown = { payment_id: first, replayed: true };
    expect(await ask(gateway, change)).toMatchObject({ status: 200, body: { ...shown, status: 'REQUIRES_ACTION' } });
    await moveTo(before, first, 'PAID');
    expect(await ask(gateway, change)).toMatchObject({ status: 200, body: { ...shown, status: 'PAID' } });
  });

  it('by GraphQL with a key shows the payment that is there, and another request is a conflict', async () => {
    const change = { idCommande: 'lost', idempotencyKey: 'k-2', ...mode };
    const first = await initiate(before, change, headers);
    expect(await initiate(gateway, change, headers)).toEqual({
      ...first,
      replayed: true,
      payment: expect.objectContaining({ id: 'payment' in first && first.payment.id }),
    });
    expect(await initiate(gateway, { ...change, amount: 1251 }, headers)).toMatchObject({
      __typename: 'IdempotencyConflictError',
    });
  });

  it('refuses what would be a new payment, or a new attempt', async () => {
    await isRefused({ idCommande: 'new' });
    await isRefused({ idCommande: 'new', idempotencyKey: 'k-3' });
    const first = (await ask(before, { idCommande: 'refused' })).body.payment_id as string;
    await moveTo(before, first, 'REFUSED');
    await isRefused({ idCommande: 'refused' });
    expect(await ask(before, { idCommande: 'new', idempotencyKey: 'k-3' })).toMatchObject({
      status: 200,
      body: { replayed: false },
    });
    expect(await ask(before, { idCommande: 'refused' })).toMatchObject({
      status: 200,
      body: { payment_id: first, status: 'REQUIRES_ACTION', replayed: true },
    });
  });
});
