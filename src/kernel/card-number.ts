/** Card numbers must never be stored. Input with a card number is refused, and not echoed. */

/** Twelve digits are no card number. Only ASCII is counted: another character may stand for two digits. */
const hasFewDigits = (text: string): boolean => /^[ -/:-~]*(?:\d[ -/:-~]*){0,12}$/.test(text);

/**
 * Finds a payment card's number: 13 to 19 digits of an issuer's range that pass the Luhn check, with any separators.
 * Digits that follow (an expiry, a security code) do not hide it. Groups are never cut; otherwise half of all IBANs
 * would look like a card.
 */
export function holdsCardNumber(text: string): boolean {
  if (hasFewDigits(text)) return false;
  const plain = text.normalize('NFKC').replaceAll(/\p{Cf}/gu, '');
  return (plain.match(/\d+(?:[^\p{L}\p{N}]{1,3}\d+)*/gu) ?? []).some((run) => {
    const groups = run.match(/\d+/g) ?? [];
    return groups.some((_group, start) => beginsWithCardNumber(groups, start));
  });
}

function beginsWithCardNumber(groups: readonly string[], start: number): boolean {
  let digits = '';
  for (let index = start; index < groups.length && digits.length < mostDigits; index++) {
    digits += groups[index];
    if (isCardNumber(digits)) return true;
  }
  return false;
}

const mostDigits = 19;

const isCardNumber = (digits: string): boolean =>
  digits.length >= 13 && digits.length <= mostDigits && /^(?:3|4|5[0-8]|6|2[2-7])/.test(digits) && passesLuhn(digits);

/** By its last digit, a check digit; zeros alone are no number. */
export function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let index = 0; index < digits.length; index++) {
    const digit = Number(digits[digits.length - 1 - index]);
    const weighted = index % 2 === 1 ? digit * 2 : digit;
    sum += weighted > 9 ? weighted - 9 : weighted;
  }
  return sum % 10 === 0 && /[1-9]/.test(digits);
}

/** Ranges of printed card numbers: American Express, Visa, Mastercard, and those that begin with 6. */
const printed = /^(?:3[47]\d{13}|4\d{15}(?:\d{3})?|5[1-5]\d{14}|2(?:2[2-9]|[3-6]\d|7[01])\d{13}|6\d{15})$/;

/** No name of so many characters is taken. */
const longestName = 512;

/**
 * Whether a name, of an order for instance, is nothing but such a number. Narrower than `holdsCardNumber`, for long
 * numbers of orders are honest: one in ten of them passes the Luhn check.
 */
export function isWrittenCardNumber(name: string): boolean {
  if (name.length > longestName || hasFewDigits(name)) return false;
  const digits = name.normalize('NFKC').replaceAll(/[^\p{L}\p{N}]/gu, '');
  return printed.test(digits) && passesLuhn(digits);
}
