import { describe, expect, it } from 'vitest';
import { daysBetween } from '../../../src/modules/accounting/journal.ts';
import { balancesOf } from '../../../src/modules/accounting/reconciliation.ts';
import type { StatementBalances } from '../../../src/modules/bank-statements/bank-import.ts';

/** The balances of a day, by statements that are missing, overlap, or come out of order. */

const statement = (
  lastDay: string,
  openingCents: number,
  closingCents: number,
  firstDay = lastDay,
): StatementBalances => ({
  ...{ statementId: lastDay, iban: 'FR1420041010050500013M02606', number: null, firstDay, lastDay },
  ...{ openingCents, closingCents },
});
const none = (_from: string, _to: string): number => 0;
const kindsOf = (day: string, statements: readonly StatementBalances[], moved = none) => {
  const found = balancesOf(statements, moved)(day);
  return (
    found && [
      found.openingCents,
      found.closingCents,
      ...found.notes.map(({ kind, amountCents }) => [kind, amountCents]),
    ]
  );
};

describe('the balances of a day', () => {
  const [monday, tuesday, thursday] = [
    statement('2026-11-02', 0, 10),
    statement('2026-11-03', 10, 30),
    statement('2026-11-05', 50, 60),
  ];

  it('are those of its statement, in whatever order they came', () => {
    for (const all of [
      [monday, tuesday],
      [tuesday, monday],
    ])
      expect(kindsOf('2026-11-03', all)).toEqual([10, 30]);
  });
  it('are not known where no statement covers it', () => {
    expect(kindsOf('2026-11-04', [monday, tuesday, thursday])).toBeNull();
    expect(kindsOf('2026-11-03', [{ ...tuesday, openingCents: null }])).toBeNull();
  });
  it('say that a statement is missing before it, and by how much', () => {
    expect(kindsOf('2026-11-05', [monday, tuesday, thursday])).toEqual([50, 60, ['STATEMENT_MISSING', 20]]);
  });
  it('follow several statements of a day, and count one in two formats once', () => {
    const parts = [statement('2026-11-03', 20, 30), statement('2026-11-03', 10, 20), statement('2026-11-03', 20, 30)];
    expect(kindsOf('2026-11-03', [monday, ...parts])).toEqual([10, 30]);
  });
  it('follow two statements of a day with the same balances and their own numbers, also in two formats', () => {
    const there = statement('2026-11-03', 10, 60);
    const parts = [
      { ...there, number: 1, statementId: 'A' },
      { ...statement('2026-11-03', 60, 10), number: 2, statementId: 'B' },
      { ...there, number: 3, statementId: 'C' },
    ];
    const unnumbered = parts.map((one) => ({ ...one, number: null }));
    for (const all of [parts, [...parts, ...parts], [...unnumbered, ...parts], [...parts, ...unnumbered]])
      expect(kindsOf('2026-11-03', [monday, ...all])).toEqual([10, 60]);
    expect(kindsOf('2026-11-03', [monday, ...parts.filter(({ number }) => number !== 2)])).toEqual([
      ...[10, 60],
      ['STATEMENTS_DISAGREE', 0],
    ]);
  });
  it('count a statement that came again under another number and its own id once', () => {
    const parts = [
      { ...statement('2026-11-03', 10, 60), number: 2, statementId: 'A' },
      { ...statement('2026-11-03', 60, 70), number: 3, statementId: 'B' },
    ];
    const again = parts.map((one) => ({ ...one, number: one.number + 100 }));
    for (const all of [
      [...parts, ...again],
      [...again, ...parts],
    ])
      expect(kindsOf('2026-11-03', [monday, ...all])).toEqual([10, 70]);
    expect(
      kindsOf('2026-11-03', [monday, ...[...parts, ...again].filter(({ openingCents }) => openingCents === 10)]),
    ).toEqual([10, 60]);
  });
  it('follow statements of a day that ends where it began, by the day before or else by their numbers', () => {
    const [first, second] = [statement('2026-11-03', 10, 60), statement('2026-11-03', 60, 10)];
    const next = statement('2026-11-04', 10, 40);
    for (const parts of [
      [first, second],
      [second, first],
    ]) {
      expect(kindsOf('2026-11-03', [monday, ...parts])).toEqual([10, 10]);
      expect(kindsOf('2026-11-04', [monday, ...parts, next])).toEqual([10, 40]);
      const numbered = parts.map((one) => ({ ...one, number: one === first ? 7 : 8 }));
      expect(kindsOf('2026-11-03', numbered)).toEqual([10, 10]);
      expect(kindsOf('2026-11-04', [...numbered, next])).toEqual([10, 40]);
    }
  });
  it.each([[[monday]], [[]]])(
    'follow a statement of the day that is empty, with or without the day before',
    (before) => {
      const [empty, full] = [statement('2026-11-03', 10, 10), statement('2026-11-03', 10, 60)];
      for (const parts of [
        [empty, full],
        [full, empty],
      ])
        expect(kindsOf('2026-11-03', [...before, ...parts])).toEqual([10, 60]);
    },
  );
  it('say that statements of the day disagree', () => {
    expect(kindsOf('2026-11-03', [monday, tuesday, statement('2026-11-03', 10, 35)])).toEqual([
      ...[10, 35],
      ['STATEMENTS_DISAGREE', 0],
    ]);
  });
  it('of a day within a longer statement follow from the entries before it', () => {
    const week = statement('2026-11-06', 100, 150, '2026-11-02');
    const moved = (from: string, to: string): number => (from <= '2026-11-03' && '2026-11-03' <= to ? 50 : 0);
    expect(kindsOf('2026-11-02', [week], moved)).toEqual([100, 100]);
    expect(kindsOf('2026-11-03', [week], moved)).toEqual([100, 150]);
    expect(kindsOf('2026-11-06', [week], moved)).toEqual([150, 150]);
  });
  /** Counts how often a field of the statements is read. */
  const counting = (statements: readonly StatementBalances[], field: 'lastDay' | 'openingCents') => {
    let looks = 0;
    const counted = statements.map((one) =>
      Object.defineProperty({ ...one }, field, {
        get: () => {
          looks++;
          return one[field];
        },
      }),
    );
    return { counted, looks: () => looks };
  };
  it('of a year look at each statement a few times, not once for each day', () => {
    const days = [...daysBetween('2026-01-01', '2026-12-31')];
    const year = days.map((day) => statement(day, 0, 0));
    const { counted, looks } = counting(year, 'lastDay');
    const balancesOn = balancesOf(counted, none);
    expect(days.every((day) => balancesOn(day)?.notes.length === 0)).toBe(true);
    expect(looks()).toBeLessThan(10 * days.length);
  });
  it.each([0, 800])('of a day with 1,600 statements look at each a few times, with %i of them missing', (missing) => {
    const pages = Array.from({ length: 1_600 }, (_, index) => statement('2026-11-03', index, index + 1));
    const { counted, looks } = counting(pages.toSpliced(400, missing), 'openingCents');
    expect(kindsOf('2026-11-03', counted)?.length).toBe(missing === 0 ? 2 : 3);
    expect(looks()).toBeLessThan(15 * pages.length);
  });
  it('follow statements of a day that branch, and say that those apart disagree', () => {
    const day = '2026-11-03';
    // From 10 to 60 and back by 30, or by 90; then on to 70.
    const branching = [
      ...[statement(day, 60, 70), statement(day, 10, 60), statement(day, 60, 30), statement(day, 30, 10)],
      ...[statement(day, 10, 90), statement(day, 90, 60)],
    ];
    expect(kindsOf(day, [monday, ...branching])).toEqual([10, 70]);
    const apart = [statement(day, 500, 600), statement(day, 600, 500)];
    expect(kindsOf(day, [monday, ...branching, ...apart])).toContainEqual(['STATEMENTS_DISAGREE', 0]);
  });
});
