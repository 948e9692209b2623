import { describe, expect, it } from 'vitest';
import { ReviewPaymentDocument } from '../../../generated/graphql.ts';
import { paidAtBank, payAtBank } from '../../../support/at-bank.ts';
import { drawnDatabases } from '../../../support/drawn-databases.ts';
import { scriptFault, startGateway } from '../../../support/gateway.ts';
import { openForGroup } from '../../../support/open-for.ts';
import { initiationBy, openLink } from '../../../support/pages/pay-link.ts';
import { operationsOn } from '../../../support/payments/operations.ts';
import { type Initiated, initiated, legacyPath } from '../../../support/requests.ts';
import { postMessage } from '../../../support/scellius-messages.ts';

/** The customer comes back from paying, and the payment had ended while they were on the bank's page. */
describe.each(drawnDatabases())('the page after the bank, on $name', ({ open }) => {
  const gateway = openForGroup(() => startGateway({ open }));
  const { cancel } = operationsOn(gateway);
  const confirming = 'Paiement en cours de confirmation';
  const shownTo = async ({ payment }: Initiated): Promise<string> => {
    const path = new URL(payment.paymentUrl ?? '').pathname;
    return (await openLink(gateway, `${path}/return/success`)).body;
  };

  it.each(['PAYBOX', 'LABANQUEPOSTALE'] as const)(
    'does not call a payment at %s that a client cancelled unpaid',
    async (paymentTarget) => {
      const initiation = await initiated(gateway, { paymentTarget });
      await scriptFault(gateway, { kind: 'LOSE_NOTIFICATION', reference: `${initiation.payment.reference}-1` });
      await cancel(initiation.payment.id);
      await payAtBank(initiation);
      expect(await shownTo(initiation)).toContain(confirming);
      await gateway.pass(20 * 60_000);
      expect(await shownTo(initiation)).toContain('Paiement effectué');
    },
  );

  it('follows one whose time ran out unpaid, and shows as it is one whose hold was given up', async () => {
    const initiation = await initiated(gateway, { paymentTarget: 'PAYBOX', capture: 'LATER' });
    await scriptFault(gateway, { kind: 'LOSE_NOTIFICATION', reference: `${initiation.payment.reference}-1` });
    await gateway.pass(2 * 24 * 3_600_000);
    await payAtBank(initiation);
    expect(await shownTo(initiation)).toContain(confirming);
    const held = await paidAtBank(gateway, { paymentTarget: 'PAYBOX', capture: 'LATER' });
    await cancel(held.payment.id);
    expect(await shownTo(held)).toContain('Paiement annulé');
  });

  it('shows as it is one that a person decided about, until it is opened again', async () => {
    const ask = async () => {
      const path = legacyPath({ paymentTarget: 'LABANQUEPOSTALE', idCommande: 'decided' }, '.json');
      return (await (await gateway.get(path)).json()) as { payment_id: string; payment_url: string };
    };
    const { payment_id: id, payment_url: paymentUrl } = await ask();
    const path = new URL(paymentUrl).pathname;
    const notify = async (change: Record<string, string>): Promise<void> => {
      await postMessage(gateway, initiationBy(id, await openLink(gateway, path)), change);
    };
    const shown = async (): Promise<string> => (await openLink(gateway, `${path}/return/success`)).body;
    await notify({ vads_amount: '1', vads_effective_amount: '1' });
    await gateway.send(ReviewPaymentDocument, { input: { id, status: 'CANCELLED' } });
    expect(await shown()).toContain('Paiement annulé');
    expect((await ask()).payment_id).toBe(id);
    await notify({ vads_trans_status: 'REFUSED', vads_trans_uuid: `${id.slice(4, 35)}b` });
    expect(await shown()).toContain(confirming);
  });
});
