import { BankFileError } from './bank-file.ts';

/** Encodings by XML's name and the platform's name. */
const encodings: Readonly<Record<string, string>> = {
  'UTF-8': 'utf-8',
  'US-ASCII': 'utf-8',
  'ISO-8859-1': 'iso-8859-1',
  'ISO-8859-15': 'iso-8859-15',
  'WINDOWS-1252': 'windows-1252',
};

/** How much of a file's beginning may hold its declaration. */
const declarationBytes = 256;

/** How much is decoded at once, however large the pieces are in which the bytes come. */
const decodedBytes = 64 * 1024;

/**
 * Turns the bytes of an XML file into text, by the encoding that it declares. Bytes that are none in it are refused,
 * not replaced: half a name would be believed.
 * @throws BankFileError
 */
export async function* decodeXml(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let beginning = Buffer.alloc(0);
  let decoder: TextDecoder | null = null;
  let line = 1;
  const decode = (chunk: Uint8Array | null): string => {
    try {
      const text = decoder?.decode(chunk ?? new Uint8Array(), { stream: chunk !== null }) ?? '';
      line += text.split('\n').length - 1;
      return text;
    } catch {
      throw new BankFileError('the bytes are not text in the encoding that the file declares', { line, path: '' });
    }
  };
  for await (const chunk of inParts(bytes)) {
    if (decoder === null) {
      beginning = Buffer.concat([beginning, chunk]);
      if (beginning.length < declarationBytes) continue;
      decoder = decoderFor(beginning);
      yield decode(beginning);
    } else yield decode(chunk);
  }
  if (decoder === null) {
    decoder = decoderFor(beginning);
    yield decode(beginning);
  }
  yield decode(null);
}

async function* inParts(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  for await (const chunk of bytes) {
    for (let start = 0; start < chunk.length; start += decodedBytes) yield chunk.subarray(start, start + decodedBytes);
  }
}

function decoderFor(beginning: Buffer): TextDecoder {
  const start = { line: 1, path: '' };
  if (beginning.length === 0) throw new BankFileError('the file is empty', null);
  const isUtf16 = (beginning[0] === 0xfe && beginning[1] === 0xff) || (beginning[0] === 0xff && beginning[1] === 0xfe);
  if (isUtf16 || beginning.subarray(0, 4).includes(0)) {
    throw new BankFileError('the file is in UTF-16 or binary: UTF-8 or ISO 8859 are read', start);
  }
  const hasMark = beginning.subarray(0, 3).equals(Buffer.from([0xef, 0xbb, 0xbf]));
  const declaration = /^(?:\u00ef\u00bb\u00bf)?<\?xml[^>]*?encoding\s*=\s*["']([A-Za-z][\w.-]*)["']/.exec(
    beginning.subarray(0, declarationBytes).toString('latin1'),
  );
  const name = (declaration?.[1] ?? 'UTF-8').toUpperCase();
  const encoding = Object.hasOwn(encodings, name) ? encodings[name] : undefined;
  if (encoding === undefined) throw new BankFileError(`the encoding ${name.slice(0, 40)} is not read`, start);
  if (hasMark && encoding !== 'utf-8') throw new BankFileError('the file declares another encoding than it has', start);
  return new TextDecoder(encoding, { fatal: true });
}
