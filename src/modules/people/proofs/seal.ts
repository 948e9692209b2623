import { createCipheriv, createDecipheriv, hash, hkdfSync, randomBytes } from 'node:crypto';
import type { Secret } from '../../../kernel/merchant.ts';

/**
 * Secrets that the gateway has to read again: AES-256-GCM under a key of the config, bound to what they belong to. The
 * database alone opens nothing.
 */

export type Keys = readonly [Secret, ...Secret[]];

const keyOf = (secret: Secret): Buffer =>
  Buffer.from(hkdfSync('sha256', secret.reveal(), '', 'reglement console seal', 32));
/** Says which key sealed; it reveals nothing of it. */
const nameOf = (key: Buffer): string => hash('sha256', key).slice(0, 8);

export function seal([newest]: Keys, text: string, belongsTo: string): string {
  const key = keyOf(newest);
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(belongsTo));
  const sealed = Buffer.concat([iv, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
  return `${nameOf(key)}.${sealed.toString('base64url')}`;
}

/** Null for what no key of the config opens, or what belongs to another. */
export function unseal(keys: Keys, sealed: string, belongsTo: string): string | null {
  const [name, text = ''] = sealed.split('.');
  const key = keys.map(keyOf).find((one) => nameOf(one) === name);
  const bytes = Buffer.from(text, 'base64url');
  if (key === undefined || bytes.length < 28) return null;
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12), { authTagLength: 16 });
    decipher.setAAD(Buffer.from(belongsTo)).setAuthTag(bytes.subarray(-16));
    return Buffer.concat([decipher.update(bytes.subarray(12, -16)), decipher.final()]).toString('utf8');
  } catch {
    return null;
  }
}

/** The same under the newest key; null where that key sealed it, or no key of the config opens it. */
export function sealAgain(keys: Keys, sealed: string, belongsTo: string): string | null {
  const text = unseal([keys[0]], sealed, belongsTo) === null ? unseal(keys, sealed, belongsTo) : null;
  return text === null ? null : seal(keys, text, belongsTo);
}
