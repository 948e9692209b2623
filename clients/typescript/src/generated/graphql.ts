/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import { TypedDocument } from '../document.ts';
/** What accounting says of a payment that it records. */
export type AccountingInput = {
  /** The day under which it is booked: open, and 31 days ahead at most. Today when left out. */
  date?: string | null | undefined;
  /** How the money came. Left out it follows from `typePaiement`; where that is `COMPTABILITE` too, it is the default of the société. */
  means?: AccountingMeans | null | undefined;
  /** Who recorded it: 64 characters at most. The client when left out, always the person in the console. */
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

/** Amounts in cents, both ends included; an end that is left out does not restrict. */
export type AmountRange = {
  /** The lowest. */
  from?: string | number | null | undefined;
  /** The highest. */
  to?: string | number | null | undefined;
};

/** Whether a second person has decided. */
export type ApprovalStatus =
  /** A second person approved it, and it was carried out. Of a refund, `refund` says what the bank did. */
  | 'APPROVED'
  /** It was not decided in seven days, and nothing was done. */
  | 'EXPIRED'
  /** It waits for a second person. */
  | 'PENDING'
  /** A second person refused it, and nothing was done. */
  | 'REFUSED'
  /** The one who asked withdrew it, and nothing was done. Or a restore of the database did: what was decided since the backup is not known. */
  | 'WITHDRAWN';

/** A payment to give up. */
export type CancelPaymentInput = {
  /** The payment: `pay_…`. */
  id: string | number;
  /** The same key and the same request are the same operation, which is never done twice. Also as the header `Idempotency-Key`. */
  idempotencyKey?: string | null | undefined;
};

/** An authorised payment whose money is to be taken. */
export type CapturePaymentInput = {
  /** The payment: `pay_…`. */
  id: string | number;
  /** The same key and the same request are the same operation, which is never done twice. Also as the header `Idempotency-Key`. */
  idempotencyKey?: string | null | undefined;
};

/** Days in Paris, both ends included; an end that is left out does not restrict. */
export type DayRange = {
  /** The first day. */
  from?: string | null | undefined;
  /** The last day. */
  to?: string | null | undefined;
};

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

/** A detail of the payer that a bank may want. */
export type PayerField =
  /** Street and number. */
  | 'address'
  /** City. */
  | 'city'
  /** Country, ISO 3166-1 alpha-2. */
  | 'country'
  /** First name. */
  | 'firstName'
  /** Last name. */
  | 'lastName'
  /** Phone number in international form, for instance +33612345678. */
  | 'phone'
  /** Postal code. */
  | 'zipCode';

/** Who pays: what 3-D Secure and SEPA want. What is left out comes from the directory of customers, or from the société's declared fallback, which no LIVE mandate takes. */
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

/** What can be done with a payment. */
export type PaymentAction =
  /** It can be given up before the money moves, and what ended unpaid before its customer tries again: `cancelPayment`. */
  | 'CANCEL'
  /** The authorised amount can be taken: `capturePayment`. */
  | 'CAPTURE'
  /** The customer can pay, or try again: send them to `paymentUrl`. */
  | 'PAY'
  /** The bank can be asked for its outcome: `refreshPayment`. */
  | 'REFRESH'
  /** Money can be given back, at most `maximumAmount`: `refundPayment`. */
  | 'REFUND';

/** When the money of a card payment is taken. */
export type PaymentCapture =
  /** By `capturePayment`, while the authorisation lasts; until then the bank holds the amount. */
  | 'LATER'
  /** With the payment. */
  | 'NOW';

/** What went wrong, for a program. */
export type PaymentErrorCode =
  /** It waits for a second person, and nothing was done. */
  | 'APPROVAL_REQUIRED'
  /** The idempotency key was used before for another request. */
  | 'IDEMPOTENCY_CONFLICT'
  /** A field has a value that cannot be used; see `path`. */
  | 'INVALID_INPUT'
  /** A direct debit needs a mandate that can be used. */
  | 'MANDATE_REQUIRED'
  /** The mandate, or the batch, is in a state in which this cannot be done. */
  | 'MANDATE_STATE'
  /** The caller may not do this. */
  | 'NOT_ALLOWED'
  /** Another operation of this payment is not settled yet. */
  | 'OPERATION_IN_PROGRESS'
  /** The payment does not allow this now; `availableActions` says what it allows. */
  | 'OPERATION_NOT_POSSIBLE'
  /** No clear answer came: the bank may have done what was asked. */
  | 'OUTCOME_UNKNOWN'
  /** The bank requires details of the payer that are missing. */
  | 'PAYER_DATA_MISSING'
  /** The bank's page is known to be down. */
  | 'PROVIDER_UNAVAILABLE'
  /** This target does not take this type of payment. */
  | 'UNSUPPORTED_PAYMENT';

/** What happened to a payment. */
export type PaymentEventType =
  /** A new attempt at the bank's page was opened. */
  | 'ATTEMPT_OPENED'
  /** An authentic message contradicts the record; `reason` says how. */
  | 'CONTRADICTION'
  /** What said who paid was replaced by a pseudonym; amounts, dates and accounts stay. */
  | 'ERASED'
  /** The payment was recorded. */
  | 'INITIATED'
  /** A transfer was booked that pays less than is awaited, or more; `reason` says which. */
  | 'MONEY_RECEIVED'
  /** The bank took back a part of a transfer, or money beyond its amount, as `reason` says; or a person assigned its surplus to `surplusPayment`. */
  | 'MONEY_RETURNED'
  /** An authentic message changed nothing: it was late, or out of order. */
  | 'NEWS_IGNORED'
  /** What was asked never reached the bank, or was never done there. */
  | 'OPERATION_FAILED'
  /** The bank did not do what it was asked. */
  | 'OPERATION_REFUSED'
  /** The bank is asked for a capture, a cancellation or a refund: `operation`, `kind`, `amountCents`. */
  | 'OPERATION_REQUESTED'
  /** No clear answer came; the bank is asked what it did. */
  | 'OPERATION_UNKNOWN'
  /** A direct debit falls due: the customer must hear of `dueDate` and amount; again where the day moved. */
  | 'PRENOTIFIED'
  /** Money was given back: `amountCents`. */
  | 'REFUND_DONE'
  /** The customer has not transferred the amount yet, and the time runs out: remind them. */
  | 'REMINDER_DUE'
  /** A bank's message says that the payment was made, and proves not for whom; the bank is asked, and has not confirmed it. */
  | 'REPORTED_PAID_NOT_CONFIRMED'
  /** The gateway cannot settle this alone: a person has to look; `reason` says at what. */
  | 'REVIEW_NEEDED'
  /** The status changed; `cause` says why. */
  | 'STATUS_CHANGED'
  /** From here on the same legacy URL means a newer payment. */
  | 'SUCCEEDED';

/** Which payments; what is left out does not restrict. */
export type PaymentFilter = {
  /** Of these amounts. */
  amount?: AmountRange | null | undefined;
  /** Initiated by this client of the gateway. */
  client?: string | null | undefined;
  /** Recorded on these days. */
  created?: DayRange | null | undefined;
  /** Direct debits that are due on these days. */
  due?: DayRange | null | undefined;
  /** Of this customer. */
  idClient?: string | null | undefined;
  /** Of this order. */
  idCommande?: string | null | undefined;
  /** Asked for by this system. */
  idOrigin?: string | null | undefined;
  /** Of this société. */
  idSociete?: string | null | undefined;
  /** Under the mandate with this reference (RUM). */
  mandate?: string | null | undefined;
  /** Any of these: LABANQUEPOSTALE, PAYBOX, MILLIET. */
  paymentTarget?: Array<PaymentTarget> | null | undefined;
  /** Any of these: DIRECT_SEPA, SEPA, CB, AMEX, COMPTABILITE. */
  paymentType?: Array<PaymentType> | null | undefined;
  /** `TEST` or `LIVE`. */
  runMode?: PaymentRunMode | null | undefined;
  /** Any of these: REQUIRES_ACTION, PENDING, SUBMITTED, AUTHORIZED, PAID, REFUSED, CANCELLED, EXPIRED, FAILED, RETURNED, PARTIALLY_REFUNDED, REFUNDED, NEEDS_REVIEW. */
  status?: Array<PaymentStatus> | null | undefined;
  /** Only those that have these words, as `search` finds words: the newest first, and without totals. */
  text?: string | null | undefined;
};

/** How a payment is made. */
export type PaymentFlow =
  /** The customer transfers the amount to our account with the reference that we give. */
  | 'BANK_TRANSFER'
  /** Accounting records a payment that came in another way. */
  | 'BOOKING'
  /** We debit the customer under a mandate, in a bank file. */
  | 'DIRECT_DEBIT'
  /** The customer pays by card on the bank's page. */
  | 'HOSTED_PAGE'
  /** The customer signs a SEPA mandate on the bank's page, and the bank debits them. */
  | 'HOSTED_PAGE_MANDATE';

/** What the bank is asked to do with a payment. */
export type PaymentOperationKind =
  /** Give up before the money moves. */
  | 'CANCEL'
  /** Take the amount that was authorised. */
  | 'CAPTURE'
  /** Give money back, all of it or a part. */
  | 'REFUND';

/** How far an operation has come. */
export type PaymentOperationStatus =
  /** The bank did it. */
  | 'DONE'
  /** It never reached the bank, or the bank never did it: nothing was changed there. */
  | 'FAILED'
  /** The bank cannot say what it did: a person looks and decides by `settleOperation`. */
  | 'NEEDS_REVIEW'
  /** The bank did not do it. */
  | 'REFUSED'
  /** It is on its way to the bank. */
  | 'SENDING'
  /** No clear answer came, or the bank has not decided. It is asked what it did, and nothing is sent again. */
  | 'UNKNOWN';

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
  /** In a batch for the bank; the bank has not booked it yet. */
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

/** Money to give back. */
export type RefundPaymentInput = {
  /** In cents; left out, all that can still be given back. */
  amount?: string | number | null | undefined;
  /** The payment: `pay_…`. */
  id: string | number;
  /** The same key and the same request are the same operation, which is never done twice. Also as the header `Idempotency-Key`. */
  idempotencyKey?: string | null | undefined;
};

/** How far a refund has come. */
export type RefundStatus =
  /** The bank gave the money back. */
  | 'DONE'
  /** It never reached the bank: no money moved. */
  | 'FAILED'
  /** The bank cannot say whether it gave the money back: a person decides. */
  | 'NEEDS_REVIEW'
  /** It is on its way to the bank. */
  | 'PENDING'
  /** The bank did not give the money back. */
  | 'REFUSED'
  /** No clear answer came; the bank is asked what it did. Do not ask for the refund again. */
  | 'UNKNOWN';

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

type RefusalFields_ApprovalRequiredError_Fragment = { code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string };

type RefusalFields_IdempotencyConflictError_Fragment = { code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string };

type RefusalFields_InvalidInputError_Fragment = { code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string };

type RefusalFields_MandateRequiredError_Fragment = { code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string };

type RefusalFields_MandateStateError_Fragment = { code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string };

type RefusalFields_NotAllowedError_Fragment = { code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string };

type RefusalFields_OperationInProgressError_Fragment = { code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string };

type RefusalFields_OperationNotPossibleError_Fragment = { code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string };

type RefusalFields_OutcomeUnknownError_Fragment = { code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string };

type RefusalFields_PayerDataMissingError_Fragment = { code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string };

type RefusalFields_ProviderUnavailableError_Fragment = { code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string };

type RefusalFields_UnsupportedPaymentError_Fragment = { code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string };

export type RefusalFieldsFragment =
  | RefusalFields_ApprovalRequiredError_Fragment
  | RefusalFields_IdempotencyConflictError_Fragment
  | RefusalFields_InvalidInputError_Fragment
  | RefusalFields_MandateRequiredError_Fragment
  | RefusalFields_MandateStateError_Fragment
  | RefusalFields_NotAllowedError_Fragment
  | RefusalFields_OperationInProgressError_Fragment
  | RefusalFields_OperationNotPossibleError_Fragment
  | RefusalFields_OutcomeUnknownError_Fragment
  | RefusalFields_PayerDataMissingError_Fragment
  | RefusalFields_ProviderUnavailableError_Fragment
  | RefusalFields_UnsupportedPaymentError_Fragment
;

export type PaymentFieldsFragment = { id: string, reference: string, status: PaymentStatus, isFinal: boolean, paymentUrl: string | null, paymentTarget: PaymentTarget, paymentType: PaymentType, typePaiement: PaymentType, effectiveRunMode: PaymentRunMode, idOrigin: string, idSociete: string, idClient: string, idCommande: string, createdAt: string, updatedAt: string, expiresAt: string | null, amount: { cents: number, currency: string, formatted: string } };

export type RefundFieldsFragment = { id: string, status: RefundStatus, reason: string | null, createdAt: string, updatedAt: string, amount: { cents: number, currency: string, formatted: string } };

export type OperationFieldsFragment = { id: string, kind: PaymentOperationKind, status: PaymentOperationStatus, reason: string | null };

export type InputRefusalFieldsFragment = { issues: Array<{ path: Array<string>, message: string }> };

export type InitiatePaymentMutationVariables = Exact<{
  input: InitiatePaymentInput;
}>;


export type InitiatePaymentMutation = { initiatePayment:
    | { __typename: 'IdempotencyConflictError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string }
    | { __typename: 'InitiatePaymentSuccess', replayed: boolean, payment: { id: string, reference: string, status: PaymentStatus, isFinal: boolean, paymentUrl: string | null, paymentTarget: PaymentTarget, paymentType: PaymentType, typePaiement: PaymentType, effectiveRunMode: PaymentRunMode, idOrigin: string, idSociete: string, idClient: string, idCommande: string, createdAt: string, updatedAt: string, expiresAt: string | null, amount: { cents: number, currency: string, formatted: string } } }
    | { __typename: 'InvalidInputError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string, issues: Array<{ path: Array<string>, message: string }> }
    | { __typename: 'MandateRequiredError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string }
    | { __typename: 'NotAllowedError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string }
    | { __typename: 'PayerDataMissingError', missingFields: Array<PayerField>, code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string }
    | { __typename: 'ProviderUnavailableError', retryAfterSeconds: number, code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string }
    | { __typename: 'UnsupportedPaymentError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string }
   };

export type GetPaymentQueryVariables = Exact<{
  id: string | number;
}>;


export type GetPaymentQuery = { payment: { mayStillBePaid: boolean, id: string, reference: string, status: PaymentStatus, isFinal: boolean, paymentUrl: string | null, paymentTarget: PaymentTarget, paymentType: PaymentType, typePaiement: PaymentType, effectiveRunMode: PaymentRunMode, idOrigin: string, idSociete: string, idClient: string, idCommande: string, createdAt: string, updatedAt: string, expiresAt: string | null, refunds: Array<{ id: string, status: RefundStatus, reason: string | null, createdAt: string, updatedAt: string, amount: { cents: number, currency: string, formatted: string } }>, availableActions: Array<{ action: PaymentAction, available: boolean, reason: string | null, maximumAmount: { cents: number, currency: string, formatted: string } | null }>, amount: { cents: number, currency: string, formatted: string } } | null };

export type FindPaymentQueryVariables = Exact<{
  reference: string;
}>;


export type FindPaymentQuery = { paymentByReference: { id: string, reference: string, status: PaymentStatus, isFinal: boolean, paymentUrl: string | null, paymentTarget: PaymentTarget, paymentType: PaymentType, typePaiement: PaymentType, effectiveRunMode: PaymentRunMode, idOrigin: string, idSociete: string, idClient: string, idCommande: string, createdAt: string, updatedAt: string, expiresAt: string | null, amount: { cents: number, currency: string, formatted: string } } | null };

export type ListPaymentsQueryVariables = Exact<{
  filter?: PaymentFilter | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type ListPaymentsQuery = { payments: { pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ cursor: string, node: { id: string, reference: string, status: PaymentStatus, isFinal: boolean, paymentUrl: string | null, paymentTarget: PaymentTarget, paymentType: PaymentType, typePaiement: PaymentType, effectiveRunMode: PaymentRunMode, idOrigin: string, idSociete: string, idClient: string, idCommande: string, createdAt: string, updatedAt: string, expiresAt: string | null, amount: { cents: number, currency: string, formatted: string } } }> } };

export type PaymentCapabilitiesQueryVariables = Exact<{
  idSociete: string;
}>;


export type PaymentCapabilitiesQuery = { paymentCapabilities: Array<{ paymentTarget: PaymentTarget, paymentType: PaymentType, flow: PaymentFlow | null, isSupported: boolean, effectiveRunModes: Array<PaymentRunMode> }> };

export type RefundPaymentMutationVariables = Exact<{
  input: RefundPaymentInput;
}>;


export type RefundPaymentMutation = { refundPayment:
    | { __typename: 'ApprovalRequiredError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string, approval: { id: string, status: ApprovalStatus, expiresAt: string } }
    | { __typename: 'IdempotencyConflictError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string }
    | { __typename: 'InvalidInputError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string, issues: Array<{ path: Array<string>, message: string }> }
    | { __typename: 'NotAllowedError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string }
    | { __typename: 'OperationInProgressError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string }
    | { __typename: 'OperationNotPossibleError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string }
    | { __typename: 'OutcomeUnknownError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string, operation: { id: string, kind: PaymentOperationKind, status: PaymentOperationStatus, reason: string | null } }
    | { __typename: 'ProviderUnavailableError', retryAfterSeconds: number, code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string }
    | { __typename: 'RefundPaymentSuccess', replayed: boolean, refund: { id: string, status: RefundStatus, reason: string | null, createdAt: string, updatedAt: string, amount: { cents: number, currency: string, formatted: string } }, payment: { id: string, reference: string, status: PaymentStatus, isFinal: boolean, paymentUrl: string | null, paymentTarget: PaymentTarget, paymentType: PaymentType, typePaiement: PaymentType, effectiveRunMode: PaymentRunMode, idOrigin: string, idSociete: string, idClient: string, idCommande: string, createdAt: string, updatedAt: string, expiresAt: string | null, amount: { cents: number, currency: string, formatted: string } } }
   };

export type CancelPaymentMutationVariables = Exact<{
  input: CancelPaymentInput;
}>;


export type CancelPaymentMutation = { cancelPayment:
    | { __typename: 'CancelPaymentSuccess', replayed: boolean, cancellation: { id: string, kind: PaymentOperationKind, status: PaymentOperationStatus, reason: string | null } | null, payment: { mayStillBePaid: boolean, id: string, reference: string, status: PaymentStatus, isFinal: boolean, paymentUrl: string | null, paymentTarget: PaymentTarget, paymentType: PaymentType, typePaiement: PaymentType, effectiveRunMode: PaymentRunMode, idOrigin: string, idSociete: string, idClient: string, idCommande: string, createdAt: string, updatedAt: string, expiresAt: string | null, amount: { cents: number, currency: string, formatted: string } } }
    | { __typename: 'IdempotencyConflictError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string }
    | { __typename: 'InvalidInputError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string, issues: Array<{ path: Array<string>, message: string }> }
    | { __typename: 'NotAllowedError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string }
    | { __typename: 'OperationInProgressError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string }
    | { __typename: 'OperationNotPossibleError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string }
    | { __typename: 'OutcomeUnknownError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string, operation: { id: string, kind: PaymentOperationKind, status: PaymentOperationStatus, reason: string | null } }
    | { __typename: 'ProviderUnavailableError', retryAfterSeconds: number, code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string }
   };

export type CapturePaymentMutationVariables = Exact<{
  input: CapturePaymentInput;
}>;


export type CapturePaymentMutation = { capturePayment:
    | { __typename: 'CapturePaymentSuccess', replayed: boolean, operation: { id: string, kind: PaymentOperationKind, status: PaymentOperationStatus, reason: string | null }, payment: { id: string, reference: string, status: PaymentStatus, isFinal: boolean, paymentUrl: string | null, paymentTarget: PaymentTarget, paymentType: PaymentType, typePaiement: PaymentType, effectiveRunMode: PaymentRunMode, idOrigin: string, idSociete: string, idClient: string, idCommande: string, createdAt: string, updatedAt: string, expiresAt: string | null, amount: { cents: number, currency: string, formatted: string } } }
    | { __typename: 'IdempotencyConflictError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string }
    | { __typename: 'InvalidInputError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string, issues: Array<{ path: Array<string>, message: string }> }
    | { __typename: 'NotAllowedError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string }
    | { __typename: 'OperationInProgressError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string }
    | { __typename: 'OperationNotPossibleError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string }
    | { __typename: 'OutcomeUnknownError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string, operation: { id: string, kind: PaymentOperationKind, status: PaymentOperationStatus, reason: string | null } }
    | { __typename: 'ProviderUnavailableError', retryAfterSeconds: number, code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string }
   };

export type RefreshPaymentMutationVariables = Exact<{
  id: string | number;
}>;


export type RefreshPaymentMutation = { refreshPayment:
    | { __typename: 'InvalidInputError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string, issues: Array<{ path: Array<string>, message: string }> }
    | { __typename: 'NotAllowedError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string }
    | { __typename: 'ProviderUnavailableError', retryAfterSeconds: number, code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string }
    | { __typename: 'RefreshPaymentSuccess', payment: { id: string, reference: string, status: PaymentStatus, isFinal: boolean, paymentUrl: string | null, paymentTarget: PaymentTarget, paymentType: PaymentType, typePaiement: PaymentType, effectiveRunMode: PaymentRunMode, idOrigin: string, idSociete: string, idClient: string, idCommande: string, createdAt: string, updatedAt: string, expiresAt: string | null, amount: { cents: number, currency: string, formatted: string } } }
    | { __typename: 'UnsupportedPaymentError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string }
   };

export type FollowPaymentSubscriptionVariables = Exact<{
  id: string | number;
  afterEvent?: string | null | undefined;
}>;


export type FollowPaymentSubscription = { paymentUpdated: { id: string, sequence: number, type: PaymentEventType, status: PaymentStatus, previousStatus: PaymentStatus | null, createdAt: string } };

export type PaymentStandingQueryVariables = Exact<{
  id: string | number;
  afterEvent?: string | null | undefined;
}>;


export type PaymentStandingQuery = { payment: { isFinal: boolean, mayStillBePaid: boolean, events: { edges: Array<{ node: { id: string } }> } } | null };
export const InitiatePaymentDocument = /* @__PURE__ */ new TypedDocument(`mutation InitiatePayment($input: InitiatePaymentInput!) { initiatePayment(input: $input) { __typename ... on InitiatePaymentSuccess { replayed payment { ...PaymentFields } } ...RefusalFields ...InputRefusalFields ... on PayerDataMissingError { missingFields } ... on ProviderUnavailableError { retryAfterSeconds } } } fragment RefusalFields on PaymentError { code message path retryAdvice requestId } fragment PaymentFields on Payment { id reference status isFinal paymentUrl amount { cents currency formatted } paymentTarget paymentType typePaiement effectiveRunMode idOrigin idSociete idClient idCommande createdAt updatedAt expiresAt } fragment InputRefusalFields on InvalidInputError { issues { path message } }`, {"hash":"sha256:4e03b516785662453ae027f2d9b853ad94d1b80b75dd3199a610eca4436ef97f"}) as unknown as TypedDocument<InitiatePaymentMutation, InitiatePaymentMutationVariables>;
export const GetPaymentDocument = /* @__PURE__ */ new TypedDocument(`query GetPayment($id: ID!) { payment(id: $id) { ...PaymentFields mayStillBePaid refunds { ...RefundFields } availableActions { action available reason maximumAmount { cents currency formatted } } } } fragment PaymentFields on Payment { id reference status isFinal paymentUrl amount { cents currency formatted } paymentTarget paymentType typePaiement effectiveRunMode idOrigin idSociete idClient idCommande createdAt updatedAt expiresAt } fragment RefundFields on Refund { id status amount { cents currency formatted } reason createdAt updatedAt }`, {"hash":"sha256:057e18bb89aafdb99dbfa1d9bbbec0edfb92e4ace8c697535d150196254e0a08"}) as unknown as TypedDocument<GetPaymentQuery, GetPaymentQueryVariables>;
export const FindPaymentDocument = /* @__PURE__ */ new TypedDocument(`query FindPayment($reference: String!) { paymentByReference(reference: $reference) { ...PaymentFields } } fragment PaymentFields on Payment { id reference status isFinal paymentUrl amount { cents currency formatted } paymentTarget paymentType typePaiement effectiveRunMode idOrigin idSociete idClient idCommande createdAt updatedAt expiresAt }`, {"hash":"sha256:d78264ea3260bc469e5d2b9828ef8abf8d8e61cf0c9a403fbffce45d287e793e"}) as unknown as TypedDocument<FindPaymentQuery, FindPaymentQueryVariables>;
export const ListPaymentsDocument = /* @__PURE__ */ new TypedDocument(`query ListPayments($filter: PaymentFilter, $first: Int, $after: String) { payments(filter: $filter, first: $first, after: $after) { pageInfo { hasNextPage endCursor } edges { cursor node { ...PaymentFields } } } } fragment PaymentFields on Payment { id reference status isFinal paymentUrl amount { cents currency formatted } paymentTarget paymentType typePaiement effectiveRunMode idOrigin idSociete idClient idCommande createdAt updatedAt expiresAt }`, {"hash":"sha256:c52cc3028dc935d0b5384a71ff70cdb24ea90a01550f6e5ccf859e71bee36369"}) as unknown as TypedDocument<ListPaymentsQuery, ListPaymentsQueryVariables>;
export const PaymentCapabilitiesDocument = /* @__PURE__ */ new TypedDocument(`query PaymentCapabilities($idSociete: String!) { paymentCapabilities(idSociete: $idSociete) { paymentTarget paymentType flow isSupported effectiveRunModes } }`, {"hash":"sha256:9bf0cb3fd48641dc42621ab2da4fba5f8d5e12216897be1a380fc1f68c471ba3"}) as unknown as TypedDocument<PaymentCapabilitiesQuery, PaymentCapabilitiesQueryVariables>;
export const RefundPaymentDocument = /* @__PURE__ */ new TypedDocument(`mutation RefundPayment($input: RefundPaymentInput!) { refundPayment(input: $input) { __typename ... on RefundPaymentSuccess { replayed refund { ...RefundFields } payment { ...PaymentFields } } ... on ApprovalRequiredError { approval { id status expiresAt } } ...RefusalFields ...InputRefusalFields ... on OutcomeUnknownError { operation { ...OperationFields } } ... on ProviderUnavailableError { retryAfterSeconds } } } fragment RefusalFields on PaymentError { code message path retryAdvice requestId } fragment PaymentFields on Payment { id reference status isFinal paymentUrl amount { cents currency formatted } paymentTarget paymentType typePaiement effectiveRunMode idOrigin idSociete idClient idCommande createdAt updatedAt expiresAt } fragment RefundFields on Refund { id status amount { cents currency formatted } reason createdAt updatedAt } fragment OperationFields on PaymentOperation { id kind status reason } fragment InputRefusalFields on InvalidInputError { issues { path message } }`, {"hash":"sha256:e0529940920e04c716328002580ee667da18ea3317cb22088014207db9dc5cdb"}) as unknown as TypedDocument<RefundPaymentMutation, RefundPaymentMutationVariables>;
export const CancelPaymentDocument = /* @__PURE__ */ new TypedDocument(`mutation CancelPayment($input: CancelPaymentInput!) { cancelPayment(input: $input) { __typename ... on CancelPaymentSuccess { replayed cancellation: operation { ...OperationFields } payment { ...PaymentFields mayStillBePaid } } ...RefusalFields ...InputRefusalFields ... on OutcomeUnknownError { operation { ...OperationFields } } ... on ProviderUnavailableError { retryAfterSeconds } } } fragment RefusalFields on PaymentError { code message path retryAdvice requestId } fragment PaymentFields on Payment { id reference status isFinal paymentUrl amount { cents currency formatted } paymentTarget paymentType typePaiement effectiveRunMode idOrigin idSociete idClient idCommande createdAt updatedAt expiresAt } fragment OperationFields on PaymentOperation { id kind status reason } fragment InputRefusalFields on InvalidInputError { issues { path message } }`, {"hash":"sha256:b5d6482074654f58bce2aca18289ccf1779704cc90bcda92f21cbdc49102bf1b"}) as unknown as TypedDocument<CancelPaymentMutation, CancelPaymentMutationVariables>;
export const CapturePaymentDocument = /* @__PURE__ */ new TypedDocument(`mutation CapturePayment($input: CapturePaymentInput!) { capturePayment(input: $input) { __typename ... on CapturePaymentSuccess { replayed operation { ...OperationFields } payment { ...PaymentFields } } ...RefusalFields ...InputRefusalFields ... on OutcomeUnknownError { operation { ...OperationFields } } ... on ProviderUnavailableError { retryAfterSeconds } } } fragment RefusalFields on PaymentError { code message path retryAdvice requestId } fragment PaymentFields on Payment { id reference status isFinal paymentUrl amount { cents currency formatted } paymentTarget paymentType typePaiement effectiveRunMode idOrigin idSociete idClient idCommande createdAt updatedAt expiresAt } fragment OperationFields on PaymentOperation { id kind status reason } fragment InputRefusalFields on InvalidInputError { issues { path message } }`, {"hash":"sha256:f90be187ab0e3a991ceda1a10d894ea318a3bba1d73b9bd8894585b30af78cd4"}) as unknown as TypedDocument<CapturePaymentMutation, CapturePaymentMutationVariables>;
export const RefreshPaymentDocument = /* @__PURE__ */ new TypedDocument(`mutation RefreshPayment($id: ID!) { refreshPayment(id: $id) { __typename ... on RefreshPaymentSuccess { payment { ...PaymentFields } } ...RefusalFields ...InputRefusalFields ... on ProviderUnavailableError { retryAfterSeconds } } } fragment RefusalFields on PaymentError { code message path retryAdvice requestId } fragment PaymentFields on Payment { id reference status isFinal paymentUrl amount { cents currency formatted } paymentTarget paymentType typePaiement effectiveRunMode idOrigin idSociete idClient idCommande createdAt updatedAt expiresAt } fragment InputRefusalFields on InvalidInputError { issues { path message } }`, {"hash":"sha256:ef1147c9f129873712ebe41dd6f69ca8fa1f806a2909c7a6f2826cc63edaa626"}) as unknown as TypedDocument<RefreshPaymentMutation, RefreshPaymentMutationVariables>;
export const FollowPaymentDocument = /* @__PURE__ */ new TypedDocument(`subscription FollowPayment($id: ID!, $afterEvent: String) { paymentUpdated(id: $id, afterEvent: $afterEvent) { id sequence type status previousStatus createdAt } }`, {"hash":"sha256:7a2113fd501e9d27633123ab1ca47b1ce8ed69c501414ca8c64d66ca7b5ab50b"}) as unknown as TypedDocument<FollowPaymentSubscription, FollowPaymentSubscriptionVariables>;
export const PaymentStandingDocument = /* @__PURE__ */ new TypedDocument(`query PaymentStanding($id: ID!, $afterEvent: String) { payment(id: $id) { isFinal mayStillBePaid events(first: 1, after: $afterEvent) { edges { node { id } } } } }`, {"hash":"sha256:433e4617488f99936e6256b55756d11aaece84231084f2aeec6aca1a74272f41"}) as unknown as TypedDocument<PaymentStandingQuery, PaymentStandingQueryVariables>;