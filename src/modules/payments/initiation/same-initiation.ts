import type { z } from 'zod';
import type { Payment } from '../payment.ts';
import { initiationInput } from './initiation.ts';

/** The input that asks for a payment like a recorded one. */
export type SameInitiation = Omit<z.input<typeof initiationInput>, 'idempotencyKey' | 'amount'> & {
  readonly amount: number;
};

type FieldName = Exclude<keyof typeof initiationInput.shape, 'idempotencyKey'>;

/** What only the back office sees: who pays, and where the browser goes afterwards. */
const details: ReadonlySet<string> = new Set<FieldName>(['payer', 'returnUrl']);

/** Each field of the input, as it is recorded; what was not given, or is the default, is left out. */
export function sameInitiation(payment: Payment, withDetails: boolean): SameInitiation {
  const { capture, amountCents: amount } = payment;
  const recorded: Readonly<Record<FieldName, unknown>> = {
    ...{ ...payment, amount },
    capture: capture === 'NOW' ? null : capture,
  };
  const names = Object.keys(initiationInput.omit({ idempotencyKey: true }).shape) as FieldName[];
  const given = names.filter((name) => recorded[name] !== null && (withDetails || !details.has(name)));
  return Object.fromEntries(given.map((name) => [name, recorded[name]])) as SameInitiation;
}

/** The mutation of a request, for people to copy. */
export const initiationMutation = `mutation InitiatePayment($input: InitiatePaymentInput!) {
  initiatePayment(input: $input) {
    __typename
    ... on InitiatePaymentSuccess { replayed payment { id reference status paymentUrl } }
    ... on PaymentError { code message path retryAdvice }
  }
}`;
