import { createHash } from 'node:crypto';
import { electronicFormatIBAN, isValidIBAN } from 'ibantools';
import type { AccountMeans, CardMeans, TestCard } from './bank.ts';
import { type Text, texts } from './texts.ts';

export type CardEntry = { readonly means: CardMeans } | { readonly mistake: Text };

type Entry = ReadonlyMap<string, string>;

/** A card that the buyer typed. Only test cards are taken: any other number is refused, unseen and unkept. */
export function readCard(
  entry: Entry,
  cards: readonly TestCard[],
  accepted: readonly TestCard[],
  now: number,
): CardEntry {
  const number = typedNumber(entry);
  if (!cards.some((card) => card.number === number)) return { mistake: texts.notATestCard };
  const card = accepted.find((it) => it.number === number);
  if (card === undefined) return { mistake: texts.cardNotAccepted };
  const expiry = readExpiry(entry.get('expiry') ?? '', now);
  if (expiry === null) return { mistake: texts.badExpiry };
  const securityCode = card.types.includes('AMEX') ? /^[0-9]{4}$/ : /^[0-9]{3}$/;
  if (!securityCode.test((entry.get('security_code') ?? '').trim())) return { mistake: texts.badSecurityCode };
  return { means: meansOf(card, expiry) };
}

/** For the button "Refuse": the card that was typed if this payment takes it, otherwise the first one. */
export function cardToRefuse(entry: Entry, accepted: readonly TestCard[], now: number): CardMeans | null {
  const number = typedNumber(entry);
  const card = accepted.find((it) => it.number === number) ?? accepted[0];
  if (card === undefined) return null;
  return meansOf(card, readExpiry(entry.get('expiry') ?? '', now) ?? plausibleExpiry(now));
}

/** Two years ahead, `YYMM`. */
export function plausibleExpiry(now: number): string {
  const date = new Date(now);
  return `${String((date.getUTCFullYear() + 2) % 100).padStart(2, '0')}12`;
}

export function readAccount(entry: Entry): AccountMeans | null {
  const iban = electronicFormatIBAN((entry.get('iban') ?? '').trim());
  if (iban === null || !isValidIBAN(iban)) return null;
  return { kind: 'ACCOUNT', iban, bic: `TEST${iban.slice(0, 2)}PPXXX` };
}

export function maskAccount(iban: string): string {
  return `${iban.slice(0, 4)}${'X'.repeat(iban.length - 8)}${iban.slice(-4)}`;
}

/** The number as people read it: in groups of four, American Express in 4-6-5. */
export function groupedNumber(number: string): string {
  const groups = number.length === 15 ? /^(.{4})(.{6})(.{5})$/ : /(.{4})(?=.)/g;
  return number.length === 15 ? number.replace(groups, '$1 $2 $3') : number.replace(groups, '$1 ');
}

function typedNumber(entry: Entry): string {
  return (entry.get('card_number') ?? '').replace(/[\s-]/g, '');
}

/** `MM/YY`, not yet over → `YYMM`. */
function readExpiry(value: string, now: number): string | null {
  const [, month, year] = /^(0[1-9]|1[0-2]) ?\/? ?(?:20)?([0-9]{2})$/.exec(value.trim()) ?? [];
  if (month === undefined || year === undefined) return null;
  const date = new Date(now);
  const thisMonth = (date.getUTCFullYear() % 100) * 12 + date.getUTCMonth() + 1;
  return Number(year) * 12 + Number(month) >= thisMonth ? `${year}${month}` : null;
}

function meansOf(card: TestCard, expiry: string): CardMeans {
  const { brand, authentication, refusalCode, number } = card;
  const masked = `${number.slice(0, 6)}${'X'.repeat(number.length - 10)}${number.slice(-4)}`;
  const print = createHash('sha256').update(number).digest('hex').toUpperCase();
  return { kind: 'CARD', brand, masked, expiry, print, authentication, refusalCode };
}
