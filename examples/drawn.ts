import { createHash } from 'node:crypto';

/** What the examples draw by a seed: the same for the same words. */

/** The same number for the same words, below `limit`. */
export function randomOf(words: string, limit: number): number {
  return Number(createHash('sha256').update(words).digest().readBigUInt64BE() % BigInt(limit));
}

/** An account of no bank: France has none with the code 99999. */
export function ibanOf(account: number): string {
  const [bank, branch, number] = [99999n, 1n, BigInt(account)];
  const key = 97n - ((89n * bank + 15n * branch + 3n * number) % 97n);
  const digits = `${bank}${pad(branch, 5)}${pad(number, 11)}${pad(key, 2)}`;
  // F is 15, R is 27.
  const check = 98n - (BigInt(`${digits}152700`) % 97n);
  return `FR${pad(check, 2)}${digits}`;
}

const pad = (value: bigint, length: number): string => String(value).padStart(length, '0');
