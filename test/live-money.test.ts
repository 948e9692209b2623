import { createHmac, randomBytes, sign } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { developmentSocietes } from '../src/config/development.ts';
import { Secret, type Societe } from '../src/domain/merchant.ts';
import { platformKey } from '../src/sandbox/platform-key.ts';
import { openState } from '../src/sandbox/state.ts';
import { payAtBank } from './at-bank.ts';
import { databases } from './databases.ts';
import { startGateway, type TestGateway } from './gateway.ts';
import { PaymentDocument, RefreshPaymentDocument } from './generated/graphql.ts';
import { paidData } from './providers/paybox-examples.ts';
import { labanquepostaleAccount, payboxAccount, script } from './providers/paying.ts';
import { type Initiated, initiated } from './requests.ts';
import { payboxShop, type RunningSandbox, runSandbox, scelliusShop } from './sandbox/running-sandbox.ts';
import { asClient, toldClient } from './webhooks/told-client.ts';

/**
 * A production deployment, whose contracts lead to a bank that only plays: its news is signed as it should be, and
 * proves no real money.
 */

const headers = asClient('shop');

describe.each(databases)('LIVE payments of a production deployment on $name', ({ open }) => {
  let bank: RunningSandbox;
  let gateway: TestGateway;
  let started: TestGateway | undefined;
  let dispose: () => Promise<void>;
  beforeAll(async () => {
    const database = await open();
    dispose = database.dispose;
    bank = await runSandbox({ clock: () => started?.now() ?? Date.now() });
    gateway = await startGateway({
      databaseUrl: database.databaseUrl,
      config: {
        deployment: 'production',
        societes: new Map([['1', live(bank)]]),
        clients: [toldClient('shop', [], { runModes: new Set(['TEST', 'LIVE']) })],
      },
    });
    started = gateway;
  });
  afterAll(async () => {
    await gateway.close();
    await bank.close();
    await dispose();
  });

  const start = (paymentTarget: 'PAYBOX' | 'LABANQUEPOSTALE', paymentRunMode: 'LIVE' | 'TEST' = 'LIVE') =>
    initiated(gateway, { paymentTarget, paymentRunMode }, headers);
  const storyOf = async ({ payment: { id } }: Initiated) => {
    const { data } = await gateway.send(PaymentDocument, { id }, headers);
    const events = await gateway.store.eventsOf(id, 0, 100);
    const { type, data: said } = events.at(-1) ?? {};
    return { status: data?.payment?.status, last: [type, said?.reason ?? null] };
  };

  it('a genuine notification of Paybox with a test authorisation changes nothing', async () => {
    const initiation = await start('PAYBOX');
    await payAtBank(initiation);
    expect(await storyOf(initiation)).toMatchObject({
      status: 'REQUIRES_ACTION',
      last: ['INITIATED', null],
    });
  });

  it('the same in the answer of Paybox to our own question is told, and pays nothing', async () => {
    const initiation = await start('PAYBOX');
    await script(bank, { kind: 'LOSE_NOTIFICATION', reference: `${initiation.payment.reference}-1` });
    await payAtBank(initiation);
    expect((await storyOf(initiation)).status).toBe('REQUIRES_ACTION');
    const { data } = await gateway.send(RefreshPaymentDocument, { id: initiation.payment.id }, headers);
    expect(data?.refreshPayment).toMatchObject({ payment: { status: 'REQUIRES_ACTION' } });
    expect(await storyOf(initiation)).toMatchObject({ last: ['CONTRADICTION', 'test authorisation'] });
  });

  describe('a genuine notification of Paybox with a real authorisation', () => {
    /** As the platform signs it for whichever merchant was paid under our reference. */
    const told = async ({ payment }: Initiated, trans: string): Promise<void> => {
      const { privateKeyPem } = await platformKey(bank.folder, randomBytes);
      const data = paidData({ amount: '1250', ref: `${payment.reference}-1`, trans });
      const signature = sign('RSA-SHA1', Buffer.from(data), privateKeyPem).toString('base64');
      const response = await gateway.get('/notify/paybox/1', {
        method: 'POST',
        headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
        body: `${data}&sign=${encodeURIComponent(signature)}`,
      });
      expect(response.status).toBe(200);
    };
    const pass = async (...minutes: readonly number[]): Promise<void> => {
      for (const some of minutes) {
        gateway.advance(some * 60_000);
        await gateway.runWorkers('resolver');
      }
    };
    const noSuchPayment = ['CONTRADICTION', 'the bank has no such payment'];

    it('is believed, and a person is called where the bank has no such payment of ours, once', async () => {
      const initiation = await start('PAYBOX');
      await told(initiation, '4711');
      expect(await storyOf(initiation)).toEqual({ status: 'PAID', last: ['STATUS_CHANGED', null] });
      await pass(1, 2, 4, 8);
      expect(await storyOf(initiation)).toMatchObject({ last: ['STATUS_CHANGED', null] });
      await pass(16, 30);
      expect(await storyOf(initiation)).toEqual({ status: 'PAID', last: noSuchPayment });
      const { length } = await gateway.store.eventsOf(initiation.payment.id, 0, 100);
      await pass(60, 600);
      const { data } = await gateway.send(RefreshPaymentDocument, { id: initiation.payment.id }, headers);
      expect(data?.refreshPayment).toMatchObject({ changed: false });
      expect(await gateway.store.eventsOf(initiation.payment.id, 0, 100)).toHaveLength(length);
    });

    /** Paid on its page, and told under another number than the bank's own. */
    const paidUntold = async (): Promise<{ initiation: Initiated; trans: string }> => {
      const initiation = await start('PAYBOX');
      const reference = `${initiation.payment.reference}-1`;
      await script(bank, { kind: 'LOSE_NOTIFICATION', reference });
      await payAtBank(initiation);
      const state = openState(bank.folder);
      const [paid] = state.transactionsOf('PAYBOX', `${payboxShop.site}/${payboxShop.rang}`, reference);
      state.close();
      return { initiation, trans: paid?.number ?? '' };
    };

    it('is confirmed by asking, within two minutes', async () => {
      const { initiation, trans } = await paidUntold();
      await told(initiation, trans);
      await pass(2);
      // The twin, which only plays, has it; and its authorisation is no proof of real money.
      expect(await storyOf(initiation)).toEqual({ status: 'PAID', last: ['CONTRADICTION', 'test authorisation'] });
    });

    it('calls a person where the bank names another payment under that reference for a day', async () => {
      const { initiation } = await paidUntold();
      await told(initiation, '4712');
      await pass(2, 60, 600);
      expect(await storyOf(initiation)).toMatchObject({ status: 'PAID', last: ['STATUS_CHANGED', null] });
      await pass(1440);
      expect((await storyOf(initiation)).last).toEqual(['CONTRADICTION', 'the bank never confirmed it']);
    });
  });

  it('the same is good enough for a payment in TEST', async () => {
    const initiation = await start('PAYBOX', 'TEST');
    await payAtBank(initiation);
    expect((await storyOf(initiation)).status).toBe('PAID');
  });

  it('a message of Scellius that is of its test mode changes nothing, though its key is that of our TEST shop', async () => {
    const initiation = await start('LABANQUEPOSTALE');
    expect(await notify(initiation, 'TEST')).toBe(200);
    expect(await storyOf(initiation)).toMatchObject({ status: 'REQUIRES_ACTION', last: ['INITIATED', null] });
  });

  it('one of its production pays; in the words of production with the key of the test it is refused', async () => {
    const initiation = await start('LABANQUEPOSTALE');
    expect(await notify(initiation, 'PRODUCTION', scelliusShop.keys.TEST)).toBe(400);
    expect((await storyOf(initiation)).status).toBe('REQUIRES_ACTION');
    expect(await notify(initiation, 'PRODUCTION')).toBe(200);
    expect((await storyOf(initiation)).status).toBe('PAID');
  });

  async function notify(
    { payment }: Initiated,
    mode: 'TEST' | 'PRODUCTION',
    key: string = scelliusShop.keys[mode],
  ): Promise<number> {
    if (payment.nextAction?.__typename !== 'RedirectAction') throw new Error('no form');
    const form = Object.fromEntries(payment.nextAction.fields.map(({ name, value }) => [name, value]));
    const kept = ['vads_amount', 'vads_currency', 'vads_order_id', 'vads_site_id', 'vads_trans_date', 'vads_trans_id'];
    const fields: Record<string, string> = {
      ...Object.fromEntries(kept.map((name) => [name, form[name] ?? ''])),
      ...{ vads_action_mode: 'INTERACTIVE', vads_auth_result: '00', vads_card_brand: 'CB', vads_result: '00' },
      ...{ vads_ctx_mode: mode, vads_operation_type: 'DEBIT', vads_trans_status: 'AUTHORISED' },
      ...{ vads_hash: 'a'.repeat(64), vads_trans_uuid: payment.id.slice(4), vads_url_check_src: 'PAY' },
    };
    const values = Object.keys(fields)
      .toSorted()
      .map((name) => fields[name]);
    const signature = createHmac('sha256', key)
      .update([...values, key].join('+'))
      .digest('base64');
    const init = {
      method: 'POST',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ ...fields, signature }).toString(),
    };
    return (await gateway.get('/notify/labanquepostale/1', init)).status;
  }
});

function live(bank: RunningSandbox): Societe {
  const societe = developmentSocietes(bank.shop, bank.publicKeyPem()).get('1');
  if (!societe) throw new Error('there is no société 1');
  const paybox = payboxAccount(bank);
  const shop = labanquepostaleAccount(bank);
  return {
    ...societe,
    accounts: {
      PAYBOX: { TEST: paybox, LIVE: paybox },
      LABANQUEPOSTALE: { TEST: shop, LIVE: { ...shop, formKeys: [new Secret(scelliusShop.keys.PRODUCTION)] } },
    },
  };
}
