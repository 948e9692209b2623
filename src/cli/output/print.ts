import type { Payment } from '../../modules/payments/payment.ts';
import type { CommandWorld } from '../world.ts';

/** The output formats of commands. */

/** `2026-11-25 09:30:00Z` */
export const moment = (at: number): string => `${new Date(at).toISOString().slice(0, 19).replace('T', ' ')}Z`;

export function formatCents({ cents, currency }: { readonly cents: number; readonly currency: string }): string {
  const digits = String(cents).padStart(3, '0');
  return `${digits.slice(0, -2)},${digits.slice(-2)} ${currency}`;
}

/** Without the payer's data and the keys. */
export function withoutPerson(payment: Payment): object {
  const {
    token: _token,
    derivedKey: _key,
    email: _email,
    idClient: _idClient,
    commentaire: _comment,
    payer: _payer,
    returnUrl: _returnUrl,
    ...facts
  } = payment;
  return facts;
}

export function printJson({ write }: Pick<CommandWorld, 'write'>, value: object): void {
  write(`${JSON.stringify(value, null, 2)}\n`);
}
