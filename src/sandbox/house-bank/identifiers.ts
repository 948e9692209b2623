import { isValidIBAN } from 'ibantools';

/** Check digits, and the RIB key of a French account, as banks compare them: without blanks, in capitals. */
export const isAccountNumber = (iban: string): boolean => /^[A-Z0-9]+$/.test(iban) && isValidIBAN(iban);

export const isBankCode = (bic: string): boolean => /^[A-Z0-9]{4}[A-Z]{2}[A-Z0-9]{2}(?:[A-Z0-9]{3})?$/.test(bic);

/** The check digits of a creditor's identifier leave out its business code, characters 5 to 7. */
export function isCreditorIdentifier(ics: string): boolean {
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{3}[A-Z0-9]{1,28}$/.test(ics)) return false;
  return remainder(ics.slice(7) + ics.slice(0, 4)) === 1;
}

/** ISO 11649. */
export const isCreditorReference = (reference: string): boolean =>
  /^RF\d{2}[A-Z0-9]{1,21}$/.test(reference) && remainder(reference.slice(4) + reference.slice(0, 4)) === 1;

/** Letters count from 10. Digit by digit, because the value exceeds a safe integer. */
const remainder = (text: string): number =>
  [...text]
    .flatMap((sign) => [...String(Number.parseInt(sign, 36))])
    .reduce((left, digit) => (left * 10 + Number(digit)) % 97, 0);

/** The characters of SEPA (EPC217-08). */
export const isSepaText = (text: string): boolean => /^[A-Za-z0-9/?:().,'+ -]*$/.test(text);

/** An id that others send back: no slash at an end, none doubled. */
export const isIdentifier = (text: string): boolean =>
  text !== '' && text.length <= 35 && isSepaText(text) && !/^\/|\/$|\/\//.test(text);
