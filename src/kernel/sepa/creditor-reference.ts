import assert from 'node:assert/strict';

/**
 * The structured creditor reference of ISO 11649 (`RF18539007547034`), which the payer's bank checks and carries to our
 * statement. A reference is compared without blanks and in upper case.
 */

/**
 * Puts the check digits before a text of 1 to 21 ASCII letters and digits. Blanks and hyphens are dropped: `4K7M-9QXT`
 * becomes `RF524K7M9QXT`. Any other character is refused, because a reference must come back unchanged.
 */
export function creditorReference(text: string): string {
  const body = text.replaceAll(/[\s-]/g, '');
  assert(/^[A-Za-z0-9]{1,21}$/.test(body), 'a creditor reference is made of 1 to 21 letters and digits');
  const reference = body.toUpperCase();
  return `RF${checkDigits(reference, 'RF')}${reference}`;
}

/** Whether the text is a creditor reference with the right check digits, in whatever case and grouping. */
export function isCreditorReference(text: string): boolean {
  const reference = text.replaceAll(/\s/g, '');
  // Made again rather than reduced: 00, 01 and 99 leave the right remainder too, and are no check digits.
  return (
    /^RF[0-9]{2}[A-Z0-9]{1,21}$/i.test(reference) && creditorReference(reference.slice(4)) === reference.toUpperCase()
  );
}

/** Of a text and the letters of its kind, by ISO 7064 MOD 97-10; letters count as 10 to 35. */
export function checkDigits(text: string, letters: string): string {
  let remainder = 0;
  for (const character of `${text}${letters}00`) {
    const value = Number.parseInt(character, 36);
    remainder = (remainder * (value < 10 ? 10 : 100) + value) % 97;
  }
  return String(98 - remainder).padStart(2, '0');
}
