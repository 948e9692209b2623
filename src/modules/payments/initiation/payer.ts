import type { Societe } from '../../../kernel/merchant.ts';
import type { Payer } from '../../../kernel/payer.ts';
import { type PayerField, payerField } from '../../../kernel/vocabulary.ts';
import type { Customer } from '../../customers/customer.ts';
import type { Payment } from '../payment.ts';

/**
 * The payer, for a bank that requires one: from the request, then the directory, then the société's declared fallback.
 * Directory and fallback are two people, so their parts are never mixed.
 */

/** The required parts that the bank would not receive: see `HostedPageProvider.missingPayerFields`. */
export type MissingOf = (payer: Partial<Payer> | null) => readonly PayerField[];

/**
 * The request's payer, completed by the directory if the result is complete; otherwise unchanged. An incomplete
 * directory entry is ignored, because it must not prevent a complete fallback.
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

/**
 * The société's fallback. A LIVE mandate has none: it would name the wrong debtor, and the code that signs it would go
 * to another person's phone.
 */
export const fallbackFor = (
  { flow, effectiveRunMode }: Pick<Payment, 'flow' | 'effectiveRunMode'>,
  { fallbackPayer }: Societe,
): Payer | null => (flow === 'HOSTED_PAGE_MANDATE' && effectiveRunMode === 'LIVE' ? null : fallbackPayer);

const unknown: Payer = { firstName: '', lastName: '', address: '', zipCode: '', city: '', country: '', phone: '' };

/**
 * The payer as the bank receives it. The fallback is used only where a part is missing; unknown parts are empty text.
 */
export function completePayer(
  missingOf: MissingOf,
  payer: Partial<Payer> | null,
  declaredFallback: Payer | null,
): Payer {
  const missing = missingOf(payer);
  const fallback = missing.length === 0 ? null : declaredFallback;
  // Most requests have no payer of their own.
  if (payer === null) return fallback ?? unknown;
  const completed = { ...fallback, ...payer, ...partOf(fallback ?? {}, missing) };
  return Object.fromEntries(payerField.names.map((field) => [field, completed[field] ?? ''])) as Payer;
}

export function missingPayerFields(
  missingOf: MissingOf,
  payer: Partial<Payer> | null,
  fallback: Payer | null,
): readonly PayerField[] {
  // Where nothing else is known the bank receives the fallback, so it is not copied.
  return missingOf(payer === null ? fallback : completePayer(missingOf, payer, fallback));
}

const partOf = (payer: Partial<Payer>, fields: readonly PayerField[]): Partial<Payer> =>
  Object.fromEntries(fields.flatMap((field) => (payer[field] === undefined ? [] : [[field, payer[field]]])));
