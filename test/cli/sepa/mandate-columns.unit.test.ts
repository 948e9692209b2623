import { expect, it } from 'vitest';
import { readScheme, readType } from '../../../src/cli/sepa/mandate-columns.ts';

it.each([
  ['RECURRENT', ['Récurrent', 'récurrent/répétitif', 'RCUR', 'FRST', 'recurring', 'RECURRENT', 're\u0301current']],
  ['ONE_OFF', ['ponctuel', 'Unique', 'Non récurrent', 'non-récurrente', 'One-off', 'OOFF', 'ONE_OFF']],
])('a file says %s in each of %j', (type, cells) => {
  expect(cells.map(readType)).toEqual(cells.map(() => type));
});

it.each([
  ['CORE', ['CORE', 'core', 'SDD CORE']],
  ['B2B', ['B2B', 'SDD_B2B', 'interentreprises', 'Inter-entreprises']],
])('a file says %s in each of %j', (scheme, cells) => {
  expect(cells.map(readScheme)).toEqual(cells.map(() => scheme));
});

it.each(['plutôt récurrent', 'hors RCUR', 'RCUR ?', '≠ récurrent', 'не RCUR', 'FNAL', 'OOFF/RCUR', '-', ''])(
  'leaves the recurrence %j as it is, to be refused',
  (cell) => expect(readType(cell)).toBe(cell),
);

it.each(['non B2B', '!B2B', 'hors core', 'CORE/B2B', 'COR1', 'B2B2', 'score'])(
  'leaves the scheme %j as it is, to be refused',
  (cell) => expect(readScheme(cell)).toBe(cell),
);
