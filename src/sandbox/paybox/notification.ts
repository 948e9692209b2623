import type { CardMeans, Decision, Message, Session, Transaction, WayBack } from '../bank.ts';
import { fieldOf } from '../form-body.ts';
import { parisTime } from '../paris-time.ts';
import { encodeAnswer, signAnswer } from './signature.ts';

/** Paybox manual, PBX_RETOUR: every letter that may be asked for. */
const letters = new Set('MRTAEPCFGOvVcNJDHYIWQBUZoSK');

export type ReturnList = readonly { readonly name: string; readonly letter: string }[];

/** `name:LETTER;…`, or null where it is not such a list of known letters. */
export function readReturnList(value: string): ReturnList | null {
  const entries = value.split(';').map((entry) => /^([A-Za-z0-9_.~-]+):([A-Za-z])$/.exec(entry));
  const list: { name: string; letter: string }[] = [];
  for (const entry of entries) {
    const [, name, letter] = entry ?? [];
    if (name === undefined || letter === undefined || !letters.has(letter)) return null;
    list.push({ name, letter });
  }
  return list;
}

/** Values by letter. A letter without a value is left out of the message, as A is when there is no authorisation. */
export type Values = Readonly<Record<string, string>>;

export type Numbers = { readonly transaction: string; readonly call: string };

/** The value of every letter for one try. `at` in milliseconds since the epoch. */
export function valuesOf(session: Session, decision: Decision, code: string, numbers: Numbers, at: number): Values {
  const fields = new Map(session.fields);
  const card = decision.kind !== 'CANCELLED' && decision.means?.kind === 'CARD' ? decision.means : null;
  return {
    M: fields.get('PBX_TOTAL') ?? '',
    R: session.reference,
    T: numbers.call,
    S: numbers.transaction,
    // The test platform never shows a real authorisation number.
    ...(decision.kind === 'ACCEPTED' ? { A: 'XXXXXX' } : {}),
    E: code,
    ...(card === null ? {} : cardValues(card)),
    ...authenticationValues(decision),
    ...clockValues(at),
    I: 'FRA',
    // No subscription. Z, o, V and c are about mixed payments and credit, so a card payment leaves them out.
    B: '0',
    ...(decision.kind === 'ACCEPTED' && card !== null && fields.has('PBX_REFABONNE')
      ? { U: `${card.print.slice(0, 22)}++${card.expiry}++---` }
      : {}),
  };
}

const cardValues = ({ brand, masked, expiry, print }: CardMeans): Values => ({
  P: 'CARTE',
  C: brand,
  N: masked.slice(0, 6),
  J: masked.slice(-2),
  D: expiry,
  H: print,
  Y: 'FRA',
});

/** O: enrolled, F: authenticated, G: liability shifted, v: version of 3-D Secure. */
function authenticationValues(decision: Decision): Values {
  if (decision.kind === 'CANCELLED') return {};
  switch (decision.authentication) {
    case 'CHALLENGED':
    case 'FRICTIONLESS':
      return { O: 'Y', F: 'Y', G: decision.kind === 'ACCEPTED' ? 'O' : 'N', v: '2' };
    case 'ATTEMPTED':
      return { O: 'Y', F: 'A', G: 'O', v: '2' };
    case 'NOT_ENROLLED':
      return { O: 'N', F: 'N', G: 'N', v: '2' };
    case 'WRONG_CODE':
    case 'REJECTED':
    case 'FAILED':
      return { O: 'Y', F: 'N', G: 'N', v: '2' };
    case 'SHOP_NOT_ENROLLED':
    case 'NONE':
      return {};
  }
}

/** W and Q: the platform's day (DDMMYYYY) and time, in Paris. */
function clockValues(at: number): Values {
  const [day = '', time = ''] = parisTime(at).split(' ');
  return { W: day.split('-').toReversed().join(''), Q: time };
}

/**
 * The pairs of PBX_RETOUR, encoded, with K as the signature over all before it. `before` is additionally signed text:
 * nothing for a notification, the shop's own query for a browser return.
 */
function answerPairs(list: ReturnList, values: Values, before: string, privateKeyPem: string): string {
  let pairs = '';
  for (const { name, letter } of list) {
    const value = letter === 'K' ? signAnswer(before + pairs, privateKeyPem) : values[letter];
    if (value === undefined) continue;
    const encoded = letter === 'K' ? encodeURIComponent(value) : encodeAnswer(value);
    pairs += `${pairs === '' ? '' : '&'}${name}=${encoded}`;
  }
  return pairs;
}

/** The IPN (Paybox manual, PBX_REPONDRE_A and PBX_RUF1): PBX_RETOUR's pairs alone are signed. */
export function notificationOf(session: Session, transaction: Transaction, privateKeyPem: string): Message | null {
  const fields = new Map(session.fields);
  const url = fields.get('PBX_REPONDRE_A');
  const list = readReturnList(fields.get('PBX_RETOUR') ?? '');
  if (url === undefined || list === null) return null;
  const pairs = answerPairs(list, transaction.details, '', privateKeyPem);
  const message = { bank: session.bank, number: transaction.number };
  if (fields.get('PBX_RUF1') === 'POST') return { ...message, method: 'POST', url, body: pairs };
  return { ...message, method: 'GET', url: `${url}${url.includes('?') ? '&' : '?'}${pairs}`, body: null };
}

/** The browser's return: the whole query is signed, the shop's own parameters included. */
export function returnTo(url: string, session: Session, values: Values, privateKeyPem: string): WayBack {
  const list = readReturnList(fieldOf(session.fields, 'PBX_RETOUR') ?? '') ?? [];
  const mark = url.indexOf('?');
  const own = mark < 0 ? '' : url.slice(mark + 1);
  const before = own === '' ? '' : `${own}&`;
  const address = mark < 0 ? url : url.slice(0, mark);
  return { kind: 'LINK', url: `${address}?${before}${answerPairs(list, values, before, privateKeyPem)}` };
}
