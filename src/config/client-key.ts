import { hash } from 'node:crypto';

/** Recognisable to people and to programs that look for leaked secrets. */
const prefix = 'rgl_';

/** A key that a client is given: `rgl_` and 256 random bits, base64url. Shown once; only its hash is kept. */
export function newClientKey(randomBytes: (size: number) => Buffer): string {
  return prefix + randomBytes(32).toString('base64url');
}

/** SHA-256 in hex, as the config holds it. The key is long and random, so a plain hash cannot be reversed. */
export function hashOfClientKey(key: string): string {
  return hash('sha256', key);
}
