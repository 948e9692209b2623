import { expect, it } from 'vitest';
import {
  InitiatePaymentDocument,
  Intention,
  LostAnswerError,
  RefreshPaymentDocument,
  RefundPaymentDocument,
} from '../../clients/typescript/src/index.ts';
import {
  clientOf,
  fakeTimers,
  input,
  json,
  lost,
  type Reply,
  settle,
  success,
} from '../support/clients/fake-answers.ts';

fakeTimers();

const refreshed = json({ data: { refreshPayment: { __typename: 'RefreshPaymentSuccess' } } });
const refunded = json({ data: { refundPayment: { __typename: 'RefundPaymentSuccess' } } });
const member = (fields: object): Reply => json({ data: { initiatePayment: fields } }, 200, { 'x-request-id': 'req_2' });
const badInput = member({ __typename: 'InvalidInputError', retryAdvice: 'FIX_INPUT' });
const notAllowed = member({ __typename: 'NotAllowedError', retryAdvice: 'DO_NOT_RETRY' });

/** A client that sends everything under one intention. */
function under(intention: Intention, replies: readonly Reply[]) {
  const { client, sent } = clientOf(replies, { retries: 0 });
  return {
    sent,
    refund: () => settle(client.execute(RefundPaymentDocument, { input: { id: 'pay_1' } }, { intention })),
    refresh: () => settle(client.execute(RefreshPaymentDocument, { id: 'pay_1' }, { intention })),
    initiate: (more: object = {}) =>
      settle(client.execute(InitiatePaymentDocument, { input: { ...input, ...more } }, { intention })),
  };
}

it('a mutation without a key is answered, and leaves a lost refund of its intention unknown', async () => {
  const intention = new Intention();
  const { refund, refresh, sent } = under(intention, [lost, refreshed, refunded]);
  expect(await refund()).toBeInstanceOf(LostAnswerError);
  expect(await refresh()).toMatchObject({ refreshPayment: { __typename: 'RefreshPaymentSuccess' } });
  expect(() => intention.renew()).toThrow('unknown');
  await refund();
  expect(sent.map(({ headers }) => headers['idempotency-key'])).toEqual([intention.key, undefined, intention.key]);
  expect(intention.isUnknown).toBe(false);
});

it('a lost mutation without a key is unknown until it is answered', async () => {
  const intention = new Intention();
  const { refresh } = under(intention, [lost, refreshed]);
  expect(await refresh()).toMatchObject({ name: 'LostAnswerError', key: null });
  expect(intention.isUnknown).toBe(true);
  await refresh();
  expect(intention.isUnknown).toBe(false);
});

it('the outcome of another key says nothing of the key of the intention', async () => {
  const intention = new Intention();
  const { initiate } = under(intention, [lost, success, success]);
  expect(await initiate()).toBeInstanceOf(LostAnswerError);
  expect(await initiate({ idempotencyKey: 'order-2' })).toMatchObject({ initiatePayment: { replayed: false } });
  expect(intention.isUnknown).toBe(true);
  await initiate({ idempotencyKey: intention.key });
  expect(intention.isUnknown).toBe(false);
});

it('no outcome of another request ends the doubt about a key that was kept', async () => {
  const intention = new Intention('kept');
  const { initiate, refresh } = under(intention, [refreshed, success, success]);
  await refresh();
  await initiate({ idempotencyKey: 'order-2' });
  expect(intention.isUnknown).toBe(true);
  await initiate();
  expect(intention.isUnknown).toBe(false);
});

it('after a reload a bad input is a result, and the key stays until the corrected one is answered', async () => {
  const intention = new Intention('kept');
  const { initiate } = under(intention, [badInput, success]);
  expect(await initiate({ email: 'nope' })).toMatchObject({ initiatePayment: { __typename: 'InvalidInputError' } });
  expect(() => intention.renew()).toThrow('unknown');
  await initiate();
  intention.renew();
});

it('a refusal after a lost try is the cause of the error, with the id of its request', async () => {
  const { initiate } = under(new Intention('kept'), [notAllowed]);
  expect(await initiate()).toMatchObject({
    ...{ name: 'LostAnswerError', code: 'OUTCOME_UNKNOWN', key: 'kept', requestId: 'req_2' },
    cause: { initiatePayment: { __typename: 'NotAllowedError' } },
  });
});
