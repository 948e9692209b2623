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
  // A record in UTF-8 is longer than its characters; two in a row without an end between them are rows.
  const reach = width === null ? longestLine : 2 * width;
  for await (const chunk of bytes) {
    rest = Buffer.concat([rest, chunk]);
    let start = 0;
    for (;;) {
      const within = rest.subarray(start, start + reach);
      const end = within.indexOf('\n');
      if (end >= 0) {
        yield next(within.subarray(0, end));
        start += end + 1;
      } else if (within.length < reach) break;
      else if (width === null) {
        throw new BankFileError(`a line is longer than ${longestLine} bytes`, { line: line + 1, path: '' });
      } else {
        yield next(within.subarray(0, width));
        start += width;
      }
      if (line % linesPerTurn === 0) await setImmediate();
    }
    rest = rest.subarray(start);
  }
  if (rest.length > 0) yield next(rest);
}
