import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { capabilities } from '../support/providers/capabilities.ts';

const cellsOf = (line: string): string[] =>
  line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());

/** `PAYBOX CB` for each cell of the table that does not hold a dash. */
function payableInReadme(): string[] {
  const [, section = ''] = readFileSync('README.md', 'utf8').split('## What can be paid how\n');
  const [heading = '', , ...rows] = (section.trim().split('\n\n')[0] ?? '').split('\n');
  const [, ...types] = cellsOf(heading);
  return rows.flatMap((row) => {
    const [target, ...cells] = cellsOf(row);
    return types.filter((_type, place) => cells[place] !== '–').map((type) => `${target} ${type}`);
  });
}

it('the README says what can be paid at which target', () => {
  const payable = capabilities.filter(({ flow }) => flow !== null);
  expect(payableInReadme().toSorted()).toEqual(
    payable.map(({ paymentTarget, paymentType }) => `${paymentTarget} ${paymentType}`).toSorted(),
  );
});
