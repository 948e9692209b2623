import { type AccountingRules, exerciseOf } from '../../kernel/accounting-rules.ts';
import { parisDateOf } from '../../kernel/sepa/target-calendar.ts';
import type { Books } from './journal.ts';
import type { Store } from './ports.ts';

/** The exercises of a société: those in which something is booked, and the one of today. Oldest first. */
export async function knownExercises(
  { store, clock }: { readonly store: Pick<Store, 'exercisesOf'>; readonly clock: () => number },
  books: Books,
  rules: Pick<AccountingRules, 'fiscalYearStart'>,
): Promise<readonly number[]> {
  const booked = await store.exercisesOf(books);
  return [...new Set([...booked, exerciseOf(rules, parisDateOf(clock()))])].toSorted((one, other) => one - other);
}
