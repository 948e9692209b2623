/**
 * Decodes percent-encoded UTF-8 once. Null where the encoding or the UTF-8 is malformed: nothing is replaced or guessed.
 */
export function decodePercent(text: string): string | null {
  if (!text.includes('%')) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

/** The same where `+` is a blank: query strings, forms and the comment in the path. */
export function decodePlusAndPercent(text: string): string | null {
  return decodePercent(text.includes('+') ? text.replaceAll('+', ' ') : text);
}
