import { closedSet, type NameOf } from './closed-set.ts';
import type { Language } from './locale/language.ts';

/** The words of the legacy interface, in the order of its ordinals, and the words that are new. */

/** A new one comes last: the order is that of the legacy ordinals. `name` is what people call it. */
const targets = {
  LABANQUEPOSTALE: {
    name: 'Banque Postale',
    en: "La Banque Postale's Scellius payment page (cards, and SEPA direct debits signed on the page).",
    fr: 'La page de paiement Scellius de La Banque Postale (cartes, et prélèvements SEPA dont le mandat est signé sur la page).',
  },
  PAYBOX: {
    name: 'Paybox',
    en: "Verifone Paybox's hosted payment page (cards).",
    fr: 'La page de paiement Paybox de Verifone (cartes).',
  },
  MILLIET: {
    name: 'Milliet',
    en: 'The company itself: SEPA transfers to its account, SEPA direct debits under its mandates, and bookings.',
    fr: 'La société elle-même : virements SEPA sur son compte, prélèvements SEPA sous ses mandats, et écritures comptables.',
  },
} as const satisfies Record<string, Readonly<Record<Language | 'name', string>>>;
export type PaymentTarget = keyof typeof targets;

const said = (text: Language | 'name') =>
  Object.fromEntries(Object.entries(targets).map(([target, texts]) => [target, texts[text]])) as Readonly<
    Record<PaymentTarget, string>
  >;

export const paymentTarget = closedSet(
  'PaymentTarget',
  'Where the payment is made: which bank, or the company itself.',
  said('en'),
);
export const paymentTargetsInFrench = said('fr');
export const paymentTargetNames = said('name');

/** The target that has no page of a bank: transfers, debits and bookings on the company's own accounts. */
export const ownTarget = 'MILLIET' as const satisfies PaymentTarget;

export const paymentRunMode = closedSet('PaymentRunMode', 'Whether real money moves.', {
  TEST: 'Never touches real money.',
  LIVE: 'Real money on a production deployment; on any other deployment it runs as `TEST`.',
  FORCE_LIVE: 'Real money on any deployment, and only for a client that holds this run mode.',
});
export type PaymentRunMode = NameOf<typeof paymentRunMode>;
/** The effect of a run mode on this deployment. */
export type EffectiveRunMode = Exclude<PaymentRunMode, 'FORCE_LIVE'>;

export const paymentType = closedSet('PaymentType', 'The route a payment takes, and what the customer pays with.', {
  DIRECT_SEPA: 'SEPA direct debit: the company (or its bank) debits the customer under a mandate.',
  SEPA: 'SEPA credit transfer: the customer transfers the amount with our reference.',
  CB: 'Bank card (Carte Bancaire, Visa, Mastercard) on a hosted page.',
  AMEX: 'American Express card on a hosted page.',
  COMPTABILITE: 'A payment that came in another way and is recorded by accounting.',
});
export type PaymentType = NameOf<typeof paymentType>;

export const paymentCapture = closedSet('PaymentCapture', 'When the money of a card payment is taken.', {
  NOW: 'With the payment.',
  LATER: 'By `capturePayment`, while the authorisation lasts; until then the bank holds the amount.',
});
export type PaymentCapture = NameOf<typeof paymentCapture>;

export const paymentStatus = closedSet('PaymentStatus', 'Where a payment stands.', {
  REQUIRES_ACTION: 'Waits for the customer: follow `nextAction`, or send them to `paymentUrl`.',
  PENDING: 'The customer has done their part; the bank has not confirmed yet.',
  SUBMITTED: 'In a batch for the bank; the bank has not booked it yet.',
  AUTHORIZED: 'The bank holds the amount; it is not captured yet.',
  PAID: 'Paid, as verified with the bank or booked by an entitled caller.',
  REFUSED: 'The bank refused. The customer may still succeed by trying again.',
  CANCELLED: 'Given up before it was paid.',
  EXPIRED: 'Not paid in time.',
  FAILED: 'A technical or configuration fault; nothing was paid.',
  RETURNED: 'Paid, then returned by the bank (an unpaid or refunded direct debit).',
  PARTIALLY_REFUNDED: 'Paid, then refunded in part.',
  REFUNDED: 'Paid, then refunded in full.',
  NEEDS_REVIEW: 'A message contradicts the record: a person decides. Never treat it as paid.',
});
export type PaymentStatus = NameOf<typeof paymentStatus>;

/**
 * The gateway awaits nothing more. A verified message may still come, because a customer may retry on the bank's own
 * page.
 */
export const finalStatuses = [
  'PAID',
  'REFUSED',
  'CANCELLED',
  'EXPIRED',
  'FAILED',
  'RETURNED',
  'REFUNDED',
  'PARTIALLY_REFUNDED',
] as const satisfies readonly PaymentStatus[];
const final: ReadonlySet<PaymentStatus> = new Set(finalStatuses);
export const isFinal = (status: PaymentStatus): boolean => final.has(status);

/** It was not paid. A late message of the bank may still say that it was. */
const unpaid: ReadonlySet<PaymentStatus> = new Set<PaymentStatus>(['REFUSED', 'CANCELLED', 'EXPIRED', 'FAILED']);
export const endsUnpaid = (status: PaymentStatus): boolean => unpaid.has(status);

export const attemptStatus = closedSet('PaymentAttemptStatus', "One try at the bank's page.", {
  OPEN: 'The customer can use it, or is using it.',
  SUPERSEDED: 'A newer attempt replaced it; messages about it still count.',
  PENDING: 'The bank has it and has not decided.',
  AUTHORIZED: 'The bank holds the amount.',
  PAID: 'Paid by this attempt.',
  REFUSED: 'The bank refused it.',
  CANCELLED: 'The customer gave up.',
  EXPIRED: 'The page or the authorisation timed out.',
  FAILED: 'A technical or configuration fault.',
});
export type AttemptStatus = NameOf<typeof attemptStatus>;

export const paymentErrorCode = closedSet('PaymentErrorCode', 'What went wrong, for a program.', {
  INVALID_INPUT: 'A field has a value that cannot be used; see `path`.',
  UNSUPPORTED_PAYMENT: 'This target does not take this type of payment.',
  NOT_ALLOWED: 'The caller may not do this.',
  IDEMPOTENCY_CONFLICT: 'The idempotency key was used before for another request.',
  PAYER_DATA_MISSING: 'The bank requires details of the payer that are missing.',
  MANDATE_REQUIRED: 'A direct debit needs a mandate that can be used.',
  PROVIDER_UNAVAILABLE: "The bank's page is known to be down.",
  MANDATE_STATE: 'The mandate, or the batch, is in a state in which this cannot be done.',
  OPERATION_NOT_POSSIBLE: 'The payment does not allow this now; `availableActions` says what it allows.',
  OPERATION_IN_PROGRESS: 'Another operation of this payment is not settled yet.',
  APPROVAL_REQUIRED: 'It waits for a second person, and nothing was done.',
  OUTCOME_UNKNOWN: 'No clear answer came: the bank may have done what was asked.',
});
export type PaymentErrorCode = NameOf<typeof paymentErrorCode>;

export const retryAdvice = closedSet('RetryAdvice', 'What to do after an error.', {
  FIX_INPUT: 'Correct the request and send it again.',
  DO_NOT_RETRY: 'The same request will never succeed.',
  RETRY_SAME_KEY: 'Try again later, with the same idempotency key.',
  CHECK_STATUS_FIRST: 'The outcome is unknown: look at the status before doing anything else.',
});
export type RetryAdvice = NameOf<typeof retryAdvice>;

export const payerField = closedSet('PayerField', 'A detail of the payer that a bank may want.', {
  firstName: 'First name.',
  lastName: 'Last name.',
  address: 'Street and number.',
  zipCode: 'Postal code.',
  city: 'City.',
  country: 'Country, ISO 3166-1 alpha-2.',
  phone: 'Phone number in international form, for instance +33612345678.',
});
export type PayerField = NameOf<typeof payerField>;
