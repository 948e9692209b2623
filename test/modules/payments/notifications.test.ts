import { describe, expect, it } from 'vitest';
import { PaymentDocument } from '../../generated/graphql.ts';
import { payAtBank } from '../../support/at-bank.ts';
import { drawnDatabases } from '../../support/drawn-databases.ts';
import { startGateway } from '../../support/gateway.ts';
import { openForGroup } from '../../support/open-for.ts';
import { keyOf, notifiedOn, shops } from '../../support/payments/notified.ts';
import { recordedNotification } from '../../support/providers/paybox-recorded.ts';
import { initiated } from '../../support/requests.ts';
import { messageOf, signed } from '../../support/scellius-messages.ts';

/** Scellius messages, signed here as the shop's platform would: what the gateway believes, and what it does not. */

describe.each(drawnDatabases())('a notification on $name', ({ open }) => {
  const gateway = openForGroup(() => startGateway({ open }));

  const { start, post, notify, storyOf } = notifiedOn(gateway);

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
    const authentic = signed(good, keyOf(0));
    const bodies = [
      authentic.replace('vads_amount=1250', 'vads_amount=1251'),
      authentic.replace('AUTHORISED', 'CAPTURED'),
      `${authentic}&vads_amount=1250`,
      new URLSearchParams(good).toString(),
      signed(good, keyOf(1)),
      signed(good, keyOf(0, 'PRODUCTION')),
      signed({ ...good, vads_site_id: '99999999' }, keyOf(0)),
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
    expect(await post(signed(messageOf(shop, { vads_site_id: shops[1]?.siteId ?? '' }), keyOf(1)))).toBe(200);
    expect(await storyOf(shop)).toMatchObject({ status: 'NEEDS_REVIEW' });
    const address = await start();
    expect(await post(signed(messageOf(address), keyOf(0)), '/notify/labanquepostale/2')).toBe(200);
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

  it('that a payment waits never pays', async () => {
    const initiation = await start();
    expect(await notify(initiation, { vads_trans_status: 'WAITING_AUTHORISATION' })).toBe(200);
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

  it('of a refund of an unpaid payment is for a person to look at', async () => {
    const initiation = await start();
    expect(await notify(initiation, { vads_operation_type: 'CREDIT', vads_amount: '500' })).toBe(200);
    expect((await storyOf(initiation)).status).toBe('NEEDS_REVIEW');
  });

  it('of a payment that we never made is kept and changes nothing', async () => {
    const initiation = await start();
    expect(await notify(initiation, { vads_order_id: 'nobody-1' })).toBe(200);
    expect((await storyOf(initiation)).status).toBe('REQUIRES_ACTION');
  });

  it.each(['CAPTURE_FAILED', 'REFUSED', 'EXPIRED'])('that what was paid is %s calls a person, once', async (failed) => {
    const initiation = await start();
    await notify(initiation);
    await notify(initiation, { vads_trans_status: failed });
    await notify(initiation, { vads_trans_status: failed, vads_url_check_src: 'RETRY' });
    const { status, events, attempts } = await storyOf(initiation);
    expect(status).toBe('PAID');
    expect(events?.slice(2)).toEqual([['CONTRADICTION', 'the bank says that this money did not come']]);
    expect(attempts).toMatchObject([{ status: 'PAID' }]);
  });

  it('by a verb that no bank uses is refused', async () => {
    expect((await gateway.get('/notify/paybox', { method: 'PUT' })).status).toBe(405);
  });
});

it('that is stored and cannot be applied at once is answered 200, and applied by the worker', async () => {
  let isFailing = false;
  await using gateway = await startGateway({
    around: (store) => ({
      ...store,
      transact: (work) =>
        store.transact(async (transaction) => {
          const claimUpdate: typeof transaction.claimUpdate = async (...claim) => {
            if (isFailing) throw new Error('the disk is full');
            return transaction.claimUpdate(...claim);
          };
          return work({ ...transaction, claimUpdate });
        }),
    }),
  });
  const initiation = await initiated(gateway, { paymentTarget: 'LABANQUEPOSTALE' });
  isFailing = true;
  const session = await payAtBank(initiation);
  expect(session).toContain('/sandbox/');
  expect((await gateway.store.paymentById(initiation.payment.id))?.status).toBe('REQUIRES_ACTION');
  expect(gateway.logs.filter(({ outcome, level }) => outcome === 'STORED' && level === 50)).toHaveLength(1);
  const routes = gateway.logs.filter(({ route }) => String(route).startsWith('/notify'));
  expect(routes.map(({ status }) => status)).toEqual([200]);
  isFailing = false;
  // With the worker's own pause, within 5 seconds of the database's return.
  await gateway.pass(2_001, 'inbox');
  expect((await gateway.store.paymentById(initiation.payment.id))?.status).toBe('PAID');
});

describe('a notification of PAYBOX', () => {
  it('that is unsigned, foreign or tampered with is answered 400 and changes nothing', async () => {
    await using gateway = await startGateway();
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
  });
});
