import anyAscii from 'any-ascii';
import iconv from 'iconv-lite';
import type { Encodable } from '../../modules/accounting/fec.ts';

export const journalEncodings = ['utf-8', 'iso-8859-15'] as const;
export type JournalEncoding = (typeof journalEncodings)[number];

/** Columns of words: a sign that the encoding lacks becomes a plain one, an accent goes, another script is transliterated. */
const words: ReadonlySet<Parameters<Encodable>[1]> = new Set(['JournalLib', 'CompteLib', 'EcritureLib']);

/** Nearly all cells: encoding one and decoding it again takes longer than all the rest of it. */
const isAscii = /^[\x20-\x7e]*$/;

/** @returns what throws where a number or reference cannot be written: in other letters it may be that of another customer */
export function encodableIn(encoding: JournalEncoding): Encodable {
  const holds = (text: string): boolean => iconv.decode(iconv.encode(text, encoding), encoding) === text;
  return (text, column, { journal, posting }) => {
    if (encoding === 'utf-8' || isAscii.test(text)) return text;
    const composed = text.normalize('NFC');
    if (holds(composed)) return composed;
    const characters = [...composed];
    if (words.has(column)) return characters.map((one) => (holds(one) ? one : anyAscii(one))).join('');
    const lacking = JSON.stringify(characters.find((one) => !holds(one)));
    const where = `${column} of entry ${posting.number} in journal ${journal.code}`;
    throw new Error(
      `${encoding} has no ${lacking}, which is in ${where}: export with --encoding utf-8. Nothing was written.`,
    );
  };
}

export async function* encode(text: AsyncIterable<string>, encoding: JournalEncoding): AsyncGenerator<Buffer> {
  for await (const chunk of text) yield iconv.encode(chunk, encoding);
}
