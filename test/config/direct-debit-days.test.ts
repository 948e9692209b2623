import { expect, it } from 'vitest';
import { addDays, nextTargetDay } from '../../src/kernel/sepa/target-calendar.ts';
import { presentationWindow } from '../../src/modules/direct-debits/batches/direct-debit-dates.ts';
import { problemsOf, withMilliet } from '../support/config/good-file.ts';

/** Due dates of a year. */
const days = Array.from({ length: 365 }, (_, day) => nextTargetDay(addDays('2026-01-01', day)));

const isTaken = (earliestDays: number, presentationDays: number): boolean =>
  days.some((due) => {
    const { from, until } = presentationWindow(due, { earliestDays, presentationDays });
    return from <= until;
  });

it('a direct-debit contract under which no file can be handed over is refused', () => {
  for (let presentationDays = 1; presentationDays <= 10; presentationDays++) {
    for (let earliestDays = 5; earliestDays <= 16; earliestDays++) {
      const directDebit = { ics: 'FR72ZZZ123456', earliestDays, presentationDays };
      const problems = problemsOf(withMilliet({ directDebit }));
      expect([directDebit, problems]).toEqual([
        directDebit,
        isTaken(earliestDays, presentationDays)
          ? []
          : [expect.stringContaining('societes.1.MILLIET.LIVE.directDebit.earliestDays: leaves no day')],
      ]);
    }
  }
});
