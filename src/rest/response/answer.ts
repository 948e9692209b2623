import type { InitiateResult } from './errors.ts';

type Success = Extract<InitiateResult, { readonly __typename: 'InitiatePaymentSuccess' }>;
type NextAction = Success['payment']['nextAction'];

/** A value of the answer; undefined where the name has none. */
export type AnswerValue = string | boolean | undefined | { readonly [name: string]: AnswerValue };
export type Answer = { readonly [name: string]: AnswerValue };

/** The payment in the order in which every format writes it; the amount is a string of digits. */
export function statusAnswerOf(payment: Success['payment']) {
  return {
    payment_id: payment.id,
    reference: payment.reference,
    status: payment.status,
    payment_url: payment.paymentUrl ?? undefined,
    payment_target: payment.paymentTarget,
    payment_run_mode: payment.paymentRunMode,
    effective_run_mode: payment.effectiveRunMode,
    payment_type: payment.paymentType,
    id_origin: payment.idOrigin,
    id_societe: payment.idSociete,
    id_client: payment.idClient,
    id_commande: payment.idCommande,
    type_paiement: payment.typePaiement,
    amount: String(payment.amount.cents),
    currency: payment.amount.currency,
    email: payment.email,
    commentaire: payment.commentaire ?? undefined,
    redirect: redirectOf(payment.nextAction),
    bank_transfer: bankTransferOf(payment.nextAction),
  } satisfies Answer;
}

export type StatusAnswer = ReturnType<typeof statusAnswerOf>;

export function answerOf({ payment, replayed }: Success) {
  return { ...statusAnswerOf(payment), replayed } satisfies Answer;
}

export type PaymentAnswer = ReturnType<typeof answerOf>;

function redirectOf(action: NextAction) {
  if (action?.__typename !== 'RedirectAction') return undefined;
  return { method: action.method, url: action.url, fields: action.values };
}

function bankTransferOf(action: NextAction) {
  if (action?.__typename !== 'BankTransferAction') return undefined;
  return {
    iban: action.iban,
    bic: action.bic,
    creditor_name: action.creditorName,
    reference: action.reference,
    amount: String(action.amount.cents),
  };
}
