import { expect, it } from 'vitest';
import { reportRarely } from '../../src/workers/report-rarely.ts';

it('reports each failure at once, again ever more rarely, and another fault of it at once', () => {
  const reported: string[] = [];
  let now = 0;
  const report = (subject: string, error: unknown) => reported.push(`${subject} ${(error as Error).name} ${now}`);
  const failed = reportRarely(() => now, report, { firstMs: 10, longestMs: 20 });
  for (; now < 60; now += 5) failed('one', new SyntaxError('x'));
  expect(reported.splice(0)).toEqual([
    'one SyntaxError 0',
    'one SyntaxError 10',
    'one SyntaxError 30',
    'one SyntaxError 50',
  ]);
  for (let round = 0; round < 2; round++) {
    failed('one', new TypeError('x'));
    failed('other', new SyntaxError('x'));
  }
  expect(reported).toEqual(['one TypeError 60', 'other SyntaxError 60']);
});
