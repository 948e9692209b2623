import type { Request, RequestHandler, Response } from 'express';
import { expect, test } from 'vitest';
import { inOrder } from '../../src/schema/server/in-order.ts';

const passes: RequestHandler = (_request, _response, next) => next();

test.each([
  ['the first', [() => Promise.reject(new Error('late'))]],
  ['a later one', [passes, passes, () => Promise.reject(new Error('late'))]],
  ['one that gives no reason', [passes, () => Promise.reject(undefined)]],
] as [string, RequestHandler[]][])(
  'a rejection of %s reaches the handler of errors, once',
  async (_which, handlers) => {
    const faults: unknown[] = [];
    const handler = inOrder(...handlers);
    handler({} as Request, {} as Response, (fault?: unknown) => faults.push(fault));
    await new Promise((resolve) => setImmediate(resolve));
    expect(faults).toEqual([expect.any(Error)]);
  },
);

test('a fault that a handler hands on ends the order', () => {
  const faults: unknown[] = [];
  const ran: string[] = [];
  const refuses: RequestHandler = (_request, _response, next) => next('refused');
  const handler = inOrder(passes, refuses, () => ran.push('later'));
  handler({} as Request, {} as Response, (fault?: unknown) => faults.push(fault));
  expect([faults, ran]).toEqual([['refused'], []]);
});
