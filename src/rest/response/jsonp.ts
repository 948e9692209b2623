const otherCharacters = /[^A-Za-z0-9._]/g;
const maximumLength = 100;

/**
 * The callback as ServiceStack cleans it (`$cb` becomes `_cb`), or null if it is too long. What is no name of a function
 * then, such as `1a`, is a script that does not run.
 */
export const cleanCallback = (callback: string): string | null =>
  callback.length <= maximumLength ? callback.replace(otherCharacters, '_') : null;

/** The comment in front keeps the answer from beginning with text that the caller chose. */
export function wrapInCallback(callback: string, json: string): string {
  return `/**/${callback}(${json})`;
}
