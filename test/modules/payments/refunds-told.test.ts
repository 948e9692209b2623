import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { sandboxShops } from '../../../src/config/development.ts';
import { createIdentifiers } from '../../../src/kernel/identifiers.ts';
import { factOf } from '../../../src/kernel/stored-facts.ts';
import { recordOperationResult } from '../../../src/modules/payments/operations/record-operation-result.ts';
import { RefreshPaymentDocument, RefundPaymentDocument, SettleOperationDocument } from '../../generated/graphql.ts';
import { night, paidAtBank } from '../../support/at-bank.ts';
import { drawnDatabases } from '../../support/drawn-databases.ts';
import { scriptFault, startGateway } from '../../support/gateway.ts';
import { openForGroup } from '../../support/open-for.ts';
import { type Initiated, initiated } from '../../support/requests.ts';
import { answerOf, hashed, messageOf, postMessage, postNotification, signed } from '../../support/scellius-messages.ts';

/** What Scellius says of a refund: done is done, pending stays pending, failed fails, and unknown is asked about. */

const shop = sandboxShops().labanquepostaleShops[0];
const done = ['AUTHORISED', 'CAPTURED'];
const failed = ['REFUSED', 'CAPTURE_FAILED', 'CANCELLED', 'ABANDONED', 'NOT_CREATED', 'EXPIRED', 'ERROR'];
const open = [
  ...['AUTHORISED_TO_VALIDATE', 'WAITING_AUTHORISATION', 'WAITING_AUTHORISATION_TO_VALIDATE', 'WAITING_FOR_PAYMENT'],
  ...['UNDER_VERIFICATION', 'SUSPENDED', 'INITIAL', 'PENDING', 'PRE_AUTHORISED', 'REFUND_TO_RETRY'],
];
const cells = [
  ...done.map((word) => [word, 'done'] as const),
  ...failed.map((word) => [word, 'failed'] as const),
  ...open.map((word) => [word, 'open'] as const),
].flatMap(([word, meaning]) => (['form', 'rest'] as const).map((form) => [word, meaning, form] as const));
const told = [...cells, ['SOMETHING_NEW', 'open', 'rest'] as const];

describe.each(drawnDatabases())('on $name', ({ open: openDatabase }) => {
  const gateway = openForGroup(() => startGateway({ open: openDatabase }));

  const paid = (): Promise<Initiated> => paidAtBank(gateway, { paymentTarget: 'LABANQUEPOSTALE' });

  /** The bank says of a refund of 500 cents, or of another operation, that it has this status. */
  async function tell(
    initiation: Initiated,
    form: 'form' | 'rest',
    status: string,
    { operation = 'CREDIT', refund = 'one' } = {},
  ) {
    const number = createHash('md5').update(`${refund} of ${initiation.payment.id}`).digest('hex');
    const isDebit = operation === 'DEBIT';
    const fields = { uuid: isDebit ? initiation.payment.id.slice(4) : number, amount: isDebit ? 1250 : 500 };
    const rest = JSON.stringify(answerOf(initiation, { ...fields, operationType: operation, detailedStatus: status }));
    const words = { vads_operation_type: operation, vads_trans_status: status, vads_url_check_src: 'MERCH_BO' };
    const numbers = { vads_trans_uuid: fields.uuid, vads_amount: String(fields.amount) };
    const message = messageOf(initiation, { ...words, ...numbers });
    const body = form === 'rest' ? hashed(rest, shop?.passwords.TEST ?? '') : signed(message);
    expect(await postNotification(gateway, body)).toBe(200);
  }

  const standingOf = async ({ payment: { id } }: Initiated) => {
    const operations = await gateway.store.operationsOf(id);
    const events = await gateway.store.eventsOf(id, 0, 100);
    return {
      status: (await gateway.store.paymentById(id))?.status,
      operations: operations.map(({ status, origin }) => `${origin} ${status}`),
      refundsDone: events.filter(({ type }) => type === 'REFUND_DONE').length,
      entries: (await gateway.store.journalEntriesOf(id)).length,
    };
  };
  const lastOf = async ({ payment: { id } }: Initiated) => {
    const { type, data } = (await gateway.store.eventsOf(id, 0, 100)).at(-1) ?? {};
    return [type, data ? factOf(data, 'reason') : null];
  };
  /** Of 500 cents, whose answer is lost before the bank did anything. */
  const inDoubt = async (): Promise<Initiated> => {
    const initiation = await paid();
    await night(gateway);
    const { id, reference } = initiation.payment;
    // The bank answers in between, so that it is not taken to be away.
    await gateway.send(RefreshPaymentDocument, { id });
    const of = { operation: 'REFUND', bank: 'LABANQUEPOSTALE', reference: `${reference}-1`, moment: 'BEFORE' };
    await scriptFault(gateway, { kind: 'CUT_CONNECTION', ...of });
    await gateway.send(RefundPaymentDocument, { input: { id, amount: 500 } });
    return initiation;
  };
  const untouched = { status: 'PAID', refundsDone: 0, entries: 1 };
  const refunded = { status: 'PARTIALLY_REFUNDED', refundsDone: 1, entries: 2 };

  describe.each(told)('a refund that is %s (%s), in the words of the %s', (word, meaning, form) => {
    it('and that was not asked for here', async () => {
      const initiation = await paid();
      await tell(initiation, form, word);
      expect(await standingOf(initiation)).toEqual({
        ...(meaning === 'done' ? refunded : untouched),
        operations: { done: ['BANK DONE'], failed: [], open: ['BANK UNKNOWN'] }[meaning],
      });
    });

    it('and whose answer was lost', async () => {
      const initiation = await inDoubt();
      expect((await standingOf(initiation)).operations).toEqual(['CALLER UNKNOWN']);
      await tell(initiation, form, word);
      expect(await standingOf(initiation)).toEqual({
        ...(meaning === 'done' ? refunded : untouched),
        // The amount alone does not say that it is this one which ended without money: the resolver asks.
        operations: [`CALLER ${{ done: 'DONE', failed: 'UNKNOWN', open: 'UNKNOWN' }[meaning]}`],
      });
    });
  });

  it.each([
    ['AUTHORISED', { ...refunded, operations: ['BANK DONE'] }],
    ['ERROR', { ...untouched, operations: ['BANK REFUSED'] }],
  ])('a refund made at the bank that was pending, and is %s at last', async (word, standing) => {
    const initiation = await paid();
    for (const status of ['UNDER_VERIFICATION', 'PENDING', word]) await tell(initiation, 'form', status);
    expect(await standingOf(initiation)).toEqual(standing);
    for (const status of ['UNDER_VERIFICATION', word]) await tell(initiation, 'rest', status);
    expect(await standingOf(initiation)).toEqual(standing);
  });

  it('a refund that was done and is refused stays done, and a person looks', async () => {
    const initiation = await paid();
    for (const word of ['AUTHORISED', 'ERROR']) await tell(initiation, 'form', word);
    expect(await lastOf(initiation)).toEqual(['CONTRADICTION', 'a refund that was done is refused']);
    expect(await standingOf(initiation)).toEqual({ ...refunded, operations: ['BANK DONE'] });
  });

  it('a refund that was refused and is done counts once, and a person looks', async () => {
    const initiation = await paid();
    for (const word of ['PENDING', 'ERROR', 'AUTHORISED']) await tell(initiation, 'form', word);
    expect(await lastOf(initiation)).toEqual(['CONTRADICTION', 'a refund that was refused is done']);
    expect(await standingOf(initiation)).toEqual({ ...refunded, operations: ['BANK DONE'] });
    const { id } = initiation.payment;
    const { version } = (await gateway.store.paymentById(id)) ?? {};
    for (const form of ['form', 'rest'] as const) await tell(initiation, form, 'CAPTURED');
    expect((await gateway.store.paymentById(id))?.version).toBe(version);
    expect(await standingOf(initiation)).toEqual({ ...refunded, operations: ['BANK DONE'] });
    // What is left is all that can be given back.
    const { data: answer } = await gateway.send(RefundPaymentDocument, { input: { id, amount: 1250 } });
    expect(answer?.refundPayment.__typename).toBe('InvalidInputError');
  });

  it('a refund that a person said was not done, and that the bank did, counts', async () => {
    const initiation = await paid();
    await tell(initiation, 'form', 'PENDING');
    const [operation] = await gateway.store.operationsOf(initiation.payment.id);
    await gateway.send(SettleOperationDocument, { input: { id: operation?.id ?? '', outcome: 'NOT_DONE' } });
    expect(await standingOf(initiation)).toEqual({ ...untouched, operations: ['BANK FAILED'] });
    await tell(initiation, 'form', 'CAPTURED');
    expect(await standingOf(initiation)).toEqual({ ...refunded, operations: ['BANK DONE'] });
  });

  it('a refund that was refused and is done does not count beside one in doubt', async () => {
    const initiation = await paid();
    for (const word of ['PENDING', 'ERROR']) await tell(initiation, 'form', word);
    await tell(initiation, 'form', 'PENDING', { refund: 'other' });
    await tell(initiation, 'form', 'AUTHORISED');
    expect(await lastOf(initiation)).toEqual(['CONTRADICTION', 'a refund that was refused is done']);
    expect(await standingOf(initiation)).toEqual({ ...untouched, operations: ['BANK REFUSED', 'BANK UNKNOWN'] });
  });

  it('a refund that was refused and is done does not count where more would go than came', async () => {
    const initiation = await paid();
    for (const word of ['PENDING', 'ERROR']) await tell(initiation, 'form', word);
    for (const refund of ['other', 'third']) await tell(initiation, 'form', 'AUTHORISED', { refund });
    await tell(initiation, 'form', 'AUTHORISED');
    expect(await lastOf(initiation)).toEqual(['CONTRADICTION', 'a refund that was refused is done']);
    expect(await standingOf(initiation)).toMatchObject({ refundsDone: 2, entries: 3 });
  });

  it.each(['form', 'rest'] as const)('a refund of the same amount is another one by its number (%s)', async (form) => {
    const initiation = await paid();
    await tell(initiation, form, 'PENDING');
    await tell(initiation, form, 'REFUSED', { refund: 'other' });
    expect(await standingOf(initiation)).toEqual({ ...untouched, operations: ['BANK UNKNOWN'] });
    await tell(initiation, form, 'CAPTURED', { refund: 'other' });
    expect(await standingOf(initiation)).toEqual({ ...refunded, operations: ['BANK UNKNOWN', 'BANK DONE'] });
    await tell(initiation, form, 'CAPTURED');
    expect(await standingOf(initiation)).toMatchObject({ refundsDone: 2, operations: ['BANK DONE', 'BANK DONE'] });
  });

  it('a refund that was refused, and that the answer to the call says is done, calls a person', async () => {
    const initiation = await paid();
    for (const word of ['PENDING', 'REFUSED']) await tell(initiation, 'form', word);
    const { id } = initiation.payment;
    const services = { clock: gateway.now, identifiers: createIdentifiers(gateway.now), eventHandlers: [] };
    await gateway.store.transact(async (transaction) => {
      const [payment, [operation]] = [await transaction.paymentById(id), await transaction.operationsOf(id)];
      if (!payment || !operation) throw new Error('there is a refund');
      const done = { status: 'DONE', bankTransaction: 'n', bankCode: null } as const;
      await recordOperationResult(services, transaction, { payment, operation }, done);
    });
    expect(await lastOf(initiation)).toEqual(['REVIEW_NEEDED', 'the bank did it, but the operation is REFUSED']);
    expect(await standingOf(initiation)).toEqual({ ...untouched, operations: ['BANK REFUSED'] });
  });

  it('a refund that the bank does not decide is asked about, and is finally for a person', async () => {
    const initiation = await paid();
    const { id } = initiation.payment;
    await tell(initiation, 'form', 'REFUND_TO_RETRY');
    const [operation] = await gateway.store.operationsOf(id);
    expect(operation?.nextAskAt).toBe((operation?.createdAt ?? 0) + 30_000);
    for (let round = 0; round < 2; round++) await gateway.pass(3 * 60_000);
    // The bank has no such refund: it was never done.
    expect(await standingOf(initiation)).toEqual({ ...untouched, operations: ['BANK FAILED'] });
  });

  it('an operation that is not known alerts, and moves nothing', async () => {
    for (const initiation of [await paid(), await initiated(gateway, { paymentTarget: 'LABANQUEPOSTALE' })]) {
      const before = await standingOf(initiation);
      await tell(initiation, 'rest', 'CAPTURED', { operation: 'REVERSAL' });
      expect(await standingOf(initiation)).toEqual(before);
      expect(await lastOf(initiation)).toEqual(['CONTRADICTION', 'an operation that is not known']);
    }
  });

  it.each(['form', 'rest'] as const)('a payment that ends in ERROR has failed (%s)', async (form) => {
    const initiation = await initiated(gateway, { paymentTarget: 'LABANQUEPOSTALE' });
    await tell(initiation, form, 'ERROR', { operation: 'DEBIT' });
    expect((await standingOf(initiation)).status).toBe('FAILED');
    await tell(initiation, form, 'AUTHORISED', { operation: 'DEBIT' });
    expect((await standingOf(initiation)).status).toBe('PAID');
  });

  it.each([
    ['oldest first', false],
    ['newest first', true],
  ])('a message of two transactions, %s, is applied whole, and again changes nothing', async (_order, isReversed) => {
    const initiation = await initiated(gateway, { paymentTarget: 'LABANQUEPOSTALE' });
    const { transactions, ...answer } = answerOf(initiation) as { transactions: readonly object[] };
    const uuid = createHash('md5').update(`refund of ${initiation.payment.id}`).digest('hex');
    const all = [...transactions, { ...transactions[0], uuid, operationType: 'CREDIT', amount: 500 }];
    const text = JSON.stringify({ ...answer, transactions: isReversed ? all.toReversed() : all });
    for (let time = 0; time < 2; time++) {
      expect(await postNotification(gateway, hashed(text, shop?.passwords.TEST ?? ''))).toBe(200);
      expect(await standingOf(initiation)).toEqual({ ...refunded, operations: ['BANK DONE'] });
    }
    // The form's message of the same refund is the same update.
    await postMessage(gateway, initiation);
    expect(await standingOf(initiation)).toEqual({ ...refunded, operations: ['BANK DONE'] });
  });

  it('a direct debit is not paid by a message that names no SDD', async () => {
    const initiation = await initiated(gateway, { paymentTarget: 'LABANQUEPOSTALE', paymentType: 'DIRECT_SEPA' });
    await tell(initiation, 'form', 'CAPTURED', { operation: 'DEBIT' });
    expect((await standingOf(initiation)).status).toBe('PENDING');
  });
});
