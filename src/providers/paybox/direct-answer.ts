import type { ProviderUpdate } from '../../modules/payments/provider.ts';
import { directCodes, directStatuses, otherDirectCodes, otherStatus } from './meanings.ts';

/** An answer of Paybox Direct (PPPS): one line, `NAME=value&…`. */
export type DirectAnswer = ReadonlyMap<string, string>;

/**
 * Reads an answer; its values are sometimes percent-encoded. Null for anything else: a page in HTML, a cut line, a
 * repeated name.
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
type Question = 'SEARCH' | 'OPERATION' | 'INQUIRY';

const meanings = new Map(
  directCodes.flatMap(([search, operation, inquiry, codes, reason]) =>
    codes.split(' ').map((code) => [code, { SEARCH: search, OPERATION: operation, INQUIRY: inquiry, reason }] as const),
  ),
);

/** The meaning of a code that is not success, by question. An undocumented code leaves the outcome open. */
export function outcomeOf(code: string, question: Question): Outcome {
  const known = meanings.get(code);
  if (known === undefined) return code.startsWith('001') ? otherDirectCodes.ofIssuer : otherDirectCodes.other;
  return { outcome: known[question] === 'REFUSED' ? 'REFUSED' : 'UNKNOWN', reason: known.reason };
}

type Standing = {
  readonly status: ProviderUpdate['status'];
  /** The refunded part of the paid amount: all, nothing, or not said. */
  readonly refunded: 'ALL' | 'NOTHING' | null;
};

/** The meaning of STATUS: see `directStatuses`. */
export const standingOf = (status: string): Standing => standings.get(withoutAccents(status)) ?? otherStatus;

/** Whether a STATUS ends its transaction. The codes of a message are about one try of the customer's. */
export function isEnd(bankStatus: string): boolean {
  const { status } = standingOf(bankStatus);
  return status === 'CANCELLED' || status === 'FAILED';
}

const withoutAccents = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().trim();

const standings: ReadonlyMap<string, Standing> = new Map(
  directStatuses.map(([text, status, refunded]) => [withoutAccents(text), { status, refunded }]),
);
