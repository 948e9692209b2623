import { refuseInput } from '../../../kernel/errors.ts';

/**
 * The bytes of a file that came as text: XML, or base64. Text came through JSON and is UTF-8, so a different declared
 * encoding would be wrong.
 * @throws InvalidInputError, when it is read
 */
export async function* bytesOfContent(content: string): AsyncGenerator<Uint8Array> {
  const start = content.slice(0, 1000).replace(/^[\ufeff\s]+/, '');
  if (start.startsWith('<')) {
    const [, declared = 'UTF-8'] = /^<\?xml[^>]*?encoding\s*=\s*["']([\w.-]+)["']/.exec(start) ?? [];
    if (!/^(?:UTF-8|US-ASCII)$/i.test(declared)) {
      refuseInput('content', 'content declares another encoding than UTF-8: give its bytes in base64.');
    }
    yield Buffer.from(content, 'utf8');
    return;
  }
  const compact = content.replaceAll(/\s/g, '');
  const isBase64 = compact.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(compact);
  if (compact === '' || !isBase64) refuseInput('content', 'content must be an XML file, or its bytes in base64.');
  yield Buffer.from(compact, 'base64');
}

/**
 * A person's look at a file before it is imported reads it three times. A larger one is imported without: then too it is
 * read to its end before anything is applied.
 */
export const checkedBytes = 8 * 1024 * 1024;
