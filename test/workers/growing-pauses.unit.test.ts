import { expect, it } from 'vitest';
import { createGrowingPauses } from '../../src/workers/growing-pauses.ts';

it('rests twice as long after each failure, up to the longest, and begins anew after a success', () => {
  const pauses = createGrowingPauses(10, 40);
  let now = 1_000;
  for (const ms of [10, 20, 40, 40]) {
    pauses.rest('one', now);
    expect([pauses.isResting('one', now), pauses.isResting('one', now + ms - 1)]).toEqual([true, true]);
    now += ms;
    expect(pauses.isResting('one', now)).toBe(false);
  }
  pauses.end('one');
  pauses.rest('one', now);
  expect(pauses.isResting('one', now + 10)).toBe(false);
  expect(pauses.isResting('other', now)).toBe(false);
});

it('does not rest for as long as the clock was ahead', () => {
  const pauses = createGrowingPauses(10, 40);
  pauses.rest('one', 1_000_000);
  expect(pauses.isResting('one', 1_000)).toBe(false);
});
