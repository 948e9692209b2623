import { expect, it } from 'vitest';
import { tableOf } from '../../src/cli/output/table.ts';
import { writerTo } from '../../src/cli/process.ts';

/** Hides the line before it, clears the screen by the one sign that XML allows as well, and turns the direction. */
const hostile = 'VIREMENT\r\u001b[2K\u009b2J \u202e00,5 RUE';

const written = (text: string, isTTY: boolean): string => {
  let all = '';
  writerTo({ isTTY, write: (part: string) => (all += part) })(text);
  return all;
};

it('writes a text of a bank to a terminal without what would command it', () => {
  expect(written(`bke_1  ${hostile}\n`, true)).toBe('bke_1  VIREMENT\\u000d\\u001b[2K\\u009b2J \\u202e00,5 RUE\n');
});

it('keeps lines, tabs, the progress line and the beginning of a CSV file', () => {
  for (const text of ['\r12 entries read', '\uFEFFday;EUR\r\n2026-11-01;"1,00"\r\n', 'a\tb\n']) {
    expect(written(text, true)).toBe(text);
  }
});

it('writes to a file and to a program what is stored', () => {
  expect(written(hostile, false)).toBe(hostile);
});

it('is a table of any length', () => {
  const rows = Array.from({ length: 150_000 }, (_row, index) => [String(index), 'x']);
  expect(tableOf(rows).at(-1)).toBe('  149999  x');
});
