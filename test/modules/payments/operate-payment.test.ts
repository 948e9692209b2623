import { describe, expect, it } from 'vitest';
import { RefreshPaymentDocument, RefundPaymentDocument, SettleOperationDocument } from '../../generated/graphql.ts';
import { night, paidAtBank, payAtBank } from '../../support/at-bank.ts';
import { drawnDatabases } from '../../support/drawn-databases.ts';
import { openSimulator } from '../../support/faults/story.ts';
import { scriptFault, startGateway } from '../../support/gateway.ts';
import { openForGroup } from '../../support/open-for.ts';
import { dataOf, operationsOn } from '../../support/payments/operations.ts';
import { initiated, legacyPath } from '../../support/requests.ts';

/** Refund, cancel and capture, through the whole gateway and over HTTP to the simulators. */

describe.each(drawnDatabases())('operations on $name', ({ open }) => {
  const gateway = openForGroup(() => startGateway({ open }));

  const { refund, cancel, capture, standing, eventsOf, paid: paidAt } = operationsOn(gateway);
  const fault = (script: object) => scriptFault(gateway, script);

  describe.each(['PAYBOX', 'LABANQUEPOSTALE'] as const)('at %s', (paymentTarget) => {
    const paid = async (change: object = {}): Promise<string> => (await paidAt(paymentTarget, change)).payment.id;

    it('gives everything back, once', async () => {
      const id = await paid();
      await night(gateway);
      const first = await refund({ id, idempotencyKey: `all-${id}` });
      expect(first).toMatchObject({
        __typename: 'RefundPaymentSuccess',
        replayed: false,
        refund: { status: 'DONE', amount: { cents: 1250 } },
        payment: { status: 'REFUNDED' },
      });
      expect(await refund({ id, idempotencyKey: `all-${id}` })).toMatchObject({
        replayed: true,
        refund: { id: (first as { refund: { id: string } }).refund.id, status: 'DONE' },
      });
      expect(await refund({ id })).toMatchObject({
        __typename: 'OperationNotPossibleError',
        code: 'OPERATION_NOT_POSSIBLE',
        message: 'The payment is refunded.',
      });
      expect(await eventsOf(id)).toEqual(['INITIATED', 'STATUS_CHANGED', 'OPERATION_REQUESTED', 'REFUND_DONE']);
    });

    it('gives two parts back, and never more than was paid', async () => {
      const id = await paid();
      await night(gateway);
      expect(await refund({ id, amount: 1000 })).toMatchObject({ payment: { status: 'PARTIALLY_REFUNDED' } });
      expect(await refund({ id, amount: 251 })).toMatchObject({
        __typename: 'InvalidInputError',
        path: ['amount'],
        message: 'amount is more than can still be given back: 250 cents.',
      });
      const actions = (await standing(id))?.availableActions ?? [];
      expect(actions.find(({ action }) => action === 'REFUND')).toMatchObject({
        available: true,
        maximumAmount: { cents: 250 },
      });
      expect(await refund({ id })).toMatchObject({
        refund: { amount: { cents: 250 }, status: 'DONE' },
        payment: { status: 'REFUNDED', refunds: [{ status: 'DONE' }, { status: 'DONE' }] },
      });
    });

    it('refuses another request under the same key', async () => {
      const id = await paid();
      await night(gateway);
      await refund({ id, amount: 100, idempotencyKey: `key-${id}` });
      expect(await refund({ id, amount: 200, idempotencyKey: `key-${id}` })).toMatchObject({
        code: 'IDEMPOTENCY_CONFLICT',
      });
    });

    it.each(['BEFORE', 'AFTER'] as const)('settles a refund whose answer was lost %s it was done', async (moment) => {
      const id = await paid();
      await night(gateway);
      await fault({ kind: 'CUT_CONNECTION', operation: 'REFUND', bank: paymentTarget, moment });
      expect(await refund({ id, idempotencyKey: `lost-${id}` })).toMatchObject({
        __typename: 'OutcomeUnknownError',
        code: 'OUTCOME_UNKNOWN',
        retryAdvice: 'CHECK_STATUS_FIRST',
        operation: { status: 'UNKNOWN' },
      });
      expect(await refund({ id })).toMatchObject({ code: 'OPERATION_IN_PROGRESS', retryAdvice: 'RETRY_SAME_KEY' });
      await gateway.pass(1 * 60_000);
      await gateway.pass(3 * 60_000);
      expect(await standing(id)).toMatchObject(
        moment === 'AFTER'
          ? { status: 'REFUNDED', refunds: [{ status: 'DONE' }] }
          : { status: 'PAID', refunds: [{ status: 'FAILED' }] },
      );
      const again = await refund({ id, idempotencyKey: `lost-${id}` });
      expect(again).toMatchObject({ refund: { status: 'DONE' }, payment: { status: 'REFUNDED' } });
      expect((await standing(id))?.refunds).toHaveLength(1);
    });

    it('takes two answers without it for the proof that it was not done, and counts no question without one', async () => {
      const id = await paid();
      await night(gateway);
      await fault({ kind: 'CUT_CONNECTION', operation: 'REFUND', bank: paymentTarget, moment: 'BEFORE' });
      await refund({ id });
      const statusAfter = async (minutes: number) => {
        await gateway.pass(minutes * 60_000);
        return (await standing(id))?.refunds[0]?.status;
      };
      await fault({ kind: 'ANSWER_500', operation: 'INQUIRY', bank: paymentTarget });
      expect(await statusAfter(1)).toBe('UNKNOWN');
      expect(await statusAfter(3)).toBe('UNKNOWN');
      await fault({ kind: 'ANSWER_500', operation: 'INQUIRY', bank: paymentTarget });
      expect(await statusAfter(11)).toBe('UNKNOWN');
      expect(await statusAfter(31)).toBe('FAILED');
      expect((await gateway.store.operationsOf(id)).map(({ asks }) => asks)).toEqual([3]);
    });

    it('cancels a payment that has not left for the bank, and gives none back twice', async () => {
      const id = await paid();
      expect(await cancel(id)).toMatchObject({
        __typename: 'CancelPaymentSuccess',
        operation: { status: 'DONE' },
        payment: { status: 'CANCELLED' },
      });
      expect(await cancel(id)).toMatchObject({ replayed: false, operation: null, payment: { status: 'CANCELLED' } });
      expect(await refund({ id })).toMatchObject({ code: 'OPERATION_NOT_POSSIBLE' });
    });

    it('shows what the bank did when the key is repeated, and no other key acts twice', async () => {
      const id = await paid();
      const first = await cancel(id, `cancel-${id}`);
      if (first.__typename !== 'CancelPaymentSuccess' || !first.operation) throw new Error(JSON.stringify(first));
      expect(first).toMatchObject({ replayed: false, operation: { status: 'DONE' } });
      expect(await cancel(id, `cancel-${id}`)).toMatchObject({ replayed: true, operation: first.operation });
      expect(await cancel(id, `other-${id}`)).toMatchObject({ replayed: false, operation: null });
      expect(await cancel(id, `other-${id}`)).toMatchObject({ replayed: true, operation: null });
      const another = await paid();
      for (const key of [`cancel-${id}`, `other-${id}`]) {
        expect(await cancel(another, key)).toMatchObject({ code: 'IDEMPOTENCY_CONFLICT', path: ['idempotencyKey'] });
      }
      expect(await standing(another)).toMatchObject({ status: 'PAID', operations: [] });
      expect(await eventsOf(id)).toHaveLength(4);
    });

    it('stays cancelled when the message about the cancelled money comes late', async () => {
      const initiation = await initiated(gateway, { paymentTarget });
      const { id, reference } = initiation.payment;
      await fault({ kind: 'DELAY_NOTIFICATION', reference: `${reference}-1`, delayMs: 1440 * 60_000 });
      await payAtBank(initiation);
      await gateway.send(RefreshPaymentDocument, { id });
      expect(await standing(id)).toMatchObject({ status: 'PAID' });
      expect(await cancel(id)).toMatchObject({ operation: { status: 'DONE' }, payment: { status: 'CANCELLED' } });
      await gateway.get('/sandbox/faults/release', { method: 'POST' });
      expect(await standing(id)).toMatchObject({ status: 'CANCELLED' });
      const told = (await gateway.store.eventsOf(id, 0, 100)).at(-1);
      expect(told).toMatchObject({
        type: 'NEWS_IGNORED',
        data: { newsStatus: 'PAID', reason: 'late: this transaction was cancelled' },
      });
      await gateway.send(RefreshPaymentDocument, { id });
      expect(await standing(id)).toMatchObject({ status: 'CANCELLED' });
    });

    it('says so where the bank refuses to cancel', async () => {
      const id = await paid();
      await night(gateway);
      const cancelled = await cancel(id);
      if (cancelled.__typename === 'OutcomeUnknownError') {
        // Paybox answers "no such transaction", which may as well mean that it was done.
        await gateway.pass(1 * 60_000);
        await gateway.pass(3 * 60_000);
      }
      const { status, operations } = (await standing(id)) ?? {};
      expect(status).toBe('PAID');
      expect(['REFUSED', 'FAILED']).toContain(operations?.[0]?.status);
    });

    it('gives up a payment that waits', async () => {
      const { payment } = await initiated(gateway, { paymentTarget });
      expect(await cancel(payment.id)).toMatchObject({ operation: null, payment: { status: 'CANCELLED' } });
      const page = await gateway.get(new URL(payment.paymentUrl ?? '').pathname);
      expect(await page.text()).not.toContain('<form');
    });

    it('gives up a payment that waits once for a key, also where an old system opened it again', async () => {
      const idCommande = `given-up-${paymentTarget}`;
      const url = legacyPath({ paymentTarget, idCommande }, '.json');
      const { payment_id: id } = (await (await gateway.get(url)).json()) as { payment_id: string };
      const key = `waits-${id}`;
      expect(await cancel(id, key)).toMatchObject({ replayed: false, payment: { status: 'CANCELLED' } });
      expect(await cancel(id, key)).toMatchObject({
        replayed: true,
        operation: null,
        payment: { status: 'CANCELLED' },
      });
      await gateway.get(url);
      expect(await cancel(id, key)).toMatchObject({ replayed: true, payment: { status: 'REQUIRES_ACTION' } });
      const { payment } = await initiated(gateway, { paymentTarget });
      expect(await cancel(payment.id, key)).toMatchObject({ code: 'IDEMPOTENCY_CONFLICT' });
      expect(await standing(payment.id)).toMatchObject({ status: 'REQUIRES_ACTION' });
      expect(await cancel(id, `again-${id}`)).toMatchObject({ replayed: false, payment: { status: 'CANCELLED' } });
    });

    it('does not give up a payment whose message was lost', async () => {
      const initiation = await initiated(gateway, { paymentTarget });
      await fault({ kind: 'LOSE_NOTIFICATION', reference: `${initiation.payment.reference}-1` });
      await payAtBank(initiation);
      expect(await cancel(initiation.payment.id)).toMatchObject({
        code: 'OPERATION_NOT_POSSIBLE',
        message: 'The payment has become PAID in the meantime.',
      });
    });

    it('holds the amount, and takes it later', async () => {
      const id = await paid({ capture: 'LATER' });
      expect(await standing(id)).toMatchObject({ status: 'AUTHORIZED' });
      expect(await refund({ id })).toMatchObject({ code: 'OPERATION_NOT_POSSIBLE' });
      expect(await capture(id)).toMatchObject({ operation: { status: 'DONE' }, payment: { status: 'PAID' } });
      expect(await capture(id)).toMatchObject({
        message: 'The payment is paid: only one that is authorised can be captured.',
      });
      await night(gateway);
      expect(await refund({ id })).toMatchObject({ payment: { status: 'REFUNDED' } });
    });

    it('releases an amount that is only held', async () => {
      const id = await paid({ capture: 'LATER' });
      expect(await cancel(id)).toMatchObject({ operation: { status: 'DONE' }, payment: { status: 'CANCELLED' } });
      expect(await capture(id)).toMatchObject({ code: 'OPERATION_NOT_POSSIBLE' });
    });

    it('asks for the same key again where the bank was never reached', async () => {
      const id = await paid();
      await night(gateway);
      await fault({ kind: 'ANSWER_500', operation: 'INQUIRY', bank: paymentTarget, moment: 'BEFORE' });
      const first = await refund({ id, idempotencyKey: `away-${id}` });
      const again = await refund({ id, idempotencyKey: `away-${id}` });
      // Only Paybox asks before it gives back.
      if (paymentTarget === 'PAYBOX') expect(first).toMatchObject({ code: 'PROVIDER_UNAVAILABLE' });
      expect(again).toMatchObject({ refund: { status: 'DONE' } });
      expect((await standing(id))?.refunds).toHaveLength(1);
      await gateway.get('/sandbox/faults', { method: 'DELETE' });
    });

    it('refunds once, however many ask at the same moment', async () => {
      const id = await paid();
      await night(gateway);
      const answers = await Promise.all(Array.from({ length: 10 }, () => refund({ id, amount: 700 })));
      expect(answers.filter(({ __typename }) => __typename === 'RefundPaymentSuccess')).toHaveLength(1);
      expect((await standing(id))?.refunds).toHaveLength(1);
    });
  });

  it.each(['PAYBOX', 'LABANQUEPOSTALE'] as const)(
    'gives back once at %s where a gateway fell asleep over its call, and awoke when another one gave it back',
    async (paymentTarget) => {
      await using database = await open();
      // Paybox is asked for the numbers of the transaction first.
      const callsEach = paymentTarget === 'PAYBOX' ? 2 : 1;
      let calls = 0;
      const asleep: (() => void)[] = [];
      await using sleeping = await startGateway({
        databaseUrl: database.databaseUrl,
        reachCrashPoint: async (point) => {
          if (point !== 'before-call:refund' || ++calls % callsEach !== 0) return;
          await new Promise<void>((resolve) => asleep.push(resolve));
        },
      });
      const initiation = await paidAtBank(sleeping, { paymentTarget });
      await night(sleeping);
      const { id } = initiation.payment;
      const input = { id, amount: 500, idempotencyKey: `asleep-${id}` };
      const first = sleeping.send(RefundPaymentDocument, { input });
      await expect.poll(() => asleep.length).toBe(1);
      for (const pause of [4, 3]) await sleeping.pass(pause * 60_000);
      // Paybox does not say whether a part was given back: a person does.
      const [doubtful] = await sleeping.store.operationsOf(id);
      if (doubtful?.status === 'NEEDS_REVIEW')
        await sleeping.send(SettleOperationDocument, { input: { id: doubtful.id, outcome: 'NOT_DONE' } });
      const second = sleeping.send(RefundPaymentDocument, { input });
      await expect.poll(() => asleep.length).toBe(2);
      asleep[0]?.();
      expect(dataOf(await first).refundPayment).toMatchObject({ code: 'OPERATION_IN_PROGRESS' });
      asleep[1]?.();
      expect(dataOf(await second).refundPayment).toMatchObject({ refund: { status: 'DONE' } });
      const simulator = openSimulator(`${sleeping.folder}/sandbox`);
      const done = simulator.doneFor(paymentTarget, [`${initiation.payment.reference}-1`]);
      simulator.close();
      expect(done).toMatchObject({ refundedCents: 500 });
    },
  );
});
