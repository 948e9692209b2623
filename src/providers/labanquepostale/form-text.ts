import { protocolWords } from './messages.ts';

/**
 * Texts of the payer's made fit for the form, before they are signed. Lengths are in code points. Each answers empty
 * text where nothing usable is left.
 */

/**
 * Format `ans`: anything but `<` and `>`. Control characters and halves of surrogate pairs go too, because browsers
 * change them after the form is signed.
 */
export function freeText(text: string, maximumLength: number): string {
  const clean = text
    .normalize('NFC')
    .replaceAll(/\p{Cs}/gu, '')
    .replaceAll(/[<>\p{Cc}\p{Z}]+/gu, ' ');
  return keepFromProtocol([...clean.trim()].slice(0, maximumLength).join('').trim());
}

/** Format `an`: ASCII letters and digits; an accented letter becomes its plain one. */
export function plainText(text: string, maximumLength: number): string {
  return keepFromProtocol(
    text
      .normalize('NFKD')
      .replaceAll(/[^A-Za-z0-9]/g, '')
      .slice(0, maximumLength),
  );
}

/** Format `an` again, which has no `+`: `+33612345678` is `0612345678`, `+4912345678` is `004912345678`. */
export function phoneDigits(phone: string): string {
  return phone
    .replace(/^\+33(?=[1-9])/, '0')
    .replace(/^\+/, '00')
    .replaceAll(/[^0-9]/g, '')
    .slice(0, 32);
}

/** Format `a2`, ISO 3166-1 alpha-2. */
export function countryCode(country: string): string {
  return /^[A-Za-z]{2}$/.test(country) ? country.toUpperCase() : '';
}

/**
 * A payer called `AUTHORISED` would lend the shop's signature to a forger, who renames the fields of our own form into
 * a notification (see `signFields`). In lower case the word has no meaning in the protocol.
 */
export function keepFromProtocol(text: string): string {
  const isMistakable = text.split('+').some((part) => protocolWords.has(part));
  return isMistakable ? text.replaceAll(/[A-Z]+/g, (letters) => letters.toLowerCase()) : text;
}
