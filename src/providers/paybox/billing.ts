import { numericCountryCodes } from '../../domain/countries.ts';
import type { Payer } from '../../domain/payment.ts';

/** The documents that 3-D Secure 2 wants, one line each: they are signed and posted exactly as they stand here. */

const declaration = '<?xml version="1.0" encoding="utf-8"?>';

/** PBX_SHOPPINGCART. A payment is one thing to the bank, whatever the order holds. */
export const shoppingCart = `${declaration}<shoppingcart><total><totalQuantity>1</totalQuantity></total></shoppingcart>`;

/**
 * PBX_BILLING: elements in the order, and cut to the lengths, that Paybox's own modules use; Address2 is optional and
 * left out. A country without a numeric code gives an empty CountryCode.
 */
export function billingDocument(payer: Payer): string {
  const phone = splitPhone(payer.phone);
  const elements = [
    ['FirstName', nameText(payer.firstName, 22)],
    ['LastName', nameText(payer.lastName, 22)],
    ['Address1', plainText(payer.address, 50)],
    ['ZipCode', plainText(payer.zipCode, 10)],
    ['City', plainText(payer.city, 50)],
    ['CountryCode', numericCountryCodes.get(payer.country) ?? ''],
    ['CountryCodeMobilePhone', phone.countryCode],
    ['MobilePhone', phone.national],
  ];
  const address = elements.map(([name, text]) => `<${name}>${text}</${name}>`).join('');
  return `${declaration}<Billing><Address>${address}</Address></Billing>`;
}

/** Latin letters and signs that Unicode does not decompose into an ASCII one. */
const spellings: ReadonlyMap<string, string> = new Map(
  "ß:ss ẞ:SS æ:ae Æ:AE œ:oe Œ:OE ø:o Ø:O ł:l Ł:L đ:d Đ:D ð:d Ð:D þ:th Þ:TH ħ:h Ħ:H ı:i ’:' ‘:' ʼ:' ‐:- –:- —:- −:- ⁄:/"
    .split(' ')
    .map((entry) => [entry.slice(0, 1), entry.slice(2)]),
);

/** Decomposes first, so that compatibility forms (`＜`, `ﬁ`) are known by their ASCII letters to what filters them. */
function transliterate(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^ -~]/gu, (character) => spellings.get(character) ?? ' ');
}

/** Transliteration may lengthen a text, so the cut comes after it, and the trim after the cut. */
function cutTo(text: string, limit: number): string {
  return text.replaceAll(/ +/g, ' ').trimStart().slice(0, limit).trimEnd();
}

const nameText = (text: string, limit: number): string =>
  cutTo(transliterate(text).replaceAll(/[^A-Za-z0-9 '/-]/g, ' '), limit);
const plainText = (text: string, limit: number): string => cutTo(transliterate(text).replaceAll(/[&<>]/g, ' '), limit);

/** E.164: country codes of one and of two digits. All others have three, and none begins another. */
const shortCountryCodes = /^(?:[17]|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58])/;

/** France and its overseas departments, whose national numbers are written with a 0 that the international form drops. */
const frenchCountryCodes: ReadonlySet<string> = new Set(['33', '262', '590', '594', '596']);

/** `+33612345678` → `+33` and `0612345678`. Both empty where it is no international number. */
function splitPhone(phone: string): { readonly countryCode: string; readonly national: string } {
  const digits = /^\+([1-9][0-9]{6,14})$/.exec(phone)?.[1];
  if (digits === undefined) return { countryCode: '', national: '' };
  const countryCode = shortCountryCodes.exec(digits)?.[0] ?? digits.slice(0, 3);
  const significant = digits.slice(countryCode.length);
  const trunk = frenchCountryCodes.has(countryCode) && !significant.startsWith('0') ? '0' : '';
  return { countryCode: `+${countryCode}`, national: `${trunk}${significant}`.slice(0, 10) };
}
