import busboy from 'busboy';
import { LegacyFaultError, unsupportedBody } from '../response/errors.ts';
import { type Charset, charsetOf, decodeText } from './charset.ts';

const limits = { fields: 64, files: 8, parts: 72, fieldNameSize: 100, fieldSize: 16_384, headerPairs: 16 } as const;

/**
 * The text fields of a multipart form; files are read over. Null where the form is malformed, cut off or too large.
 * @throws LegacyFaultError where the form or a field declares an unknown charset
 */
export function readMultipart(
  contentType: string,
  body: Buffer,
): Promise<readonly (readonly [string, string])[] | null> {
  return new Promise((resolve, reject) => {
    const formCharset = charsetOf(contentType);
    if (formCharset === null) throw new LegacyFaultError(unsupportedBody);
    const entries: (readonly [string, string])[] = [];
    let isMalformed = false;
    const spoil = (): void => {
      isMalformed = true;
    };
    let parser: busboy.Busboy;
    try {
      parser = busboy({
        headers: { 'content-type': contentType },
        limits,
        defParamCharset: 'utf8',
        defCharset: 'latin1',
      });
    } catch {
      resolve(null);
      return;
    }
    // Busboy's types promise a name, which a part may lack.
    parser.on('field', (name: string | undefined, bytes, { mimeType, nameTruncated, valueTruncated }) => {
      const charset = mimeType.startsWith(charsetType) ? mimeType.slice(charsetType.length) : formCharset;
      if (charset === unknown) return reject(new LegacyFaultError(unsupportedBody));
      const value = decodeText(Buffer.from(bytes, 'latin1'), charset as Charset);
      if (nameTruncated || valueTruncated || value === null) spoil();
      else if (name !== undefined) entries.push([name, value]);
    });
    // Of a file that is cut off the stream fails too, and an error that no one hears ends the process.
    parser.on('file', (_name, stream) => stream.on('error', spoil).resume());
    for (const limit of ['partsLimit', 'filesLimit', 'fieldsLimit'] as const) parser.on(limit, spoil);
    parser.on('error', () => resolve(null));
    parser.on('close', () => resolve(isMalformed ? null : entries));
    parser.end(withCharsetsAsTypes(contentType, body, formCharset));
  });
}

const charsetType = 'charset/';
const unknown = 'unknown';

/**
 * Busboy knows fewer charsets, and does not say which one a field declares. It gets the charset as the type of the
 * field, and hands the bytes on.
 */
function withCharsetsAsTypes(contentType: string, body: Buffer, formCharset: Charset): Buffer {
  const [, quoted, plain] = /;\s*boundary=(?:"([^"]*)"|([^;\s]*))/i.exec(contentType) ?? [];
  const delimiter = `\r\n--${quoted ?? plain}\r\n`;
  const typed = (head: string): string =>
    head.replace(/^content-type:(?!\s*application\/octet-stream)[^\r\n]*(?:\r\n[ \t][^\r\n]*)*/gim, (type) => {
      return `Content-Type: ${charsetType}${charsetOf(type, formCharset) ?? unknown}`;
    });
  const parts = `\r\n${body.toString('latin1')}`.split(delimiter);
  return Buffer.from(parts.map((part) => part.replace(/^(?:[^\r\n]+\r\n)+/, typed)).join(delimiter), 'latin1');
}
