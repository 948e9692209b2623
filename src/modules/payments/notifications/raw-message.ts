import type { StoredNotification } from './notification.ts';
import { isWhatCame } from './process-notification.ts';

/** What a bank sent, for people who look for a fault: field by field, and without personal data. */

/** `name`: the path, where the value stood in JSON: `kr-answer.orderStatus`. */
export type RawField = { readonly name: string; readonly value: string };

export type RawMessage = { readonly method: 'GET' | 'POST'; readonly fields: readonly RawField[] };

/** The mask of the log: what it does not know by its form, it knows by a name. */
export type MaskFields = (fields: object) => Record<string, unknown>;

const fieldsAtMost = 500;

/** Names of the banks' fields that hold personal data, or what a customer or a shop wrote. */
const personal =
  /cust|billing|shipping|ship_to|mail|phone|name|address|street|city|zip|district|holder|porteur|card_?number|pan$|(^|[._])ip|browser|info|comment|remittance|iban/i;

/** Null where the content was erased. */
export function rawMessageOf(stored: StoredNotification, mask: MaskFields): RawMessage | null {
  if (!isWhatCame(stored)) return null;
  const body = stored.body.toString('utf8');
  const given = [...fieldsOf(stored.query), ...fieldsOf(body)].slice(0, fieldsAtMost);
  const fields = given.map(({ name, value }) => ({ name, value: masked(name, value, mask) }));
  return { method: stored.method, fields };
}

function masked(name: string, value: string, mask: MaskFields): string {
  const known = personal.test(name) ? 'comment' : name.slice(name.lastIndexOf('.') + 1);
  return String(mask({ [known]: value })[known]);
}

/** Of a form, or of JSON; JSON within a form's value is taken apart as well. */
function fieldsOf(text: string): readonly RawField[] {
  const json = jsonOf(text);
  if (json !== null) return leavesOf('', json);
  return [...new URLSearchParams(text)].flatMap(([name, value]) => {
    const inner = jsonOf(value);
    return inner === null ? [{ name, value }] : leavesOf(name, inner);
  });
}

function jsonOf(text: string): object | null {
  if (!/^\s*[{[]/.test(text)) return null;
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' ? value : null;
  } catch {
    return null;
  }
}

/** A message of a bank has a few levels. One of a stranger may have thousands, which would end the stack. */
const deepest = 20;
/** In characters. Each value of a list repeats the path: a long one times thousands of values would fill the memory. */
const longestPath = 200;

function leavesOf(path: string, value: unknown, depth = 0): readonly RawField[] {
  if (value === null || value === undefined) return [];
  if (depth > deepest || path.length > longestPath) return [{ name: path.slice(0, longestPath), value: '[masked]' }];
  if (typeof value !== 'object') return [{ name: path, value: String(value) }];
  return Object.entries(value).flatMap(([name, part]) =>
    leavesOf(path === '' ? name : `${path}.${name}`, part, depth + 1),
  );
}
