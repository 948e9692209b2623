import { describe, expect, it } from 'vitest';
import { InitiatePaymentDocument, Intention } from '../../clients/typescript/src/index.ts';
import { idempotencyKey } from '../../src/modules/payments/initiation/initiation.ts';
import { clientOf, fakeTimers, input, settle, success } from '../support/clients/fake-answers.ts';

fakeTimers();

describe('the key of an intention', () => {
  it.each(['', ' ', ' a', 'a ', 'é', '€', 'a\n', 'x'.repeat(256)])('is refused as the gateway refuses: %j', (key) => {
    expect(() => new Intention(key)).toThrow(TypeError);
    expect(idempotencyKey.safeParse(key).success).toBe(false);
  });

  it.each(['a', 'a b', '~!', 'x'.repeat(255)])('is taken as the gateway takes it: %j', (key) => {
    expect(new Intention(key).key).toBe(key);
    expect(idempotencyKey.safeParse(key).success).toBe(true);
  });
});

it('leaves it to the gateway to refuse an empty key of its input', async () => {
  const { client, sent } = clientOf([success]);
  await settle(client.execute(InitiatePaymentDocument, { input: { ...input, idempotencyKey: '' } }));
  expect(sent[0]?.headers).not.toHaveProperty('idempotency-key');
  expect(sent[0]?.body.variables).toMatchObject({ input: { idempotencyKey: '' } });
});

it.each([Infinity, Number.NaN, -1, 0, 1.5, 2 ** 31])('stays as it was where timeoutMs is %d', async (timeoutMs) => {
  const { client, sent } = clientOf([success]);
  const intention = new Intention();
  const ask = (options: object, using = client) =>
    using.execute(InitiatePaymentDocument, { input }, { intention, ...options });
  await expect(ask({ timeoutMs })).rejects.toThrow(`It is ${timeoutMs}.`);
  await expect(ask({}, clientOf([], { timeoutMs }).client)).rejects.toThrow(TypeError);
  expect([sent, intention.isUnknown]).toEqual([[], false]);
});
