import { stringify } from 'csv-stringify/sync';
import { type AccountingRules, periodOf } from '../../kernel/accounting-rules.ts';
import { spreadsheet } from '../../kernel/locale/spreadsheet.ts';
import { decimalComma } from '../../kernel/money.ts';
import { parisDateOf } from '../../kernel/sepa/target-calendar.ts';
import type { EffectiveRunMode } from '../../kernel/vocabulary.ts';
import type { JournalLine, PostedEntry } from './journal.ts';
import type { Letter, Letters } from './lettering.ts';

/**
 * The journal in the layout of the fichier des écritures comptables (Livre des procédures fiscales, article A47 A-1):
 * 18 columns, names on the first line, dates without separators, decimal commas.
 */
export const fecColumns = [
  'JournalCode',
  'JournalLib',
  'EcritureNum',
  'EcritureDate',
  'CompteNum',
  'CompteLib',
  'CompAuxNum',
  'CompAuxLib',
  'PieceRef',
  'PieceDate',
  'EcritureLib',
  'Debit',
  'Credit',
  'EcritureLet',
  'DateLet',
  'ValidDate',
  'Montantdevise',
  'Idevise',
] as const;

/** A row for each line of the entry, in the order of the columns. */
export function fecRows(entry: PostedEntry, added: Added = nothingAdded): readonly (readonly string[])[] {
  const letters = added.letters.get(entry.posting.position);
  const { payers, encodable = (text) => text } = added;
  return entry.lines.map((line, index) => {
    const row = fecRow(entry, line, letters?.get(index), payers.get(entry.id));
    return fecColumns.map((column, place) => plain(encodable(row[place] ?? '', column, entry)));
  });
}

/** What an export knows beside the journal: letters, and of money in suspense its payer, by the id of the entry. */
export type Added = {
  readonly letters: Letters;
  readonly payers: ReadonlyMap<string, string>;
  /** Writes a text as the encoding of the file can hold it. Left out: it holds all. */
  readonly encodable?: Encodable;
};
export type Encodable = (text: string, column: (typeof fecColumns)[number], entry: PostedEntry) => string;
const nothingAdded: Added = { letters: new Map(), payers: new Map() };

function fecRow(
  entry: PostedEntry,
  line: JournalLine,
  letter: Letter | undefined,
  payer: string | undefined,
): readonly string[] {
  const { journal, posting, date, pieceReference, pieceDate, label } = entry;
  return [
    journal.code,
    journal.label,
    String(posting.number).padStart(6, '0'),
    compact(date),
    line.account,
    line.accountLabel,
    line.auxiliary ?? '',
    // Number and name stand together or not at all. Of the name the journal knows nothing: see docs/explanation/privacy.md.
    line.auxiliary === null ? '' : `Client ${line.auxiliary}`,
    pieceReference,
    compact(pieceDate),
    payer === undefined ? label : `${label} ${payer}`,
    decimalComma(line.debitCents),
    decimalComma(line.creditCents),
    letter?.letter ?? '',
    letter ? compact(letter.date) : '',
    compact(parisDateOf(posting.postedAt)),
    '',
    '',
  ];
}

const compact = (day: string): string => day.replaceAll('-', '');
/** A text of this layout cannot contain its separators. */
const plain = (text: string): string => text.replaceAll(/[\p{Cc}|]+/gu, ' ');

export type FecSeparator = '\t' | '|';

export const fecHead = (separator: FecSeparator): string => `${fecColumns.join(separator)}\r\n`;

export const fecText = (entries: readonly PostedEntry[], separator: FecSeparator, added: Added): string =>
  entries
    .flatMap((entry) => fecRows(entry, added))
    .map((row) => `${row.join(separator)}\r\n`)
    .join('');

/** The same columns for spreadsheets, and the payment that it is about. */
export const csvHead = (): string => csvOf([[...fecColumns, 'PaymentId']]);

export const csvText = (entries: readonly PostedEntry[], added: Added): string =>
  csvOf(entries.flatMap((entry) => fecRows(entry, added).map((row) => [...row, entry.event?.paymentId ?? ''])));

const csvOf = (rows: readonly (readonly string[])[]): string =>
  stringify(
    rows.map((row) => [...row]),
    spreadsheet,
  );

/**
 * `732829320-ENC-20260101-20261231.txt`. The gateway's journal is a part of the company's books, to be imported into
 * them, so its file does not have the legal name of the whole (`legal`: `732829320FEC20261231.txt`). If several
 * sociétés share the SIREN, the number of the société follows it.
 */
export function exportName(
  { fiscalYearStart }: Pick<AccountingRules, 'fiscalYearStart'>,
  options: {
    readonly siren: string;
    /** Null where the SIREN is its own. */
    readonly idSociete: string | null;
    readonly exercise: number;
    readonly from: string | null;
    readonly to: string | null;
    readonly runMode: EffectiveRunMode;
    readonly format: 'fec' | 'csv';
    readonly legal: boolean;
  },
): string {
  const { first, last } = periodOf({ fiscalYearStart }, options.exercise);
  const period = `${compact(options.from ?? first)}-${compact(options.to ?? last)}`;
  const whose = options.idSociete === null ? options.siren : `${options.siren}-${fileNamePart(options.idSociete)}`;
  const name = options.legal ? `${options.siren}FEC${compact(last)}` : `${whose}-ENC-${period}`;
  // Marks a test, so that it is not mistaken for the company's books.
  return `${options.runMode === 'TEST' ? 'TEST-' : ''}${name}.${options.format === 'fec' ? 'txt' : 'csv'}`;
}

/** A société's number may contain characters that are unfit for a file name. */
export const fileNamePart = (text: string): string => text.normalize('NFKD').replaceAll(/[^A-Za-z0-9]+/g, '');
