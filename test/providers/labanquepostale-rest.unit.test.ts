import { describe, expect, test } from 'vitest';
import { Secret } from '../../src/kernel/merchant.ts';
import {
  type BankCall,
  LostAnswerError,
  NotSentError,
  type OperationRequest,
} from '../../src/modules/payments/operations/bank-operation.ts';
import type { LabanquepostaleAccount } from '../../src/providers/labanquepostale/account.ts';
import { createLabanquepostaleRest } from '../../src/providers/labanquepostale/rest.ts';
import { account, attempt, payment, uuid } from '../support/providers/labanquepostale-examples.ts';

const bank = createLabanquepostaleRest();
const rest = { url: 'https://api.example', password: new Secret('testpassword_é') };
const refundUuid = 'ffffffffffffffffffffffffffffffff';

const request = (change: Partial<OperationRequest<LabanquepostaleAccount>> = {}) => ({
  account: { ...account, rest },
  payment,
  attempt: { ...attempt, bankTransaction: uuid },
  kind: 'REFUND' as const,
  amountCents: 300,
  question: null,
  now: attempt.createdAt,
  ...change,
});

type Document = Readonly<Record<string, unknown>>;

const success = (answer: Document, change: Document = {}): Document => ({
  webService: 'any',
  version: 'V4',
  status: 'SUCCESS',
  answer,
  mode: 'TEST',
  ...change,
});
const failure = (errorCode: string): Document => ({ ...success({ errorCode }), status: 'ERROR' });

const debit: Document = {
  uuid,
  amount: 1250,
  currency: 'EUR',
  operationType: 'DEBIT',
  status: 'PAID',
  detailedStatus: 'CAPTURED',
  detailedErrorCode: null,
  transactionDetails: { cardDetails: { effectiveBrand: 'CB' } },
};
const credit: Document = {
  ...debit,
  uuid: refundUuid,
  amount: 300,
  operationType: 'CREDIT',
  detailedStatus: 'AUTHORISED',
};
const order = (transactions: readonly Document[], change: Document = {}): Document => ({
  shopId: '12345678',
  orderDetails: { orderId: attempt.reference, orderTotalAmount: 1250, orderCurrency: 'EUR', mode: 'TEST' },
  transactions,
  ...change,
});

/** A bank that answers every call with this, and remembers what it was asked. */
function bankThat(answer: Document | string | Error, status = 200) {
  const asked: Parameters<BankCall>[0][] = [];
  const call: BankCall = async (question) => {
    asked.push(question);
    if (answer instanceof Error) throw answer;
    return { status, body: Buffer.from(typeof answer === 'string' ? answer : JSON.stringify(answer)) };
  };
  return { asked, call };
}

describe('an operation', () => {
  test('is one call with the shop and password of the mode', async () => {
    const { asked, call } = bankThat(success(credit));
    expect(await bank.perform(request(), call)).toEqual({
      outcome: 'DONE',
      bankTransaction: refundUuid,
      bankCode: 'AUTHORISED',
    });
    expect(asked).toHaveLength(1);
    const [question] = asked;
    expect(question?.url).toBe('https://api.example/api-payment/V4/Transaction/CancelOrRefund');
    expect(question?.headers.authorization).toBe(`Basic ${Buffer.from('12345678:testpassword_é').toString('base64')}`);
    expect(JSON.parse(question?.body ?? '')).toEqual({
      uuid,
      amount: 300,
      currency: 'EUR',
      resolutionMode: 'REFUND_ONLY',
    });
  });

  test.each([
    ['CANCEL', 1250, 'CANCELLATION_ONLY'],
    ['REFUND', 1250, 'AUTO'],
    ['REFUND', 1249, 'REFUND_ONLY'],
  ] as const)('%s of %i cents is resolved by %s', async (kind, amountCents, resolutionMode) => {
    const { asked, call } = bankThat(success({ ...debit, detailedStatus: 'CANCELLED' }));
    await bank.perform(request({ kind, amountCents }), call);
    expect(JSON.parse(asked[0]?.body ?? '')).toMatchObject({ resolutionMode });
  });

  test('captures the whole amount by validation, and no part', async () => {
    const { asked, call } = bankThat(success({ responseCode: 0 }));
    const capture = request({ kind: 'CAPTURE', amountCents: 1250 });
    expect(await bank.perform(capture, call)).toMatchObject({ outcome: 'DONE' });
    expect(asked[0]?.url).toMatch(/\/V4\/Transaction\/Validate$/);
    expect(await bank.perform({ ...capture, amountCents: 1249 }, call)).toMatchObject({ outcome: 'NOT_SENT' });
    expect(asked).toHaveLength(1);
  });

  test.each([
    ['of another amount', { ...credit, amount: 301 }],
    ['that is our own debit', { ...debit, amount: 300 }],
    ['of no transaction', {}],
  ])('is unknown where success speaks %s', async (_what, answer) => {
    expect(await bank.perform(request(), bankThat(success(answer)).call)).toMatchObject({ outcome: 'UNKNOWN' });
  });

  test('is refused where the refund that was made is refused', async () => {
    const { call } = bankThat(success({ ...credit, detailedStatus: 'REFUSED' }));
    expect(await bank.perform(request(), call)).toMatchObject({ outcome: 'REFUSED', bankCode: 'REFUSED' });
  });

  test.each([
    ['PSP_075', 'REFUSED'],
    ['PSP_076', 'REFUSED'],
    ['PSP_100', 'REFUSED'],
    ['PSP_510', 'REFUSED'],
    ['INT_905', 'REFUSED'],
    ['ACQ_001', 'REFUSED'],
    ['PSP_104', 'UNKNOWN'],
    ['PSP_113', 'UNKNOWN'],
    ['PSP_999', 'UNKNOWN'],
    ['ACQ_999', 'UNKNOWN'],
    ['PSP_4321', 'UNKNOWN'],
  ])('%s, with whatever HTTP status, is %s', async (bankCode, outcome) => {
    for (const status of [200, 401, 500]) {
      const answer = await bank.perform(request(), bankThat(failure(bankCode), status).call);
      expect(answer).toMatchObject({ outcome, bankCode });
    }
  });

  test('that the rate limit turned away was not begun', async () => {
    expect(await bank.perform(request(), bankThat(failure('PSP_106')).call)).toMatchObject({ outcome: 'NOT_SENT' });
  });

  test.each([
    ['a page', '<html>SUCCESS</html>'],
    ['half of it', '{"status":"SUCCESS","answer":{'],
    ['null', 'null'],
    ['success of the other mode', JSON.stringify(success(credit, { mode: 'PRODUCTION' }))],
    ['success of no mode', JSON.stringify(success(credit, { mode: null }))],
    ['an error without code', JSON.stringify({ status: 'ERROR', answer: {} })],
  ])('is unknown where the answer is %s', async (_what, text) => {
    expect(await bank.perform(request(), bankThat(text).call)).toMatchObject({ outcome: 'UNKNOWN', bankCode: null });
  });

  test('is never sent again', async () => {
    for (const [error, outcome] of [
      [new LostAnswerError('cut'), 'UNKNOWN'],
      [new NotSentError('refused'), 'NOT_SENT'],
    ] as const) {
      const { asked, call } = bankThat(error);
      expect(await bank.perform(request(), call)).toMatchObject({ outcome });
      expect(asked).toHaveLength(1);
    }
  });

  test('needs the REST API and a transaction', async () => {
    const { asked, call } = bankThat(success(credit));
    expect(await bank.perform(request({ account }), call)).toMatchObject({ outcome: 'NOT_SENT' });
    expect(await bank.perform(request({ attempt }), call)).toMatchObject({ outcome: 'NOT_SENT' });
    expect(await bank.inquire(request({ account }), call)).toMatchObject({ outcome: 'UNKNOWN' });
    expect(asked).toEqual([]);
  });
});

describe('an inquiry', () => {
  const inquire = (answer: Document | string, change: Partial<OperationRequest<LabanquepostaleAccount>> = {}) =>
    bank.inquire(request(change), bankThat(answer).call);

  test('reads the order: our debit, and the sum of what was given back', async () => {
    const refused = { ...credit, uuid: '1'.repeat(32), detailedStatus: 'REFUSED' };
    const second = { ...credit, uuid: '2'.repeat(32), amount: 50, detailedStatus: 'CAPTURED' };
    const answer = await inquire(success(order([credit, refused, debit, second])));
    expect(answer).toMatchObject({
      outcome: 'FOUND',
      refundedCents: 350,
      update: { status: 'PAID', bankTransaction: uuid, bankStatus: 'CAPTURED', amountCents: 1250, currency: '978' },
    });
  });

  test('shows what is neither a payment nor a refund, and counts no refund that is not done', async () => {
    const strange = { ...credit, uuid: '5'.repeat(32), operationType: 'REVERSAL' };
    const waiting = { ...credit, uuid: '6'.repeat(32), detailedStatus: 'UNDER_VERIFICATION' };
    expect(await inquire(success(order([debit, strange, waiting])))).toMatchObject({
      refundedCents: 0,
      credits: [
        { operation: 'UNKNOWN', status: 'PENDING' },
        { operation: 'CREDIT', status: 'PENDING' },
      ],
    });
  });

  test('takes the try that was paid where several are there and none is known', async () => {
    const refused = { ...debit, uuid: '3'.repeat(32), detailedStatus: 'REFUSED' };
    const answer = await inquire(success(order([debit, refused])), { attempt });
    expect(answer).toMatchObject({ update: { bankTransaction: uuid, status: 'PAID' } });
    const onlyRefused = await inquire(success(order([refused])), { attempt });
    expect(onlyRefused).toMatchObject({ update: { status: 'REFUSED' } });
  });

  test('says a payment that was cancelled was given back whole', async () => {
    const answer = await inquire(success(order([{ ...debit, detailedStatus: 'CANCELLED' }])));
    expect(answer).toMatchObject({ refundedCents: 1250, update: { status: 'CANCELLED' } });
  });

  test('shows another amount or currency as it is, so that it contradicts', async () => {
    const answer = await inquire(success(order([{ ...debit, amount: 1251, currency: 'USD' }])));
    expect(answer).toMatchObject({ update: { amountCents: 1251, currency: '999' } });
    const part = await inquire(success(order([{ ...debit, detailedStatus: 'PARTIALLY_AUTHORISED' }])));
    expect(part).toMatchObject({ update: { amountCents: 0 } });
  });

  test.each([
    ['another order', order([debit], { orderDetails: { orderId: 'other', mode: 'TEST' } })],
    ['another mode', order([debit], { orderDetails: { orderId: attempt.reference, mode: 'PRODUCTION' } })],
    ['another shop', order([debit], { shopId: '87654321' })],
    ['another transaction', order([{ ...debit, uuid: '4'.repeat(32) }])],
    ['no transaction', order([])],
    ['refunds alone', order([credit])],
  ])('that is answered about %s says nothing', async (_what, answer) => {
    expect(await inquire(success(answer))).toMatchObject({ outcome: 'UNKNOWN' });
  });

  test('knows that there is no order, and takes no other error for that', async () => {
    expect(await inquire(failure('PSP_010'))).toEqual({ outcome: 'NONE' });
    for (const code of ['PSP_015', 'INT_905', 'PSP_999']) {
      expect(await inquire(failure(code))).toMatchObject({ outcome: 'UNKNOWN' });
    }
  });
});
