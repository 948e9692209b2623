import { describe, expect, it } from 'vitest';
import {
  CancelPaymentDocument,
  CapturePaymentDocument,
  RefundPaymentDocument,
  SettleOperationDocument,
} from '../../generated/graphql.ts';
import { night, paidAtBank } from '../../support/at-bank.ts';
import { drawnDatabases } from '../../support/drawn-databases.ts';
import { scriptFault, startGateway } from '../../support/gateway.ts';
import { openForGroup } from '../../support/open-for.ts';
import type { initiated } from '../../support/requests.ts';

/** What a bank surely did not do is sent again under its key, by the payment as it is then. */

describe.each(drawnDatabases())('an operation that failed, asked for again on $name', ({ open }) => {
  const gateway = openForGroup(() => startGateway({ open }));

  const paid = async (change: Parameters<typeof initiated>[1] = {}): Promise<string> => {
    return (await paidAtBank(gateway, change)).payment.id;
  };
  const refund = async (input: { id: string; amount?: number; idempotencyKey?: string }) =>
    (await gateway.send(RefundPaymentDocument, { input })).data?.refundPayment;
  const cancel = async (id: string) =>
    (await gateway.send(CancelPaymentDocument, { input: { id, idempotencyKey: id } })).data?.cancelPayment;
  const storyOf = async (id: string) => {
    const events = await gateway.store.eventsOf(id, 0, 100);
    const requests = events.filter(({ type }) => type === 'OPERATION_REQUESTED').length;
    const operations = await gateway.store.operationsOf(id);
    return { requests, operations: operations.map(({ status, amountCents }) => `${status} ${amountCents}`) };
  };
  /** The connection ends before the bank did anything, and a person says so. */
  const fails = async (operation: 'REFUND' | 'CANCEL', paymentId: string, ask: () => Promise<unknown>) => {
    await scriptFault(gateway, { kind: 'CUT_CONNECTION', operation, bank: 'PAYBOX', moment: 'BEFORE' });
    expect(await ask()).toMatchObject({ __typename: 'OutcomeUnknownError' });
    const [{ id } = { id: '' }] = await gateway.store.operationsOf(paymentId);
    const { data } = await gateway.send(SettleOperationDocument, { input: { id, outcome: 'NOT_DONE' } });
    expect(data?.settleOperation).toMatchObject({ __typename: 'SettleOperationSuccess' });
  };

  it.each([
    ['all that was left', {}],
    ['a part', { amount: 1000 }],
  ])('is refused before the bank is asked where %s is more than what is left', async (_name, amount) => {
    const id = await paid();
    await night(gateway);
    const whole = { id, idempotencyKey: id, ...amount };
    await fails('REFUND', id, () => refund(whole));
    expect(await refund({ id, amount: 500 })).toMatchObject({ __typename: 'RefundPaymentSuccess' });
    const before = await storyOf(id);
    expect(await refund(whole)).toMatchObject({
      __typename: 'amount' in amount ? 'InvalidInputError' : 'OperationNotPossibleError',
      message: expect.stringMatching(/more than .* still be given back/),
    });
    expect(await storyOf(id)).toEqual(before);
    expect(before.requests).toBe(2);
    // Under another key all that is left goes back.
    expect(await refund({ id })).toMatchObject({ refund: { status: 'DONE', amount: { cents: 750 } } });
  });

  it('is done where nothing was given back in between', async () => {
    const id = await paid();
    await night(gateway);
    await fails('REFUND', id, () => refund({ id, idempotencyKey: id }));
    expect(await refund({ id, idempotencyKey: id })).toMatchObject({ refund: { status: 'DONE' } });
    expect(await storyOf(id)).toEqual({ requests: 2, operations: ['DONE 1250'] });
  });

  it('gives back where the payment was paid in between, and is recorded so', async () => {
    const id = await paid({ capture: 'LATER' });
    await fails('CANCEL', id, () => cancel(id));
    expect((await gateway.store.operationsOf(id)).map(({ givesBack }) => givesBack)).toEqual([false]);
    const { data } = await gateway.send(CapturePaymentDocument, { input: { id } });
    expect(data?.capturePayment).toMatchObject({ __typename: 'CapturePaymentSuccess' });
    expect(await cancel(id)).toMatchObject({ __typename: 'CancelPaymentSuccess' });
    const cancelled = (await gateway.store.operationsOf(id)).find(({ kind }) => kind === 'CANCEL');
    expect(cancelled).toMatchObject({ status: 'DONE', givesBack: true });
  });
});
