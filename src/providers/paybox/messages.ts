import type { BankNews } from '../../domain/provider.ts';
import type { PaymentType } from '../../domain/vocabulary.ts';

/**
 * The public key of the platform, the same for every merchant and for test and production, as Verifone publishes it in
 * its modules. SHA-256 of its DER form: e3e24366a97653cb40f9ed2ee2b91fe6d8c28ee81d062ca1508c9e32abe141bb.
 */
export const payboxPublicKey = `-----BEGIN PUBLIC KEY-----
MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQDe+hkicNP7ROHUssGNtHwiT2Ew
HFrSk/qwrcq8v5metRtTTFPE/nmzSkRnTs3GMpi57rBdxBBJW5W9cpNyGUh0jNXc
VrOSClpD5Ri2hER/GcNrxVRP7RlWOqB1C03q4QYmwjHZ+zlM4OUhCCAtSWflB4wC
Ka1g88CjFwRw/PB9kwIDAQAB
-----END PUBLIC KEY-----
`;

/** What describes the transaction and decides nothing may be empty: no letter is promised a value by the manual. */
const orEmpty = (pattern: string): RegExp => new RegExp(`^(?:${pattern})?$`);
const country = orEmpty('[A-Z?]{3}');

/**
 * What we ask Paybox to send back: our name for it, its letter, and what that letter looks like (Paybox manual,
 * PBX_RETOUR). Whoever has a contract may post a form of his own under our reference, with other letters behind our
 * names: a value that its letter cannot have gives that away.
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

/** K stands last: what is listed behind it comes back unsigned. */
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

/** What the test platform sends as the authorisation number. Its messages verify with the key of production. */
export const testAuthorisation = 'XXXXXX';

type Status = BankNews['status'];

/** Letter E of a payment that was accepted: with an authorisation, always. */
export const accepted = '00000';

/** Letter E, which is text. `001` and two characters is the answer of the card's issuer. */
const responseCodes: ReadonlyMap<string, Status> = new Map(
  (
    [
      // Accepted, and captured, for we never ask for an authorisation alone.
      ['PAID', accepted],
      // Waiting for confirmation; a second message brings the final code.
      ['PENDING', '99999'],
      // Paid already (the reference was used before), duplicate request: what became of the first is not said here.
      ['PENDING', '00015 00194'],
      // Success of gift and mixed cards in Paybox's own modules. We offer neither, so a person has to look.
      ['PENDING', '00200 00300 00301 00302 00303'],
      ['CANCELLED', '00117'],
      ['EXPIRED', '00030'],
      // No link to the authorisation centre. A cancelled browser return carries it too, but only its address tells the
      // two apart, and a notification goes to another one.
      ['FAILED', '00001'],
      // Paybox error; access, site, rank or identifier wrong; subscriber; currency; amount; reserved.
      ['FAILED', '00003 00006 00009 00010 00011 00016 00031 00032'],
      // Card number, expiry or card not accepted; country or 3-D Secure filter.
      ['REFUSED', '00004 00008 00021 00029 00033 00040'],
      // Strong authentication needed; exemption misused; recurring mandate revoked.
      ['REFUSED', '001A1 001A4 001R1 001R3'],
      // The issuer says no: do not honour, wrong or expired card, funds and limits, PIN, not allowed to holder or terminal.
      [
        'REFUSED',
        '00101 00102 00105 00108 00114 00115 00133 00138 00151 00154 00155 00156 00157 00158 00160 00161 00175 00189',
      ],
      // Fraud: keep the card, lost, stolen, stopped, suspected, security rules.
      ['REFUSED', '00104 00107 00134 00141 00143 00159 00163 00176'],
      // Invalid merchant, transaction, amount, reply, file or format.
      ['FAILED', '00103 00112 00113 00120 00124 00125 00126 00127 00128 00129 00130'],
      // Try later: late answer, system halted, issuer or server away, fault, time-out, incident.
      ['FAILED', '00119 00168 00190 00191 00196 00197 00198 00199'],
    ] as const satisfies readonly (readonly [Status, string])[]
  ).flatMap(([status, codes]) => codes.split(' ').map((code) => [code, status] as const)),
);

/** What a signed message holds of the transaction; null where it is absent, empty or zero. */
type Proof = { readonly authorisation: string | null; readonly transaction: string | null };

type Meaning = Pick<BankNews, 'status' | 'bankStatus'>;

/**
 * What a response code means. Accepted counts as paid only with a transaction number, which alone stops a replay;
 * without it is doubt. A code that is not documented is never paid: a refusal of the issuer by its class, doubt where there is an
 * authorisation, else an error.
 */
export function meaningOf(code: string, { authorisation, transaction }: Proof): Meaning {
  const status = responseCodes.get(code);
  if (status === 'PAID' && transaction === null) {
    return { status: 'PENDING', bankStatus: `${code} without transaction number` };
  }
  if (status !== undefined) return { status, bankStatus: code };
  if (authorisation !== null) return { status: 'PENDING', bankStatus: code };
  return { status: code.startsWith('001') ? 'REFUSED' : 'FAILED', bankStatus: code };
}
