import type { ObjectReader } from './given-fields.ts';
import { fieldNamed } from './operation.ts';

type Reviver = (key: string, value: unknown, context: { readonly source?: string }) => unknown;
const parseWithSource = JSON.parse as (text: string, reviver: Reviver) => unknown;

/**
 * A JSON object. A number keeps its written text, so that `1e3` is not taken for 1000. Null values and unknown names
 * (`__type` among them) are ignored; an object or a list in place of a text is refused. Of a repeated name the last
 * value counts, as in the old service; a guarded one is passed on twice, so that it is refused.
 */
export const readJson: ObjectReader = (text) => {
  if (!text.trimStart().startsWith('{')) return null;
  try {
    const entries = knownEntries(JSON.parse(text));
    const repeated = repeatedIn(text).flatMap((name) => [[name, ''] as const, [name, ''] as const]);
    if (!entries.some(([, value]) => typeof value === 'number')) return textsOf([...entries, ...repeated]);
    const asWritten = parseWithSource(text, (_key, value, { source }) => (typeof value === 'number' ? source : value));
    return textsOf([...knownEntries(asWritten), ...repeated]);
  } catch {
    return null;
  }
};

const knownEntries = (value: unknown): [string, unknown][] =>
  Object.entries(value as object).filter(([name, entry]) => entry !== null && fieldNamed(name) !== null);

const repeatedIn = (json: string): string[] =>
  namesIn(json).filter((name, index, names) => fieldNamed(name)?.guarded && names.indexOf(name) < index);

const tokens = /("(?:[^"\\]|\\.)*")(\s*:)?|[{}[\]]/g;

/** The names of the outermost object, each as often as it is written: JSON.parse keeps one. For text that it took. */
function namesIn(json: string): string[] {
  const names: string[] = [];
  let depth = 0;
  for (const [token, text, colon] of json.matchAll(tokens)) {
    if (text === undefined) depth += token === '{' || token === '[' ? 1 : -1;
    else if (colon !== undefined && depth === 1) names.push(JSON.parse(text));
  }
  return names;
}

function textsOf(entries: readonly (readonly [string, unknown])[]): (readonly [string, string])[] | null {
  return entries.some(([, value]) => typeof value === 'object')
    ? null
    : entries.map(([name, value]) => [name, String(value)]);
}
