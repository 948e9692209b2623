import { type AccountingRules, exerciseOf, firstOpenDay, periodOf } from '../../kernel/accounting-rules.ts';
import { addDays, type CalendarDate, parisDateOf } from '../../kernel/sepa/target-calendar.ts';
import type { Books, JournalReads, PostedDay } from './journal.ts';
import type { Period } from './read-journal.ts';

/**
 * The exercise of an entry that has its number is its own, whatever `fiscalYearStart` says later. So an exercise has the
 * days of the calendar, and those of its entries.
 */
export type Exercise = { readonly year: number; readonly first: CalendarDate; readonly last: CalendarDate };

type Calendar = Pick<AccountingRules, 'fiscalYearStart'>;

/** The exercises of a société: those in which something is booked, and the one of today. Oldest first. */
export async function knownExercises(
  { store, clock }: { readonly store: Pick<JournalReads, 'exercisesOf' | 'postedRun'>; readonly clock: () => number },
  books: Books,
  rules: Calendar,
): Promise<readonly Exercise[]> {
  const booked = await store.exercisesOf(books);
  const years = [...new Set([...booked, exerciseOf(rules, parisDateOf(clock()))])];
  const exercises: Exercise[] = [];
  for (const year of years.toSorted((one, other) => one - other)) {
    const first = addDays(await lastDayOf(store, books, rules, year - 1), 1);
    exercises.push({ year, first, last: await lastDayOf(store, books, rules, year) });
  }
  return exercises;
}

/** What an export of these days takes of an exercise. The whole exercise is every entry that it has. */
export const periodWithin = ({ first, last }: Exercise, { from, to }: Period): Period =>
  from === first && to === last ? { from: '0000-01-01', to: '9999-12-31' } : { from, to };

async function lastDayOf(
  { postedRun }: Pick<JournalReads, 'postedRun'>,
  books: Books,
  rules: Calendar,
  year: number,
): Promise<CalendarDate> {
  const { last } = periodOf(rules, year);
  const end = (await postedRun(books, addDays(last, 1), 'FROM', year)) ?? last;
  const next = await postedRun(books, end, 'UP_TO', year);
  return next === null ? end : addDays(next, -1);
}

export type PostedDayReads = Pick<JournalReads, 'postedNear' | 'postedRun' | 'lastPosting'>;

/**
 * Why no entry of these books may get its number now; null where it may. A number is for ever, and no exercise may go on
 * after the next one began. So, on open days, what has its number has to be where `fiscalYearStart` puts it.
 */
export async function whyHeld(
  reads: PostedDayReads,
  books: Books,
  rules: AccountingRules | null,
  today: CalendarDate,
): Promise<string | null> {
  if (rules === null) return 'the config does not name the société';
  const found = await strayOf(reads, books, rules, today);
  if (found === null) return null;
  const { stray, until } = found;
  const { fiscalYearStart } = rules;
  const elsewhere = exerciseOf(rules, stray.date);
  const close = until < today ? `, or closedUntil to the last day of the earlier exercise, ${until} at least` : '';
  return `exercise ${stray.exercise} has entries of ${stray.date}, which fiscalYearStart ${fiscalYearStart} puts into ${elsewhere}: set fiscalYearStart back${close}`;
}

type Stray = { readonly stray: PostedDay; readonly until: CalendarDate };

/** An entry of an open day that is in another exercise than that of its day, and the last day that this concerns. */
async function strayOf(
  { postedNear, postedRun, lastPosting }: PostedDayReads,
  books: Books,
  rules: AccountingRules,
  today: CalendarDate,
): Promise<Stray | null> {
  const open = firstOpenDay(rules, today);
  const current = exerciseOf(rules, today);
  // Whether the next exercise has begun is known without a look at the entries of today that still wait.
  const isNextBegun = (await lastPosting({ ...books, exercise: current + 1 })) !== null;
  for (let year = current; year >= exerciseOf(rules, open) - 1; year--) {
    const { last } = periodOf(rules, year);
    const later = await postedNear(books, last < open ? open : addDays(last, 1), 'FROM');
    if (later !== null && later.exercise <= year)
      return { stray: later, until: (await postedRun(books, later.date, 'FROM', year)) ?? later.date };
    const mayBeEarlier = last >= open && (year < current || isNextBegun);
    const earlier = mayBeEarlier ? await postedNear(books, last, 'UP_TO') : null;
    if (earlier !== null && earlier.exercise > year) return { stray: earlier, until: last };
  }
  return null;
}
