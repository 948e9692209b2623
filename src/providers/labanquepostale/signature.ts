import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { Secret } from '../../kernel/merchant.ts';
import type { LabanquepostaleAccount } from './account.ts';

export type FormField = readonly [name: string, value: string];
type Algorithm = LabanquepostaleAccount['algorithm'];

/** Every field with this prefix is signed, known or not, empty ones included; no other is. */
const signedPrefix = 'vads_';

const digests: Readonly<Record<Algorithm, (text: string, key: string) => string>> = {
  'HMAC-SHA-256': (text, key) => createHmac('sha256', key).update(text).digest('base64'),
  'SHA-1': (text) => createHash('sha1').update(text).digest('hex'),
};

/** By name, in the order of the bytes: `vads_product_label10` comes before `vads_product_label2`. */
export function sortByName(fields: readonly FormField[]): readonly FormField[] {
  return fields.toSorted(([a], [b]) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
}

/**
 * The value of `signature`: raw values in the order of their names, then the key, joined by `+`; HMAC-SHA-256 with the
 * same key in base64, or for older shops SHA-1 in lower-case hex (Lyra, "Computing the signature").
 *
 * The names are not signed. A holder of a signed message can rename its fields, within their order, and join values by
 * `+`. `keepFromProtocol` keeps the words of the protocol out of the payer's texts, and a message with any other word
 * proves nothing (`isKnown`).
 */
export function signFields(fields: readonly FormField[], key: Secret, algorithm: Algorithm): string {
  const signed = sortByName(fields.filter(([name]) => name.startsWith(signedPrefix)));
  const text = [...signed.map(([, value]) => value), key.reveal()].join('+');
  return digests[algorithm](text, key.reveal());
}

/** Whether one of the keys made this signature. The texts are compared, so that only the canonical base64 is taken. */
export function isSignedBy(
  keys: readonly Secret[],
  algorithm: Algorithm,
  fields: readonly FormField[],
  signature: string,
): boolean {
  const given = Buffer.from(signature);
  return keys.some((key) => {
    const expected = Buffer.from(signFields(fields, key, algorithm));
    return given.length === expected.length && timingSafeEqual(given, expected);
  });
}
