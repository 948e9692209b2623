import { type CalendarDate, isCalendarDate, parisDateOf } from '../../../kernel/sepa/target-calendar.ts';
import { BankFileError } from './bank-file.ts';
import { find, findAll, type Node, textAt } from './stream-xml.ts';

/** Values of a message, each refused with its place where it is not what the standard says. */

export function refuseAt(node: Node, reason: string): never {
  throw new BankFileError(reason, { line: node.line, path: node.path });
}

export function neededText(node: Node, path: string): string {
  return textAt(node, path) ?? refuseAt(node, `${path} is missing`);
}

/**
 * An amount in cents, from its digits and never through a float. Unsigned, as ISO 20022 has it.
 * @throws BankFileError for another currency than EUR, and for more than cents
 */
export function centsOf(amount: Node): number {
  if (amount.children.length > 0) refuseAt(amount, 'the amount is not a decimal number without a sign');
  if (amount.attributes.Ccy !== 'EUR') refuseAt(amount, 'the currency is not EUR');
  const [, units, fraction = ''] = /^(\d{1,13})(?:\.(\d{0,5}))?$/.exec(amount.text.trim()) ?? [];
  if (units === undefined) refuseAt(amount, 'the amount is not a decimal number without a sign');
  if (/[1-9]/.test(fraction.slice(2))) refuseAt(amount, 'the amount has more than two decimals');
  const cents = Number(`${units}${fraction.slice(0, 2).padEnd(2, '0')}`);
  if (!Number.isSafeInteger(cents)) refuseAt(amount, 'the amount is too large');
  return cents;
}

export function directionOf(node: Node): 'CREDIT' | 'DEBIT' {
  const code = neededText(node, 'CdtDbtInd');
  if (code === 'CRDT') return 'CREDIT';
  if (code === 'DBIT') return 'DEBIT';
  return refuseAt(node, 'CdtDbtInd is neither CRDT nor DBIT');
}

const zone = '(Z|[+-](?:0\\d|1[0-4]):[0-5]\\d)?';
const isoDay = new RegExp(`^(\\d{4}-\\d{2}-\\d{2})${zone}$`);
const isoMoment = new RegExp(
  `^(\\d{4}-\\d{2}-\\d{2})T(?:(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d{1,9})?|24:00:00(?:\\.0{1,9})?)${zone}$`,
);

/** `Dt`, or the day of `DtTm`: as it is written, and in France where a zone is written with the time. */
export function dayOf(node: Node | null): CalendarDate | null {
  if (node === null) return null;
  const [written, time] = [textAt(node, 'Dt'), textAt(node, 'DtTm')];
  const [, day, offset] = (written === null ? isoMoment.exec(time ?? '') : isoDay.exec(written)) ?? [];
  if (day === undefined || !isCalendarDate(day)) refuseAt(node, 'the date is not a day that exists');
  return written === null && time !== null && offset !== undefined ? parisDateOf(Date.parse(time)) : day;
}

/** Of XML: `true` and `1`, `false` and `0`. Null where it is not there. */
export function booleanAt(node: Node, path: string): boolean | null {
  const text = textAt(node, path);
  if (text === null) return null;
  if (text === 'true' || text === '1') return true;
  if (text === 'false' || text === '0') return false;
  return refuseAt(node, `${path} is neither true nor false`);
}

/** Of two that say the same thing differently nobody knows which one counts. */
export function refuseTwice(node: Node | null, names: readonly string[]): void {
  if (node === null) return;
  for (const name of names) if (findAll(node, name).length > 1) refuseAt(node, `${name} stands there twice`);
}

/** Text that the bank fills in where it has nothing to say. */
const placeholders = new Set(['NOTPROVIDED', 'NOT PROVIDED', 'NONREF', 'NOTAVAILABLE']);

export function idAt(node: Node | null, path: string): string | null {
  const text = textAt(node, path);
  return text === null || placeholders.has(text.toUpperCase()) ? null : text;
}

/** `Cd`, or the bank's own `Prtry`. */
export const codeAt = (node: Node | null, path: string): string | null =>
  textAt(find(node, path), 'Cd') ?? textAt(find(node, path), 'Prtry');
