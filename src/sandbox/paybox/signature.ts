import { createHmac, sign, timingSafeEqual } from 'node:crypto';
import { type Field, fieldOf } from '../form-body.ts';

/** PBX_HASH → Node's name. MDC2, which the manual allows too, is not part of today's OpenSSL. */
const algorithms: Readonly<Record<string, string>> = {
  SHA512: 'sha512',
  SHA384: 'sha384',
  SHA256: 'sha256',
  SHA224: 'sha224',
  RIPEMD160: 'ripemd160',
};

export const knownHashes: readonly string[] = Object.keys(algorithms);

/**
 * Paybox manual, "HMAC": `name=value` of every other field in the posted order, values raw, joined by `&`, under the
 * key's bytes, by the algorithm that PBX_HASH names. Hexadecimal of either case is taken, as on the platform.
 */
export function isFormAuthentic(fields: readonly Field[], hmacKeyHex: string): boolean {
  return isSigned(fields, { hash: 'PBX_HASH', hmac: 'PBX_HMAC' }, hmacKeyHex);
}

/** Paybox Direct signs alike, under shorter names. */
export function isQuestionAuthentic(fields: readonly Field[], hmacKeyHex: string): boolean {
  return isSigned(fields, { hash: 'HASH', hmac: 'HMAC' }, hmacKeyHex);
}

function isSigned(
  fields: readonly Field[],
  names: { readonly hash: string; readonly hmac: string },
  hmacKeyHex: string,
): boolean {
  const given = fields.at(-1);
  const algorithm = new Map(Object.entries(algorithms)).get(fieldOf(fields, names.hash) ?? '');
  if (given?.[0] !== names.hmac || algorithm === undefined) return false;
  const signed = fields.slice(0, -1).map(([name, value]) => `${name}=${value}`);
  const expected = createHmac(algorithm, Buffer.from(hmacKeyHex, 'hex')).update(signed.join('&'), 'utf8').digest('hex');
  const received = Buffer.from(given[1].toLowerCase());
  return received.length === expected.length && timingSafeEqual(received, Buffer.from(expected));
}

/** Letter K (Paybox manual, "Signature"): RSA with SHA-1 over the bytes that go over the wire; base64, not yet encoded. */
export function signAnswer(encoded: string, privateKeyPem: string): string {
  return sign('RSA-SHA1', Buffer.from(encoded, 'latin1'), privateKeyPem).toString('base64');
}

/** As the platform encodes answers: a space is `%20`, while `: / @ ,` are not encoded. */
export function encodeAnswer(value: string): string {
  return encodeURIComponent(value)
    .replace(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`)
    .replace(/%(3A|2F|40|2C)/g, (escaped) => decodeURIComponent(escaped));
}
