import { expect, it } from 'vitest';
import { createProgress } from '../../src/cli/output/progress.ts';

function onOutput(isTerminal: boolean) {
  const written: string[] = [];
  let now = 0;
  const progress = createProgress({ clock: () => now, complain: (text) => written.push(text), isTerminal });
  const showAt = (ms: number, text: string): void => {
    now = ms;
    progress.show(text);
  };
  return { written, progress, showAt };
}

it('ends the line of the progress before anything else is written, and only where there is one', () => {
  const { written, progress, showAt } = onOutput(true);
  progress.end();
  showAt(0, 'too soon');
  expect(written).toEqual([]);
  showAt(1_000, '1,000 events');
  progress.end();
  progress.end();
  showAt(2_000, '2 done');
  showAt(3_000, '3');
  progress.end();
  expect(written).toEqual(['\r1,000 events', '\n', '\r2 done', '\r3     ', '\n']);
});

it('writes whole lines, and fewer, to a file', () => {
  const { written, progress, showAt } = onOutput(false);
  for (const ms of [1_000, 10_000, 15_000, 20_000]) showAt(ms, `${ms} read`);
  progress.end();
  expect(written).toEqual(['10000 read\n', '20000 read\n']);
});
