import { CsvError, type Parser, parse } from 'csv-parse';

/** The file cannot be read at all. The message holds nothing of its text. */
export class UnusableFileError extends Error {
  override readonly name = 'UnusableFileError';
}

/** A line of the file: its values, or why it cannot be read. */
export type CsvLine<Column extends string> = { readonly line: number } & (
  | { readonly cells: { readonly [Name in Column]?: string } }
  | { readonly problem: string }
);

/** The column of each cell, by position; null for a column that is not read. */
export type Columns<Column extends string> = readonly (Column | null)[];

export type CsvFile<Column extends string> = {
  readonly encoding: Encoding;
  /** How many columns of the first line were not known. */
  readonly unreadColumns: number;
  readonly lines: AsyncIterable<CsvLine<Column>>;
};
type Encoding = 'UTF-8' | 'Windows-1252';

const longestLine = 64 * 1024;

/**
 * Opens a CSV file, read as a stream: its encoding, its separator and its columns are found out first.
 * @param open begins at its first byte; called twice
 * @param columnsOf reads the first line; throws UnusableFileError where it cannot be used
 * @throws UnusableFileError
 */
export async function openCsvFile<Column extends string>(
  open: () => AsyncIterable<Uint8Array>,
  columnsOf: (firstLine: readonly string[]) => Columns<Column>,
): Promise<CsvFile<Column>> {
  const { encoding, firstLine } = await lookInto(open());
  const decoder = new TextDecoder(encoding);
  const parser = parse({
    delimiter: separatorOf(firstLine),
    bom: true,
    info: true,
    relax_column_count: true,
    skip_empty_lines: true,
    trim: true,
    max_record_size: longestLine,
  });
  void feed(parser, open(), decoder);
  const records = parser[Symbol.asyncIterator]() as AsyncIterator<ParsedLine>;
  const columns = await firstOf(records, columnsOf).catch((error: unknown) => {
    parser.destroy();
    throw error;
  });
  return {
    encoding,
    unreadColumns: columns.filter((column) => column === null).length,
    lines: linesOf(records, columns, parser),
  };
}

async function firstOf<Column extends string>(
  records: AsyncIterator<ParsedLine>,
  columnsOf: (firstLine: readonly string[]) => Columns<Column>,
): Promise<Columns<Column>> {
  const head = await nextOf(records);
  if (head === null) throw new UnusableFileError('The file is empty.');
  return columnsOf(head.record);
}

/** Gives the parser the bytes, as fast as it takes them. */
async function feed(parser: Parser, bytes: AsyncIterable<Uint8Array>, decoder: TextDecoder): Promise<void> {
  try {
    for await (const part of bytes) {
      if (parser.destroyed) return;
      if (!parser.write(decoder.decode(part, { stream: true }))) await drained(parser);
    }
    parser.end(decoder.decode());
  } catch (error) {
    parser.destroy(error as Error);
  }
}

const drained = (parser: Parser): Promise<void> =>
  new Promise((resolve) => {
    const done = (): void => {
      parser.off('drain', done).off('close', done);
      resolve();
    };
    parser.once('drain', done).once('close', done);
  });

type ParsedLine = { readonly record: readonly string[]; readonly info: { readonly lines: number } };

async function* linesOf<Column extends string>(
  records: AsyncIterator<ParsedLine>,
  columns: Columns<Column>,
  parser: Parser,
): AsyncGenerator<CsvLine<Column>> {
  try {
    for (let next = await nextOf(records); next !== null; next = await nextOf(records)) {
      yield lineOf(next, columns);
    }
  } finally {
    parser.destroy();
  }
}

/** @throws UnusableFileError that names the line, but not its content */
async function nextOf(records: AsyncIterator<ParsedLine>): Promise<ParsedLine | null> {
  try {
    const { done, value } = await records.next();
    return done ? null : value;
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const why =
      error.code === 'CSV_MAX_RECORD_SIZE' ? 'it is too long' : 'a quotation mark is missing, or one too many';
    throw new UnusableFileError(`line ${(error as unknown as { lines?: number }).lines ?? '?'} cannot be read: ${why}`);
  }
}

function lineOf<Column extends string>(
  { record, info: { lines: line } }: ParsedLine,
  columns: Columns<Column>,
): CsvLine<Column> {
  // A spreadsheet writes empty cells after the last column.
  const surplus = record.slice(columns.length).some((cell) => cell !== '');
  if (surplus || record.length < columns.length) {
    return { line, problem: `has ${record.length} cells, and the first line names ${columns.length} columns.` };
  }
  const cells = columns.flatMap((column, place) => (column === null ? [] : [[column, record[place] ?? ''] as const]));
  return { line, cells: Object.fromEntries(cells) as { [Name in Column]?: string } };
}

/** Spreadsheets on Windows write text that is not UTF-8. Reads the file once from end to end. */
async function lookInto(bytes: AsyncIterable<Uint8Array>): Promise<{ encoding: Encoding; firstLine: string }> {
  const utf8 = new TextDecoder('utf-8', { fatal: true });
  let encoding: Encoding = 'UTF-8';
  let start = Buffer.alloc(0);
  for await (const part of bytes) {
    if (start.length < longestLine) start = Buffer.concat([start, part.subarray(0, longestLine)]);
    if (part.includes(0)) {
      throw new UnusableFileError(
        'The file is not CSV in UTF-8 or Windows-1252 (it holds null bytes, as UTF-16 or a workbook does).',
      );
    }
    if (encoding === 'UTF-8' && !isDecodable(utf8, part, true)) encoding = 'Windows-1252';
  }
  if (encoding === 'UTF-8' && !isDecodable(utf8, Buffer.alloc(0), false)) encoding = 'Windows-1252';
  const [firstLine = ''] = new TextDecoder(encoding).decode(start).split(/\r\n|\r|\n/, 1);
  return { encoding, firstLine };
}

function isDecodable(decoder: TextDecoder, bytes: Uint8Array, stream: boolean): boolean {
  try {
    decoder.decode(bytes, { stream });
    return true;
  } catch {
    return false;
  }
}

/** French spreadsheets separate by semicolons, because their numbers contain the comma. */
const separatorOf = (firstLine: string): string =>
  [';', '\t'].find((separator) => firstLine.includes(separator)) ?? ',';
