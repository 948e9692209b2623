import type { ObjectReader } from './given-fields.ts';
import { fieldNamed } from './operation.ts';

/**
 * An object in JSV, ServiceStack's JSON without quotes around plain text: `{amount:1250,commentaire:"a, b"}`. Quotes
 * inside quotes are doubled. Nested objects and lists are skipped, and refused where a text belongs.
 */
export const readJsv: ObjectReader = (text) => {
  const trimmed = text.trim();
  if (!trimmed.startsWith('{') || !trimmed.endsWith('}')) return null;
  const entries: (readonly [string, string])[] = [];
  for (const member of splitAtCommas(trimmed.slice(1, -1)) ?? [null]) {
    if (member === null) return null;
    if (member.trim() === '') continue;
    const colon = member.startsWith('"') ? member.indexOf(':', endOfQuotes(member, 0)) : member.indexOf(':');
    if (colon < 0) return null;
    const name = unquote(member.slice(0, colon).trim());
    const value = member.slice(colon + 1);
    if (fieldNamed(name) === null) continue;
    if (/^\s*[{[]/.test(value)) return null;
    entries.push([name, unquote(value.trim())]);
  }
  return entries;
};

const opening = new Set(['{', '[']);
const closing = new Set(['}', ']']);

/** The members of an object; commas inside quotes and inner brackets do not split. Null where a quote or bracket is left open. */
function splitAtCommas(text: string): string[] | null {
  const members: string[] = [];
  let start = 0;
  let depth = 0;
  for (let index = 0; index < text.length; index++) {
    const character = text.charAt(index);
    if (character === '"') {
      index = endOfQuotes(text, index) - 1;
      if (index < 0) return null;
    } else if (opening.has(character)) depth++;
    else if (closing.has(character)) depth--;
    else if (character === ',' && depth === 0) {
      members.push(text.slice(start, index));
      start = index + 1;
    }
    if (depth < 0) return null;
  }
  return depth === 0 ? [...members, text.slice(start)] : null;
}

/** The index after the quote that closes the one at `start`; 0 where none does. */
function endOfQuotes(text: string, start: number): number {
  for (let index = text.indexOf('"', start + 1); index >= 0; index = text.indexOf('"', index + 2)) {
    if (text.charAt(index + 1) !== '"') return index + 1;
  }
  return 0;
}

function unquote(text: string): string {
  return text.length >= 2 && text.startsWith('"') && text.endsWith('"')
    ? text.slice(1, -1).replaceAll('""', '"')
    : text;
}
