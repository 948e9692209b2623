import { checkDigits } from './creditor-reference.ts';

/**
 * The SEPA creditor identifier (ICS): country, two check digits, a business code of three characters that the check
 * leaves out, and the national number. `FR72ZZZ123456` and `FR72ABC123456` are the same creditor.
 */
export function isCreditorIdentifier(text: string): boolean {
  const [, country, digits, number] = /^([A-Z]{2})(\d{2})[A-Z0-9]{3}([A-Z0-9]{1,28})$/.exec(text) ?? [];
  if (country === undefined || digits === undefined || number === undefined) return false;
  if (country === 'FR' && number.length !== 6) return false;
  return checkDigits(number, country) === digits;
}
