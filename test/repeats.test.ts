import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { databases } from './databases.ts';
import { startGateway, type TestGateway } from './gateway.ts';
import { type InitiatePaymentInput, PaymentDocument } from './generated/graphql.ts';
import { countPayments, legacyPath, moveTo } from './requests.ts';

/** The same legacy URL twice: never a second payment because a browser asked twice. */

describe.each(databases)('the same URL again, on $name', ({ open }) => {
  let gateway: TestGateway;
  let dispose: () => Promise<void>;
  beforeAll(async () => {
    const database = await open();
    dispose = database.dispose;
    gateway = await startGateway({ databaseUrl: database.databaseUrl });
  });
  afterAll(async () => {
    await gateway.close();
    await dispose();
  });

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
  const settle = (id: string, status: 'REFUSED' | 'PAID' | 'RETURNED'): Promise<void> => moveTo(gateway, id, status);

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

  it('makes a new payment after a return, and both stay to be seen', async () => {
    const first = await ask({ idCommande: '705' });
    await settle(first.payment_id, 'PAID');
    await settle(first.payment_id, 'RETURNED');
    const second = await ask({ idCommande: '705' });
    expect(second).toMatchObject({ status: 'REQUIRES_ACTION', replayed: false });
    expect(second.payment_id).not.toBe(first.payment_id);
    expect((await ask({ idCommande: '705' })).payment_id).toBe(second.payment_id);
  });

  it.each(['0', ''])(
    'without an order (%j) holds while the payment waits, and ten minutes at most',
    async (idCommande) => {
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
    },
  );

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
