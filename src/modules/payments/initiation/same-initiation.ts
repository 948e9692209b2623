import type { z } from 'zod';
import type { Payment } from '../payment.ts';
import type { initiationInput } from './initiation.ts';

/** The input that asks for a payment like a recorded one. */
export type SameInitiation = Omit<z.input<typeof initiationInput>, 'idempotencyKey' | 'amount'> & {
  readonly amount: number;
};

/** @param withDetails with what only the back office sees: who pays, and where the browser goes afterwards */
export function sameInitiation(payment: Payment, withDetails: boolean): SameInitiation {
  const { commentaire, payer, returnUrl, mandate, accounting, capture } = payment;
  return {
    paymentTarget: payment.paymentTarget,
    paymentRunMode: payment.paymentRunMode,
    paymentType: payment.paymentType,
    idOrigin: payment.idOrigin,
    idSociete: payment.idSociete,
    idClient: payment.idClient,
    idCommande: payment.idCommande,
    typePaiement: payment.typePaiement,
    amount: payment.amountCents,
    email: payment.email,
    ...(commentaire !== null && { commentaire }),
    ...(withDetails && payer !== null && { payer }),
    ...(withDetails && returnUrl !== null && { returnUrl }),
    ...(capture !== 'NOW' && { capture }),
    ...(mandate !== null && { mandate }),
    ...(accounting !== null && { accounting }),
  };
}

/** The mutation of a request, for people to copy. */
export const initiationMutation = `mutation InitiatePayment($input: InitiatePaymentInput!) {
  initiatePayment(input: $input) {
    __typename
    ... on InitiatePaymentSuccess { replayed payment { id reference status paymentUrl } }
    ... on PaymentError { code message path retryAdvice }
  }
}`;
