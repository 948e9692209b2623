import { expect, test } from 'vitest';
import { isSilentAbout, sharedAnswer } from '../../../../src/modules/payments/attempts/asked-lately.ts';
import type { Attempt } from '../../../../src/modules/payments/payment.ts';
import type { Store } from '../../../../src/modules/payments/ports.ts';

const attempt = { id: 'att_1' } as Attempt;

function start() {
  let now = 1_000_000;
  let asked = 0;
  const services = { store: {} as Store, clock: () => now };
  return {
    services,
    pass: (ms: number) => {
      now += ms;
    },
    asked: () => asked,
    ask: (answer: () => Promise<'NONE' | 'UNKNOWN'> | 'NONE' | 'UNKNOWN') =>
      sharedAnswer(services, attempt, async () => {
        asked += 1;
        return answer();
      }),
  };
}

test('an answer stands for a minute from the question on, silence for ten seconds from its end on', async () => {
  const { services, pass, asked, ask } = start();
  const slow = (ms: number, outcome: 'NONE' | 'UNKNOWN') => () => {
    pass(ms);
    return outcome;
  };
  await ask(slow(15_000, 'NONE'));
  pass(44_999);
  expect([await ask(() => 'UNKNOWN'), asked()]).toEqual(['NONE', 1]);
  pass(1);
  await ask(slow(15_000, 'UNKNOWN'));
  pass(9999);
  expect([isSilentAbout(services, attempt), await ask(() => 'NONE'), asked()]).toEqual([true, 'UNKNOWN', 2]);
  pass(1);
  expect([isSilentAbout(services, attempt), await ask(() => 'NONE'), asked()]).toEqual([false, 'NONE', 3]);
});

test('a question that runs is awaited, however long it takes', async () => {
  const { services, pass, asked, ask } = start();
  const { promise, resolve } = Promise.withResolvers<'NONE'>();
  const first = ask(() => promise);
  pass(100_000);
  const second = ask(() => 'UNKNOWN');
  expect(isSilentAbout(services, attempt)).toBe(false);
  resolve('NONE');
  expect([await first, await second, asked()]).toEqual(['NONE', 'NONE', 1]);
});

test('an answer that could not be applied is asked for again, and so is one of a clock that was ahead', async () => {
  const { pass, asked, ask } = start();
  await expect(ask(() => Promise.reject(new Error('no store')))).rejects.toThrow('no store');
  expect([await ask(() => 'NONE'), asked()]).toEqual(['NONE', 2]);
  pass(-1);
  expect([await ask(() => 'UNKNOWN'), asked()]).toEqual(['UNKNOWN', 3]);
});
