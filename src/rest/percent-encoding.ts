/** Node hands over bytes of the request line above ASCII as Latin-1 characters; they are bytes of UTF-8 like the others. */
const rawBytes = /[\u0080-\u00ff]/g;
const needsDecoding = /[%\u0080-\u00ff]/;

/**
 * Decodes percent-encoded UTF-8 once. Null where the encoding or the UTF-8 is malformed: nothing is replaced or guessed.
 */
export function decodePercent(text: string): string | null {
  if (!needsDecoding.test(text)) return text;
  try {
    return decodeURIComponent(text.replace(rawBytes, (byte) => `%${byte.charCodeAt(0).toString(16)}`));
  } catch {
    return null;
  }
}

/** The same where `+` is a blank: query strings, forms and the comment in the path. */
export function decodePlusAndPercent(text: string): string | null {
  return decodePercent(text.includes('+') ? text.replaceAll('+', ' ') : text);
}
