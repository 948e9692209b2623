import assert from 'node:assert/strict';
import { createHmac, createPublicKey, createSecretKey, KeyObject, verify } from 'node:crypto';
import { decodePercent } from '../../kernel/bytes/percent-encoding.ts';
import type { Secret } from '../../kernel/merchant.ts';
import type { FormFields } from '../../modules/payments/provider.ts';
import type { PayboxAccount } from './account.ts';

/** The PBX_HASH values for signing, and Node's names for them. */
const digests: ReadonlyMap<string, string> = new Map<PayboxAccount['hash'], string>([
  ['SHA512', 'sha512'],
  ['SHA384', 'sha384'],
  ['SHA256', 'sha256'],
  ['SHA224', 'sha224'],
]);

/**
 * The fields to post, PBX_HMAC last: HMAC over `name=value&…` in the given order, raw values in UTF-8. The field
 * PBX_HASH names the algorithm; the key is decoded from hexadecimal, and the digest is in upper case (Paybox manual,
 * "Authentication by HMAC"). Do not change, add or reorder anything afterwards.
 */
export function signForm(fields: FormFields, hmacKey: Secret | KeyObject): FormFields {
  return { ...fields, PBX_HMAC: hmacOf(fields, 'PBX_HASH', hmacKey) };
}

/** The same for Paybox Direct, with the fields HASH and HMAC. */
export function signQuestion(fields: FormFields, hmacKey: Secret): FormFields {
  return { ...fields, HMAC: hmacOf(fields, 'HASH', hmacKey) };
}

function hmacOf(fields: FormFields, hashName: 'PBX_HASH' | 'HASH', hmacKey: Secret | KeyObject): string {
  const digest = digests.get(fields[hashName] ?? '');
  assert(digest, `${hashName} names a digest that we can sign with`);
  const key = hmacKey instanceof KeyObject ? hmacKey : parseHmacKey(hmacKey);
  const signed = Object.entries(fields)
    .map(([name, value]) => `${name}=${value}`)
    .join('&');
  return createHmac(digest, key).update(signed, 'utf8').digest('hex').toUpperCase();
}

/** @throws where the key is not written as the back office shows it. Parsing costs several times as much as signing. */
export function parseHmacKey(hmacKey: Secret): KeyObject {
  const key = hmacKey.reveal();
  // Node decodes hexadecimal up to the first invalid character, and would sign with a shorter key.
  assert(
    /^(?:[0-9A-Fa-f]{2}){20,}$/.test(key),
    'an HMAC key is at least 40 hexadecimal digits, an even number of them',
  );
  return createSecretKey(key, 'hex');
}

export type PublicKey = {
  readonly key: KeyObject;
  /** A signature has exactly this many bytes. */
  readonly modulusBytes: number;
  /** The key's DER form in base64: the same for every PEM text of the same key. */
  readonly identity: string;
};

/** @throws where the PEM holds no RSA public key. */
export function parsePublicKey(pem: string): PublicKey {
  const key = createPublicKey(pem);
  const bits = key.asymmetricKeyDetails?.modulusLength;
  assert(key.asymmetricKeyType === 'rsa' && bits !== undefined, "Paybox's public key is an RSA key");
  const identity = key.export({ type: 'spki', format: 'der' }).toString('base64');
  return { key, modulusBytes: Math.ceil(bits / 8), identity };
}

type SignedMessage =
  | { readonly kind: 'SIGNED'; readonly data: Buffer; readonly by: PublicKey }
  | { readonly kind: 'UNSIGNED'; readonly reason: string };

/**
 * Opens `data&signatureName=signature` over its received bytes: RSA-SHA1 over the bytes of `data`, still encoded.
 * Re-encoding would break the signature (a space is `%20`, a comma is not encoded). `reason` holds no data of the
 * message.
 */
export function openSignedMessage(message: Buffer, signatureName: string, keys: readonly PublicKey[]): SignedMessage {
  const marker = `&${signatureName}=`;
  const end = message.lastIndexOf(marker);
  if (end < 0) return { kind: 'UNSIGNED', reason: 'there is no signature' };
  const text = message.toString('latin1', end + marker.length);
  if (text.includes('&')) return { kind: 'UNSIGNED', reason: 'there is something after the signature' };
  const signature = decodeSignature(text);
  if (signature === null) return { kind: 'UNSIGNED', reason: 'the signature is not base64' };
  const data = message.subarray(0, end);
  const by = keys.find(
    ({ key, modulusBytes }) => modulusBytes === signature.length && verify('RSA-SHA1', data, key, signature),
  );
  return by ? { kind: 'SIGNED', data, by } : { kind: 'UNSIGNED', reason: 'no key of ours verifies the signature' };
}

/** Node's base64 decoder skips unknown characters, so only text that encodes back to itself is accepted. */
function decodeSignature(text: string): Buffer | null {
  const base64 = decodePercent(text);
  if (base64 === null) return null;
  const signature = Buffer.from(base64, 'base64');
  return signature.toString('base64') === base64 ? signature : null;
}
