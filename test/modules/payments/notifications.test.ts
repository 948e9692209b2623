import { createHmac } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { sandboxShops } from '../../../src/config/development.ts';
import { type InitiatePaymentInput, PaymentDocument } from '../../generated/graphql.ts';
import { payAtBank } from '../../support/at-bank.ts';
import { databases } from '../../support/databases.ts';
import { startGateway } from '../../support/gateway.ts';
import { openForGroup } from '../../support/open-for.ts';
import { recordedNotification } from '../../support/providers/paybox-recorded.ts';
import { type Initiated, initiated, legacyPath } from '../../support/requests.ts';

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
  const gateway = openForGroup(() => startGateway({ open }));

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

  it('of two attempts that both pay keeps the payment paid and says so', async () => {
    const initiation = await start();
    const first = messageOf(initiation);
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

  describe('where the customer tries again', () => {
    const uuid = (letter: string) => `a9a1${letter.repeat(28)}`;
    let orders = 0;
    /** Asked for by a legacy URL: the same URL opens the next attempt. */
    const startAgain = async () => {
      const path = legacyPath({ paymentTarget: 'LABANQUEPOSTALE', idCommande: `again-${++orders}` }, '.json');
      const { payment_id, reference } = (await (await gateway.get(path)).json()) as Record<string, string>;
      const initiation = { payment: { id: payment_id } } as Initiated;
      const tell = (attempt: number, vads_trans_status: string, vads_trans_uuid: string, change = {}) => {
        const told = { vads_order_id: `${reference}-${attempt}`, vads_trans_status, vads_trans_uuid, ...change };
        return post(sign(messageOf(template, told), keyOf(0)));
      };
      const standing = async () => {
        const { status, attempts, events } = await storyOf(initiation);
        return [status, attempts?.map((attempt) => attempt.status).join(), events?.at(-1)?.[1] ?? null];
      };
      return { again: () => gateway.get(path), tell, standing };
    };
    let template: Initiated;
    beforeAll(async () => {
      template = await start();
    });

    it("on the bank's own page, the newer transaction is waited for to its end", async () => {
      const { tell, standing } = await startAgain();
      await tell(1, 'REFUSED', uuid('a'));
      await tell(1, 'UNDER_VERIFICATION', uuid('b'));
      expect(await standing()).toEqual(['PENDING', 'PENDING', null]);
      await tell(1, 'ABANDONED', uuid('a'));
      expect(await standing()).toEqual(['PENDING', 'PENDING', 'late: another transaction is pending']);
      await tell(1, 'REFUSED', uuid('b'));
      expect(await standing()).toEqual(['REFUSED', 'REFUSED', null]);
    });

    it('a message that a transaction is pending which was refused since is late', async () => {
      const { tell, standing } = await startAgain();
      await tell(1, 'REFUSED', uuid('c'));
      await tell(1, 'UNDER_VERIFICATION', uuid('c'));
      expect(await standing()).toEqual(['REFUSED', 'REFUSED', 'late: the transaction is REFUSED']);
    });

    it('the end of an earlier attempt is not the end, whatever it had ended as', async () => {
      const { again, tell, standing } = await startAgain();
      await tell(1, 'REFUSED', uuid('d'));
      await again();
      await tell(1, 'ABANDONED', uuid('e'));
      expect(await standing()).toEqual(['REQUIRES_ACTION', 'CANCELLED,OPEN', 'a newer attempt is open']);
      await tell(2, 'REFUSED', uuid('f'));
      await again();
      await tell(2, 'ABANDONED', uuid('1'));
      expect(await standing()).toEqual(['REQUIRES_ACTION', 'CANCELLED,CANCELLED,OPEN', 'a newer attempt is open']);
      await tell(1, 'AUTHORISED', uuid('2'));
      expect(await standing()).toEqual(['PAID', 'PAID,CANCELLED,OPEN', null]);
    });

    it('an authorisation that ended holds nothing, and the attempt that paid is the one', async () => {
      const { again, tell, standing } = await startAgain();
      await tell(1, 'AUTHORISED_TO_VALIDATE', uuid('3'));
      await tell(1, 'EXPIRED', uuid('3'));
      expect(await standing()).toEqual(['EXPIRED', 'EXPIRED', null]);
      await again();
      await tell(2, 'AUTHORISED', uuid('4'));
      expect(await standing()).toEqual(['PAID', 'EXPIRED,PAID', null]);
      await tell(2, 'CANCELLED', uuid('4'), { vads_url_check_src: 'MERCH_BO' });
      expect(await standing()).toEqual(['CANCELLED', 'EXPIRED,CANCELLED', null]);
    });

    it('at once, by its URL and by a link, each is answered, and no two visits of the link get one form', async () => {
      const { again, tell, standing } = await startAgain();
      await tell(1, 'REFUSED', uuid('5'));
      const answers = await Promise.all(Array.from({ length: 4 }, again));
      expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
      const told = (await Promise.all(answers.map((answer) => answer.json()))) as { payment_url: string }[];
      expect((await standing()).slice(0, 2)).toEqual(['REQUIRES_ACTION', 'REFUSED,OPEN']);
      const { pathname } = new URL(told[0]?.payment_url ?? '');
      const pages = await Promise.all(
        Array.from({ length: 3 }, async () => {
          const page = await gateway.get(pathname);
          return [page.status, /name="vads_trans_id" value="(\d+)"/.exec(await page.text())?.[1]];
        }),
      );
      expect(pages.map(([status]) => status)).toEqual([200, 200, 200]);
      expect(new Set(pages.map(([, id]) => id)).size).toBe(3);
    });
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
  const gateway = await startGateway({
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
  gateway.advance(2_001);
  await gateway.runWorkers('inbox');
  expect((await gateway.store.paymentById(initiation.payment.id))?.status).toBe('PAID');
  await gateway.close();
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
