import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Store } from '../../app/store.ts';
import { type AccountingRules, periodOf } from '../../kernel/accounting-rules.ts';
import { countUnposted, createChainCheck } from '../../modules/accounting/check-journal.ts';
import { type Exercise, periodWithin } from '../../modules/accounting/exercises.ts';
import { csvHead, csvText, exportName, fecHead, fecText } from '../../modules/accounting/fec.ts';
import type { Books, PostedEntry } from '../../modules/accounting/journal.ts';
import { letterEntries } from '../../modules/accounting/lettering.ts';
import { payersOf } from '../../modules/accounting/list-suspense.ts';
import { type PostingServices, postJournal } from '../../modules/accounting/post-journal.ts';
import { walkPostedEntries } from '../../modules/accounting/read-journal.ts';
import { writeWhole } from '../../store/whole-file.ts';
import { agreeing, countOf } from '../output/count.ts';
import { isFolder, requireFile, standardOutput } from '../output/out-option.ts';
import { eurosOf } from '../output/print.ts';
import { createProgress } from '../output/progress.ts';
import { type CommandWorld, UsageError } from '../world.ts';
import { encodableIn, encode, type JournalEncoding } from './journal-encoding.ts';

export type ExportOptions = {
  readonly exercise: string;
  readonly format: 'fec' | 'csv';
  readonly separator: 'tab' | 'pipe';
  readonly encoding: JournalEncoding;
  readonly out?: string;
  readonly legalName?: true;
  readonly dryRun?: true;
};

export type Exporting = ExportOptions & {
  readonly books: Books;
  readonly rules: AccountingRules;
  /** Null where the config does not say. */
  readonly siren: string | null;
  /** Another société of the config has the same. */
  readonly sharesSiren: boolean;
  readonly days: Exercise;
  readonly from: string;
  readonly to: string;
};

type ExportServices = PostingServices & { readonly store: Store; readonly world: CommandWorld };

/** Counts of the written file, for the summary. */
type Tally = { entries: number; lines: number; debitCents: number; creditCents: number };

/** @throws where the books do not hold together, or the file cannot be written; then there is no file. */
export async function exportJournal(services: ExportServices, options: Exporting): Promise<void> {
  const { store, world } = services;
  const { books } = options;
  const name = placeOf(options);
  if (name === standardOutput && options.encoding !== 'utf-8')
    throw new UsageError('--encoding goes with a file, not with --out -.');
  const posted = options.dryRun ? 0 : await postJournal({ ...services, onHeld: complainOnce(world) });
  if (posted > 0)
    world.complain(`${countOf(posted, 'entry')} got ${agreeing(posted, 'its number', 'their numbers')}.\n`);
  const tally: Tally = { entries: 0, lines: 0, debitCents: 0, creditCents: 0 };
  const text = textOf(services, options, tally);
  if (options.dryRun) for await (const _chunk of encode(text, options.encoding));
  else if (name === standardOutput) for await (const chunk of text) world.write(chunk);
  else await writeWhole(name, (part) => writeFile(part, encode(text, options.encoding), { mode: 0o600 }));
  const waiting = await countUnposted(store, books);
  world.complain(summaryOf(options, tally, options.dryRun ? null : name, waiting));
}

/** Of any société: an export gives numbers to all. */
function complainOnce({ complain }: CommandWorld): PostingServices['onHeld'] {
  const said = new Set<string>();
  return ({ idSociete, runMode }, why) => {
    const line = `${runMode} entries of société ${idSociete} wait for their numbers: ${why}.\n`;
    if (!said.has(line)) complain(line);
    said.add(line);
  };
}

/** Found out before numbers are given. */
function placeOf(options: Exporting): string {
  const { out = '.', legalName } = options;
  const isNamed = out === standardOutput || !isFolder(out);
  if (isNamed && legalName) throw new UsageError('--legal-name goes with a folder, not with a file that --out names.');
  const place = isNamed ? out : path.join(out, nameOf(options));
  requireFile(place);
  return place;
}

function nameOf({ rules, siren, sharesSiren, days, from, to, books, format, legalName }: Exporting): string {
  if (siren === null) {
    throw new UsageError(
      `the MILLIET account for ${books.runMode} has no siren in the config: name a file by --out, without --legal-name.`,
    );
  }
  const { year, first, last } = days;
  if (legalName && (from !== first || to !== last)) {
    throw new UsageError(`--legal-name is for the whole exercise, ${first} to ${last}: leave out --from and --to.`);
  }
  if (legalName && sharesSiren) {
    throw new UsageError(
      'several sociétés have this SIREN, and the law has one file for it: leave --legal-name out for a part of it.',
    );
  }
  if (legalName && last !== periodOf(rules, year).last) {
    throw new UsageError(
      `fiscalYearStart is not that of exercise ${year}, whose last day the legal name has: name a file by --out.`,
    );
  }
  const { runMode } = books;
  const idSociete = sharesSiren ? books.idSociete : null;
  const of = { siren, idSociete, exercise: year, from, to, runMode, format };
  return exportName(rules, { ...of, legal: legalName === true });
}

/** Page by page: an exercise of any size takes the memory of a page. */
async function* textOf(services: ExportServices, options: Exporting, tally: Tally): AsyncGenerator<string> {
  const { books, days, from, to, format } = options;
  const { year } = days;
  const separator = options.separator === 'tab' ? '\t' : '|';
  const check = createChainCheck();
  const encodable = encodableIn(options.encoding);
  const progress = createProgress(services.world);
  const period = periodWithin(days, { from, to });
  const letters = await letterEntries(services, { ...books, exercise: year }, period);
  let read = 0;
  // Spreadsheets know UTF-8 by its mark. No other encoding has one.
  if (format === 'csv' && options.encoding === 'utf-8') yield '\uFEFF';
  yield format === 'fec' ? fecHead(separator) : csvHead();
  for await (const page of walkPostedEntries(services, { ...books, exercise: year })) {
    for (const entry of page) {
      const [problem] = check(entry);
      if (problem) throw new Error(`the books do not hold together: ${problem}. Nothing was written.`);
    }
    const chosen = page.filter(({ date }) => period.from <= date && date <= period.to);
    for (const entry of chosen) count(tally, entry);
    read += page.length;
    progress.show(`${countOf(read, 'entry')} read`);
    const added = { letters, payers: await payersOf(services.store, chosen), encodable };
    if (chosen.length > 0) yield format === 'fec' ? fecText(chosen, separator, added) : csvText(chosen, added);
  }
  progress.end();
}

function count(tally: Tally, { lines }: PostedEntry): void {
  tally.entries++;
  tally.lines += lines.length;
  for (const { debitCents, creditCents } of lines) {
    tally.debitCents += debitCents;
    tally.creditCents += creditCents;
  }
}

function summaryOf({ from, to, books }: Exporting, tally: Tally, name: string | null, waiting: number): string {
  const { entries, lines, debitCents, creditCents } = tally;
  const what = `${countOf(entries, 'entry')}, ${countOf(lines, 'line')}, ${from} to ${to}, ${books.runMode} books of société ${books.idSociete}`;
  return [
    name === null ? `Would export ${what}.` : `Exported ${what}${name === standardOutput ? '' : ` to ${name}`}.`,
    `  debit ${eurosOf(debitCents)}, credit ${eurosOf(creditCents)}`,
    ...(waiting > 0
      ? [
          `  ${countOf(waiting, 'entry')} ${agreeing(waiting, 'waits for its number and is', 'wait for their numbers and are')} not in it. An entry gets its number on its own day.`,
        ]
      : []),
    '',
  ].join('\n');
}
