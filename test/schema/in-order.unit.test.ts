import { expect, test } from 'vitest';
import { type Asked, type Handler, inOrder } from '../../src/schema/server/in-order.ts';

const passes: Handler = (_request, _response, next) => next();

const thrower: Handler = () => {
  throw new Error('at once');
};

test.each([
  ['the first', [() => Promise.reject(new Error('late'))]],
  ['a later one', [passes, passes, () => Promise.reject(new Error('late'))]],
  ['the first, thrown', [thrower]],
  ['a later one, thrown', [passes, thrower]],
  ['one that gives no reason', [passes, () => Promise.reject(undefined)]],
] as [string, Handler[]][])('a failure of %s reaches the handler of errors, once', async (_which, handlers) => {
  const faults: unknown[] = [];
  const handler = inOrder(...handlers);
  handler({} as Asked, {} as never, (fault?: unknown) => faults.push(fault));
  await new Promise((resolve) => setImmediate(resolve));
  expect(faults).toEqual([expect.any(Error)]);
});

test('a fault that a handler hands on ends the order', () => {
  const faults: unknown[] = [];
  const ran: string[] = [];
  const refuses: Handler = (_request, _response, next) => next('refused');
  const handler = inOrder(passes, refuses, () => ran.push('later'));
  handler({} as Asked, {} as never, (fault?: unknown) => faults.push(fault));
  expect([faults, ran]).toEqual([['refused'], []]);
});
