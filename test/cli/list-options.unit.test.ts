import { expect, it } from 'vitest';
import { momentOf } from '../../src/cli/output/list-options.ts';

const read = (text: string, zone?: 'UTC'): string => new Date(momentOf('date', zone)(text)).toISOString();

it('reads a day as one in Paris, as lists show it', () => {
  expect(read('2026-11-24')).toBe('2026-11-23T23:00:00.000Z');
  expect(read('2026-07-01')).toBe('2026-06-30T22:00:00.000Z');
});

it('reads a day in UTC where the option says so, and a moment as it is', () => {
  expect(read('2026-11-24', 'UTC')).toBe('2026-11-24T00:00:00.000Z');
  expect(read('2026-11-24T08:00:00Z')).toBe('2026-11-24T08:00:00.000Z');
  expect(read('2026-11-24T09:00:00+01:00')).toBe('2026-11-24T08:00:00.000Z');
  for (const wrong of [
    '2026-11-24T09:00:00',
    '2026-11-24T09:00:00+0100',
    '2026-11-24T09:00:00+25:00',
    '2026-11-31T09:00:00+01:00',
  ])
    expect(() => read(wrong)).toThrow('like 2026-11-01');
});
