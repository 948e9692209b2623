import { numericCountryCodes } from '../../kernel/countries.ts';
import type { Payer } from '../../kernel/payer.ts';
import type { PayerField } from '../../kernel/vocabulary.ts';

/** The documents for 3-D Secure 2, one line each. They are signed and posted exactly as written here. */

const declaration = '<?xml version="1.0" encoding="utf-8"?>';

/** PBX_SHOPPINGCART. A payment is one thing to the bank, whatever the order holds. */
export const shoppingCart = `${declaration}<shoppingcart><total><totalQuantity>1</totalQuantity></total></shoppingcart>`;

/**
 * PBX_BILLING: elements in the order, and cut to the lengths, that Paybox's own modules use; Address2 is optional and
 * left out. A country without a numeric code gives an empty CountryCode.
 */
export function billingDocument(payer: Payer): string {
  const elements = [
    ['FirstName', written.firstName(payer.firstName)],
    ['LastName', written.lastName(payer.lastName)],
    ['Address1', written.address(payer.address)],
    ['ZipCode', written.zipCode(payer.zipCode)],
    ['City', written.city(payer.city)],
    ['CountryCode', written.country(payer.country)],
    ['CountryCodeMobilePhone', splitPhone(payer.phone).countryCode],
    ['MobilePhone', written.phone(payer.phone)],
  ];
  const address = elements.map(([name, text]) => `<${name}>${text}</${name}>`).join('');
  return `${declaration}<Billing><Address>${address}</Address></Billing>`;
}

/** Each detail as its element holds it. */
const written: Readonly<Record<PayerField, (value: string) => string>> = {
  firstName: (name) => nameText(name, 22),
  lastName: (name) => nameText(name, 22),
  address: (address) => plainText(address, 50),
  zipCode: (zipCode) => plainText(zipCode, 10),
  city: (city) => plainText(city, 50),
  country: (country) => numericCountryCodes.get(country) ?? '',
  phone: (phone) => splitPhone(phone).national,
};

/** Written with their readable characters, up to a length. */
const texts: ReadonlySet<PayerField> = new Set(['firstName', 'lastName', 'address', 'zipCode', 'city']);

/** False if no readable character of a detail is left: issuers refuse payers with empty details. */
export const isBillable = (field: PayerField, value: string): boolean =>
  value !== '' &&
  // Nearly all begin with one. Each initiation asks this of the fallback's details.
  ((texts.has(field) && /^[A-Za-z0-9]/.test(value)) || /[A-Za-z0-9]/.test(written[field](value)));

/** Latin letters and signs that Unicode does not decompose into an ASCII one. */
const spellings: ReadonlyMap<string, string> = new Map(
  "ß:ss ẞ:SS æ:ae Æ:AE œ:oe Œ:OE ø:o Ø:O ł:l Ł:L đ:d Đ:D ð:d Ð:D þ:th Þ:TH ħ:h Ħ:H ı:i ’:' ‘:' ʼ:' ‐:- –:- —:- −:- ⁄:/"
    .split(' ')
    .map((entry) => [entry.slice(0, 1), entry.slice(2)]),
);

/** Decomposes first: filters then see compatibility forms (`＜`, `ﬁ`) as ASCII letters. */
function transliterate(text: string): string {
  if (/^[ -~]*$/.test(text)) return text;
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

/** France and its overseas departments. Their national numbers begin with a 0 that the international form drops. */
const frenchCountryCodes: ReadonlySet<string> = new Set(['33', '262', '590', '594', '596']);

type SplitPhone = { readonly countryCode: string; readonly national: string };
const noPhone: SplitPhone = { countryCode: '', national: '' };

/** The limit of MobilePhone. A cut number would be another person's. */
const longestNational = 10;

/** `+33612345678` → `+33` and `0612345678`. Both empty where it is no international number, or one that does not fit. */
function splitPhone(phone: string): SplitPhone {
  const digits = /^\+([1-9][0-9]{6,14})$/.exec(phone)?.[1];
  if (digits === undefined) return noPhone;
  const countryCode = shortCountryCodes.exec(digits)?.[0] ?? digits.slice(0, 3);
  const significant = digits.slice(countryCode.length);
  const trunk = frenchCountryCodes.has(countryCode) && !significant.startsWith('0') ? '0' : '';
  const national = `${trunk}${significant}`;
  return national.length > longestNational ? noPhone : { countryCode: `+${countryCode}`, national };
}
