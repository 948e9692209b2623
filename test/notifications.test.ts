import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sandboxShops } from '../src/config/development.ts';
import { databases } from './databases.ts';
import { startGateway, type TestGateway } from './gateway.ts';
import { type InitiatePaymentInput, PaymentDocument } from './generated/graphql.ts';
import { recordedNotification } from './providers/paybox-recorded.ts';
import { type Initiated, initiated } from './requests.ts';

/** Scellius messages, signed here as the shop's platform would: what the gateway believes, and what it does not. */

const shops = sandboxShops().labanquepostaleShops;

function sign(fields: Record<string, string>, key: string): string {
  const values = Object.keys(fields)
    .sort()
    .map((name) => fields[name]);
  const signature = createHmac('sha256', key)
    .update([...values, key].join('+'))
    .digest('base64');
  return new URLSearchParams({ ...fields, signature }).toString();
}

function formFields({ payment }: Initiated): Record<string, string> {
  if (payment.nextAction?.__typename !== 'RedirectAction') throw new Error('no form');
  return Object.fromEntries(payment.nextAction.fields.map(({ name, value }) => [name, value]));
}

describe.each(databases)('a notification on $name', ({ open }) => {
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

  const start = (change: Partial<InitiatePaymentInput> = {}) =>
    initiated(gateway, { paymentTarget: 'LABANQUEPOSTALE', ...change });

  /** What the platform would tell of this payment, changed as the test wants. */
  const messageOf = (initiation: Initiated, change: Record<string, string> = {}): Record<string, string> => {
    const form = formFields(initiation);
    return {
      vads_action_mode: 'INTERACTIVE',
      vads_amount: form.vads_amount ?? '',
      vads_auth_result: '00',
      vads_card_brand: 'CB',
      vads_card_number: '497010XXXXXX0000',
      vads_ctx_mode: 'TEST',
      vads_currency: '978',
      vads_cust_name: 'Hélène + Zoé',
      vads_hash: 'a'.repeat(64),
      vads_operation_type: 'DEBIT',
      vads_order_id: form.vads_order_id ?? '',
      vads_order_info2: '',
      vads_result: '00',
      vads_site_id: form.vads_site_id ?? '',
      vads_trans_date: form.vads_trans_date ?? '',
      vads_trans_id: form.vads_trans_id ?? '',
      vads_trans_status: 'AUTHORISED',
      vads_trans_uuid: initiation.payment.id.slice(4),
      vads_url_check_src: 'PAY',
      ...change,
    };
  };

  const post = async (body: string, path = '/notify/labanquepostale/1'): Promise<number> => {
    const response = await gateway.get(path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
      body,
    });
    expect(await response.text()).toBe('');
    return response.status;
  };

  const keyOf = (index: number, mode: 'TEST' | 'PRODUCTION' = 'TEST'): string => shops[index]?.keys[mode] ?? '';
  const notify = (initiation: Initiated, change: Record<string, string> = {}) =>
    post(sign(messageOf(initiation, change), keyOf(0)));

  const storyOf = async ({ payment }: Initiated) => {
    const { data } = await gateway.send(PaymentDocument, { id: payment.id });
    const story = data?.payment;
    return {
      status: story?.status,
      events: story?.events.edges.map(({ node }) => [node.type, node.reason]),
      attempts: story?.attempts,
    };
  };

  it('pays once, however often it comes, and fifty times at once', async () => {
    const initiation = await start();
    expect(new Set(await Promise.all(Array.from({ length: 50 }, () => notify(initiation))))).toEqual(new Set([200]));
    expect(await storyOf(initiation)).toMatchObject({
      status: 'PAID',
      events: [
        ['INITIATED', null],
        ['STATUS_CHANGED', null],
      ],
    });
  });

  it('that is tampered with, unsigned or foreign changes nothing, is answered 400 and leaves a clear line', async () => {
    const initiation = await start();
    const good = messageOf(initiation);
    const signed = sign(good, keyOf(0));
    const bodies = [
      signed.replace('vads_amount=1250', 'vads_amount=1251'),
      signed.replace('AUTHORISED', 'CAPTURED'),
      `${signed}&vads_amount=1250`,
      new URLSearchParams(good).toString(),
      sign(good, keyOf(1)),
      sign(good, keyOf(0, 'PRODUCTION')),
      sign({ ...good, vads_site_id: '99999999' }, keyOf(0)),
      'signature=%FF',
      '',
    ];
    for (const body of bodies) expect(await post(body)).toBe(400);
    expect(await storyOf(initiation)).toMatchObject({ status: 'REQUIRES_ACTION', events: [['INITIATED', null]] });
    const refusals = gateway.logs.filter(({ msg }) => String(msg).includes('no payment was changed'));
    expect(refusals.length).toBeGreaterThanOrEqual(bodies.length);
    const requests = new Set(gateway.logs.filter(({ msg }) => msg === 'request').map(({ request }) => request));
    for (const { request } of refusals) expect(requests.has(request)).toBe(true);
    expect(JSON.stringify(gateway.logs)).not.toMatch(/Hélène|example\.fr|497010/);
  });

  it.each([
    ['amount', { vads_amount: '1249' }],
    ['currency', { vads_currency: '840' }],
  ])('whose %s contradicts the record calls a person', async (reason, change) => {
    const initiation = await start();
    expect(await notify(initiation, change)).toBe(200);
    expect(await storyOf(initiation)).toMatchObject({
      status: 'NEEDS_REVIEW',
      events: [
        ['INITIATED', null],
        ['CONTRADICTION', reason],
      ],
    });
    expect(await notify(initiation)).toBe(200);
    expect((await storyOf(initiation)).status).toBe('NEEDS_REVIEW');
  });

  it('of another shop of ours, or at the address of another société, is a contradiction', async () => {
    const shop = await start();
    expect(await post(sign(messageOf(shop, { vads_site_id: shops[1]?.siteId ?? '' }), keyOf(1)))).toBe(200);
    expect(await storyOf(shop)).toMatchObject({ status: 'NEEDS_REVIEW' });
    const address = await start();
    expect(await post(sign(messageOf(address), keyOf(0)), '/notify/labanquepostale/2')).toBe(200);
    expect(await storyOf(address)).toMatchObject({ status: 'NEEDS_REVIEW' });
  });

  it('with a transaction that paid something else is a contradiction', async () => {
    const [first, second] = [await start(), await start()];
    await notify(first);
    expect(await notify(second, { vads_trans_uuid: first.payment.id.slice(4) })).toBe(200);
    expect(await storyOf(second)).toMatchObject({
      status: 'NEEDS_REVIEW',
      events: [
        ['INITIATED', null],
        ['CONTRADICTION', 'transaction used elsewhere'],
      ],
    });
    expect((await storyOf(first)).status).toBe('PAID');
  });

  it('that a status is not known, or waits, never pays', async () => {
    const initiation = await start();
    expect(await notify(initiation, { vads_trans_status: 'SOMETHING_NEW' })).toBe(200);
    expect((await storyOf(initiation)).status).toBe('PENDING');
    expect(await notify(initiation)).toBe(200);
    expect((await storyOf(initiation)).status).toBe('PAID');
  });

  it('that is late never takes a payment back', async () => {
    const initiation = await start();
    await notify(initiation);
    for (const vads_trans_status of ['REFUSED', 'ABANDONED', 'EXPIRED', 'WAITING_AUTHORISATION']) {
      expect(await notify(initiation, { vads_trans_status, vads_trans_uuid: 'f'.repeat(32) })).toBe(200);
    }
    expect((await storyOf(initiation)).status).toBe('PAID');
  });

  it('of a refund in the back office of the bank gives back, once, and never more than was paid', async () => {
    const initiation = await start();
    await notify(initiation, {});
    const credit = { vads_operation_type: 'CREDIT', vads_amount: '500', vads_trans_uuid: 'c'.repeat(32) };
    expect(await notify(initiation, credit)).toBe(200);
    expect(await notify(initiation, { ...credit, vads_url_check_src: 'RETRY' })).toBe(200);
    expect((await storyOf(initiation)).status).toBe('PARTIALLY_REFUNDED');
    const { data } = await gateway.send(PaymentDocument, { id: initiation.payment.id });
    expect(data?.payment?.refunds).toMatchObject([{ status: 'DONE', amount: { cents: 500 } }]);
    await notify(initiation, { ...credit, vads_amount: '751', vads_trans_uuid: 'd'.repeat(32) });
    expect((await storyOf(initiation)).events?.at(-1)).toEqual(['CONTRADICTION', 'more was given back than was paid']);
    await notify(initiation, { ...credit, vads_amount: '750', vads_trans_uuid: 'e'.repeat(32) });
    expect((await storyOf(initiation)).status).toBe('REFUNDED');
  });

  it('of a refund of what nobody paid is for a person to look at', async () => {
    const initiation = await start();
    expect(await notify(initiation, { vads_operation_type: 'CREDIT', vads_amount: '500' })).toBe(200);
    expect((await storyOf(initiation)).status).toBe('NEEDS_REVIEW');
  });

  it('of a payment that we never made is kept and changes nothing', async () => {
    const initiation = await start();
    expect(await notify(initiation, { vads_order_id: 'nobody-1' })).toBe(200);
    expect((await storyOf(initiation)).status).toBe('REQUIRES_ACTION');
  });

  it('of two attempts that both pay keeps the payment paid and says so', async () => {
    const initiation = await start();
    const first = messageOf(initiation);
    await gateway.get(new URL(initiation.payment.paymentUrl ?? '').pathname);
    await gateway.get(new URL(initiation.payment.paymentUrl ?? '').pathname);
    const second = { ...first, vads_order_id: `${initiation.payment.reference}-2`, vads_trans_uuid: 'e'.repeat(32) };
    expect(await post(sign({ ...second, vads_trans_status: 'REFUSED' }, keyOf(0)))).toBe(200);
    expect(await post(sign(first, keyOf(0)))).toBe(200);
    expect((await storyOf(initiation)).status).toBe('PAID');
    expect(await post(sign(second, keyOf(0)))).toBe(200);
    const story = await storyOf(initiation);
    expect(story.status).toBe('PAID');
    expect(story.events?.at(-1)).toEqual(['CONTRADICTION', 'paid twice']);
    expect(story.attempts).toMatchObject([{ status: 'PAID' }, { status: 'PAID' }]);
  });

  it('by a verb that no bank uses is refused', async () => {
    expect((await gateway.get('/notify/paybox', { method: 'PUT' })).status).toBe(405);
  });
});

describe('a notification of PAYBOX', () => {
  it('that is unsigned, foreign or tampered with is answered 400 and changes nothing', async () => {
    const gateway = await startGateway();
    const { payment } = await initiated(gateway);
    const { data, signature } = recordedNotification;
    const bodies = [
      `amount=1250&ref=${payment.reference}-1&call=1&auth=XXXXXX&trans=7&error=00000`,
      `amount=1250&ref=${payment.reference}-1&auth=XXXXXX&trans=7&error=00000&sign=${encodeURIComponent(signature)}`,
      `${data}&sign=${encodeURIComponent(signature)}`,
      'sign=',
      '',
    ];
    for (const body of bodies) {
      const headers = { 'Content-Type': 'application/x-www-form-urlencoded' };
      expect((await gateway.get('/notify/paybox/1', { method: 'POST', headers, body })).status).toBe(400);
      expect((await gateway.get(`/notify/paybox?${body}`)).status).toBe(400);
    }
    expect((await gateway.store.paymentById(payment.id))?.version).toBe(1);
    expect(gateway.logs.filter(({ msg }) => String(msg).includes('no payment was changed'))).toHaveLength(
      bodies.length * 2,
    );
    await gateway.close();
  });
});
