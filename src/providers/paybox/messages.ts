import type { PaymentType } from '../../kernel/vocabulary.ts';
import type { ProviderUpdate } from '../../modules/payments/provider.ts';
import { messageCodes, otherMessageCodes } from './meanings.ts';

/** Descriptive values may be empty or absent, because the manual guarantees none of them. */
const orEmpty = (pattern: string): RegExp => new RegExp(`^(?:${pattern})?$`);
const country = orEmpty('[A-Z?]{3}');

/**
 * The values that Paybox returns: our name, Paybox's letter, and the value's pattern (Paybox manual, PBX_RETOUR). Any
 * holder of a contract can post his own form under our reference, with other letters for our names. A value that does
 * not match its letter's pattern reveals that.
 */
export const returnedValues = [
  ['amount', 'M', /^[0-9]{1,10}$/],
  ['ref', 'R', /^.{1,250}$/su],
  ['call', 'T', /^[0-9]{1,10}$/],
  ['auth', 'A', orEmpty('[0-9A-Z]{6}')],
  ['trans', 'S', /^[0-9]{1,10}$/],
  ['type', 'P', orEmpty('[0-9A-Za-z]{2,20}')],
  ['card', 'C', orEmpty('[0-9A-Za-z _,-]{2,100}')],
  ['bin', 'N', orEmpty('[0-9]{6}(?:[0-9]{2})?')],
  ['last', 'J', orEmpty('[0-9]{2}')],
  ['exp', 'D', orEmpty('[0-9]{4}')],
  ['country', 'Y', country],
  ['ip', 'I', country],
  ['secure', 'F', orEmpty('[YAUN]')],
  ['guarantee', 'G', orEmpty('[ON]')],
  ['date', 'W', orEmpty('[0-9]{8}')],
  ['time', 'Q', orEmpty('[0-9]{2}:[0-9]{2}:[0-9]{2}')],
  ['error', 'E', /^[0-9A-Z]{5}$/],
] as const satisfies readonly (readonly [name: string, letter: string, form: RegExp])[];
export type ReturnedName = (typeof returnedValues)[number][0];

/** Letter K. */
export const signatureName = 'sign';

/** K comes last: Paybox does not sign values that are listed after it. */
export const returnedList = [...returnedValues, [signatureName, 'K']]
  .map(([name, letter]) => `${name}:${letter}`)
  .join(';');

/** PBX_TYPECARTE beside PBX_TYPEPAIEMENT=CARTE. */
export const cardTypes: Partial<Readonly<Record<PaymentType, string>>> = { CB: 'CB', AMEX: 'AMEX' };

export const languages: Readonly<Record<'fr' | 'en', string>> = { fr: 'FRA', en: 'GBR' };

/** Letter C in lower case: one brand, or those that share a card, separated by commas (Paybox manual, PBX_TYPECARTE). */
const cardBrands: ReadonlySet<string> = new Set(
  'cb visa mastercard eurocard_mastercard e_card maestro amex diners jcb bcmc'.split(' '),
);

export const isKnownBrand = (card: string): boolean =>
  card
    .toLowerCase()
    .split(',')
    .every((brand) => cardBrands.has(brand.trim()));

/** The authorisation number of the test platform. Its messages verify with the key of production. */
export const testAuthorisation = 'XXXXXX';

/** Letter E of a payment that was accepted: with an authorisation, always. */
export const accepted = '00000';

const responseCodes = new Map(
  messageCodes.flatMap(([status, codes]) => codes.split(' ').map((code) => [code, status] as const)),
);

/** The transaction's proof in a signed message; null where it is absent, empty or zero. */
type Proof = { readonly authorisation: string | null; readonly transaction: string | null };

type Meaning = Pick<ProviderUpdate, 'status' | 'bankStatus'>;

/**
 * The meaning of a response code. An accepted payment is paid only with a transaction number, which alone stops a
 * replay; without it it is doubtful. An undocumented code is never paid: it is a refusal by the issuer's class,
 * doubtful with an authorisation, else an error.
 */
export function meaningOf(code: string, { authorisation, transaction }: Proof): Meaning {
  const status = responseCodes.get(code);
  if (status === 'PAID' && transaction === null) {
    return { status: 'PENDING', bankStatus: `${code} without transaction number` };
  }
  if (status !== undefined) return { status, bankStatus: code };
  if (authorisation !== null) return { status: otherMessageCodes.authorised, bankStatus: code };
  return { status: code.startsWith('001') ? otherMessageCodes.ofIssuer : otherMessageCodes.other, bankStatus: code };
}
