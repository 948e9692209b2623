/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** What accounting says of a payment that it records. */
export type AccountingInput = {
  /** The day under which it is booked: open, and 31 days ahead at most. Today when left out. */
  date?: string | null | undefined;
  /** How the money came. Left out it follows from `typePaiement`; where that is `COMPTABILITE` too, it is the default of the société. */
  means?: AccountingMeans | null | undefined;
  /** Who recorded it: 64 characters at most. The client when left out. */
  operator?: string | null | undefined;
  /** The piece that proves it (a cheque's number, say): 35 characters at most. The order's number when left out, or the payment's reference. */
  pieceReference?: string | null | undefined;
};

/** How money came in that accounting records. */
export type AccountingMeans =
  /** By card, at a terminal for instance. */
  | 'CARD'
  /** In cash. */
  | 'CASH'
  /** By cheque, to be handed in at the bank. */
  | 'CHEQUE'
  /** By a direct debit that was made elsewhere. */
  | 'DIRECT_DEBIT'
  /** Not at all: set off against a credit note or a debt of ours. */
  | 'OFFSET'
  /** Not known yet: it stands on the suspense account until accounting says. */
  | 'OTHER'
  /** By transfer to the company's account. */
  | 'TRANSFER';

/** A payment to take. */
export type InitiatePaymentInput = {
  /** For `COMPTABILITE` alone: how it is recorded. */
  accounting?: AccountingInput | null | undefined;
  /** In cents: 1 to 12 digits. */
  amount: string | number;
  /** For cards: `LATER` only holds the amount, until `capturePayment` takes it. `NOW` when left out. */
  capture?: PaymentCapture | null | undefined;
  /** A comment, 500 characters at most; no card numbers. */
  commentaire?: string | null | undefined;
  /** The customer's e-mail address. */
  email: string;
  /** The customer's number. */
  idClient: string;
  /** The order's number; `0` for none. */
  idCommande?: string;
  /** The system that asks: `web`, `dcp`, `télévente`… */
  idOrigin: string;
  /** The société that is paid: `1`, `2`, `3` or `6`. */
  idSociete: string;
  /** The same key and the same request give the same payment. Also as the header `Idempotency-Key`; the same thing. */
  idempotencyKey?: string | null | undefined;
  /** The mandate's reference (RUM), for a direct debit. */
  mandate?: string | null | undefined;
  /** Who pays. */
  payer?: PayerInput | null | undefined;
  /** Whether real money moves. */
  paymentRunMode: PaymentRunMode;
  /** Where the payment is made. */
  paymentTarget: PaymentTarget;
  /** The route. */
  paymentType: PaymentType;
  /** Where the customer's browser goes afterwards; only origins that the client registered. */
  returnUrl?: string | null | undefined;
  /** What the customer pays with; equals `paymentType` when left out. */
  typePaiement?: PaymentType | null | undefined;
};

/** Who pays: what 3-D Secure and SEPA want. What is left out comes from the directory of customers, or from the société's declared fallback. */
export type PayerInput = {
  /** Street and number. */
  address?: string | null | undefined;
  /** City. */
  city?: string | null | undefined;
  /** Country, ISO 3166-1 alpha-2. */
  country?: string | null | undefined;
  /** First name. */
  firstName?: string | null | undefined;
  /** Last name. */
  lastName?: string | null | undefined;
  /** Phone number in international form, for instance +33612345678. */
  phone?: string | null | undefined;
  /** Postal code. */
  zipCode?: string | null | undefined;
};

/** When the money of a card payment is taken. */
export type PaymentCapture =
  /** By `capturePayment`, while the authorisation lasts; until then the bank holds the amount. */
  | 'LATER'
  /** With the payment. */
  | 'NOW';

/** Whether real money moves. */
export type PaymentRunMode =
  /** Real money on any deployment, and only for a client that holds this run mode. */
  | 'FORCE_LIVE'
  /** Real money on a production deployment; on any other deployment it runs as `TEST`. */
  | 'LIVE'
  /** Never touches real money. */
  | 'TEST';

/** Where a payment stands. */
export type PaymentStatus =
  /** The bank holds the amount; it is not captured yet. */
  | 'AUTHORIZED'
  /** Given up before it was paid. */
  | 'CANCELLED'
  /** Not paid in time. */
  | 'EXPIRED'
  /** A technical or configuration fault; nothing was paid. */
  | 'FAILED'
  /** A message contradicts the record: a person decides. Never treat it as paid. */
  | 'NEEDS_REVIEW'
  /** Paid, as verified with the bank or booked by an entitled caller. */
  | 'PAID'
  /** Paid, then refunded in part. */
  | 'PARTIALLY_REFUNDED'
  /** The customer has done their part; the bank has not confirmed yet. */
  | 'PENDING'
  /** Paid, then refunded in full. */
  | 'REFUNDED'
  /** The bank refused. The customer may still succeed by trying again. */
  | 'REFUSED'
  /** Waits for the customer: follow `nextAction`, or send them to `paymentUrl`. */
  | 'REQUIRES_ACTION'
  /** Paid, then returned by the bank (an unpaid or refunded direct debit). */
  | 'RETURNED'
  /** Handed to the bank in a file; the bank has not booked it yet. */
  | 'SUBMITTED';

/** Where the payment is made: which bank, or the company itself. */
export type PaymentTarget =
  /** La Banque Postale's Scellius payment page (cards, and SEPA direct debits signed on the page). */
  | 'LABANQUEPOSTALE'
  /** The company itself: SEPA transfers to its account, SEPA direct debits under its mandates, and bookings. */
  | 'MILLIET'
  /** Verifone Paybox's hosted payment page (cards). */
  | 'PAYBOX';

/** The route a payment takes, and what the customer pays with. */
export type PaymentType =
  /** American Express card on a hosted page. */
  | 'AMEX'
  /** Bank card (Carte Bancaire, Visa, Mastercard) on a hosted page. */
  | 'CB'
  /** A payment that came in another way and is recorded by accounting. */
  | 'COMPTABILITE'
  /** SEPA direct debit: the company (or its bank) debits the customer under a mandate. */
  | 'DIRECT_SEPA'
  /** SEPA credit transfer: the customer transfers the amount with our reference. */
  | 'SEPA';

/** What to do after an error. */
export type RetryAdvice =
  /** The outcome is unknown: look at the status before doing anything else. */
  | 'CHECK_STATUS_FIRST'
  /** The same request will never succeed. */
  | 'DO_NOT_RETRY'
  /** Correct the request and send it again. */
  | 'FIX_INPUT'
  /** Try again later, with the same idempotency key. */
  | 'RETRY_SAME_KEY';

export type StartCheckoutMutationVariables = Exact<{
  input: InitiatePaymentInput;
}>;


export type StartCheckoutMutation = { initiatePayment:
    | { __typename: 'IdempotencyConflictError', message: string, path: Array<string> | null, retryAdvice: RetryAdvice }
    | { __typename: 'InitiatePaymentSuccess', payment: { id: string, reference: string, status: PaymentStatus, isFinal: boolean, paymentUrl: string | null, amount: { formatted: string } } }
    | { __typename: 'InvalidInputError', message: string, path: Array<string> | null, retryAdvice: RetryAdvice }
    | { __typename: 'MandateRequiredError', message: string, path: Array<string> | null, retryAdvice: RetryAdvice }
    | { __typename: 'NotAllowedError', message: string, path: Array<string> | null, retryAdvice: RetryAdvice }
    | { __typename: 'PayerDataMissingError', message: string, path: Array<string> | null, retryAdvice: RetryAdvice }
    | { __typename: 'ProviderUnavailableError', message: string, path: Array<string> | null, retryAdvice: RetryAdvice }
    | { __typename: 'UnsupportedPaymentError', message: string, path: Array<string> | null, retryAdvice: RetryAdvice }
   };

export type FollowCheckoutSubscriptionVariables = Exact<{
  id: string | number;
  afterEvent?: string | null | undefined;
}>;


export type FollowCheckoutSubscription = { paymentUpdated: { id: string, status: PaymentStatus, createdAt: string } };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}

export const StartCheckoutDocument = new TypedDocumentString(`
    mutation StartCheckout($input: InitiatePaymentInput!) {
  initiatePayment(input: $input) {
    __typename
    ... on InitiatePaymentSuccess {
      payment {
        id
        reference
        status
        isFinal
        paymentUrl
        amount {
          formatted
        }
      }
    }
    ... on PaymentError {
      message
      path
      retryAdvice
    }
  }
}
    `) as unknown as TypedDocumentString<StartCheckoutMutation, StartCheckoutMutationVariables>;
export const FollowCheckoutDocument = new TypedDocumentString(`
    subscription FollowCheckout($id: ID!, $afterEvent: String) {
  paymentUpdated(id: $id, afterEvent: $afterEvent) {
    id
    status
    createdAt
  }
}
    `) as unknown as TypedDocumentString<FollowCheckoutSubscription, FollowCheckoutSubscriptionVariables>;