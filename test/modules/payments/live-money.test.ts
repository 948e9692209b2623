import { beforeAll, describe, expect, it } from 'vitest';
import { developmentSocietes } from '../../../src/config/development.ts';
import { Secret, type Societe } from '../../../src/kernel/merchant.ts';
import { factOf } from '../../../src/kernel/stored-facts.ts';
import type { PayboxAccount } from '../../../src/providers/paybox/account.ts';
import { signForm } from '../../../src/providers/paybox/signature.ts';
import { PaymentDocument, RefreshPaymentDocument } from '../../generated/graphql.ts';
import { paidAtBank, payAtBank } from '../../support/at-bank.ts';
import { asClient, clientNamed } from '../../support/clients/client-named.ts';
import { drawnDatabases } from '../../support/drawn-databases.ts';
import { startGateway, type TestGateway } from '../../support/gateway.ts';
import { openForGroup } from '../../support/open-for.ts';
import { pressButtons } from '../../support/pages/pay-link.ts';
import { eventually } from '../../support/providers/paybox-live.ts';
import { labanquepostaleAccount, payboxAccount, script } from '../../support/providers/paying.ts';
import { type Initiated, initiated } from '../../support/requests.ts';
import {
  payboxLiveShop,
  payboxShop,
  type RunningSandbox,
  runSandbox,
  scelliusShop,
  whereTo,
} from '../../support/sandbox/running-sandbox.ts';
import { messageOf, postNotification, signed } from '../../support/scellius-messages.ts';

/**
 * A production deployment, whose contracts lead to a simulator: its messages are signed as they should be, and prove no
 * real money.
 */

const headers = asClient('shop');
const payboxUtf8Shop = { ...payboxLiveShop, site: '1234568', directEncoding: 'utf8' as const };
const payboxFirstShop = { ...payboxLiveShop, site: '1234569', searchNames: 'FIRST' as const };

const contractOf = (bank: RunningSandbox, shop: typeof payboxLiveShop): PayboxAccount =>
  payboxAccount(bank, {
    ...{ site: shop.site, rang: shop.rang, identifiant: shop.identifiant },
    hmacKeys: [new Secret(shop.hmacKeyHex)],
  });

describe.each(drawnDatabases())('LIVE payments of a production deployment on $name', ({ open }) => {
  let started: TestGateway | undefined;
  const bank = openForGroup(() =>
    runSandbox({
      payboxShops: [payboxShop, payboxLiveShop, payboxUtf8Shop, payboxFirstShop],
      clock: () => started?.now() ?? Date.now(),
    }),
  );
  const gateway = openForGroup(() =>
    startGateway({
      open,
      config: {
        deployment: 'production',
        societes: new Map([
          ['1', live(bank, '1', payboxAccount(bank))],
          ['2', live(bank, '2', contractOf(bank, payboxLiveShop))],
          ['3', live(bank, '3', contractOf(bank, payboxUtf8Shop))],
          ['6', live(bank, '6', contractOf(bank, payboxFirstShop))],
        ]),
        clients: [clientNamed('shop', { runModes: new Set(['TEST', 'LIVE']) })],
      },
    }),
  );
  beforeAll(async () => {
    started = gateway;
  });

  const start = (paymentTarget: 'PAYBOX' | 'LABANQUEPOSTALE', paymentRunMode: 'LIVE' | 'TEST' = 'LIVE') =>
    initiated(gateway, { paymentTarget, paymentRunMode }, headers);
  const storyOf = async ({ payment: { id } }: Initiated) => {
    const { data } = await gateway.send(PaymentDocument, { id }, headers);
    const events = await gateway.store.eventsOf(id, 0, 100);
    const { type, data: said } = events.at(-1) ?? {};
    return { status: data?.payment?.status, last: [type, said && factOf(said, 'reason')] };
  };

  it('a genuine notification of Paybox with a test authorisation changes nothing', async () => {
    const initiation = await start('PAYBOX');
    await payAtBank(initiation);
    expect(await storyOf(initiation)).toMatchObject({ status: 'REQUIRES_ACTION', last: ['INITIATED', null] });
  });

  it('the same in the answer of Paybox to our own inquiry is recorded, and pays nothing', async () => {
    const initiation = await start('PAYBOX');
    await script(bank, { kind: 'LOSE_NOTIFICATION', reference: `${initiation.payment.reference}-1` });
    await payAtBank(initiation);
    expect((await storyOf(initiation)).status).toBe('REQUIRES_ACTION');
    const { data } = await gateway.send(RefreshPaymentDocument, { id: initiation.payment.id }, headers);
    expect(data?.refreshPayment).toMatchObject({ payment: { status: 'REQUIRES_ACTION' } });
    expect(await storyOf(initiation)).toMatchObject({ last: ['CONTRADICTION', 'test authorisation'] });
  });

  describe('at a contract of production', () => {
    const startReal = (idSociete = '2') =>
      initiated(gateway, { paymentTarget: 'PAYBOX', paymentRunMode: 'LIVE', idSociete }, headers);
    const statusOf = async ({ payment }: Initiated) => (await gateway.store.paymentById(payment.id))?.status;

    it('a payment is PAID when the bank confirms its message, in either encoding of Paybox Direct', async () => {
      for (const idSociete of ['2', '3']) {
        const initiation = await paidAtBank(gateway, { paymentRunMode: 'LIVE', idSociete }, headers);
        const status = await eventually(
          () => statusOf(initiation),
          (now) => now === 'PAID',
        );
        expect(status).toBe('PAID');
        const story = await gateway.store.eventsOf(initiation.payment.id, 0, 100);
        expect(story.map(({ type }) => type)).toEqual(['INITIATED', 'REPORTED_PAID_NOT_CONFIRMED', 'STATUS_CHANGED']);
      }
    });

    it.each([
      ['the payment', '2'],
      ['the refusal', '6'],
    ])('a refusal and then a payment on the same page are PAID, where the bank names %s', async (_what, idSociete) => {
      const initiation = await startReal(idSociete);
      const session = await payAtBank(initiation, 'refuse');
      expect(await statusOf(initiation)).toBe('REFUSED');
      await pressButtons(session, initiation.payment.paymentTarget, 'try-again', 'pay');
      const status = await eventually(
        () => statusOf(initiation),
        (now) => now === 'PAID',
      );
      expect(status).toBe('PAID');
    });

    it.each([
      ['as it is', 'A', 'REQUIRES_ACTION'],
      ['with the call number in its place', 'T', 'REQUIRES_ACTION'],
      ['with the beginning of the card number in its place', 'N', 'NEEDS_REVIEW'],
    ])(
      'a payment at the public test contract, reported with its authorisation %s, pays nothing',
      async (_how, letter, end) => {
        const initiation = await startReal();
        await payAtTestContract(bank, initiation, letter);
        expect(await statusOf(initiation)).toBe(end === 'NEEDS_REVIEW' ? 'PENDING' : 'REQUIRES_ACTION');
        for (const minutes of [1, 5, 10, 20]) {
          await gateway.pass(minutes * 60_000);
          expect(await statusOf(initiation)).not.toBe('PAID');
        }
        expect(await statusOf(initiation)).toBe(end);
      },
    );
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
    initiation: Initiated,
    mode: 'TEST' | 'PRODUCTION',
    key: string = scelliusShop.keys[mode],
  ): Promise<number> {
    return postNotification(gateway, signed(messageOf(initiation, { vads_ctx_mode: mode }), key));
  }
});

/** Our own form, with another merchant's contract and other letters for our names: the platform signs the result. */
async function payAtTestContract(bank: RunningSandbox, { payment }: Initiated, letter: string): Promise<void> {
  if (payment.nextAction?.__typename !== 'RedirectAction') throw new Error('no form');
  const own = { PBX_SITE: payboxShop.site, PBX_RANG: payboxShop.rang, PBX_IDENTIFIANT: payboxShop.identifiant };
  const fields = payment.nextAction.fields
    .filter(({ name }) => name !== 'PBX_HMAC')
    .map(({ name, value }): [string, string] => {
      if (name === 'PBX_RETOUR') return [name, value.replace('auth:A', `auth:${letter}`)];
      return [name, own[name as keyof typeof own] ?? value];
    });
  const signed = signForm(Object.fromEntries(fields), new Secret(payboxShop.hmacKeyHex));
  const opened = await bank.post(payment.nextAction.url, Object.entries(signed));
  await pressButtons(whereTo(opened), payment.paymentTarget, 'pay');
}

function live(bank: RunningSandbox, id: string, paybox: PayboxAccount): Societe {
  const societe = developmentSocietes(bank.shop, bank.publicKeyPem()).get(id);
  if (!societe) throw new Error(`there is no société ${id}`);
  const shop = labanquepostaleAccount(bank);
  return {
    ...societe,
    accounts: {
      PAYBOX: { TEST: payboxAccount(bank), LIVE: paybox },
      LABANQUEPOSTALE: { TEST: shop, LIVE: { ...shop, formKeys: [new Secret(scelliusShop.keys.PRODUCTION)] } },
    },
  };
}
