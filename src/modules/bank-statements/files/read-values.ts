import { maximumCents } from '../../../kernel/money.ts';
import { type CalendarDate, isCalendarDate, parisDateOf } from '../../../kernel/sepa/target-calendar.ts';
import { BankFileError } from './bank-file.ts';
import { find, findAll, type Node, textAt } from './stream-xml.ts';

/** Values of a message. A value against the standard is refused with its place. */

export function refuseAt(node: Node, reason: string): never {
  throw new BankFileError(reason, { line: node.line, path: node.path });
}

/** Where the file as a whole lacks something. */
export const rootNode: Node = { name: '', attributes: {}, children: [], text: '', line: 1, path: '' };

export function neededText(node: Node, path: string): string {
  return textAt(node, path) ?? refuseAt(node, `${path} is missing`);
}

/** The found text, for a refusal: without letters, because they may be personal data. */
export function found(text: string | null | undefined): string {
  if (text === null || text === undefined || text.trim() === '') return 'found nothing';
  const shown = text
    .trim()
    .slice(0, shownLength)
    .replaceAll(/[^\d.,:+\-TZ ]/gu, '?');
  return `found "${shown}${text.trim().length > shownLength ? '…' : ''}"`;
}
const shownLength = 30;

/** A code of a closed set, as a bank may misspell it: four letters say nothing about a person. */
export const foundCode = (text: string | null): string =>
  text !== null && /^\w{1,5}$/.test(text) ? `found "${text}"` : found(text);

/** All that `xs:decimal` allows: a sign, leading and trailing zeros, nothing before the point or after it. */
const decimal = /^([+-]?)(?:(\d+)(?:\.(\d*))?|\.(\d+))$/;

/**
 * The cents of a decimal number, from its digits and never through a float. At most those of a payment: the books add
 * up in safe integers, and thousands of the largest entries stay below their limit.
 * @returns the reason for an invalid one
 */
export function centsOfDecimal(text: string): number | string {
  const [, sign, units, after, alone] = decimal.exec(text.trim()) ?? [];
  const fraction = after ?? alone ?? '';
  const isNegative = sign === '-' && /[1-9]/.test(`${units ?? ''}${fraction}`);
  if ((units === undefined && alone === undefined) || isNegative) {
    return `is not a decimal number without a minus: expected for instance 1234.56, ${found(text)}`;
  }
  if (/[1-9]/.test(fraction.slice(2))) {
    return `has more than two decimals: expected whole cents, ${found(text)}`;
  }
  const cents = Number(`${units ?? ''}${fraction.slice(0, 2).padEnd(2, '0')}`);
  return cents <= maximumCents ? cents : `is too large: ${found(text)}`;
}

/**
 * An amount in cents. Unsigned, as ISO 20022 has it.
 * @throws BankFileError for another currency than EUR, and for more than cents
 */
export function centsOf(amount: Node): number {
  if (amount.children.length > 0) refuseAt(amount, 'the amount is not a decimal number: expected text, found elements');
  const { Ccy } = amount.attributes;
  if (Ccy !== 'EUR') refuseAt(amount, `the currency is not EUR: ${foundCode(Ccy ?? null)}`);
  const cents = centsOfDecimal(amount.text);
  return typeof cents === 'number' ? cents : refuseAt(amount, `the amount ${cents}`);
}

export function directionAt(node: Node): 'CREDIT' | 'DEBIT' {
  const code = neededText(node, 'CdtDbtInd');
  if (code === 'CRDT') return 'CREDIT';
  if (code === 'DBIT') return 'DEBIT';
  return refuseAt(node, `CdtDbtInd is neither CRDT nor DBIT: ${foundCode(code)}`);
}

const zone = '(Z|[+-](?:0\\d|1[0-4]):[0-5]\\d)?';
const isoDay = new RegExp(`^(\\d{4}-\\d{2}-\\d{2})${zone}$`);
const isoMoment = new RegExp(
  `^(\\d{4}-\\d{2}-\\d{2})T(?:(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d+)?|24:00:00(?:\\.0+)?)${zone}$`,
);

/** `Dt`, or the day of `DtTm`: as it is written, and in France where a zone is written with the time. */
export function dayOf(node: Node | null): CalendarDate | null {
  if (node === null) return null;
  const [written, time] = [textAt(node, 'Dt'), textAt(node, 'DtTm')];
  const [, day, offset] = (written === null ? isoMoment.exec(time ?? '') : isoDay.exec(written)) ?? [];
  if (day === undefined || !isCalendarDate(day)) {
    refuseAt(node, `the date is not a day that exists: expected for instance 2026-11-25, ${found(written ?? time)}`);
  }
  return written === null && time !== null && offset !== undefined ? parisDateOf(Date.parse(time)) : day;
}

/** An XML boolean: `true` and `1`, `false` and `0`. Null where it is absent. */
export function booleanAt(node: Node, path: string): boolean | null {
  const text = textAt(node, path);
  if (text === null) return null;
  if (text === 'true' || text === '1') return true;
  if (text === 'false' || text === '0') return false;
  return refuseAt(node, `${path} is neither true nor false: ${foundCode(text)}`);
}

/** Two contradicting statements of one fact are refused, because either may be true. */
export function refuseTwice(node: Node | null, names: readonly string[]): void {
  if (node === null) return;
  for (const name of names) if (findAll(node, name).length > 1) refuseAt(node, `${name} stands there twice`);
}

/** Text that the bank fills in where it has nothing to say. */
const placeholders = new Set(['NOTPROVIDED', 'NOT PROVIDED', 'NONREF', 'NOTAVAILABLE']);

export const idAt = (node: Node | null, path: string): string | null => idOf(textAt(node, path));

export const idOf = (text: string | null): string | null =>
  text === null || placeholders.has(text.toUpperCase()) ? null : text;

/** `Cd`, or the bank's own `Prtry`. */
export const codeAt = (node: Node | null, path: string): string | null =>
  textAt(find(node, path), 'Cd') ?? textAt(find(node, path), 'Prtry');
