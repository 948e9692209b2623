import type { PathField, RepeatedFields } from '../request/fields.ts';
import { pathFields } from '../request/operation.ts';
import type { InitiateResult } from './errors.ts';

type Success = Extract<InitiateResult, { readonly __typename: 'InitiatePaymentSuccess' }>;
type LegacyPayment = Success['payment'];
type NextAction = LegacyPayment['nextAction'];

/** A value of the answer; undefined where the name has none. */
export type AnswerValue = string | boolean | undefined | { readonly [name: string]: AnswerValue };
export type Answer = { readonly [name: string]: AnswerValue };

/** The payment in the order in which every format writes it. */
export function statusAnswerOf(payment: LegacyPayment) {
  return {
    payment_id: payment.id,
    reference: payment.reference,
    status: payment.status,
    payment_url: payment.paymentUrl ?? undefined,
    ...repeatedFieldsOf(payment),
    redirect: redirectOf(payment.nextAction),
    bank_transfer: bankTransferOf(payment.nextAction),
  } satisfies Answer;
}

export type StatusAnswer = ReturnType<typeof statusAnswerOf>;

export function answerOf({ payment, replayed }: Success) {
  return { ...statusAnswerOf(payment), replayed } satisfies Answer;
}

export type PaymentAnswer = ReturnType<typeof answerOf>;

type CompletedFields = RepeatedFields & { effective_run_mode: string; currency: string };

/** The fields of the path under their own names, with two more after those that they complete. */
function repeatedFieldsOf(payment: LegacyPayment): CompletedFields {
  const answer: Partial<CompletedFields> = {};
  for (const { name, property } of pathFields) {
    answer[name] = textOf(payment[property]);
    if (name === 'payment_run_mode') answer.effective_run_mode = payment.effectiveRunMode;
    if (name === 'amount') answer.currency = payment.amount.currency;
  }
  return answer as CompletedFields;
}

/** An amount is a string of digits. */
function textOf(value: LegacyPayment[PathField['property']]): string | undefined {
  return typeof value === 'object' && value !== null ? String(value.cents) : (value ?? undefined);
}

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
