import { describe, expect, it } from 'vitest';
import { developmentSocietes } from '../../src/config/development.ts';
import { Secret, type Societe } from '../../src/kernel/merchant.ts';
import type { PaymentRunMode } from '../../src/kernel/vocabulary.ts';
import {
  CancelPaymentDocument,
  CapturePaymentDocument,
  PaymentDocument,
  RefreshPaymentDocument,
  RefundPaymentDocument,
  StandingDocument,
} from '../generated/graphql.ts';
import { paidAtBank } from '../support/at-bank.ts';
import { asClient, clientNamed } from '../support/clients/client-named.ts';
import { startGateway, type TestGateway } from '../support/gateway.ts';
import { openForGroup } from '../support/open-for.ts';
import { openLink } from '../support/pages/pay-link.ts';
import { eventually } from '../support/providers/paybox-live.ts';
import { payboxAccount } from '../support/providers/paying.ts';
import { initiated } from '../support/requests.ts';
import { payboxLiveShop, payboxShop, runSandbox } from '../support/sandbox/running-sandbox.ts';

/** A development deployment with the database and the config of production: it moves no real money. */

const headers = asClient('shop');

describe.each([
  ['LIVE', false],
  ['FORCE_LIVE', true],
] as const)('a copy of production with %s payments', (paymentRunMode: PaymentRunMode, isReal) => {
  const bank = openForGroup(() => runSandbox({ clock: Date.now, payboxShops: [payboxShop, payboxLiveShop] }));
  const configOf = () => ({
    societes: new Map([['1', withLiveAccount()]]),
    clients: [clientNamed('shop', { runModes: new Set(['TEST', 'LIVE', 'FORCE_LIVE']) })],
  });
  function withLiveAccount(): Societe {
    const societe = developmentSocietes(bank.shop, bank.publicKeyPem()).get('1');
    if (!societe) throw new Error('the development config has a société 1');
    const { site, rang, identifiant, hmacKeyHex } = payboxLiveShop;
    const LIVE = payboxAccount(bank, { site, rang, identifiant, hmacKeys: [new Secret(hmacKeyHex)] });
    return { ...societe, accounts: { ...societe.accounts, PAYBOX: { TEST: payboxAccount(bank), LIVE } } };
  }
  const production = openForGroup(() => startGateway({ config: { deployment: 'production', ...configOf() } }));
  const copy = openForGroup(() => startGateway({ databaseUrl: production.databaseUrl, config: configOf() }));

  const start = async (capture: 'NOW' | 'LATER') => {
    const initiation = await paidAtBank(production, { paymentTarget: 'PAYBOX', paymentRunMode, capture }, headers);
    await eventually(
      () => statusOf(production, initiation.payment.id),
      (status) => status === 'PAID' || status === 'AUTHORIZED',
    );
    return initiation.payment.id;
  };
  const statusOf = async (gateway: TestGateway, id: string) => (await gateway.store.paymentById(id))?.status;

  it('takes, cancels and gives back what is real on it alone', async () => {
    const [held, given, paid] = [await start('LATER'), await start('LATER'), await start('NOW')];
    const actions = await copy.send(StandingDocument, { id: held }, headers);
    expect(actions.data?.payment?.availableActions).toContainEqual(
      expect.objectContaining({ action: 'CAPTURE', available: isReal }),
    );
    const answers = [
      (await copy.send(CapturePaymentDocument, { input: { id: held } }, headers)).data?.capturePayment,
      (await copy.send(CancelPaymentDocument, { input: { id: given } }, headers)).data?.cancelPayment,
      (await copy.send(RefundPaymentDocument, { input: { id: paid } }, headers)).data?.refundPayment,
      (await copy.send(RefreshPaymentDocument, { id: paid }, headers)).data?.refreshPayment,
    ].map((answer) => answer?.__typename);
    const refused = ['NotAllowedError', 'NotAllowedError', 'NotAllowedError', 'NotAllowedError'];
    const done = ['CapturePaymentSuccess', 'CancelPaymentSuccess', 'RefundPaymentSuccess', 'RefreshPaymentSuccess'];
    expect(answers).toEqual(isReal ? done : refused);
    expect(await statusOf(copy, held)).toBe(isReal ? 'PAID' : 'AUTHORIZED');
  });

  it('gives the form of the bank for what is real on it alone', async () => {
    const { payment } = await initiated(production, { paymentTarget: 'PAYBOX', paymentRunMode }, headers);
    const { data } = await copy.send(PaymentDocument, { id: payment.id }, headers);
    expect(data?.payment?.nextAction).toMatchObject({ method: isReal ? 'POST' : 'GET' });
    const page = await openLink(copy, new URL(payment.paymentUrl ?? '').pathname);
    expect(page.form?.fields.PBX_SITE).toBe(isReal ? payboxLiveShop.site : undefined);
  });
});
