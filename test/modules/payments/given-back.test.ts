import { describe, expect, it } from 'vitest';
import { factOf } from '../../../src/kernel/stored-facts.ts';
import type { OperationKind } from '../../../src/modules/payments/operations/bank-operation.ts';
import {
  CapturePaymentDocument,
  RefreshPaymentDocument,
  RefundPaymentDocument,
  ReviewPaymentDocument,
  SettleOperationDocument,
  StandingDocument,
} from '../../generated/graphql.ts';
import { inReview, night, paidAtBank, payAtBank } from '../../support/at-bank.ts';
import { drawnDatabases } from '../../support/drawn-databases.ts';
import { scriptFault, startGateway } from '../../support/gateway.ts';
import { inBackOffice } from '../../support/in-back-office.ts';
import { openForGroup } from '../../support/open-for.ts';
import { openLink, useForm } from '../../support/pages/pay-link.ts';
import { type Initiated, initiated } from '../../support/requests.ts';
import { postMessage } from '../../support/scellius-messages.ts';

/** A refund counts once, whatever reports it first and in whatever order; a repeated report changes nothing. */

const minuteMs = 60_000;

describe.each(drawnDatabases())('on $name', ({ open }) => {
  const gateway = openForGroup(() => startGateway({ open }));

  const fault = (script: object) => scriptFault(gateway, script);
  const refund = async (id: string, amount?: number) =>
    (await gateway.send(RefundPaymentDocument, { input: { id, ...(amount && { amount }) } })).data?.refundPayment;
  const refresh = async (id: string) => (await gateway.send(RefreshPaymentDocument, { id })).data?.refreshPayment;
  const standing = async (id: string) => (await gateway.send(StandingDocument, { id })).data?.payment;
  const review = (id: string, status: 'PAID' | 'REFUSED') =>
    gateway.send(ReviewPaymentDocument, { input: { id, status } });
  const eventsOf = async (id: string) => gateway.store.eventsOf(id, 0, 100);
  const refundsOf = async (id: string) =>
    ((await standing(id))?.refunds ?? []).map(({ status, amount }) => `${status} ${amount.cents}`);
  const settled = async (): Promise<void> => {
    for (const minutes of [1, 3, 11]) await gateway.pass(minutes * minuteMs);
  };

  /** In the back office of the bank. */
  async function atBank({ payment }: Initiated, kind: OperationKind, amountCents: number): Promise<void> {
    const answer = await inBackOffice(gateway, { paymentId: payment.id, kind, amountCents });
    expect(answer).toMatchObject({ outcome: 'DONE' });
  }

  /** The message of La Banque Postale about it. */
  async function notice(initiation: Initiated, change: Record<string, string>): Promise<void> {
    const given = { vads_amount: '500', vads_operation_type: 'CREDIT', vads_trans_uuid: 'c'.repeat(32) };
    await postMessage(gateway, initiation, { ...given, vads_url_check_src: 'MERCH_BO', ...change });
  }

  const paid = (paymentTarget: 'PAYBOX' | 'LABANQUEPOSTALE'): Promise<Initiated> =>
    paidAtBank(gateway, { paymentTarget });
  /** Its answer was lost, and the bank had done it. */
  async function lost(initiation: Initiated, amount?: number): Promise<string> {
    const { id, reference, paymentTarget } = initiation.payment;
    await night(gateway);
    await fault({ kind: 'CUT_CONNECTION', operation: 'REFUND', bank: paymentTarget, reference: `${reference}-1` });
    expect(await refund(id, amount)).toMatchObject({ __typename: 'OutcomeUnknownError' });
    return id;
  }

  describe('a refund whose answer was lost, at La Banque Postale', () => {
    it.each([
      ['asking', settled],
      ['refreshing the payment', async (id: string) => void (await refresh(id))],
    ])(
      'is settled by %s under the number that the bank has for it, and its notice counts no second time',
      async (_how, settle) => {
        const initiation = await paid('LABANQUEPOSTALE');
        const id = await lost(initiation, 500);
        await settle(id);
        expect(await standing(id)).toMatchObject({ status: 'PARTIALLY_REFUNDED', refunds: [{ status: 'DONE' }] });
        const number = (await standing(id))?.refunds[0]?.bankTransaction ?? '';
        expect(number).toMatch(/^[0-9a-f]{32}$/);
        const { length } = await eventsOf(id);
        await notice(initiation, { vads_trans_uuid: number });
        await refresh(id);
        expect(await refundsOf(id)).toEqual(['DONE 500']);
        expect(await eventsOf(id)).toHaveLength(length);
      },
    );

    it('and that a person settled takes the number of the notice that comes later', async () => {
      const initiation = await paid('LABANQUEPOSTALE');
      const id = await lost(initiation, 500);
      const operation = (await gateway.store.operationsOf(id))[0]?.id ?? '';
      await gateway.send(SettleOperationDocument, { input: { id: operation, outcome: 'DONE' } });
      await notice(initiation, {});
      expect(await standing(id)).toMatchObject({
        status: 'PARTIALLY_REFUNDED',
        refunds: [{ status: 'DONE', bankTransaction: 'c'.repeat(32) }],
      });
      // Another number is another refund.
      await notice(initiation, { vads_trans_uuid: 'd'.repeat(32) });
      expect(await refundsOf(id)).toEqual(['DONE 500', 'DONE 500']);
    });
  });

  describe('a refund that was refused, and that the bank does after all', () => {
    /** The bank's one refund, which its messages call refused, and another of the same amount whose request was lost. */
    async function refusedBesideLost(): Promise<{ initiation: Initiated; id: string; number: string }> {
      const initiation = await paid('LABANQUEPOSTALE');
      const { id, reference } = initiation.payment;
      await night(gateway);
      await refresh(id);
      await fault({ kind: 'LOSE_NOTIFICATION', reference: `${reference}-1`, lasting: true });
      const answer = await inBackOffice(gateway, { paymentId: id, kind: 'REFUND', amountCents: 500 });
      const number = (answer.outcome === 'DONE' && answer.bankTransaction) || '';
      for (const status of ['PENDING', 'REFUSED'])
        await notice(initiation, { vads_trans_uuid: number, vads_trans_status: status });
      await fault({ kind: 'CUT_CONNECTION', operation: 'REFUND', bank: 'LABANQUEPOSTALE', moment: 'BEFORE' });
      expect(await refund(id, 500)).toMatchObject({ __typename: 'OutcomeUnknownError' });
      return { initiation, id, number };
    }

    const once = (statuses: readonly string[]) => ({
      status: 'PARTIALLY_REFUNDED',
      operations: statuses.map((status) => expect.objectContaining({ status })),
    });

    it('counts under its number alone where another one is in doubt', async () => {
      const { initiation, id, number } = await refusedBesideLost();
      await settled();
      await refresh(id);
      expect(await standing(id)).toMatchObject(once(['DONE', 'FAILED']));
      await notice(initiation, { vads_trans_uuid: number, vads_trans_status: 'CAPTURED' });
      await refresh(id);
      expect(await standing(id)).toMatchObject(once(['DONE', 'FAILED']));
    });

    it('does not count beside another one that a person took for it', async () => {
      const { initiation, id, number } = await refusedBesideLost();
      const lostOne = (await gateway.store.operationsOf(id)).find(({ status }) => status === 'UNKNOWN');
      await gateway.send(SettleOperationDocument, { input: { id: lostOne?.id ?? '', outcome: 'DONE' } });
      await notice(initiation, { vads_trans_uuid: number, vads_trans_status: 'CAPTURED' });
      await refresh(id);
      expect(await standing(id)).toMatchObject(once(['REFUSED', 'DONE']));
    });
  });

  it('a refund whose answer Paybox lost is settled by refreshing the payment', async () => {
    const id = await lost(await paid('PAYBOX'));
    expect(await refresh(id)).toMatchObject({ changed: true, payment: { status: 'REFUNDED' } });
    expect(await refundsOf(id)).toEqual(['DONE 1250']);
  });

  it('what the bank has not done stays in doubt, however often the payment is refreshed', async () => {
    const { payment } = await paid('LABANQUEPOSTALE');
    await night(gateway);
    const reference = `${payment.reference}-1`;
    await fault({ kind: 'CUT_CONNECTION', operation: 'REFUND', reference, moment: 'BEFORE' });
    await refund(payment.id, 500);
    for (let count = 0; count < 3; count++) expect(await refresh(payment.id)).toMatchObject({ changed: false });
    expect(await refundsOf(payment.id)).toEqual(['UNKNOWN 500']);
  });

  describe.each(['PAYBOX', 'LABANQUEPOSTALE'] as const)('at %s', (target) => {
    it('a refund in its back office, without a message, is found by refreshing, once', async () => {
      const initiation = await paid(target);
      const { id } = initiation.payment;
      await night(gateway);
      await atBank(initiation, 'REFUND', 1250);
      expect(await refresh(id)).toMatchObject({ changed: true, payment: { status: 'REFUNDED' } });
      expect(await standing(id)).toMatchObject({
        operations: [{ kind: 'REFUND', status: 'DONE', isFromBank: true }],
        availableActions: expect.arrayContaining([expect.objectContaining({ action: 'REFUND', available: false })]),
      });
      for (let count = 0; count < 2; count++) expect(await refresh(id)).toMatchObject({ changed: false });
      expect(await refundsOf(id)).toEqual(['DONE 1250']);
    });

    it('our own refund changes nothing when it is refreshed, before the night and after it', async () => {
      for (const isLate of [false, true]) {
        const { payment } = await paid(target);
        if (isLate) await night(gateway);
        expect(await refund(payment.id)).toMatchObject({ payment: { status: 'REFUNDED' } });
        const { length } = await eventsOf(payment.id);
        expect(await refresh(payment.id)).toMatchObject({ changed: false, payment: { status: 'REFUNDED' } });
        expect(await eventsOf(payment.id)).toHaveLength(length);
      }
    });

    it('a capture in doubt of a payment cancelled in its back office was never done, and is not waited for', async () => {
      const initiation = await paidAtBank(gateway, { paymentTarget: target, capture: 'LATER' });
      const { id, reference } = initiation.payment;
      await fault({ kind: 'CUT_CONNECTION', operation: 'CAPTURE', reference: `${reference}-1`, moment: 'BEFORE' });
      await gateway.send(CapturePaymentDocument, { input: { id } });
      await atBank(initiation, 'CANCEL', 1250);
      await settled();
      expect(await standing(id)).toMatchObject({
        status: 'CANCELLED',
        operations: [{ kind: 'CAPTURE', status: 'FAILED' }],
      });
    });

    it('a payment that a person found paid can be given back when the bank has named its transaction', async () => {
      const { id } = (await inReview(gateway, { paymentTarget: target })).payment;
      await review(id, 'PAID');
      const untold = {
        available: false,
        reason: expect.stringContaining('refresh the payment'),
        raison: expect.stringContaining('interrogez la banque'),
        maximumAmount: null,
      };
      expect((await standing(id))?.availableActions).toMatchObject([
        { action: 'PAY', available: false, reason: 'The payment is paid.', raison: 'Le paiement est payé.' },
        { action: 'REFRESH', available: true, reason: null, raison: null },
        { action: 'CAPTURE', available: false },
        { action: 'CANCEL', ...untold },
        { action: 'REFUND', ...untold },
      ]);
      expect(await refund(id)).toMatchObject({ code: 'OPERATION_NOT_POSSIBLE', path: ['id'] });
      await night(gateway);
      await refresh(id);
      expect((await eventsOf(id)).map(({ type }) => type)).toEqual(['INITIATED', 'CONTRADICTION', 'STATUS_CHANGED']);
      expect(await refund(id)).toMatchObject({ payment: { status: 'REFUNDED' } });
    });
  });

  it('a contradiction that a person decided is not raised again by an inquiry', async () => {
    const initiation = await initiated(gateway, { paymentTarget: 'LABANQUEPOSTALE' });
    const { id, reference } = initiation.payment;
    await fault({ kind: 'LOSE_NOTIFICATION', reference: `${reference}-1` });
    await payAtBank(initiation);
    const wrong = { kind: 'WRONG_AMOUNT', operation: 'INQUIRY', reference: `${reference}-1`, lasting: true };
    await fault({ ...wrong, bank: 'LABANQUEPOSTALE' });
    await refresh(id);
    expect(await standing(id)).toMatchObject({ status: 'NEEDS_REVIEW' });
    await review(id, 'REFUSED');
    expect(await refresh(id)).toMatchObject({ changed: false, payment: { status: 'REFUSED' } });
    await gateway.get('/sandbox/faults', { method: 'DELETE' });
  });

  it('a refund in its back office beside a refund in doubt counts as well', async () => {
    const initiation = await paid('LABANQUEPOSTALE');
    const id = await lost(initiation, 500);
    await atBank(initiation, 'REFUND', 300);
    await settled();
    expect(await refundsOf(id)).toEqual(['DONE 500', 'DONE 300']);
    const undone = await paid('LABANQUEPOSTALE');
    await night(gateway);
    const reference = `${undone.payment.reference}-1`;
    await fault({ kind: 'CUT_CONNECTION', operation: 'REFUND', reference, moment: 'BEFORE' });
    await refund(undone.payment.id, 500);
    await atBank(undone, 'REFUND', 300);
    await settled();
    expect(await refundsOf(undone.payment.id)).toEqual(['FAILED 500', 'DONE 300']);
  });

  describe('a payment that two attempts paid', () => {
    const twice = async (): Promise<Initiated> => {
      const first = await initiated(gateway, { paymentTarget: 'LABANQUEPOSTALE' });
      const { id, paymentUrl, reference } = first.payment;
      const { pathname } = new URL(paymentUrl ?? '');
      await useForm(await openLink(gateway, pathname), 'LABANQUEPOSTALE', 'pay');
      await payAtBank(first);
      const story = await eventsOf(id);
      expect(story.at(-1)).toMatchObject({ data: { reason: 'paid twice', attemptReference: `${reference}-1` } });
      return first;
    };

    it('stays paid when the second money is cancelled at the bank, or given back there', async () => {
      const cancelled = await twice();
      await atBank(cancelled, 'CANCEL', 1250);
      await refresh(cancelled.payment.id);
      expect(await standing(cancelled.payment.id)).toMatchObject({ status: 'PAID', refunds: [] });
      const told = (await eventsOf(cancelled.payment.id)).slice(-2).map(({ data }) => factOf(data, 'reason'));
      expect(told).toEqual(['paid twice', 'the payment was made by another transaction']);
      const refunded = await twice();
      await night(gateway);
      await atBank(refunded, 'REFUND', 1250);
      for (let count = 0; count < 3; count++) await refresh(refunded.payment.id);
      expect(await standing(refunded.payment.id)).toMatchObject({ status: 'PAID', refunds: [] });
    });

    it('is given back from the attempt that paid it', async () => {
      const { payment } = await twice();
      await night(gateway);
      expect(await refund(payment.id)).toMatchObject({ payment: { status: 'REFUNDED' } });
      const [operation] = await gateway.store.operationsOf(payment.id);
      expect(operation?.attemptId).toBe((await gateway.store.attemptsOf(payment.id))[1]?.id);
    });
  });
});
