import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addDays } from '../../../../src/kernel/sepa/target-calendar.ts';
import type { StatementBalances } from '../../../../src/modules/bank-statements/bank-import.ts';
import { type StatementDayState, statementDays } from '../../../../src/modules/bank-statements/statement-calendar.ts';

const start = '2026-11-01';
const dayOf = (place: number): string => addDays(start, place);

const follows = (before: StatementBalances | undefined, next: StatementBalances): boolean | null => {
  if (before === undefined) return null;
  if (before.closingCents !== null && next.openingCents !== null) return before.closingCents === next.openingCents;
  if (before.number === null || next.number === null || next.number <= before.number) return null;
  return next.number === before.number + 1;
};

/** The rule as it is said: looks at all statements for each one. */
function plainChain(statements: readonly StatementBalances[]): { one: StatementBalances; follows: boolean | null }[] {
  const rest = [...statements];
  const chain: StatementBalances[] = [];
  const answersOf = (next: StatementBalances) =>
    [chain.at(-1), chain.findLast(({ lastDay }) => lastDay < next.firstDay)].map((before) => follows(before, next));
  return statements.map(() => {
    const ofDay = rest.filter(({ lastDay }) => lastDay === rest[0]?.lastDay);
    const [first] = ofDay.toSorted((one, other) => (one.number ?? 0) - (other.number ?? 0));
    const one = ofDay.find((next) => answersOf(next).includes(true)) ?? first;
    if (!one) throw new Error('there is a statement left');
    const answers = answersOf(one);
    rest.splice(rest.indexOf(one), 1);
    chain.push(one);
    return { one, follows: answers.includes(true) || (answers.includes(false) ? false : null) };
  });
}

const cents = fc.option(fc.integer({ min: 0, max: 3 }));
const drawn = fc
  .record({
    places: fc.tuple(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 5 })),
    openingCents: cents,
    closingCents: cents,
    number: fc.option(fc.integer({ min: 1, max: 4 })),
  })
  .map(({ places, ...balances }) => ({
    ...{ iban: 'FR76', firstDay: dayOf(Math.min(...places)), lastDay: dayOf(Math.max(...places)) },
    ...balances,
  }));
/** Two with the same days and balances would be one statement. */
const several = fc.uniqueArray(drawn, {
  maxLength: 12,
  selector: ({ firstDay, lastDay, openingCents, closingCents }) =>
    [firstDay, lastDay, openingCents, closingCents].join(),
});

/** The state of a day that no statement covers, by whether the next one follows. */
const between = new Map<boolean | null, StatementDayState>([
  [true, 'NOTHING_MOVED'],
  [false, 'MISSING'],
  [null, 'UNPROVEN'],
]);

it('gives statements of any days, balances and numbers the order and the state that the rule says', () => {
  fc.assert(
    fc.property(several, (all) => {
      const statements = all
        .map((one, place) => ({ ...one, statementId: `S${place}` }))
        .toSorted((one, other) => one.lastDay.localeCompare(other.lastDay));
      const chain = plainChain(statements);
      const days = statementDays({ from: start, to: dayOf(6) }, statements, null);
      expect(days.flatMap((day) => day.statements)).toEqual(
        chain.map(({ one, follows: is }) => ({ ...one, follows: is })),
      );
      for (const { day, state } of days) {
        const next = chain.find(({ one }) => one.firstDay > day);
        const isCovered = chain.some(({ one }) => one.firstDay <= day && day <= one.lastDay);
        const uncovered = next ? between.get(next.follows) : 'NOT_YET';
        expect(state).toBe(isCovered ? 'STATEMENT' : uncovered);
      }
    }),
  );
});

type Layout = (place: number, all: number) => { readonly day: number; readonly number: number | null };

it.each<[string, Layout]>([
  ['of one day, the last one first', (place: number, all: number) => ({ day: 0, number: all - place })],
  ['of a day each', (place: number) => ({ day: place, number: place })],
  ['of one day without a number', () => ({ day: 0, number: null })],
])('reads each of many statements %s a few times', (_what, at) => {
  const all = 500;
  let reads = 0;
  const counting: ProxyHandler<StatementBalances> = {
    get: (statement, name) => {
      reads++;
      return Reflect.get(statement, name);
    },
  };
  const statements = Array.from({ length: all }, (_, place) => {
    const { day, number } = at(place, all);
    const balances = { openingCents: all - place, closingCents: all - place + 1 };
    const days = { firstDay: dayOf(day), lastDay: dayOf(day) };
    return new Proxy({ statementId: `S${place}`, iban: 'FR76', number, ...balances, ...days }, counting);
  });
  const days = statementDays({ from: start, to: dayOf(all) }, statements, start);
  expect(days.flatMap((day) => day.statements)).toHaveLength(all);
  expect(reads).toBeLessThan(100 * all);
});
