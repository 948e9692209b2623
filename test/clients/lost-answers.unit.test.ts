import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import {
  createClient,
  GatewayError,
  GetPaymentDocument,
  InitiatePaymentDocument,
  Intention,
  LostAnswerError,
  RefundPaymentDocument,
} from '../../clients/typescript/src/index.ts';
import {
  clientOf,
  fakeTimers,
  fault,
  initiate,
  input,
  json,
  lost,
  proxy,
  type Reply,
  settle,
  success,
  unavailable,
} from '../support/clients/fake-answers.ts';

fakeTimers();

describe('an answer after a lost one', () => {
  const refusal = (name: string, retryAdvice: string, path?: readonly string[]): Reply =>
    json({ data: { initiatePayment: { __typename: name, retryAdvice, path } } });
  const impossible = (...path: string[]): Reply => refusal('OperationNotPossibleError', 'DO_NOT_RETRY', path);

  it.each<[string, Reply, boolean]>([
    ['the payment', success, false],
    ['that the key stands for another request', refusal('IdempotencyConflictError', 'DO_NOT_RETRY'), false],
    ['that it waits for a second person', refusal('ApprovalRequiredError', 'CHECK_STATUS_FIRST'), false],
    ['that the key is used up', impossible('idempotencyKey'), false],
    ['that the payment does not allow it', impossible('id'), true],
    ['that the same input is bad', refusal('InvalidInputError', 'FIX_INPUT'), false],
    ['that the caller may not', refusal('NotAllowedError', 'DO_NOT_RETRY'), true],
    ['that the bank is away', unavailable(60), true],
    ['that the key of the client is no good', fault('UNAUTHENTICATED', 401), true],
    ['that it is asked too often', fault('RATE_LIMITED', 429, {}, { 'retry-after': '60' }), true],
    ['without a name', json({ data: { initiatePayment: { replayed: true } } }), true],
  ])('says %s: the outcome is still unknown is %s', async (_what, reply, isUnknown) => {
    const intention = new Intention();
    const { outcome } = await initiate([lost, reply], { intention });
    expect([intention.isUnknown, outcome instanceof LostAnswerError]).toEqual([isUnknown, isUnknown]);
  });

  it('that calls another input bad says nothing of the first one', async () => {
    const intention = new Intention();
    await initiate([lost, lost, lost, lost], { intention });
    const { client } = clientOf([refusal('InvalidInputError', 'FIX_INPUT')]);
    const changed = { input: { ...input, amount: '12,5' } };
    const outcome = await settle(client.execute(InitiatePaymentDocument, changed, { intention }));
    expect([outcome instanceof LostAnswerError, intention.isUnknown]).toEqual([true, true]);
  });
});

describe('an answer with errors', () => {
  const refused = (extensions: object, more: object = {}, status = 200): Reply =>
    json({ ...more, errors: [{ message: 'A fault.', extensions }] }, status);
  const fault = { code: 'BAD_USER_INPUT' };

  it.each<[string, Reply, boolean]>([
    ['before the execution', refused(fault, {}, 400), false],
    ['in place of the result', refused(fault, { data: null }), true],
    ['in place of the result, without a code', refused({}, { data: null }), true],
    [
      'in place of the result, which was not recorded',
      refused({ retryAdvice: 'RETRY_SAME_KEY' }, { data: null }),
      false,
    ],
    ['beside the result', refused(fault, { data: { initiatePayment: null } }), true],
    ['of a proxy, without a code', refused({}, {}, 408), true],
    ['of a proxy, with a code of its own', refused({ code: 'TIMED_OUT' }, {}, 408), true],
  ])('that came %s: the outcome is unknown is %s', async (_what, reply, isUnknown) => {
    const intention = new Intention();
    const { outcome } = await initiate([reply], { intention });
    expect(outcome).toBeInstanceOf(GatewayError);
    expect([intention.isUnknown, outcome instanceof LostAnswerError]).toEqual([isUnknown, isUnknown]);
  });
});

describe('a key of the client that fails', () => {
  const cause = new Error('the vault is away');
  const failingAt = (call: number) => {
    let calls = 0;
    return async (): Promise<string> => {
      if (++calls === call) throw cause;
      return 'rgl_key';
    };
  };

  it('after a lost try leaves the outcome unknown', async () => {
    const { client, sent } = clientOf([lost, success], { key: failingAt(2) });
    const outcome = await settle(client.execute(InitiatePaymentDocument, { input }));
    expect(outcome).toMatchObject({ name: 'LostAnswerError', key: sent[0]?.headers['idempotency-key'], cause });
    expect(sent).toHaveLength(1);
  });

  it('before the first try, or after a lost query, is thrown as it is', async () => {
    const mutation = clientOf([], { key: failingAt(1) }).client.execute(InitiatePaymentDocument, { input });
    const query = clientOf([lost], { key: failingAt(2) }).client.execute(GetPaymentDocument, { id: 'pay_1' });
    await Promise.all([
      expect(mutation).rejects.toBe(cause),
      expect(query).rejects.toBe(cause),
      vi.runAllTimersAsync(),
    ]);
  });
});

describe('a key of the client that does not come', () => {
  const never = () => new Promise<string>(() => undefined);

  it('is waited for as long as an answer, and then nothing was sent', async () => {
    const { client, sent } = clientOf([success], { key: never, timeoutMs: 20 });
    const intention = new Intention();
    const outcome = await client.execute(InitiatePaymentDocument, { input }, { intention }).catch((error) => error);
    expect(outcome).toMatchObject({ name: 'GatewayError', code: 'NO_ANSWER', cause: { name: 'TimeoutError' } });
    expect([outcome.message, sent, intention.isUnknown]).toEqual([
      expect.stringMatching('Nothing was sent'),
      [],
      false,
    ]);
  });

  it('can be given up: an abort before anything was sent loses no answer', async () => {
    const stop = new AbortController();
    const { client, sent } = clientOf([success], { key: never });
    const intention = new Intention();
    const asked = client.execute(InitiatePaymentDocument, { input }, { intention, signal: stop.signal });
    stop.abort('enough');
    await expect(asked).rejects.toBe('enough');
    expect([sent, intention.isUnknown]).toEqual([[], false]);
  });

  it('after a lost try leaves the outcome unknown', async () => {
    let calls = 0;
    const key = () => (++calls === 1 ? 'rgl_key' : never());
    const { client } = clientOf([lost, success], { key, timeoutMs: 20 });
    const intention = new Intention();
    const asked = client.execute(InitiatePaymentDocument, { input }, { intention });
    await Promise.all([expect(asked).rejects.toBeInstanceOf(LostAnswerError), vi.runAllTimersAsync()]);
    expect(intention.isUnknown).toBe(true);
  });
});

it.each([
  ['OutcomeUnknownError', { retryAdvice: 'CHECK_STATUS_FIRST' }],
  // In the answer to a document that selects no advice.
  ['OutcomeUnknownError', {}],
])('%s %j is a result, and the intention keeps its key until the outcome is known', async (name, more) => {
  const refund = (__typename: string, fields: object = {}): Reply =>
    json({ data: { refundPayment: { __typename, ...fields } } });
  const doubt = refund(name, more);
  const { client, sent } = clientOf([doubt, doubt, refund('RefundPaymentSuccess')]);
  const intention = new Intention();
  const ask = () => settle(client.execute(RefundPaymentDocument, { input: { id: 'pay_1' } }, { intention }));
  for (let count = 0; count < 2; count++) {
    expect(await ask()).toMatchObject({ refundPayment: { __typename: name } });
    expect(() => intention.renew()).toThrow('unknown');
  }
  await ask();
  expect(intention.isUnknown).toBe(false);
  expect(new Set(sent.map(({ headers }) => headers['idempotency-key']))).toEqual(new Set([intention.key]));
});

it.each([{ retryAdvice: 'CHECK_STATUS_FIRST' }, {}])(
  'what waits for a second person is followed by its key, and ends the intention %j',
  async (more) => {
    const refund = (member: object): Reply => json({ data: { refundPayment: member } });
    const waits = { __typename: 'ApprovalRequiredError', ...more };
    const { client, sent } = clientOf([refund(waits), refund({ __typename: 'RefundPaymentSuccess' })]);
    const intention = new Intention();
    const ask = () => settle(client.execute(RefundPaymentDocument, { input: { id: 'pay_1' } }, { intention }));
    expect(await ask()).toMatchObject({ refundPayment: waits });
    expect(intention.isUnknown).toBe(false);
    await ask();
    expect(new Set(sent.map(({ headers }) => headers['idempotency-key']))).toEqual(new Set([intention.key]));
  },
);

it('a state that allows no change loses no answer, and is the result also after a lost one', async () => {
  const answer = (__typename: string, retryAdvice: string): Reply =>
    json({ data: { revokeMandate: { __typename, retryAdvice } } });
  const state = answer('MandateStateError', 'CHECK_STATUS_FIRST');
  const { client } = clientOf([state, answer('InvalidInputError', 'FIX_INPUT'), lost, state]);
  const intention = new Intention();
  const document = 'mutation ($input: RevokeMandateInput!) { revokeMandate(input: $input) { __typename retryAdvice } }';
  const ask = () => settle(client.execute(document, { input: { id: 'mdt_1' } }, { intention }));
  expect(await ask()).toMatchObject({ revokeMandate: { __typename: 'MandateStateError' } });
  expect(intention.isUnknown).toBe(false);
  expect(await ask()).toMatchObject({ revokeMandate: { __typename: 'InvalidInputError' } });
  expect(await ask()).toBeInstanceOf(LostAnswerError);
  expect(await ask()).toMatchObject({ revokeMandate: { __typename: 'MandateStateError' } });
  expect(intention.isUnknown).toBe(true);
});

it('records one payment for one intention, whatever is lost on the way and whenever a new key is wanted', async () => {
  const moments = {
    LOST_BEFORE: lost,
    LOST_AFTER: lost,
    PROXY_BEFORE: proxy,
    PROXY_AFTER: proxy,
    UNAVAILABLE: unavailable(1),
    FAR_AWAY: unavailable(60),
    TOO_OFTEN: fault('RATE_LIMITED', 429, {}, { 'retry-after': '1' }),
    NO_KEY: fault('UNAUTHENTICATED', 401),
    ANSWERED: success,
  } as const;
  const moment = fc.constantFrom(...(Object.keys(moments) as (keyof typeof moments)[]));
  await fc.assert(
    fc.asyncProperty(fc.array(moment, { maxLength: 25 }), async (given) => {
      const recorded = new Set<string>();
      const waiting = [...given];
      const fetch = async (_url: unknown, init: RequestInit = {}): Promise<Response> => {
        const now = waiting.shift() ?? 'ANSWERED';
        if (now.endsWith('_AFTER') || now === 'ANSWERED') {
          recorded.add((init.headers as Record<string, string>)['idempotency-key'] ?? 'none');
        }
        return moments[now]();
      };
      const client = createClient({ url: 'https://pay.example', fetch: fetch as typeof globalThis.fetch, retries: 2 });
      const intention = new Intention();
      for (let answered = false; !answered; ) {
        const outcome = await settle(client.execute(InitiatePaymentDocument, { input }, { intention }));
        answered =
          !(outcome instanceof GatewayError) && outcome.initiatePayment.__typename === 'InitiatePaymentSuccess';
        if (answered) continue;
        expect(outcome instanceof LostAnswerError).toBe(intention.isUnknown);
        if (recorded.size > 0) expect(intention.isUnknown).toBe(true);
        // A page that wants a new key whenever it can have one.
        if (!intention.isUnknown) intention.renew();
      }
      expect(recorded).toEqual(new Set([intention.key]));
    }),
    { numRuns: 300 },
  );
});
