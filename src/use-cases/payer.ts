import type { Customer } from '../domain/customer.ts';
import type { Societe } from '../domain/merchant.ts';
import type { Payer } from '../domain/payment.ts';
import { type PayerField, payerField } from '../domain/vocabulary.ts';

/**
 * Who pays, for a bank that wants to know: what the request says, then the directory, then the société's declared
 * fallback. Directory and fallback are two people: never a part of each.
 */

export function isCompletePayer(required: readonly PayerField[], payer: Partial<Payer> | null): boolean {
  return required.every((field) => isGiven(payer, field));
}

/**
 * What the request says, completed by the directory where that makes it whole; else as the request says it. An entry
 * with a gap is as if it were not there: it must not take away a fallback that would do.
 */
export function withDirectory(
  required: readonly PayerField[],
  payer: Partial<Payer> | null,
  customer: Pick<Customer, 'details'> | null,
): Partial<Payer> | null {
  if (customer === null) return payer;
  const completed = { ...customer.details, ...payer };
  return isCompletePayer(required, completed) ? completed : payer;
}

/** The payer as the bank is told, the fallback only where something is missing; empty text for what nobody says. */
export function completePayer(
  required: readonly PayerField[],
  payer: Partial<Payer> | null,
  { fallbackPayer }: Societe,
): Payer {
  const fallback = isCompletePayer(required, payer) ? null : fallbackPayer;
  const value = (field: PayerField): string => payer?.[field] ?? fallback?.[field] ?? '';
  return Object.fromEntries(payerField.names.map((field) => [field, value(field)])) as Payer;
}

export function missingPayerFields(
  required: readonly PayerField[],
  payer: Partial<Payer> | null,
  societe: Societe,
): PayerField[] {
  const complete = completePayer(required, payer, societe);
  return required.filter((field) => complete[field] === '');
}

const isGiven = (payer: Partial<Payer> | null, field: PayerField): boolean => Boolean(payer?.[field]);
