import { describe, expect, it } from 'vitest';
import { factOf } from '../../../../src/kernel/stored-facts.ts';
import { RefreshPaymentDocument, RefundPaymentDocument } from '../../../generated/graphql.ts';
import { night } from '../../../support/at-bank.ts';
import { drawnDatabases } from '../../../support/drawn-databases.ts';
import { scriptFault, startGateway } from '../../../support/gateway.ts';
import { openForGroup } from '../../../support/open-for.ts';
import { initiationBy, useForm } from '../../../support/pages/pay-link.ts';
import { standingOf, twoForms } from '../../../support/payments/settling.ts';
import { initiated } from '../../../support/requests.ts';
import { postMessage } from '../../../support/scellius-messages.ts';

/** The back office gives a second payment back before its own message comes, while a refund of the first is open. */

describe.each(drawnDatabases())('a refund beside that of a payment that is not known yet, on $name', ({ open }) => {
  let afterCall: (() => Promise<void>) | null = null;
  const gateway = openForGroup(() =>
    startGateway({
      open,
      // Far from the night, which takes the money.
      aheadMs: Date.UTC(2026, 10, 25, 5) - Date.now(),
      reachCrashPoint: async (point) => {
        const act = point === 'after-call:refund' ? afterCall : null;
        if (act) afterCall = null;
        await act?.();
      },
    }),
  );

  /** Paid by two forms, the second without a message. */
  async function paidTwice(isRemitted: boolean) {
    const { id, paymentUrl } = (await initiated(gateway, { paymentTarget: 'LABANQUEPOSTALE' })).payment;
    const [first, second] = await twoForms(gateway, new URL(paymentUrl ?? '').pathname);
    const [, one, other] = await gateway.store.attemptsOf(id);
    await useForm(first, 'LABANQUEPOSTALE', 'pay');
    await scriptFault(gateway, { kind: 'LOSE_NOTIFICATION', reference: other?.reference });
    await useForm(second, 'LABANQUEPOSTALE', 'pay');
    if (isRemitted) await night(gateway);
    const secondGivenBack = async (): Promise<void> => {
      const office = { vads_url_check_src: 'MERCH_BO', vads_operation_type: 'CREDIT' };
      await postMessage(gateway, initiationBy(id, second), { ...office, vads_trans_uuid: `${id.slice(4, 35)}d` });
    };
    const refund = async () =>
      (await gateway.send(RefundPaymentDocument, { input: { id } })).data?.refundPayment.__typename;
    return { id, reference: one?.reference, secondGivenBack, refund };
  }
  const settled = async (): Promise<void> => {
    for (const minutes of [4, 3, 12]) await gateway.pass(minutes * 60_000);
  };
  const firstOf = async (id: string) => (await gateway.store.operationsOf(id))[0];
  const callsOf = async (id: string) =>
    (await gateway.store.eventsOf(id, 0, 100)).filter(
      ({ type, data }) => type === 'REVIEW_NEEDED' && factOf(data, 'reason') === 'more was given back than was paid',
    ).length;

  it('is for a person where the answer comes last', async () => {
    const { id, secondGivenBack, refund } = await paidTwice(true);
    afterCall = secondGivenBack;
    expect(await refund()).toBe('OutcomeUnknownError');
    await settled();
    expect(await firstOf(id)).toMatchObject({ status: 'NEEDS_REVIEW' });
    expect(await callsOf(id)).toBe(1);
    expect((await standingOf(gateway, id))[0]).toBe('REFUNDED');
  });

  it.each([true, false])('is for a person where the answer is lost (the bank took money: %s)', async (isRemitted) => {
    const { id, reference, secondGivenBack, refund } = await paidTwice(isRemitted);
    await scriptFault(gateway, {
      ...{ kind: 'CUT_CONNECTION', operation: 'REFUND', moment: 'AFTER', bank: 'LABANQUEPOSTALE', reference },
    });
    expect(await refund()).toBe('OutcomeUnknownError');
    await secondGivenBack();
    await settled();
    for (const _ of [1, 2]) await gateway.send(RefreshPaymentDocument, { id });
    expect(await firstOf(id)).toMatchObject({ status: 'NEEDS_REVIEW' });
    expect(await callsOf(id)).toBe(1);
  });

  it('fails where the bank never did it', async () => {
    const { id, reference, secondGivenBack, refund } = await paidTwice(true);
    await scriptFault(gateway, {
      ...{ kind: 'CUT_CONNECTION', operation: 'REFUND', moment: 'BEFORE', bank: 'LABANQUEPOSTALE', reference },
    });
    expect(await refund()).toBe('OutcomeUnknownError');
    await secondGivenBack();
    await settled();
    expect(await firstOf(id)).toMatchObject({ status: 'FAILED', reason: 'the bank never did it' });
  });
});
