import type { ObjectReader } from './given-fields.ts';
import { fieldNamed } from './operation.ts';

type Reviver = (key: string, value: unknown, context: { readonly source?: string }) => unknown;
const parseWithSource = JSON.parse as (text: string, reviver: Reviver) => unknown;

/**
 * A JSON object. A number keeps the text that was written, so that `1e3` is not taken for 1000. Null values and
 * unknown names (`__type` among them) are ignored; an object or a list where a text belongs is refused.
 */
export const readJson: ObjectReader = (text) => {
  if (!text.trimStart().startsWith('{')) return null;
  try {
    const entries = knownEntries(JSON.parse(text));
    if (!entries.some(([, value]) => typeof value === 'number')) return textsOf(entries);
    return textsOf(
      knownEntries(parseWithSource(text, (_key, value, { source }) => (typeof value === 'number' ? source : value))),
    );
  } catch {
    return null;
  }
};

const knownEntries = (value: unknown): [string, unknown][] =>
  Object.entries(value as object).filter(([name, entry]) => entry !== null && fieldNamed(name) !== null);

function textsOf(entries: readonly (readonly [string, unknown])[]): (readonly [string, string])[] | null {
  return entries.some(([, value]) => typeof value === 'object')
    ? null
    : entries.map(([name, value]) => [name, String(value)]);
}
