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
  const { encoding, firstLine, lineEnd } = await lookInto(open());
  const named = separatorLine.exec(firstLine)?.[1];
  const decoder = new TextDecoder(encoding);
  const parser = parse({
    delimiter: named ?? separatorOf(firstLine),
    from_line: named === undefined ? 1 : 2,
    // Tools that join files mix the first two. The third ends lines only where it ends the first one.
    record_delimiter: ['\r\n', '\n', ...(lineEnd === '\r' ? ['\r'] : [])],
    bom: true,
    info: true,
    relax_column_count: true,
    skip_empty_lines: true,
    skip_records_with_empty_values: true,
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

const anyLineEnd = /\r\n|\r|\n/;

/**
 * Bytes that a line of UTF-8 holds: the mark at its beginning, the letters of names (Latin, Greek, Cyrillic) and
 * typographic signs. As Windows-1252 they are one of ÂÃÄÅÎÏÐÑâ and then a sign, and hardly a word ends so.
 */
const clearlyUtf8 = /[\xc2-\xc5\xce\xd0][\x80-\xbf]|\xcf[\x80-\x8e]|\xd1[\x80-\x8f]|\xe2[\x80-\xbf]{2}|\xef\xbb\xbf/;

/** In a line that is not UTF-8, `SMÅ”` and `MANHÃ »` are words. `Ã©` within a word, or the mark, is not. */
const utf8InPart = /[a-z]\xc3[\xa0-\xbf]|\xc3[\xa0-\xbf][a-z]|\xef\xbb\xbf/;

type Look = { readonly encoding: Encoding; readonly firstLine: string; readonly lineEnd: string };

/**
 * Spreadsheets on Windows write text that is not UTF-8. Reads the file once from end to end.
 * @throws UnusableFileError for one that holds both: read in either way, it would change names
 */
async function lookInto(bytes: AsyncIterable<Uint8Array>): Promise<Look> {
  let start = Buffer.alloc(0);
  let line = 1;
  const first = { fault: 0, utf8: 0, mixed: 0 };
  for await (const part of wholeLines(bytes)) {
    if (start.length < longestLine) start = Buffer.concat([start, part.subarray(0, longestLine)]);
    if (part.includes(0)) {
      throw new UnusableFileError(
        'The file is not CSV in UTF-8 or Windows-1252 (it holds null bytes, as UTF-16 or a workbook does).',
      );
    }
    const lines = part.toString('latin1').split(anyLineEnd);
    const lineWhere = (isSuch: (one: string) => boolean): number => {
      const found = lines.findIndex(isSuch);
      return found < 0 ? 0 : line + found;
    };
    first.utf8 ||= lineWhere((one) => clearlyUtf8.test(one) && isUtf8(Buffer.from(one, 'latin1')));
    if (!isUtf8(part)) {
      const isFault = (one: string): boolean => !isUtf8(Buffer.from(one, 'latin1'));
      first.fault ||= lineWhere(isFault);
      first.mixed ||= lineWhere((one) => utf8InPart.test(one) && isFault(one));
    }
    line += lines.length - 1;
  }
  refuseMixed(first);
  const encoding = first.fault === 0 ? 'UTF-8' : 'Windows-1252';
  const text = new TextDecoder(encoding)
    .decode(start)
    // A line break between quotation marks ends no line.
    .replaceAll(/"[^"]*"/g, (quoted) => quoted.replaceAll(/[\r\n]/g, ' '));
  const [lineEnd = ''] = anyLineEnd.exec(text) ?? [];
  return { encoding, firstLine: text.split(anyLineEnd, 1)[0] ?? '', lineEnd };
}

/** @param first the first line that is not UTF-8, that clearly is, and that is in part; 0 for none */
function refuseMixed({ fault, utf8, mixed }: { readonly [Name in 'fault' | 'utf8' | 'mixed']: number }): void {
  if (fault > 0 && utf8 > 0) {
    throw new UnusableFileError(`line ${fault} is not UTF-8, and line ${utf8} is: the file mixes two encodings`);
  }
  if (mixed > 0) throw new UnusableFileError(`line ${mixed} cannot be read: it is UTF-8 in part only`);
}

const strictUtf8 = new TextDecoder('utf-8', { fatal: true });

function isUtf8(bytes: Uint8Array): boolean {
  try {
    strictUtf8.decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** The bytes, cut where lines end, so that no character is cut through. A longer line is refused later. */
async function* wholeLines(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let rest = Buffer.alloc(0);
  for await (const part of bytes) {
    const read = Buffer.concat([rest, part]);
    // A `\r` that comes last may be the first half of a `\r\n`.
    const lastEnd = Math.max(read.lastIndexOf('\n'), read.subarray(0, -1).lastIndexOf('\r'));
    const length = read.length > 4 * longestLine ? read.length : lastEnd + 1;
    yield read.subarray(0, length);
    rest = read.subarray(length);
  }
  yield rest;
}

/** By such a first line a spreadsheet names its separator: `sep=;`. */
const separatorLine = /^"?sep=([^\p{L}\p{N}"]) *"? *$/iu;

/** French spreadsheets separate by semicolons, because their numbers contain the comma. */
const separatorOf = (firstLine: string): string =>
  [';', '\t'].find((separator) => firstLine.includes(separator)) ?? ',';
