import type { BankNews } from '../../domain/provider.ts';

/** What Paybox Direct (PPPS) answers: one line, `NAME=value&…`. */
export type DirectAnswer = ReadonlyMap<string, string>;

/**
 * Reads an answer, whose values are percent-encoded only now and then. Null where it is none: a page in HTML, a part of a
 * line, a name that comes twice.
 */
export function readAnswer(body: Buffer): DirectAnswer | null {
  const values = new Map<string, string>();
  for (const pair of body.toString('latin1').trim().split('&')) {
    const equals = pair.indexOf('=');
    const name = pair.slice(0, equals);
    if (equals < 0 || !/^[A-Z0-9_]{1,32}$/.test(name) || values.has(name)) return null;
    values.set(name, decodeText(pair.slice(equals + 1)));
  }
  return /^[0-9A-Z]{5}$/.test(values.get('CODEREPONSE') ?? '') ? values : null;
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

/**
 * The manual says ISO-8859-1, and some hosts answer in UTF-8. An accent in ISO-8859-1 is no valid UTF-8, so that the bytes
 * themselves say which of the two it is. `text` holds one byte in each character.
 */
function decodeText(text: string): string {
  const bytes = text
    .replaceAll('+', ' ')
    .replaceAll(/%([0-9A-Fa-f]{2})/g, (_whole, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  try {
    return utf8.decode(Buffer.from(bytes, 'latin1'));
  } catch {
    return bytes;
  }
}

/** A number without the zeros that pad it in Direct and that the notifications leave out; null for none. */
export function numberOf(answer: DirectAnswer, name: 'NUMTRANS' | 'NUMAPPEL' | 'NUMQUESTION'): string | null {
  return /^0*([1-9][0-9]{0,9})$/.exec(answer.get(name) ?? '')?.[1] ?? null;
}

export const done = '00000';
/** Nothing found: the payment never existed. */
export const nothingFound = '00018';

/** The platform did not get as far as an answer: its link, an error of its own, a time-out. */
export const platformFailures: ReadonlySet<string> = new Set(['00001', '00003', '00097', '00098']);

type Outcome = { readonly outcome: 'REFUSED' | 'UNKNOWN'; readonly reason: string };

const outcomes: ReadonlyMap<string, Outcome> = new Map(
  (
    [
      ['UNKNOWN', 'the platform failed or was late', [...platformFailures].join(' ')],
      ['UNKNOWN', 'the answer does not fit the question', '00002 00099'],
      // The number may have been spent by this very question: what became of it is to be asked.
      ['UNKNOWN', 'the question number is bad or was used', '00005 00039'],
      // In Direct, unlike on the page: done already, too late, or never there.
      ['UNKNOWN', 'the bank finds no transaction that allows this', '00015'],
      // The issuer or its line was away, or has seen the request before.
      ['UNKNOWN', 'the issuer gave no clear answer', '00168 00190 00191 00194 00196 00197 00198 00199'],
      ['REFUSED', 'card, date or security code not accepted', '00004 00007 00008 00020 00021'],
      ['REFUSED', 'access refused: the contract has no Paybox Direct, or site, rank or key are wrong', '00006'],
      ['REFUSED', 'the operation is not allowed', '00009'],
      ['REFUSED', 'currency not accepted', '00010'],
      ['REFUSED', 'amount not accepted', '00011'],
      ['REFUSED', 'reference, version or frame not accepted', '00012 00013 00014'],
      ['REFUSED', 'subscriber not accepted', '00016 00017'],
      ['REFUSED', 'nothing found', '00018'],
      ['REFUSED', 'refused by a filter', '00022 00023 00024 00040'],
    ] as const
  ).flatMap(([outcome, reason, codes]) => codes.split(' ').map((code) => [code, { outcome, reason }] as const)),
);

/** What a code other than `00000` means for an operation. One that nobody documented leaves the outcome open. */
export function outcomeOf(code: string): Outcome {
  const known = outcomes.get(code);
  if (known !== undefined) return known;
  return code.startsWith('001')
    ? { outcome: 'REFUSED', reason: 'refused by the bank' }
    : { outcome: 'UNKNOWN', reason: 'the code is not known' };
}

type Standing = {
  readonly status: BankNews['status'];
  /** Of the amount that was paid: all, nothing, or not said. */
  readonly refunded: 'ALL' | 'NOTHING' | null;
};

/**
 * STATUS of an inquiry, without accents and in lower case. While a payment is captured, a part of it may have been given
 * back: only the whole refund has a word.
 */
const standings: ReadonlyMap<string, Standing> = new Map<string, Standing>([
  ['autorise', { status: 'AUTHORIZED', refunded: 'NOTHING' }],
  ['capture', { status: 'PAID', refunded: null }],
  ['rembourse', { status: 'PAID', refunded: 'ALL' }],
  ['annule', { status: 'CANCELLED', refunded: 'NOTHING' }],
  ['refuse', { status: 'REFUSED', refunded: 'NOTHING' }],
  // The bank could not process the capture: its money does not come.
  ['rejet support', { status: 'FAILED', refunded: null }],
  // Neither is a payment: what became of ours is open.
  ['credit', { status: 'PENDING', refunded: null }],
  ['demande de solde (carte cadeaux)', { status: 'PENDING', refunded: null }],
]);

/** A word that is not known is doubt, never money. */
export const standingOf = (status: string): Standing =>
  standings.get(withoutAccents(status)) ?? { status: 'PENDING', refunded: null };

const withoutAccents = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().trim();
