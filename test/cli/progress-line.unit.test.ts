import { expect, it } from 'vitest';
import { createProgress } from '../../src/cli/output/progress.ts';

it('ends the line of the progress before anything else is written, and only where there is one', () => {
  const written: string[] = [];
  let now = 0;
  const progress = createProgress({ clock: () => now, complain: (text) => written.push(text) });
  progress.end();
  progress.show('too soon');
  expect(written).toEqual([]);
  now = 1_000;
  progress.show('1,000 events');
  progress.end();
  progress.end();
  now = 2_000;
  progress.show('2 done');
  now = 3_000;
  progress.show('3');
  progress.end();
  expect(written).toEqual(['\r1,000 events', '\n', '\r2 done', '\r3     ', '\n']);
});
