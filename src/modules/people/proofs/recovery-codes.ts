import { hash, randomBytes } from 'node:crypto';

/** Codes for a person without its authenticator app, each for one use: 120 random bits, so that a plain hash will do. */

const count = 10;
/** Crockford's base 32: no I, L, O or U. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

export const newRecoveryCodes = (): string[] =>
  Array.from({ length: count }, () =>
    Array.from({ length: 4 }, () => Array.from(randomBytes(6), (byte) => alphabet.charAt(byte % 32)).join('')).join(
      '-',
    ),
  );

/** Null for what cannot be such a code. Any case, and look-alikes. */
export function hashOfRecoveryCode(text: string): string | null {
  const plain = text.toUpperCase().replaceAll(/[\s-]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1');
  return /^[0-9A-Z]{24}$/.test(plain) ? hash('sha256', plain) : null;
}
