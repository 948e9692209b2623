import { BankFileError, type BankFilePiece, type ReadBankFile } from './bank-file.ts';
import { readCfonb120 } from './cfonb/read-cfonb-120.ts';
import { readCfonb240 } from './cfonb/read-cfonb-240.ts';
import { readMt940, readMt942 } from './mt940/read-mt940.ts';
import { knownVersions, readXmlFile } from './read-xml-file.ts';
import { peek, unpacked } from './unpack.ts';

/** How each text format begins. XML, and what is no text at all, is left to the reader of XML. */
const textFormats: readonly (readonly [RegExp, ReadBankFile])[] = [
  [/^01\d{5}.{4}\d{5}[A-Z ]{3}[\d ].[0-9A-Z]{11}/, readCfonb120],
  [/^31\d{6}.{2}\d{6}[A-Z ].{4}\d{5}\d{5}[0-9A-Z]{11}/, readCfonb240],
  [/^(?:\{1:|:20:)[\s\S]*?(?:\{2:[IO]942|\n:(?:34F|13D?):)/, readMt942],
  [/^(?:\{1:|:20:)/, readMt940],
];

/** Reads a file by what stands in it, packed or not. The files of an archive are read one after the other. */
export const readBankFile: ReadBankFile = async function* (bytes) {
  let head: Extract<BankFilePiece, { kind: 'HEAD' }> | null = null;
  for await (const file of unpacked(bytes)) {
    for await (const piece of readOne(file)) {
      if (piece.kind !== 'HEAD') yield piece;
      else if (head === null) {
        head = piece;
        yield piece;
      } else if (head.version !== piece.version) {
        throw new BankFileError(`the archive holds files of two kinds: ${head.version} and ${piece.version}`, null);
      }
    }
  }
};

async function* readOne(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<BankFilePiece> {
  const { start, whole } = await peek(bytes);
  const text = start.toString('latin1').replace(/^(?:\u00ef\u00bb\u00bf)?\s+|^\u00ef\u00bb\u00bf/, '');
  const isBinary = start.subarray(0, 64).includes(0) || (start[0] ?? 0) >= 0xfe;
  if (text === '' || text.startsWith('<') || isBinary) {
    yield* readXmlFile(whole);
    return;
  }
  const known = textFormats.find(([form]) => form.test(text));
  if (known === undefined) {
    const formats = `${knownVersions()}, CFONB 120, CFONB 240, MT940, MT942`;
    throw new BankFileError(`it is none of the formats that are read: ${formats}`, { line: 1, path: '' });
  }
  yield* known[1](whole);
}
