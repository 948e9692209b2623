import { TOTP, Secret as TotpSecret } from 'otpauth';

/** Codes of an authenticator app (RFC 6238): six digits, half a minute, SHA-1, which every app knows. */

const periodMs = 30_000;
/** Clocks differ: the code before and the one after count too. */
const window = 1;

export const newTotpSecret = (): string => new TotpSecret({ size: 20 }).base32;

const totpOf = (secret: string, label = ''): TOTP =>
  new TOTP({ issuer: 'Règlement', label, secret: TotpSecret.fromBase32(secret) });

/** For the app: as a QR code, or as a link on the same device. */
export const totpUri = (secret: string, label: string): string => totpOf(secret, label).toString();

/** The time step of a right code; null for a wrong one. */
export function totpStepOf(secret: string, code: string, now: number): number | null {
  if (!/^\d{6}$/.test(code)) return null;
  const delta = totpOf(secret).validate({ token: code, timestamp: now, window });
  return delta === null ? null : Math.floor(now / periodMs) + delta;
}
