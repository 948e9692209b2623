import { BankFileError } from '../domain/bank-file.ts';
import { type CalendarDate, isCalendarDate } from '../domain/target-calendar.ts';
import { find, type Node, textAt } from './stream-xml.ts';

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

/** `Dt`, or the day of `DtTm`. */
export function dayOf(node: Node | null): CalendarDate | null {
  if (node === null) return null;
  const day = textAt(node, 'Dt')?.slice(0, 10) ?? textAt(node, 'DtTm')?.slice(0, 10) ?? null;
  if (day !== null && !isCalendarDate(day)) refuseAt(node, 'the date is not a day that exists');
  return day;
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
