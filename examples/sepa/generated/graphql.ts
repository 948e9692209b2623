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

/** That the debtor's bank knows the mandate. */
export type ActivateMandateInput = {
  /** When it confirmed: needed for a B2B mandate. */
  bankConfirmedOn?: string | null | undefined;
  /** `mdt_…` */
  id: string | number;
};

/** Why a person has to look at something in a file. */
export type BankExceptionKind =
  /** It names several payments. */
  | 'AMBIGUOUS'
  /** The amount is not that of the direct debit. It was not applied; assigned to it, less is a part, and more a surplus. Or the bank takes back another amount than came for a transfer: assigned to it, it is returned. */
  | 'AMOUNT_DIFFERS'
  /** The amount is not that of the debits of the block that were not refused. None was applied: a person says which debit is missing in it, or that the block was collected. */
  | 'BLOCK_DIFFERS'
  /** It contradicts what is recorded of the payment, the block or the batch. A return was not applied; assigned to the payment that the bank names, it is. */
  | 'CONTRADICTION'
  /** The entry contradicts itself: its details are not its amount. It was not applied. */
  | 'ENTRY_FAULT'
  /** Money came after the payment was given up: it is paid now. Look whether the order still stands. */
  | 'LATE'
  /** More than the payment came: it is paid, and the surplus belongs to the customer. */
  | 'OVERPAID'
  /** The bank accepted with a change, says that something came twice, or reports a status or an id that is not known. */
  | 'REPORT_UNCLEAR'
  /** The bank takes back an entry, and nothing says that it is the return of a payment of ours. It was not applied; assigned to a payment, it is. */
  | 'REVERSAL'
  /** The bank's reference was used before, for an entry that is not the same: `differsIn` says in what. It was not applied; assigned to a payment, it is. */
  | 'SAME_REFERENCE'
  /** The statement before this one is not there: `reasonCode` is its number. */
  | 'STATEMENT_MISSING'
  /** Money came for a payment that is paid already: it belongs to the customer. */
  | 'SURPLUS'
  /** Less than the payment came: while it is open, the rest can come. */
  | 'UNDERPAID'
  /** Money came, and nothing says for which payment; or a transfer of the company comes back. */
  | 'UNMATCHED_CREDIT'
  /** Money went, and it is no return of a payment of ours. */
  | 'UNMATCHED_DEBIT'
  /** It names a payment of another société, or of the other run mode. It was not applied. */
  | 'WRONG_ACCOUNT';

/** What to collect. */
export type CreateDirectDebitBatchInput = {
  /** What falls due by then. */
  cutOff: string;
  /** The société that debits. */
  idSociete: string;
  /** The same key and the same request give the same batches. */
  idempotencyKey?: string | null | undefined;
  /** The mode of the debits. */
  runMode: PaymentRunMode;
  /** Of this scheme alone; else of each. */
  scheme?: MandateScheme | null | undefined;
};

/** A mandate for a customer to sign. */
export type CreateMandateInput = {
  /** Who is debited. */
  debtor: MandateDebtorInput;
  /** The customer's number. */
  idClient: string;
  /** The société that debits. */
  idSociete: string;
  /** The same key and the same request give the same mandate. */
  idempotencyKey?: string | null | undefined;
  /** Its reference, where it has one already; else the next one of the société. */
  rum?: string | null | undefined;
  /** Whether it is for real debits. */
  runMode: PaymentRunMode;
  /** Under which rules. */
  scheme: MandateScheme;
  /** How often it may be used; `RECURRENT` by default. */
  type?: MandateType | null | undefined;
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

/** Who is debited. */
export type MandateDebtorInput = {
  /** Needed for accounts outside of the EEA. */
  address?: PostalAddressInput | null | undefined;
  /** Its bank; not needed inside of the EEA. */
  bic?: string | null | undefined;
  /** The account; its check digits and RIB key are checked. */
  iban: string;
  /** As the bank of the account knows it: 70 characters. */
  name: string;
};

/** The rules of the SEPA direct debit. */
export type MandateScheme =
  /** Between businesses (interentreprises): the debtor's bank must know the mandate, and nothing is given back. */
  | 'B2B'
  /** Any debtor can be debited, and has eight weeks to ask the money back. */
  | 'CORE';

/** Where a mandate stands. */
export type MandateStatus =
  /** Debits can be taken under it. */
  | 'ACTIVE'
  /** A mandate for one debit that was used, or one whose last debit was taken. */
  | 'COMPLETED'
  /** Recorded; the debtor has not signed yet. */
  | 'DRAFT'
  /** Not used for 36 months: a new one must be signed. */
  | 'EXPIRED'
  /** Ended by the debtor or by us. */
  | 'REVOKED'
  /** Signed; the debtor's bank has not confirmed yet that it knows the mandate (B2B only). */
  | 'SIGNED'
  /** No debits for the time being. */
  | 'SUSPENDED';

/** How often a mandate may be used. */
export type MandateType =
  /** For one debit only. */
  | 'ONE_OFF'
  /** Again and again, until it ends. */
  | 'RECURRENT';

/** Which batch the bank has. */
export type MarkDirectDebitBatchSubmittedInput = {
  /** `bat_…` */
  id: string | number;
};

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
  /** The bank's answer was lost: it may have done what was asked. */
  | 'OUTCOME_UNKNOWN'
  /** The bank requires details of the payer that are missing. */
  | 'PAYER_DATA_MISSING'
  /** The bank's page is known to be down. */
  | 'PROVIDER_UNAVAILABLE'
  /** This target does not take this type of payment. */
  | 'UNSUPPORTED_PAYMENT';

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

/** A postal address in parts, as SEPA wants it. */
export type PostalAddressInput = {
  /** The number in the street: 16 characters. */
  buildingNumber?: string | null | undefined;
  /** ISO 3166-1 alpha-2. */
  country: string;
  /** Postal code: 16 characters. */
  postalCode?: string | null | undefined;
  /** The street: 70 characters. */
  street?: string | null | undefined;
  /** Town: 35 characters. */
  town: string;
};

/** How the debtor signed. */
export type SignMandateInput = {
  /** SHA-256 of the signed document, in hexadecimal. */
  evidenceDigest?: string | null | undefined;
  /** `mdt_…` */
  id: string | number;
  /** `PAPER`, or the name of an electronic procedure. */
  method: string;
  /** Where. */
  place?: string | null | undefined;
  /** When. */
  signedOn: string;
};

/** What to say of a customer. A field that is left out stays as it is; one that is null is emptied. */
export type UpsertCustomerInput = {
  /** Street and number. */
  address?: string | null | undefined;
  /** City. */
  city?: string | null | undefined;
  /** Country, ISO 3166-1 alpha-2. */
  country?: string | null | undefined;
  /** First name. */
  firstName?: string | null | undefined;
  /** The customer's number, as payments name it. */
  idClient: string;
  /** The société whose customer it is: `1`, `2`, `3` or `6`. */
  idSociete: string;
  /** Last name. */
  lastName?: string | null | undefined;
  /** Phone number in international form, for instance +33612345678. */
  phone?: string | null | undefined;
  /** The version that the change is based on: it is refused where the entry has changed since. */
  version?: number | null | undefined;
  /** Postal code. */
  zipCode?: string | null | undefined;
};

type Refusal_ApprovalRequiredError_Fragment = { code: PaymentErrorCode, message: string, path: Array<string> | null };

type Refusal_IdempotencyConflictError_Fragment = { code: PaymentErrorCode, message: string, path: Array<string> | null };

type Refusal_InvalidInputError_Fragment = { code: PaymentErrorCode, message: string, path: Array<string> | null };

type Refusal_MandateRequiredError_Fragment = { code: PaymentErrorCode, message: string, path: Array<string> | null };

type Refusal_MandateStateError_Fragment = { code: PaymentErrorCode, message: string, path: Array<string> | null };

type Refusal_NotAllowedError_Fragment = { code: PaymentErrorCode, message: string, path: Array<string> | null };

type Refusal_OperationInProgressError_Fragment = { code: PaymentErrorCode, message: string, path: Array<string> | null };

type Refusal_OperationNotPossibleError_Fragment = { code: PaymentErrorCode, message: string, path: Array<string> | null };

type Refusal_OutcomeUnknownError_Fragment = { code: PaymentErrorCode, message: string, path: Array<string> | null };

type Refusal_PayerDataMissingError_Fragment = { code: PaymentErrorCode, message: string, path: Array<string> | null };

type Refusal_ProviderUnavailableError_Fragment = { code: PaymentErrorCode, message: string, path: Array<string> | null };

type Refusal_UnsupportedPaymentError_Fragment = { code: PaymentErrorCode, message: string, path: Array<string> | null };

export type RefusalFragment =
  | Refusal_ApprovalRequiredError_Fragment
  | Refusal_IdempotencyConflictError_Fragment
  | Refusal_InvalidInputError_Fragment
  | Refusal_MandateRequiredError_Fragment
  | Refusal_MandateStateError_Fragment
  | Refusal_NotAllowedError_Fragment
  | Refusal_OperationInProgressError_Fragment
  | Refusal_OperationNotPossibleError_Fragment
  | Refusal_OutcomeUnknownError_Fragment
  | Refusal_PayerDataMissingError_Fragment
  | Refusal_ProviderUnavailableError_Fragment
  | Refusal_UnsupportedPaymentError_Fragment
;

export type KeepCustomerMutationVariables = Exact<{
  input: UpsertCustomerInput;
}>;


export type KeepCustomerMutation = { upsertCustomer:
    | { __typename: 'InvalidInputError', code: PaymentErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'NotAllowedError', code: PaymentErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'UpsertCustomerSuccess' }
   };

export type DrawUpMandateMutationVariables = Exact<{
  input: CreateMandateInput;
}>;


export type DrawUpMandateMutation = { createMandate:
    | { __typename: 'CreateMandateSuccess', mandate: { id: string, rum: string } }
    | { __typename: 'IdempotencyConflictError', code: PaymentErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'InvalidInputError', code: PaymentErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'NotAllowedError', code: PaymentErrorCode, message: string, path: Array<string> | null }
   };

export type SignMandateMutationVariables = Exact<{
  input: SignMandateInput;
}>;


export type SignMandateMutation = { signMandate:
    | { __typename: 'ChangeMandateSuccess' }
    | { __typename: 'InvalidInputError', code: PaymentErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'MandateStateError', code: PaymentErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'NotAllowedError', code: PaymentErrorCode, message: string, path: Array<string> | null }
   };

export type ActivateMandateMutationVariables = Exact<{
  input: ActivateMandateInput;
}>;


export type ActivateMandateMutation = { activateMandate:
    | { __typename: 'ChangeMandateSuccess' }
    | { __typename: 'InvalidInputError', code: PaymentErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'MandateStateError', code: PaymentErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'NotAllowedError', code: PaymentErrorCode, message: string, path: Array<string> | null }
   };

export type InitiateMutationVariables = Exact<{
  input: InitiatePaymentInput;
}>;


export type InitiateMutation = { initiatePayment:
    | { __typename: 'IdempotencyConflictError', code: PaymentErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'InitiatePaymentSuccess', payment: { id: string } }
    | { __typename: 'InvalidInputError', code: PaymentErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'MandateRequiredError', code: PaymentErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'NotAllowedError', code: PaymentErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'PayerDataMissingError', code: PaymentErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'ProviderUnavailableError', code: PaymentErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'UnsupportedPaymentError', code: PaymentErrorCode, message: string, path: Array<string> | null }
   };

export type MakeBatchMutationVariables = Exact<{
  input: CreateDirectDebitBatchInput;
}>;


export type MakeBatchMutation = { createDirectDebitBatch:
    | { __typename: 'CreateDirectDebitBatchSuccess', moreIsDue: boolean, heldBack: Array<{ reason: string }>, batches: Array<{ id: string, idSociete: string, scheme: MandateScheme, debits: number, total: { formatted: string }, file: { name: string, format: string, url: string } }> }
    | { __typename: 'IdempotencyConflictError', code: PaymentErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'InvalidInputError', code: PaymentErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'MandateStateError', code: PaymentErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'NotAllowedError', code: PaymentErrorCode, message: string, path: Array<string> | null }
   };

export type BatchIsSubmittedMutationVariables = Exact<{
  input: MarkDirectDebitBatchSubmittedInput;
}>;


export type BatchIsSubmittedMutation = { markDirectDebitBatchSubmitted:
    | { __typename: 'ChangeDirectDebitBatchSuccess' }
    | { __typename: 'InvalidInputError', code: PaymentErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'MandateStateError', code: PaymentErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'NotAllowedError', code: PaymentErrorCode, message: string, path: Array<string> | null }
   };

export type PaymentStateQueryVariables = Exact<{
  id: string | number;
}>;


export type PaymentStateQuery = { payment: { status: PaymentStatus, directDebit: { mandate: { status: MandateStatus } | null } | null, nextAction:
      | { iban: string, reference: string }
      | Record<PropertyKey, never>
     | null } | null };

export type OpenExceptionsQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type OpenExceptionsQuery = { bankExceptions: { edges: Array<{ node: { kind: BankExceptionKind, remittance: string | null, amount: { cents: number, formatted: string }, payment: { id: string } | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type BalanceQueryVariables = Exact<{
  idSociete: string;
  from: string;
  to: string;
}>;


export type BalanceQuery = { trialBalance:
    | { __typename: 'InvalidInputError', code: PaymentErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'NotAllowedError', code: PaymentErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'TrialBalance', isComplete: boolean, debit: { cents: number }, credit: { cents: number }, accounts: Array<{ account: string, balance: { cents: number } }> }
   };

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
export const RefusalFragmentDoc = new TypedDocumentString(`
    fragment Refusal on PaymentError {
  code
  message
  path
}
    `, {"fragmentName":"Refusal"}) as unknown as TypedDocumentString<RefusalFragment, unknown>;
export const KeepCustomerDocument = new TypedDocumentString(`
    mutation KeepCustomer($input: UpsertCustomerInput!) {
  upsertCustomer(input: $input) {
    __typename
    ...Refusal
  }
}
    fragment Refusal on PaymentError {
  code
  message
  path
}`) as unknown as TypedDocumentString<KeepCustomerMutation, KeepCustomerMutationVariables>;
export const DrawUpMandateDocument = new TypedDocumentString(`
    mutation DrawUpMandate($input: CreateMandateInput!) {
  createMandate(input: $input) {
    __typename
    ...Refusal
    ... on CreateMandateSuccess {
      mandate {
        id
        rum
      }
    }
  }
}
    fragment Refusal on PaymentError {
  code
  message
  path
}`) as unknown as TypedDocumentString<DrawUpMandateMutation, DrawUpMandateMutationVariables>;
export const SignMandateDocument = new TypedDocumentString(`
    mutation SignMandate($input: SignMandateInput!) {
  signMandate(input: $input) {
    __typename
    ...Refusal
  }
}
    fragment Refusal on PaymentError {
  code
  message
  path
}`) as unknown as TypedDocumentString<SignMandateMutation, SignMandateMutationVariables>;
export const ActivateMandateDocument = new TypedDocumentString(`
    mutation ActivateMandate($input: ActivateMandateInput!) {
  activateMandate(input: $input) {
    __typename
    ...Refusal
  }
}
    fragment Refusal on PaymentError {
  code
  message
  path
}`) as unknown as TypedDocumentString<ActivateMandateMutation, ActivateMandateMutationVariables>;
export const InitiateDocument = new TypedDocumentString(`
    mutation Initiate($input: InitiatePaymentInput!) {
  initiatePayment(input: $input) {
    __typename
    ...Refusal
    ... on InitiatePaymentSuccess {
      payment {
        id
      }
    }
  }
}
    fragment Refusal on PaymentError {
  code
  message
  path
}`) as unknown as TypedDocumentString<InitiateMutation, InitiateMutationVariables>;
export const MakeBatchDocument = new TypedDocumentString(`
    mutation MakeBatch($input: CreateDirectDebitBatchInput!) {
  createDirectDebitBatch(input: $input) {
    __typename
    ...Refusal
    ... on CreateDirectDebitBatchSuccess {
      moreIsDue
      heldBack {
        reason
      }
      batches {
        id
        idSociete
        scheme
        debits
        total {
          formatted(locale: "en-GB")
        }
        file {
          name
          format
          url
        }
      }
    }
  }
}
    fragment Refusal on PaymentError {
  code
  message
  path
}`) as unknown as TypedDocumentString<MakeBatchMutation, MakeBatchMutationVariables>;
export const BatchIsSubmittedDocument = new TypedDocumentString(`
    mutation BatchIsSubmitted($input: MarkDirectDebitBatchSubmittedInput!) {
  markDirectDebitBatchSubmitted(input: $input) {
    __typename
    ...Refusal
  }
}
    fragment Refusal on PaymentError {
  code
  message
  path
}`) as unknown as TypedDocumentString<BatchIsSubmittedMutation, BatchIsSubmittedMutationVariables>;
export const PaymentStateDocument = new TypedDocumentString(`
    query PaymentState($id: ID!) {
  payment(id: $id) {
    status
    directDebit {
      mandate {
        status
      }
    }
    nextAction {
      ... on BankTransferAction {
        iban
        reference
      }
    }
  }
}
    `) as unknown as TypedDocumentString<PaymentStateQuery, PaymentStateQueryVariables>;
export const OpenExceptionsDocument = new TypedDocumentString(`
    query OpenExceptions($first: Int, $after: String) {
  bankExceptions(filter: { status: OPEN }, first: $first, after: $after) {
    edges {
      node {
        kind
        remittance
        amount {
          cents
          formatted(locale: "en-GB")
        }
        payment {
          id
        }
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<OpenExceptionsQuery, OpenExceptionsQueryVariables>;
export const BalanceDocument = new TypedDocumentString(`
    query Balance($idSociete: String!, $from: Date!, $to: Date!) {
  trialBalance(idSociete: $idSociete, runMode: TEST, from: $from, to: $to) {
    __typename
    ...Refusal
    ... on TrialBalance {
      isComplete
      debit {
        cents
      }
      credit {
        cents
      }
      accounts {
        account
        balance {
          cents
        }
      }
    }
  }
}
    fragment Refusal on PaymentError {
  code
  message
  path
}`) as unknown as TypedDocumentString<BalanceQuery, BalanceQueryVariables>;