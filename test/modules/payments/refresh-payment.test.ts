import { describe, expect, it } from 'vitest';
import { CancelPaymentDocument, RefreshPaymentDocument } from '../../generated/graphql.ts';
import { payAtBank } from '../../support/at-bank.ts';
import { drawnDatabases } from '../../support/drawn-databases.ts';
import { scriptFault, startGateway } from '../../support/gateway.ts';
import { openForGroup } from '../../support/open-for.ts';
import { openLink, useForm } from '../../support/pages/pay-link.ts';
import { type Initiated, initiated } from '../../support/requests.ts';

/** The notification was lost: the bank is asked, server to server, and its answer counts like a notification. */

describe.each(drawnDatabases())('refreshPayment on $name', ({ open }) => {
  const gateway = openForGroup(() => startGateway({ open }));

  const refresh = async (id: string) => {
    const { data, errors } = await gateway.send(RefreshPaymentDocument, { id });
    if (!data) throw new Error(JSON.stringify(errors));
    return data.refreshPayment;
  };
  const script = (fault: object) => scriptFault(gateway, fault);

  const statusOf = async ({ payment }: Initiated) => (await gateway.store.paymentById(payment.id))?.status;

  describe.each(['PAYBOX', 'LABANQUEPOSTALE'] as const)('at %s', (paymentTarget) => {
    it('finds out that a payment was made, once', async () => {
      const initiation = await initiated(gateway, { paymentTarget });
      expect(
        (await script({ kind: 'LOSE_NOTIFICATION', reference: `${initiation.payment.reference}-1` })).status,
      ).toBeLessThan(300);
      await payAtBank(initiation);
      expect(await statusOf(initiation)).toBe('REQUIRES_ACTION');
      expect(await refresh(initiation.payment.id)).toMatchObject({
        __typename: 'RefreshPaymentSuccess',
        changed: true,
        payment: { status: 'PAID' },
      });
      expect(await refresh(initiation.payment.id)).toMatchObject({ changed: false, payment: { status: 'PAID' } });
    });

    it('changes nothing where the customer did not go to the bank', async () => {
      const initiation = await initiated(gateway, { paymentTarget });
      expect(await refresh(initiation.payment.id)).toMatchObject({
        changed: false,
        payment: { status: 'REQUIRES_ACTION' },
      });
    });

    it('changes nothing and says so where the bank does not answer', async () => {
      const initiation = await initiated(gateway, { paymentTarget });
      await script({ kind: 'ANSWER_500', operation: 'INQUIRY', bank: paymentTarget });
      expect(await refresh(initiation.payment.id)).toMatchObject({
        __typename: 'ProviderUnavailableError',
        code: 'PROVIDER_UNAVAILABLE',
      });
      expect(await statusOf(initiation)).toBe('REQUIRES_ACTION');
    });
  });

  it.each(['refresh', 'cancel'] as const)('asks about each form that was opened: %s', async (action) => {
    const initiation = await initiated(gateway, { paymentTarget: 'LABANQUEPOSTALE', idCommande: '0' });
    const path = new URL(initiation.payment.paymentUrl ?? '').pathname;
    const opened = await openLink(gateway, path);
    for (let visit = 0; visit < 6; visit++) await openLink(gateway, path);
    await script({ kind: 'LOSE_NOTIFICATION', reference: opened.form?.fields.vads_order_id });
    await useForm(opened, 'LABANQUEPOSTALE', 'pay');
    expect(await statusOf(initiation)).toBe('REQUIRES_ACTION');
    const { id } = initiation.payment;
    if (action === 'refresh') expect(await refresh(id)).toMatchObject({ changed: true, payment: { status: 'PAID' } });
    else {
      const { data } = await gateway.send(CancelPaymentDocument, { input: { id } });
      expect(data?.cancelPayment).toMatchObject({ code: 'OPERATION_NOT_POSSIBLE' });
    }
    expect(await statusOf(initiation)).toBe('PAID');
  });

  it('shows what the bank said of one attempt, though it says nothing about another', async () => {
    const initiation = await initiated(gateway, { paymentTarget: 'LABANQUEPOSTALE' });
    const { id, reference, paymentUrl } = initiation.payment;
    // The link opens an attempt beside the one of the answer.
    const shown = await openLink(gateway, new URL(paymentUrl ?? '').pathname);
    await script({ kind: 'LOSE_NOTIFICATION', reference: `${reference}-2` });
    await useForm(shown, 'LABANQUEPOSTALE', 'pay');
    await script({ kind: 'ANSWER_500', operation: 'INQUIRY', reference: `${reference}-1`, lasting: true });
    expect(await refresh(id)).toMatchObject({ changed: true, payment: { status: 'PAID' } });
  });

  it('has no bank to ask about a transfer, and knows no foreign payment', async () => {
    const { payment } = await initiated(gateway, { paymentTarget: 'MILLIET', paymentType: 'SEPA' });
    expect(await refresh(payment.id)).toMatchObject({ __typename: 'UnsupportedPaymentError' });
    expect(await refresh(`pay_${'0'.repeat(32)}`)).toMatchObject({ __typename: 'InvalidInputError', path: ['id'] });
  });
});
