import { dayOf, each, fileAddress, oneOf, type SearchOf, textOf } from '../../api/address.ts';
import type { RunMode } from '../../api/run-mode.ts';
import type { JournalEntryFilter } from '../../generated/operations.ts';
import { namesOf } from '../../texts/words.ts';
import { texts } from './texts.ts';
import { views } from './views.ts';

export const kinds = namesOf(texts.fr.kinds);

/** Whose books, which days, and what the journal is narrowed to. */
export const reads = {
  view: oneOf(views),
  ...each(['societe', 'account', 'payment'], textOf),
  ...each(['from', 'to'], dayOf),
  number: (value: unknown) => {
    const number = textOf(value);
    return number && /^\d{1,9}$/.test(number) ? number : undefined;
  },
  kind: oneOf(kinds),
};
export type BooksSearch = SearchOf<typeof reads>;

/** What goes along from one view to another. */
export const kept = ['societe', 'from', 'to'];

export type Period = { readonly from: string; readonly to: string };

/** The month of a day, moved by some months. */
export function monthOf(day: string, moved = 0): Period {
  const [year = 0, month = 0] = day.split('-').map(Number);
  const at = (ofMonth: number, dayOfMonth: number): string =>
    new Date(Date.UTC(year, ofMonth, dayOfMonth)).toISOString().slice(0, 10);
  return { from: at(month - 1 + moved, 1), to: at(month + moved, 0) };
}

/** The days of the address; else the month of today. An end before the begin counts as the begin's own month. */
export function periodOf({ from, to }: BooksSearch, today: string): Period {
  const month = monthOf(from ?? to ?? today);
  const period = { from: from ?? month.from, to: to ?? month.to };
  return period.from <= period.to ? period : monthOf(period.from);
}

export type Books = Period & { readonly idSociete: string; readonly runMode: RunMode };

export function filterOf({ account, number, kind, payment }: BooksSearch, { from, to }: Period): JournalEntryFilter {
  return {
    date: { from, to },
    ...(account !== undefined && { account }),
    ...(number !== undefined && { number: Number(number) }),
    ...(kind && { kind }),
    ...(payment !== undefined && { payment }),
  };
}

/** With the filters of the list. */
export const journalFile = (
  { idSociete, runMode, from, to }: Books,
  { account, number, kind, payment }: BooksSearch,
  lang: string,
): string => fileAddress('journal', { lang, idSociete, runMode, from, to, account, number, kind, payment });

export const balanceFile = ({ idSociete, runMode, from, to }: Books, lang: string): string =>
  fileAddress('balance', { lang, idSociete, runMode, from, to });

export const suspenseFile = ({ idSociete, runMode }: Books, lang: string): string =>
  fileAddress('suspense', { lang, idSociete, runMode });

type Exercise = Period & { readonly year: number };

/** One exercise as FEC, of it the days of the period. Null where they do not meet. */
export function fecFile({ idSociete, runMode, from, to }: Books, exercise: Exercise): string | null {
  const [first, last] = [from > exercise.from ? from : exercise.from, to < exercise.to ? to : exercise.to];
  if (first > last) return null;
  return fileAddress('fec', { idSociete, runMode, exercise: exercise.year, from: first, to: last });
}
