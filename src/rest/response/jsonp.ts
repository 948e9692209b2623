const otherCharacters = /[^A-Za-z0-9._]/g;
const functionName = /^[A-Za-z_][A-Za-z0-9_]*(?:\.[A-Za-z_][A-Za-z0-9_]*)*$/;
const maximumLength = 100;

/**
 * The callback as ServiceStack cleans it (`$cb` becomes `_cb`), or null if the rest is not a function's name: digits
 * first, an empty part between dots, more than 100 characters.
 */
export function cleanCallback(callback: string): string | null {
  const clean = callback.replace(otherCharacters, '_');
  return clean.length <= maximumLength && functionName.test(clean) ? clean : null;
}

/** The comment in front keeps the answer from beginning with text that the caller chose. */
export function wrapInCallback(callback: string, json: string): string {
  return `/**/${callback}(${json})`;
}
