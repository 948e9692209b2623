import type { Societe } from '../../../kernel/merchant.ts';
import type { Payer } from '../../../kernel/payer.ts';
import { type PayerField, payerField } from '../../../kernel/vocabulary.ts';
import type { Customer } from '../../customers/customer.ts';

/**
 * Who pays, for a bank that wants to know: what the request says, then the directory, then the société's declared
 * fallback. Directory and fallback are two people: never a part of each.
 */

/** What a bank wants to know and would not be told: see `HostedPageProvider.missingPayerFields`. */
export type MissingOf = (payer: Partial<Payer> | null) => readonly PayerField[];

/**
 * What the request says, completed by the directory where that makes it whole; else as the request says it. An entry
 * with a gap is as if it were not there: it must not take away a fallback that would do.
 */
export function withDirectory(
  missingOf: MissingOf,
  payer: Partial<Payer> | null,
  customer: Pick<Customer, 'details'> | null,
): Partial<Payer> | null {
  if (customer === null) return payer;
  const completed = { ...customer.details, ...payer, ...partOf(customer.details, missingOf(payer)) };
  return missingOf(completed).length === 0 ? completed : payer;
}

/** The payer as the bank is told, the fallback only where something is missing; empty text for what nobody says. */
export function completePayer(missingOf: MissingOf, payer: Partial<Payer> | null, { fallbackPayer }: Societe): Payer {
  const missing = missingOf(payer);
  const fallback = missing.length === 0 ? null : fallbackPayer;
  const completed = { ...fallback, ...payer, ...partOf(fallback ?? {}, missing) };
  return Object.fromEntries(payerField.names.map((field) => [field, completed[field] ?? ''])) as Payer;
}

export function missingPayerFields(
  missingOf: MissingOf,
  payer: Partial<Payer> | null,
  societe: Societe,
): readonly PayerField[] {
  return missingOf(completePayer(missingOf, payer, societe));
}

const partOf = (payer: Partial<Payer>, fields: readonly PayerField[]): Partial<Payer> =>
  Object.fromEntries(fields.flatMap((field) => (payer[field] === undefined ? [] : [[field, payer[field]]])));
