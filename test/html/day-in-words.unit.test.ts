import { expect, it } from 'vitest';
import { dayText } from '../../src/pages/views.ts';

it.each([
  ['2026-12-01', 'fr', '1er décembre 2026'],
  ['2026-12-11', 'fr', '11 décembre 2026'],
  ['2026-12-01', 'en', '1 December 2026'],
] as const)('the customer reads %s in %s as %s', (day, language, written) => {
  expect(dayText(Date.parse(day), language)).toBe(written);
});
