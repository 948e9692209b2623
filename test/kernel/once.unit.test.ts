import { expect, test } from 'vitest';
import { once, onceFor } from '../../src/kernel/once.ts';

test('once makes its value at the first call, and keeps it', () => {
  let made = 0;
  const value = once(() => ++made);
  expect([made, value(), value(), made]).toEqual([0, 1, 1, 1]);
});

test('onceFor makes one value for each object, and keeps one that is undefined too', () => {
  const made: object[] = [];
  const kept = onceFor((source: { readonly name: string | undefined }) => {
    made.push(source);
    return source.name;
  });
  const [first, second, third] = [{ name: 'a' }, { name: 'b' }, { name: undefined }];
  expect([first, second, third, first, second, third].map(kept)).toEqual(['a', 'b', undefined, 'a', 'b', undefined]);
  expect(made).toEqual([first, second, third]);
  // The same content is not the same object.
  expect([kept({ name: 'a' }), made.length]).toEqual(['a', 4]);
});
