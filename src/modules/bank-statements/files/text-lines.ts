import { setImmediate } from 'node:timers/promises';
import { BankFileError } from './bank-file.ts';

/** A line of a text file, and its number from 1. */
export type TextLine = { readonly text: string; readonly line: number };

/** No record of these formats is longer. */
const longestLine = 4_096;
const linesPerTurn = 2_000;

const utf8 = new TextDecoder('utf-8', { fatal: true });
const latin = new TextDecoder('iso-8859-15');

/** Text formats declare no encoding: what is not UTF-8 is ISO 8859-15, which banks use. */
function decoded(bytes: Uint8Array): string {
  try {
    return utf8.decode(bytes);
  } catch {
    return latin.decode(bytes);
  }
}

/**
 * The lines of a file, without their ends.
 * @param width of files whose records stand in a row without line ends; null: lines alone
 * @throws BankFileError
 */
export async function* textLines(bytes: AsyncIterable<Uint8Array>, width: number | null): AsyncGenerator<TextLine> {
  let rest: Buffer = Buffer.alloc(0);
  let line = 0;
  const next = (text: Uint8Array): TextLine => ({ text: decoded(text).replace(/[\r\u001a]+$/, ''), line: ++line });
  for await (const chunk of bytes) {
    rest = Buffer.concat([rest, chunk]);
    let start = 0;
    for (;;) {
      const end = rest.indexOf('\n', start);
      const isRow = width !== null && (end < 0 || end - start >= 2 * width);
      if (end >= 0 && !isRow) {
        yield next(rest.subarray(start, end));
        start = end + 1;
      } else if (isRow && rest.length - start > width + 1) {
        yield next(rest.subarray(start, start + width));
        start += width;
      } else break;
      if (line % linesPerTurn === 0) await setImmediate();
    }
    rest = rest.subarray(start);
    if (rest.length > longestLine) {
      throw new BankFileError(`a line is longer than ${longestLine} bytes`, { line: line + 1, path: '' });
    }
  }
  for (; width !== null && rest.length > width + 1; rest = rest.subarray(width)) yield next(rest.subarray(0, width));
  if (rest.length > 0) yield next(rest);
}
