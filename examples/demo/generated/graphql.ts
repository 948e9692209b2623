/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
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

/** What changes; what is left out stays. */
export type AmendMandateInput = {
  /** A new address. */
  address?: PostalAddressInput | null | undefined;
  /** The account's bank; null takes it off. */
  bic?: string | null | undefined;
  /** The debtor's new name. */
  debtorName?: string | null | undefined;
  /** True: the next debit is the last one (`FNAL`). */
  endsWithNext?: boolean | null | undefined;
  /** A new account. A B2B mandate waits for the new bank then (`activateMandate`). */
  iban?: string | null | undefined;
  /** `mdt_…` */
  id: string | number;
  /** A new reference. */
  rum?: string | null | undefined;
  /** True: the creditor's name and identifier (ICS) become those of the société's config. */
  takesCreditorOfConfig?: boolean | null | undefined;
};

/** What a second person decides. */
export type ApprovalDecision =
  /** It is carried out: the bank is asked to give the money back, or the change is made. */
  | 'APPROVE'
  /** Nothing is done. */
  | 'REFUSE';

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

/** How far a file of a bank has come. */
export type BankFileStatus =
  /** Nothing of it is applied before another client than the one that brought it, or a person at the server, confirms it. */
  | 'AWAITS_CONFIRMATION'
  /** Every entry was applied, or is an exception. */
  | 'IMPORTED'
  /** It was read to its end and is believed; its entries are being applied. */
  | 'IMPORTING'
  /** It is stored, and not read yet. */
  | 'RECEIVED'
  /** It is not believed, or was rejected, and nothing of it was applied; `reason` names the place, or says why. */
  | 'REFUSED';

/** What a person decided. */
export type BankResolution =
  /** It belongs to this payment, and was applied to it. Of a block: this debit is missing in the sum, and refused. */
  | 'ASSIGNED'
  /** The bank credited the block: its debits that were not refused are paid. What the sum has beside them stays in suspense, what it lacks is the fee of the bank. */
  | 'COLLECTED'
  /** It was dealt with outside of the gateway: nothing is applied. */
  | 'HANDLED';

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

/** A decision. */
export type DecideApprovalInput = {
  /** What is decided. */
  decision: ApprovalDecision;
  /** The approval: `apr_…`. */
  id: string | number;
  /** Why, for the record. No data of the customer. */
  reason: string;
};

/** A file of a bank: camt.053, camt.054 or pain.002. */
export type ImportBankFileInput = {
  /** The file: its text where it is in UTF-8, else its bytes in base64. Within the limit of a request; larger files go to `POST /bank-files`. */
  content: string;
  /** What it is called. */
  name: string;
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

/** Money to give back. */
export type RefundPaymentInput = {
  /** In cents; left out, all that can still be given back. */
  amount?: string | number | null | undefined;
  /** The payment: `pay_…`. */
  id: string | number;
  /** The same key and the same request are the same operation, which is never done twice. Also as the header `Idempotency-Key`. */
  idempotencyKey?: string | null | undefined;
};

/** What was decided about an exception. */
export type ResolveBankExceptionInput = {
  /** `bkx_…` */
  id: string | number;
  /** `pay_…`: with `ASSIGNED`, whose money it is. */
  payment?: string | number | null | undefined;
  /** Why, in 3 to 500 characters. It is kept with your name. */
  reason: string;
  /** What was decided. */
  resolution: BankResolution;
  /** With `SAME_REFERENCE`: true where the entry that counted before is not the bank's. The payment that it paid is `RETURNED`. */
  takeBackCounted?: boolean | null | undefined;
};

/** Which mandate. */
export type ResumeMandateInput = {
  /** `mdt_…` */
  id: string | number;
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

/** Which mandate, and why. */
export type StopMandateInput = {
  /** `mdt_…` */
  id: string | number;
  /** A code for its story: capital letters, digits and `_`, for instance `MOVED`. */
  reason?: string | null | undefined;
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

type Refused_ApprovalRequiredError_Fragment = { code: PaymentErrorCode, message: string, path: Array<string> | null };

type Refused_IdempotencyConflictError_Fragment = { code: PaymentErrorCode, message: string, path: Array<string> | null };

type Refused_InvalidInputError_Fragment = { code: PaymentErrorCode, message: string, path: Array<string> | null };

type Refused_MandateRequiredError_Fragment = { code: PaymentErrorCode, message: string, path: Array<string> | null };

type Refused_MandateStateError_Fragment = { code: PaymentErrorCode, message: string, path: Array<string> | null };

type Refused_NotAllowedError_Fragment = { code: PaymentErrorCode, message: string, path: Array<string> | null };

type Refused_OperationInProgressError_Fragment = { code: PaymentErrorCode, message: string, path: Array<string> | null };

type Refused_OperationNotPossibleError_Fragment = { code: PaymentErrorCode, message: string, path: Array<string> | null };

type Refused_OutcomeUnknownError_Fragment = { code: PaymentErrorCode, message: string, path: Array<string> | null };

type Refused_PayerDataMissingError_Fragment = { code: PaymentErrorCode, message: string, path: Array<string> | null };

type Refused_ProviderUnavailableError_Fragment = { code: PaymentErrorCode, message: string, path: Array<string> | null };

type Refused_UnsupportedPaymentError_Fragment = { code: PaymentErrorCode, message: string, path: Array<string> | null };

export type RefusedFragment =
  | Refused_ApprovalRequiredError_Fragment
  | Refused_IdempotencyConflictError_Fragment
  | Refused_InvalidInputError_Fragment
  | Refused_MandateRequiredError_Fragment
  | Refused_MandateStateError_Fragment
  | Refused_NotAllowedError_Fragment
  | Refused_OperationInProgressError_Fragment
  | Refused_OperationNotPossibleError_Fragment
  | Refused_OutcomeUnknownError_Fragment
  | Refused_PayerDataMissingError_Fragment
  | Refused_ProviderUnavailableError_Fragment
  | Refused_UnsupportedPaymentError_Fragment
;

export type InitiateMutationVariables = Exact<{
  input: InitiatePaymentInput;
}>;


export type InitiateMutation = { initiatePayment:
    | { __typename: 'IdempotencyConflictError', code: PaymentErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'InitiatePaymentSuccess', payment: { id: string, reference: string, nextAction:
          | { __typename: 'BankTransferAction', iban: string, reference: string }
          | { __typename: 'RedirectAction', url: string, fields: Array<{ name: string, value: string }> }
         | null } }
    | { __typename: 'InvalidInputError', code: PaymentErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'MandateRequiredError', code: PaymentErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'NotAllowedError', code: PaymentErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'PayerDataMissingError', code: PaymentErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'ProviderUnavailableError', code: PaymentErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'UnsupportedPaymentError', code: PaymentErrorCode, message: string, path: Array<string> | null }
   };

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

export type AmendMandateMutationVariables = Exact<{
  input: AmendMandateInput;
}>;


export type AmendMandateMutation = { amendMandate:
    | { __typename: 'ApprovalRequiredError', code: PaymentErrorCode, message: string, path: Array<string> | null, approval: { id: string } }
    | { __typename: 'ChangeMandateSuccess' }
    | { __typename: 'InvalidInputError', code: PaymentErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'MandateStateError', code: PaymentErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'NotAllowedError', code: PaymentErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'OperationNotPossibleError', code: PaymentErrorCode, message: string, path: Array<string> | null }
   };

export type ResumeMandateMutationVariables = Exact<{
  input: ResumeMandateInput;
}>;


export type ResumeMandateMutation = { resumeMandate:
    | { __typename: 'ChangeMandateSuccess' }
    | { __typename: 'InvalidInputError', code: PaymentErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'MandateStateError', code: PaymentErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'NotAllowedError', code: PaymentErrorCode, message: string, path: Array<string> | null }
   };

export type RevokeMandateMutationVariables = Exact<{
  input: StopMandateInput;
}>;


export type RevokeMandateMutation = { revokeMandate:
    | { __typename: 'ChangeMandateSuccess' }
    | { __typename: 'InvalidInputError', code: PaymentErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'MandateStateError', code: PaymentErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'NotAllowedError', code: PaymentErrorCode, message: string, path: Array<string> | null }
   };

export type RefundMutationVariables = Exact<{
  input: RefundPaymentInput;
}>;


export type RefundMutation = { refundPayment:
    | { __typename: 'ApprovalRequiredError', code: PaymentErrorCode, message: string, path: Array<string> | null, approval: { id: string } }
    | { __typename: 'IdempotencyConflictError', code: PaymentErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'InvalidInputError', code: PaymentErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'NotAllowedError', code: PaymentErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'OperationInProgressError', code: PaymentErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'OperationNotPossibleError', code: PaymentErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'OutcomeUnknownError', code: PaymentErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'ProviderUnavailableError', code: PaymentErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'RefundPaymentSuccess' }
   };

export type CancelMutationVariables = Exact<{
  input: CancelPaymentInput;
}>;


export type CancelMutation = { cancelPayment:
    | { __typename: 'CancelPaymentSuccess' }
    | { __typename: 'IdempotencyConflictError', code: PaymentErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'InvalidInputError', code: PaymentErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'NotAllowedError', code: PaymentErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'OperationInProgressError', code: PaymentErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'OperationNotPossibleError', code: PaymentErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'OutcomeUnknownError', code: PaymentErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'ProviderUnavailableError', code: PaymentErrorCode, message: string, path: Array<string> | null }
   };

export type CaptureMutationVariables = Exact<{
  input: CapturePaymentInput;
}>;


export type CaptureMutation = { capturePayment:
    | { __typename: 'CapturePaymentSuccess' }
    | { __typename: 'IdempotencyConflictError', code: PaymentErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'InvalidInputError', code: PaymentErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'NotAllowedError', code: PaymentErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'OperationInProgressError', code: PaymentErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'OperationNotPossibleError', code: PaymentErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'OutcomeUnknownError', code: PaymentErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'ProviderUnavailableError', code: PaymentErrorCode, message: string, path: Array<string> | null }
   };

export type DecideMutationVariables = Exact<{
  input: DecideApprovalInput;
}>;


export type DecideMutation = { decideApproval:
    | { __typename: 'DecideApprovalSuccess' }
    | { __typename: 'IdempotencyConflictError', code: PaymentErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'InvalidInputError', code: PaymentErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'MandateStateError', code: PaymentErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'NotAllowedError', code: PaymentErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'OperationInProgressError', code: PaymentErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'OperationNotPossibleError', code: PaymentErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'OutcomeUnknownError', code: PaymentErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'ProviderUnavailableError', code: PaymentErrorCode, message: string, path: Array<string> | null }
   };

export type MakeBatchMutationVariables = Exact<{
  input: CreateDirectDebitBatchInput;
}>;


export type MakeBatchMutation = { createDirectDebitBatch:
    | { __typename: 'CreateDirectDebitBatchSuccess', batches: Array<{ id: string }> }
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

export type ImportFileMutationVariables = Exact<{
  input: ImportBankFileInput;
}>;


export type ImportFileMutation = { importBankFile:
    | { __typename: 'ImportBankFileSuccess', bankFile: { status: BankFileStatus, reason: string | null } }
    | { __typename: 'InvalidInputError', code: PaymentErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'NotAllowedError', code: PaymentErrorCode, message: string, path: Array<string> | null }
   };

export type OpenExceptionsQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type OpenExceptionsQuery = { bankExceptions: { edges: Array<{ node: { id: string, kind: BankExceptionKind, openedAt: string, counterparty: string | null, suggestions: Array<{ id: string, status: PaymentStatus, amount: { cents: number } }> } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type ResolveExceptionMutationVariables = Exact<{
  input: ResolveBankExceptionInput;
}>;


export type ResolveExceptionMutation = { resolveBankException:
    | { __typename: 'InvalidInputError', code: PaymentErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'NotAllowedError', code: PaymentErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'ResolveBankExceptionSuccess' }
   };

export type TotalsQueryVariables = Exact<{ [key: string]: never; }>;


export type TotalsQuery = { paymentTotals: Array<{ status: PaymentStatus | null, count: number, amount: { cents: number } | null }> };

export const RefusedFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Refused"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PaymentError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]} as unknown as DocumentNode<RefusedFragment, unknown>;
export const InitiateDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"Initiate"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"InitiatePaymentInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"initiatePayment"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"Refused"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"InitiatePaymentSuccess"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"payment"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"reference"}},{"kind":"Field","name":{"kind":"Name","value":"nextAction"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"RedirectAction"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"fields"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"value"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BankTransferAction"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"iban"}},{"kind":"Field","name":{"kind":"Name","value":"reference"}}]}}]}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Refused"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PaymentError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]} as unknown as DocumentNode<InitiateMutation, InitiateMutationVariables>;
export const KeepCustomerDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"KeepCustomer"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UpsertCustomerInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"upsertCustomer"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"Refused"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Refused"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PaymentError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]} as unknown as DocumentNode<KeepCustomerMutation, KeepCustomerMutationVariables>;
export const DrawUpMandateDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"DrawUpMandate"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateMandateInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createMandate"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"Refused"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CreateMandateSuccess"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"mandate"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"rum"}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Refused"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PaymentError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]} as unknown as DocumentNode<DrawUpMandateMutation, DrawUpMandateMutationVariables>;
export const SignMandateDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SignMandate"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SignMandateInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"signMandate"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"Refused"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Refused"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PaymentError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]} as unknown as DocumentNode<SignMandateMutation, SignMandateMutationVariables>;
export const ActivateMandateDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ActivateMandate"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ActivateMandateInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"activateMandate"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"Refused"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Refused"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PaymentError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]} as unknown as DocumentNode<ActivateMandateMutation, ActivateMandateMutationVariables>;
export const AmendMandateDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"AmendMandate"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"AmendMandateInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amendMandate"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"Refused"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ApprovalRequiredError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"approval"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Refused"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PaymentError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]} as unknown as DocumentNode<AmendMandateMutation, AmendMandateMutationVariables>;
export const ResumeMandateDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ResumeMandate"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ResumeMandateInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"resumeMandate"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"Refused"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Refused"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PaymentError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]} as unknown as DocumentNode<ResumeMandateMutation, ResumeMandateMutationVariables>;
export const RevokeMandateDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RevokeMandate"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"StopMandateInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"revokeMandate"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"Refused"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Refused"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PaymentError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]} as unknown as DocumentNode<RevokeMandateMutation, RevokeMandateMutationVariables>;
export const RefundDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"Refund"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RefundPaymentInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"refundPayment"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"Refused"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ApprovalRequiredError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"approval"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Refused"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PaymentError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]} as unknown as DocumentNode<RefundMutation, RefundMutationVariables>;
export const CancelDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"Cancel"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CancelPaymentInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cancelPayment"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"Refused"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Refused"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PaymentError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]} as unknown as DocumentNode<CancelMutation, CancelMutationVariables>;
export const CaptureDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"Capture"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CapturePaymentInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"capturePayment"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"Refused"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Refused"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PaymentError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]} as unknown as DocumentNode<CaptureMutation, CaptureMutationVariables>;
export const DecideDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"Decide"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"DecideApprovalInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"decideApproval"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"Refused"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Refused"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PaymentError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]} as unknown as DocumentNode<DecideMutation, DecideMutationVariables>;
export const MakeBatchDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"MakeBatch"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateDirectDebitBatchInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createDirectDebitBatch"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"Refused"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CreateDirectDebitBatchSuccess"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"batches"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Refused"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PaymentError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]} as unknown as DocumentNode<MakeBatchMutation, MakeBatchMutationVariables>;
export const BatchIsSubmittedDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"BatchIsSubmitted"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"MarkDirectDebitBatchSubmittedInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"markDirectDebitBatchSubmitted"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"Refused"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Refused"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PaymentError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]} as unknown as DocumentNode<BatchIsSubmittedMutation, BatchIsSubmittedMutationVariables>;
export const ImportFileDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ImportFile"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ImportBankFileInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"importBankFile"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"Refused"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ImportBankFileSuccess"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"bankFile"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Refused"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PaymentError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]} as unknown as DocumentNode<ImportFileMutation, ImportFileMutationVariables>;
export const OpenExceptionsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"OpenExceptions"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"bankExceptions"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"status"},"value":{"kind":"EnumValue","value":"OPEN"}}]}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"openedAt"}},{"kind":"Field","name":{"kind":"Name","value":"counterparty"}},{"kind":"Field","name":{"kind":"Name","value":"suggestions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"amount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cents"}}]}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]} as unknown as DocumentNode<OpenExceptionsQuery, OpenExceptionsQueryVariables>;
export const ResolveExceptionDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ResolveException"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ResolveBankExceptionInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"resolveBankException"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"Refused"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Refused"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PaymentError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]} as unknown as DocumentNode<ResolveExceptionMutation, ResolveExceptionMutationVariables>;
export const TotalsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Totals"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"paymentTotals"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"by"},"value":{"kind":"ListValue","values":[{"kind":"EnumValue","value":"STATUS"}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"count"}},{"kind":"Field","name":{"kind":"Name","value":"amount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cents"}}]}}]}}]}}]} as unknown as DocumentNode<TotalsQuery, TotalsQueryVariables>;