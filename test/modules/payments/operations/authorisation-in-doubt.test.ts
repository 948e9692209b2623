import { afterEach, describe, expect, it } from 'vitest';
import { sandboxShops } from '../../../../src/config/development.ts';
import { ReviewPaymentDocument, SettleOperationDocument } from '../../../generated/graphql.ts';
import { paidAtBank, payAtBank } from '../../../support/at-bank.ts';
import { drawnDatabases } from '../../../support/drawn-databases.ts';
import { scriptFault, startGateway } from '../../../support/gateway.ts';
import { openForGroup } from '../../../support/open-for.ts';
import { dataOf, operationsOn } from '../../../support/payments/operations.ts';
import { initiated } from '../../../support/requests.ts';
import { messageOf, postNotification, signed } from '../../../support/scellius-messages.ts';

/** An authorisation runs out while the result of an operation on it is not known. */

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

describe.each(drawnDatabases())('an authorisation with an operation in doubt on $name', ({ open }) => {
  const gateway = openForGroup(() => startGateway({ open }));
  const { capture, cancel, standing } = operationsOn(gateway);
  const fault = (script: object) => scriptFault(gateway, script);
  afterEach(() => gateway.get('/sandbox/faults', { method: 'DELETE' }));
  const statusOf = async (id: string) => (await standing(id))?.status;

  /** Its answer is lost on the last day, and the bank answers no question after that. */
  const inDoubt = async (operation: 'CAPTURE' | 'CANCEL') => {
    const initiation = await initiated(gateway, { paymentTarget: 'PAYBOX', capture: 'LATER' });
    const { payment } = initiation;
    await payAtBank(initiation);
    await gateway.pass(7 * dayMs - 10 * minuteMs);
    expect(await statusOf(payment.id)).toBe('AUTHORIZED');
    await fault({ kind: 'CUT_CONNECTION', operation, bank: 'PAYBOX', moment: 'AFTER' });
    expect(await (operation === 'CAPTURE' ? capture(payment.id) : cancel(payment.id))).toMatchObject({
      code: 'OUTCOME_UNKNOWN',
    });
    await fault({ kind: 'ANSWER_HTML', operation: 'INQUIRY', bank: 'PAYBOX', lasting: true });
    return payment.id;
  };

  it.each([
    ['CAPTURE', 'PAID'],
    ['CANCEL', 'CANCELLED'],
  ] as const)('does not run out: by the word of a person the %s makes it %s', async (operation, status) => {
    const id = await inDoubt(operation);
    for (let days = 0; days < 9; days++) await gateway.pass(dayMs);
    const known = await standing(id);
    expect(known).toMatchObject({ status: 'AUTHORIZED', operations: [{ status: 'NEEDS_REVIEW' }] });
    const input = { id: known?.operations[0]?.id ?? '', outcome: 'DONE' } as const;
    const settled = dataOf(await gateway.send(SettleOperationDocument, { input })).settleOperation;
    expect(settled).toMatchObject({ operation: { status: 'DONE' }, payment: { status } });
    expect(await gateway.store.journalEntriesOf(id)).toHaveLength(status === 'PAID' ? 1 : 0);
  });

  it('lets a person decide the payment only after the operation', async () => {
    const initiation = await initiated(gateway, { paymentTarget: 'LABANQUEPOSTALE', capture: 'LATER' });
    const { id } = initiation.payment;
    await payAtBank(initiation);
    await fault({ kind: 'CUT_CONNECTION', operation: 'CAPTURE', bank: 'LABANQUEPOSTALE', moment: 'AFTER' });
    expect(await capture(id)).toMatchObject({ code: 'OUTCOME_UNKNOWN' });
    const strange = signed(
      messageOf(initiation, { vads_amount: '1' }),
      sandboxShops().labanquepostaleShops[0]?.keys.TEST ?? '',
    );
    expect(await postNotification(gateway, strange)).toBe(200);
    const known = await standing(id);
    expect(known).toMatchObject({ status: 'NEEDS_REVIEW', operations: [{ status: 'UNKNOWN' }] });
    const review = async (status: 'CANCELLED' | 'PAID') =>
      dataOf(await gateway.send(ReviewPaymentDocument, { input: { id, status } })).reviewPayment;
    expect(await review('CANCELLED')).toMatchObject({
      code: 'OPERATION_NOT_POSSIBLE',
      message: expect.stringContaining('settleOperation'),
    });
    const input = { id: known?.operations[0]?.id ?? '', outcome: 'DONE' } as const;
    await gateway.send(SettleOperationDocument, { input });
    expect(await review('PAID')).toMatchObject({ payment: { status: 'PAID' } });
  });

  it('runs out as soon as it is known that it was not captured', async () => {
    const id = await inDoubt('CAPTURE');
    for (let days = 0; days < 9; days++) await gateway.pass(dayMs);
    const input = { id: (await standing(id))?.operations[0]?.id ?? '', outcome: 'NOT_DONE' } as const;
    await gateway.send(SettleOperationDocument, { input });
    await gateway.pass(minuteMs);
    expect(await statusOf(id)).toBe('EXPIRED');
  });

  it('is asked about ever later where the bank answers nothing, and is given up after a day', async () => {
    const initiation = await paidAtBank(gateway, { paymentTarget: 'PAYBOX', capture: 'LATER' });
    await gateway.pass(7 * dayMs - minuteMs);
    await fault({ kind: 'ANSWER_500', bank: 'PAYBOX', operation: 'INQUIRY', lasting: true });
    const questions = () => gateway.logs.filter(({ url, route }) => `${url} ${route}`.includes('PPPS.php')).length;
    const before = questions();
    for (let passed = 0; passed < 60; passed++) await gateway.pass(minuteMs);
    // At once, and after pauses of 1, 2, 4, 8 and 16 minutes.
    expect(questions() - before).toBe(6);
    expect(await statusOf(initiation.payment.id)).toBe('AUTHORIZED');
    await gateway.pass(dayMs);
    expect(await statusOf(initiation.payment.id)).toBe('EXPIRED');
  });
});
