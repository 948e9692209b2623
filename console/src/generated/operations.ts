/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import { TypedDocument } from '@reglement/client';
/** Amounts in cents, both ends included; an end that is left out does not restrict. */
export type AmountRange = {
  /** The lowest. */
  from?: string | number | null | undefined;
  /** The highest. */
  to?: string | number | null | undefined;
};

/** A list that a page may follow. */
export type ChangeTopic =
  /** What waits for a second person: asked for, or decided. */
  | 'APPROVALS'
  /** The newest bank files: received, read on, or decided. */
  | 'BANK_FILES'
  /** The newest batches of direct debits: made, or changed. */
  | 'BATCHES'
  /** Exceptions of bank files: opened, or decided. */
  | 'EXCEPTIONS'
  /** Mandates: a new event of one. */
  | 'MANDATES'
  /** Payments: a new event of one. */
  | 'PAYMENTS'
  /** Webhooks: made, delivered, or given up. */
  | 'WEBHOOKS';

/** What a person may do in the console beside the scopes. */
export type ConsoleRight =
  /** Decide about what waits for a second person. */
  | 'approve'
  /** Read the audit log. */
  | 'audit'
  /** See all people and their sessions, and end sessions. */
  | 'people';

/** Days in Paris, both ends included; an end that is left out does not restrict. */
export type DayRange = {
  /** The first day. */
  from?: string | null | undefined;
  /** The last day. */
  to?: string | null | undefined;
};

/** What can be done with a payment. */
export type PaymentAction =
  /** It can be given up before the money moves, and what ended unpaid before its customer tries again: `cancelPayment`. */
  | 'CANCEL'
  /** The authorised amount can be taken: `capturePayment`. */
  | 'CAPTURE'
  /** The customer can pay, or try again: send them to `paymentUrl`. */
  | 'PAY'
  /** The bank can be asked what became of it: `refreshPayment`. */
  | 'REFRESH'
  /** Money can be given back, at most `maximumAmount`: `refundPayment`. */
  | 'REFUND';

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
  /** The bank's answer was lost: it may have done what was asked. */
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
  /** The bank took back a part of a transfer, or money beyond its amount. `reason` says which. */
  | 'MONEY_RETURNED'
  /** An authentic message changed nothing: it was late, or out of order. */
  | 'NEWS_IGNORED'
  /** What was asked never reached the bank, or was never done there. */
  | 'OPERATION_FAILED'
  /** The bank did not do what it was asked. */
  | 'OPERATION_REFUSED'
  /** The bank is asked for a capture, a cancellation or a refund: `operation`, `kind`, `amountCents`. */
  | 'OPERATION_REQUESTED'
  /** The bank's answer was lost; it is asked what it did. */
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
};

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

/** Whether a person may sign in. */
export type PersonStatus =
  /** May sign in. */
  | 'ACTIVE'
  /** May not sign in, and has no session. */
  | 'DISABLED';

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

/** What a client may do. */
export type Scope =
  /** See the journal and the trial balance, and reverse entries. */
  | 'accounting'
  /** Cancel, capture and refund the payments of other clients that it sees, by the scopes that it has. */
  | 'allPayments'
  /** Bring files of the bank, and confirm those that another client brought. */
  | 'bankFiles'
  /** Make, download and cancel files of direct debits. */
  | 'batches'
  /** With `initiate`: book payments (`COMPTABILITE`), which are paid on its word. Cancel its own bookings. */
  | 'book'
  /** Cancel its own payments before the money moves. */
  | 'cancel'
  /** Take the money of its own payments that a bank has authorised. */
  | 'capture'
  /** See and change the directory of customers. */
  | 'customers'
  /** Decide by hand: payments in review, operations in doubt, exceptions of bank files. */
  | 'decide'
  /** Ask for payments. Holds `cancel` and `capture`. */
  | 'initiate'
  /** Record and end mandates for direct debits. */
  | 'mandates'
  /** All the work of the back office, as one scope. Holds `book`, `refresh`, `decide`, `batches`, `accounting`, `customers`, `replay` and `bankFiles`. */
  | 'operations'
  /** See payments, their events and the messages about them. */
  | 'read'
  /** Ask a bank what became of a payment. */
  | 'refresh'
  /** Give back the money of its own payments. Holds `cancel`. */
  | 'refund'
  /** See and replay the banks' messages and its own webhooks, and test its endpoints. */
  | 'replay';

/** How a person proved who it is. */
export type SignInMethod =
  /** By the company's identity provider. */
  | 'OIDC'
  /** By a passkey. */
  | 'PASSKEY'
  /** By a password and a code. */
  | 'PASSWORD';

export type ChangesSubscriptionVariables = Exact<{
  topics: Array<ChangeTopic> | ChangeTopic;
}>;


export type ChangesSubscription = { changes: { at: string, topics: Array<{ topic: ChangeTopic, ids: Array<string>, count: number }> } };

export type EndSessionMutationVariables = Exact<{
  id: string | number;
}>;


export type EndSessionMutation = { endSession:
    | { __typename: 'EndSessionsSuccess', ended: number }
    | { __typename: 'NotAllowedError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string }
   };

export type EndSessionsMutationVariables = Exact<{
  person?: string | number | null | undefined;
  keepThis?: boolean | null | undefined;
}>;


export type EndSessionsMutation = { endSessions:
    | { __typename: 'EndSessionsSuccess', ended: number }
    | { __typename: 'NotAllowedError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string }
   };

export type MeQueryVariables = Exact<{ [key: string]: never; }>;


export type MeQuery = { me: { client: string, roles: Array<string>, scopes: Array<Scope>, rights: Array<ConsoleRight>, runModes: Array<PaymentRunMode>, societes: Array<string> | null, origins: Array<string> | null, targets: Array<PaymentTarget> | null, refundLimit: number | null, isConfirmed: boolean, person: { id: string, name: string, login: string | null } | null } };

export type PaymentUpdatedSubscriptionVariables = Exact<{
  id: string | number;
  afterEvent?: string | null | undefined;
}>;


export type PaymentUpdatedSubscription = { paymentUpdated: { id: string, type: PaymentEventType, status: PaymentStatus, createdAt: string } };

export type PaymentQueryVariables = Exact<{
  id: string | number;
}>;


export type PaymentQuery = { payment: { id: string, reference: string, paymentTarget: PaymentTarget, paymentRunMode: PaymentRunMode, effectiveRunMode: PaymentRunMode, paymentType: PaymentType, typePaiement: PaymentType, idOrigin: string, idSociete: string, idClient: string, idCommande: string, email: string, commentaire: string | null, status: PaymentStatus, isFinal: boolean, createdAt: string, updatedAt: string, expiresAt: string | null, amount: { cents: number, currency: string }, availableActions: Array<{ action: PaymentAction, available: boolean, reason: string | null }>, events: { edges: Array<{ node: { id: string, type: PaymentEventType, status: PaymentStatus, createdAt: string, actor: string | null, actorPerson: { id: string, name: string } | null } }> } } | null };

export type PaymentsQueryVariables = Exact<{
  filter?: PaymentFilter | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type PaymentsQuery = { payments: { edges: Array<{ node: { id: string, reference: string, paymentTarget: PaymentTarget, paymentType: PaymentType, effectiveRunMode: PaymentRunMode, idSociete: string, idOrigin: string, idClient: string, idCommande: string, status: PaymentStatus, isFinal: boolean, createdAt: string, amount: { cents: number, currency: string } } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type PeopleQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type PeopleQuery = { people: { edges: Array<{ node: { id: string, name: string, login: string | null, issuer: string | null, roles: Array<string>, status: PersonStatus, createdAt: string, signedInAt: string | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type SessionsQueryVariables = Exact<{
  person?: string | number | null | undefined;
}>;


export type SessionsQuery = { sessions: Array<{ id: string, method: SignInMethod, device: string, createdAt: string, seenAt: string, endsAt: string, isThis: boolean }> };

export const ChangesDocument = /* @__PURE__ */ new TypedDocument<ChangesSubscription, ChangesSubscriptionVariables>('subscription Changes{changes}', { hash: '5b680705e926aacaa9e68c4bce86128f5a4c0a9c2891cf3d9ba79fd50efcb993' });
export const EndSessionDocument = /* @__PURE__ */ new TypedDocument<EndSessionMutation, EndSessionMutationVariables>('mutation EndSession{endSession}', { hash: '5ec3ae19751a092b359568b302ff81cd29e6647b89a1c4abb2d7094c6ff770cb' });
export const EndSessionsDocument = /* @__PURE__ */ new TypedDocument<EndSessionsMutation, EndSessionsMutationVariables>('mutation EndSessions{endSessions}', { hash: '58cfefe273157b9fdc1cb69b6c7d665aa0a0a774f44c497274daa5e3a470e926' });
export const MeDocument = /* @__PURE__ */ new TypedDocument<MeQuery, MeQueryVariables>('query Me{me}', { hash: '13687ac825afa540ede64dd131ae0b27e9001ad8b1e51ed86aa7af918960de33' });
export const PaymentUpdatedDocument = /* @__PURE__ */ new TypedDocument<PaymentUpdatedSubscription, PaymentUpdatedSubscriptionVariables>('subscription PaymentUpdated{paymentUpdated}', { hash: '294b36a0f35a8e447053a4bff270189e0d8e9755d6b7fa3fd715413036e0e980' });
export const PaymentDocument = /* @__PURE__ */ new TypedDocument<PaymentQuery, PaymentQueryVariables>('query Payment{payment}', { hash: 'ac30b62e3646943b4439e7f3a0f1a5725dd30c6a9f2ca14ba1b446acc5e6c7c8' });
export const PaymentsDocument = /* @__PURE__ */ new TypedDocument<PaymentsQuery, PaymentsQueryVariables>('query Payments{payments}', { hash: '74a78ad8d0ffa6c0ad3921ca57ceb6e46aa1e7d2deb0839927b860450375680c' });
export const PeopleDocument = /* @__PURE__ */ new TypedDocument<PeopleQuery, PeopleQueryVariables>('query People{people}', { hash: 'cf56becd7ad1328202a27b0a20c9b4af6c4df657f3531c2af073a768066bde65' });
export const SessionsDocument = /* @__PURE__ */ new TypedDocument<SessionsQuery, SessionsQueryVariables>('query Sessions{sessions}', { hash: 'e56d8ad89a71ba2246d677dba35d47ebcc532082d3d152ba7b22b3e61b5e786c' });