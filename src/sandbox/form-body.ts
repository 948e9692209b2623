import { isUtf8 } from 'node:buffer';
import { type Text, text } from './texts.ts';

export type Field = readonly [name: string, value: string];

/** Read like the banks read: flat, each name once, in the order in which the fields came, empty values kept. */
export type FormBody =
  | { readonly readable: true; readonly fields: readonly Field[] }
  | { readonly readable: false; readonly field: string; readonly explanation: Text };

/** The value of a field, undefined where it was not sent. */
export function fieldOf(fields: readonly Field[], name: string): string | undefined {
  return fields.find((field) => field[0] === name)?.[1];
}

const fieldLimit = 200;

/** Reads `application/x-www-form-urlencoded` bytes. Bad percent-encoding, bad UTF-8 and repeated names are refused. */
export function readFormBody(body: Buffer): FormBody {
  if (!isUtf8(body)) return unreadable('', badEncoding);
  const pairs = body.toString().split('&').filter(Boolean);
  if (pairs.length > fieldLimit) {
    return unreadable('', text(`Plus de ${fieldLimit} champs.`, `More than ${fieldLimit} fields.`));
  }
  const fields = new Map<string, string>();
  for (const pair of pairs) {
    const equals = pair.indexOf('=');
    const name = decodeComponent(equals < 0 ? pair : pair.slice(0, equals));
    const value = decodeComponent(equals < 0 ? '' : pair.slice(equals + 1));
    if (name === null || value === null) return unreadable(name ?? '', badEncoding);
    if (fields.has(name)) return unreadable(name, text('Champ répété.', 'Repeated field.'));
    fields.set(name, value);
  }
  return { readable: true, fields: [...fields] };
}

const badEncoding = text('Encodage URL ou UTF-8 invalide.', 'Invalid URL encoding or UTF-8.');
const unreadable = (field: string, explanation: Text): FormBody => ({ readable: false, field, explanation });

/** Null where it is no percent-encoded UTF-8 text. */
function decodeComponent(encoded: string): string | null {
  try {
    return decodeURIComponent(encoded.replaceAll('+', ' '));
  } catch {
    return null;
  }
}
