import { describe, expect, it } from 'vitest';
import { ReviewPaymentDocument, SettleOperationDocument } from '../../generated/graphql.ts';
import { inReview, paidAtBank } from '../../support/at-bank.ts';
import { drawnDatabases } from '../../support/drawn-databases.ts';
import { scriptFault, startGateway } from '../../support/gateway.ts';
import { openForGroup } from '../../support/open-for.ts';
import { dataOf, operationsOn } from '../../support/payments/operations.ts';
import { initiated } from '../../support/requests.ts';
import { postMessage } from '../../support/scellius-messages.ts';

/** Refund, cancel and capture, through the whole gateway and over HTTP to the simulators. */

describe.each(drawnDatabases())('operations on $name', ({ open }) => {
  const gateway = openForGroup(() => startGateway({ open }));

  const { refund, cancel, capture, standing, night, eventsOf } = operationsOn(gateway);
  const fault = (script: object) => scriptFault(gateway, script);
  const whyNotRefund = async (id: string) =>
    (await standing(id))?.availableActions.find(({ action }) => action === 'REFUND')?.reason;

  it('lets a person decide what Paybox cannot tell: whether a part was given back', async () => {
    const initiation = await paidAtBank(gateway);
    await night();
    const { id } = initiation.payment;
    await fault({ kind: 'CUT_CONNECTION', operation: 'REFUND', bank: 'PAYBOX', moment: 'AFTER' });
    const request = { id, amount: 500, idempotencyKey: `part-${id}` };
    const asked = 'The bank gave no clear answer. It is asked what it did';
    expect(await refund(request)).toMatchObject({ code: 'OUTCOME_UNKNOWN', message: expect.stringContaining(asked) });
    expect(await whyNotRefund(id)).toBe('Another operation of this payment is not settled yet.');
    for (const pause of [1, 3, 11]) await gateway.pass(pause * 60_000);
    const operation = (await standing(id))?.operations[0];
    expect(operation).toMatchObject({ status: 'NEEDS_REVIEW', reason: expect.stringContaining('does not say') });
    // The bank is not asked any more: no caller waits for it.
    expect(await refund(request)).toMatchObject({
      ...{ code: 'OUTCOME_UNKNOWN', retryAdvice: 'CHECK_STATUS_FIRST' },
      message: expect.stringContaining('A person has to look and decide: settleOperation.'),
    });
    expect(await refund({ id })).toMatchObject({
      ...{ code: 'OPERATION_IN_PROGRESS', retryAdvice: 'RETRY_SAME_KEY' },
      message: expect.stringContaining('waits for a person who looks and decides: settleOperation.'),
    });
    expect(await whyNotRefund(id)).toBe('Another operation of this payment waits for a person who looks and decides.');
    expect(await eventsOf(id)).toContain('REVIEW_NEEDED');
    const settled = await gateway.send(SettleOperationDocument, {
      input: { id: operation?.id ?? '', outcome: 'DONE' },
    });
    expect(dataOf(settled).settleOperation).toMatchObject({
      operation: { status: 'DONE' },
      payment: { status: 'PARTIALLY_REFUNDED' },
    });
    const story = await eventsOf(id);
    const again = async (outcome: 'DONE' | 'NOT_DONE', operationId = operation?.id ?? '') =>
      dataOf(await gateway.send(SettleOperationDocument, { input: { id: operationId, outcome } })).settleOperation;
    expect(await again('DONE')).toMatchObject({
      operation: { status: 'DONE' },
      payment: { status: 'PARTIALLY_REFUNDED' },
    });
    expect(await again('NOT_DONE')).toMatchObject({ code: 'OPERATION_NOT_POSSIBLE' });
    expect(await eventsOf(id)).toEqual(story);
    // The bank's own answer stands, and was no person's decision.
    await refund({ id, amount: 100 });
    const byBank = (await standing(id))?.operations.find(({ id: other }) => other !== operation?.id);
    expect(byBank?.status).toBe('DONE');
    expect(await again('DONE', byBank?.id)).toMatchObject({ code: 'OPERATION_NOT_POSSIBLE' });
  });

  it('does not say that an answer was lost where Paybox finds nothing that it can cancel after the night', async () => {
    const { id } = (await paidAtBank(gateway)).payment;
    await night();
    const message = expect.stringContaining('The bank gave no clear answer. It is asked what it did');
    expect(await cancel(id)).toMatchObject({ code: 'OUTCOME_UNKNOWN', message });
    const reason = 'the bank finds no transaction that allows this';
    expect((await standing(id))?.operations).toMatchObject([{ kind: 'CANCEL', status: 'UNKNOWN', reason }]);
  });

  it('takes no word that more was given back than was paid', async () => {
    const initiation = await paidAtBank(gateway, { paymentTarget: 'LABANQUEPOSTALE' });
    await night();
    const { id } = initiation.payment;
    await fault({ kind: 'CUT_CONNECTION', operation: 'REFUND', bank: 'LABANQUEPOSTALE', moment: 'BEFORE' });
    await refund({ id, amount: 800 });
    const credit = { vads_operation_type: 'CREDIT', vads_trans_uuid: 'd'.repeat(32), vads_amount: '900' };
    await postMessage(gateway, initiation, credit);
    const known = await standing(id);
    expect(known).toMatchObject({ status: 'PARTIALLY_REFUNDED' });
    const doubtful = known?.operations.find(({ status }) => status === 'UNKNOWN')?.id ?? '';
    const settle = async (outcome: 'DONE' | 'NOT_DONE') =>
      dataOf(await gateway.send(SettleOperationDocument, { input: { id: doubtful, outcome } })).settleOperation;
    expect(await settle('DONE')).toMatchObject({
      code: 'OPERATION_NOT_POSSIBLE',
      message: expect.stringContaining('than what was paid'),
    });
    // Nor the bank's own word.
    const both = { ...credit, vads_trans_uuid: 'c'.repeat(32), vads_amount: '800' };
    await postMessage(gateway, initiation, both);
    expect((await gateway.store.eventsOf(id, 0, 100)).at(-1)).toMatchObject({
      type: 'CONTRADICTION',
      data: { reason: 'more was given back than was paid' },
    });
    expect(await settle('NOT_DONE')).toMatchObject({ operation: { status: 'FAILED' } });
  });

  it('decides a payment in review by hand, and only by the ways of the state table', async () => {
    const { id } = (await inReview(gateway)).payment;
    expect(await standing(id)).toMatchObject({ status: 'NEEDS_REVIEW' });
    const review = async (status: 'PAID' | 'PENDING') =>
      dataOf(await gateway.send(ReviewPaymentDocument, { input: { id, status } })).reviewPayment;
    expect(await review('PENDING')).toMatchObject({ code: 'OPERATION_NOT_POSSIBLE', path: ['status'] });
    expect(await review('PAID')).toMatchObject({ payment: { status: 'PAID' } });
    const story = await eventsOf(id);
    expect(await review('PAID')).toMatchObject({ payment: { status: 'PAID' } });
    expect(await review('PENDING')).toMatchObject({ code: 'OPERATION_NOT_POSSIBLE' });
    expect(await eventsOf(id)).toEqual(story);
  });

  it('takes no decision about a payment that the bank said is paid', async () => {
    const initiation = await paidAtBank(gateway);
    const input = { id: initiation.payment.id, status: 'PAID' } as const;
    expect(dataOf(await gateway.send(ReviewPaymentDocument, { input })).reviewPayment).toMatchObject({
      code: 'OPERATION_NOT_POSSIBLE',
    });
  });

  it('has nothing to do for transfers, bookings and foreign payments', async () => {
    const { payment } = await initiated(gateway, { paymentTarget: 'MILLIET', paymentType: 'SEPA' });
    expect(await refund({ id: payment.id })).toMatchObject({ code: 'OPERATION_NOT_POSSIBLE' });
    expect(await capture(payment.id)).toMatchObject({ code: 'OPERATION_NOT_POSSIBLE' });
    expect(await cancel(payment.id)).toMatchObject({ operation: null, payment: { status: 'CANCELLED' } });
    const unknown = `pay_${'0'.repeat(32)}`;
    expect(await refund({ id: unknown })).toMatchObject({ code: 'INVALID_INPUT', path: ['id'] });
    expect(await cancel('x')).toMatchObject({ code: 'INVALID_INPUT', path: ['id'] });
    expect(await refund({ id: unknown, amount: 0 })).toMatchObject({ code: 'INVALID_INPUT', path: ['amount'] });
  });
});
