import type { Caller } from '../../kernel/caller.ts';
import { dayOf } from '../../kernel/given-values.ts';
import { decimalComma } from '../../kernel/money.ts';
import { createChainCheck } from '../accounting/check-journal.ts';
import { knownExercises, periodWithin } from '../accounting/exercises.ts';
import { exportName, fecHead, fecText, fileNamePart } from '../accounting/fec.ts';
import type { Books, PostedEntry } from '../accounting/journal.ts';
import { letterEntries } from '../accounting/lettering.ts';
import { payersOf } from '../accounting/list-suspense.ts';
import { type Period, walkPostedEntries } from '../accounting/read-journal.ts';
import { sirenOf } from '../accounting/siren-of.ts';
import { readPayments } from '../payments/read-payments.ts';
import { booksAsked, fileNameOf, periodAsked } from './books-asked.ts';
import { exportColumns } from './columns.ts';
import { type Asked, guarded, type Page, type Plan } from './export-kind.ts';
import type { Services } from './ports.ts';
import { type Parameters, refuse } from './read-parameters.ts';
import { wantedEntries } from './wanted-entries.ts';
import { csvType, headOf, momentOf, pageOf } from './write-csv.ts';

/** What has its number, as the command `journal export` writes it: read from the chain, and only as far as it holds. */

/** @throws InvalidInputError, NotAllowedError */
export async function planJournal(
  services: Services,
  caller: Caller,
  parameters: Parameters,
  asked: Asked,
): Promise<Plan> {
  const { books, check } = booksAsked(services, caller, parameters);
  const period = periodAsked(parameters);
  // Whatever fiscalYearStart was, the exercise of a day ends in its year or in the next one.
  const [first, last] = [Number(period.from.slice(0, 4)), Number(period.to.slice(0, 4)) + 1];
  const wanted = wantedEntries(services, parameters);
  const exercises = (await services.store.exercisesOf(books)).filter((year) => first <= year && year <= last);
  return {
    fileName: fileNameOf(books, 'journal'),
    type: csvType,
    head: headOf(exportColumns.journal, asked),
    check,
    async *pages(callerNow) {
      for (const exercise of exercises) {
        for await (const page of walk(guardedBy(services, callerNow), { books, exercise, period })) {
          const entries = await wanted(page, callerNow);
          if (entries.length === 0) continue;
          const payers = asked.names ? await payersOf(services.store, entries) : noPayers;
          const ids = new Set(entries.flatMap(({ event }) => event?.paymentId ?? []));
          const seen = await readPayments(services, await callerNow(), [...ids]);
          const rows = entries.flatMap((entry) => cellsOf(entry, seen, payers.get(entry.id) ?? null));
          yield pageOf(exportColumns.journal, asked, rows);
        }
      }
    },
  };
}

/** @throws InvalidInputError, NotAllowedError */
export async function planFec(
  services: Services,
  caller: Caller,
  parameters: Parameters,
  { names }: Asked,
): Promise<Plan> {
  const { books, rules, check } = booksAsked(services, caller, parameters);
  const exercise = Number(parameters.required('exercise'));
  const known = await knownExercises(services, books, rules);
  const years = known.map(({ year }) => year).join(', ');
  const days = known.find(({ year }) => year === exercise) ?? refuse('exercise', `be one of ${years}`);
  const { first, last } = days;
  const [from, to] = (['from', 'to'] as const).map((name) => dayWithin(name, parameters.text(name), first, last));
  const period = { from: from ?? first, to: to ?? last };
  if (period.from > period.to) refuse('to', 'not lie before from');
  const { siren, isShared } = sirenOf(services.societes, books);
  const idSociete = isShared ? books.idSociete : null;
  const of = { exercise, ...period, runMode: books.runMode, format: 'fec', legal: false } as const;
  return {
    fileName: exportName(rules, { siren: siren ?? fileNamePart(books.idSociete), idSociete, ...of }),
    type: 'text/plain; charset=utf-8',
    head: fecHead('\t'),
    check,
    async *pages(callerNow) {
      const guarded = guardedBy(services, callerNow);
      const within = periodWithin(days, period);
      const letters = await letterEntries(guarded, { ...books, exercise }, within);
      for await (const entries of walk(guarded, { books, exercise, period: within })) {
        const payers = names ? await payersOf(services.store, entries) : noPayers;
        const rows = entries.reduce((sum, { lines }) => sum + lines.length, 0);
        yield { rows, text: fecText(entries, '\t', { letters, payers }) } satisfies Page;
      }
    },
  };
}

const noPayers: ReadonlyMap<string, string> = new Map();

/** The entries of a period, of one exercise. A gap or a change in the chain stops it. */
async function* walk(
  entries: Guarded,
  { books, exercise, period }: { readonly books: Books; readonly exercise: number; readonly period: Period },
): AsyncGenerator<readonly PostedEntry[]> {
  const problemsOf = createChainCheck();
  for await (const page of walkPostedEntries(entries, { ...books, exercise })) {
    const [problem] = page.flatMap(problemsOf);
    if (problem) throw new Error(`the books do not hold together: ${problem}`);
    const chosen = page.filter(({ date }) => period.from <= date && date <= period.to);
    if (chosen.length > 0) yield chosen;
  }
}

type Guarded = { readonly store: Pick<Services['store'], 'postedEntries'> };

/** Entries that are read only as long as the caller may. Letters take a pass of their own before the first row. */
const guardedBy = ({ store }: Services, callerNow: () => Promise<Caller>): Guarded => ({
  store: { postedEntries: guarded(callerNow, store.postedEntries) },
});

function dayWithin(name: 'from' | 'to', text: string | null, first: string, last: string): string | null {
  const day = dayOf(name, text, refuse);
  return day !== null && (day < first || day > last) ? refuse(name, `be from ${first} to ${last}`) : day;
}

/** The id of a payment only where the caller may see it, as the list does. */
const cellsOf = (
  entry: PostedEntry,
  seen: ReadonlyMap<string, { readonly id: string }>,
  payer: string | null,
): (string | null)[][] =>
  entry.lines.map((line) => [
    ...[entry.journal.code, String(entry.posting.number), entry.date],
    ...[line.account, line.accountLabel, line.auxiliary, entry.pieceReference, entry.pieceDate, entry.label],
    ...[decimalComma(line.debitCents), decimalComma(line.creditCents), entry.kind, momentOf(entry.posting.postedAt)],
    ...[seen.get(entry.event?.paymentId ?? '')?.id ?? null, entry.id, payer],
  ]);
