import { checkDigits } from './creditor-reference.ts';

/** A French account as banks wrote it before the IBAN: bank 5, branch 5, account 11. Its keys follow from its digits. */

/** As the RIB counts letters: A to I and J to R are 1 to 9, S to Z are 2 to 9. */
function digitOf(character: string): string {
  if (/\d/.test(character)) return character;
  const place = character.charCodeAt(0) - 'A'.charCodeAt(0);
  return String(place < 18 ? (place % 9) + 1 : place - 16);
}

/** Null where it is no account. */
export function ibanOfRib(bank: string, branch: string, account: string): string | null {
  if (!/^\d{5}$/.test(bank) || !/^\d{5}$/.test(branch) || !/^[0-9A-Z]{11}$/.test(account)) return null;
  const counted = `${bank}${branch}${Array.from(account, digitOf).join('')}`;
  const key = String(97n - (BigInt(`${counted}00`) % 97n)).padStart(2, '0');
  const bban = `${bank}${branch}${account}${key}`;
  return `FR${checkDigits(bban, 'FR')}${bban}`;
}
