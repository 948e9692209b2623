/**
 * The SEPA creditor identifier (ICS): country, two check digits, a business code of three characters that the check
 * leaves out, and the national number. `FR72ZZZ123456` and `FR72ABC123456` are the same creditor.
 */
export function isCreditorIdentifier(text: string): boolean {
  const [, country, digits, number] = /^([A-Z]{2})(\d{2})[A-Z0-9]{3}([A-Z0-9]{1,28})$/.exec(text) ?? [];
  if (country === undefined || digits === undefined || number === undefined) return false;
  if (country === 'FR' && number.length !== 6) return false;
  return checkDigits(country, number) === digits;
}

/** ISO 7064 MOD 97-10 over number, country and `00`; letters count as 10 to 35. */
function checkDigits(country: string, number: string): string {
  let remainder = 0;
  for (const character of `${number}${country}00`) {
    const value = Number.parseInt(character, 36);
    remainder = (remainder * (value < 10 ? 10 : 100) + value) % 97;
  }
  return String(98 - remainder).padStart(2, '0');
}
