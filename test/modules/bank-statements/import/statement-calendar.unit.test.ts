import { expect, it } from 'vitest';
import type { StatementBalances } from '../../../../src/modules/bank-statements/bank-import.ts';
import { statementDays } from '../../../../src/modules/bank-statements/statement-calendar.ts';

const november = (day: number): string => `2026-11-${String(day).padStart(2, '0')}`;

type Written = readonly [first: number, last: number, opening: number | null, closing: number | null, number?: number];

const statement = ([first, last, openingCents, closingCents, number]: Written, place: number): StatementBalances => ({
  ...{ statementId: `S${place}`, iban: 'FR76', number: number ?? null, openingCents, closingCents },
  ...{ firstDay: november(first), lastDay: november(last) },
});

const letters = {
  ...{ STATEMENT: 'S', NOTHING_MOVED: '.', MISSING: 'X', UNPROVEN: '?', NOT_YET: '-', BEFORE_FIRST: '<' },
} as const;

it.each<[string, readonly Written[], string, readonly (boolean | null)[]]>([
  ['none at all', [], '------', []],
  [
    'one for each day',
    [1, 2, 3, 4, 5, 6].map((day) => [day, day, day, day + 1]),
    'SSSSSS',
    [null, ...Array(5).fill(true)],
  ],
  [
    'days on which nothing moved',
    [
      [2, 2, 5, 9],
      [5, 5, 9, 7],
    ],
    '<S..S-',
    [null, true],
  ],
  [
    'a missing one',
    [
      [1, 1, 5, 9],
      [4, 4, 8, 7],
    ],
    'SXXS--',
    [null, false],
  ],
  [
    'a missing one between days in a row',
    [
      [1, 1, 5, 9],
      [2, 2, 8, 7],
    ],
    'SS----',
    [null, false],
  ],
  [
    'no balances, and numbers that follow',
    [
      [1, 1, null, null, 7],
      [3, 3, null, null, 8],
    ],
    'S.S---',
    [null, true],
  ],
  [
    'no balances, and a number that is skipped',
    [
      [1, 1, null, null, 7],
      [3, 3, null, null, 9],
    ],
    'SXS---',
    [null, false],
  ],
  [
    'numbers that begin again',
    [
      [1, 1, null, null, 7],
      [3, 3, null, null, 1],
    ],
    'S?S---',
    [null, null],
  ],
  [
    'one that covers several days',
    [
      [1, 3, 5, 9],
      [4, 6, 9, 1],
    ],
    'SSSSSS',
    [null, true],
  ],
  [
    'the same in two files',
    [
      [1, 1, 5, 9],
      [1, 1, 5, 9, 4],
      [2, 2, 9, 1],
    ],
    'SS----',
    [null, true],
  ],
  [
    'two of one day, the later one first',
    [
      [1, 1, 1, 5],
      [2, 2, 9, 1],
      [2, 2, 5, 9],
    ],
    'SS----',
    [null, true, true],
  ],
  [
    'days, and then the month',
    [
      [1, 1, 1, 5],
      [2, 2, 5, 9],
      [3, 3, 9, 2],
      [2, 3, 5, 2],
      [4, 4, 2, 3],
    ],
    'SSSS--',
    [null, true, true, true, true],
  ],
])('of %s', (_what, written, states, follows) => {
  const statements = written.map(statement).toSorted((one, other) => (one.lastDay < other.lastDay ? -1 : 1));
  const days = statementDays({ from: november(1), to: november(6) }, statements, statements[0]?.firstDay ?? null);
  expect(days.map(({ state }) => letters[state]).join('')).toBe(states);
  expect(days.flatMap((day) => day.statements.map((one) => one.follows))).toEqual(follows);
});
