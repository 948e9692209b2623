/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
export type AccountingInput = {
  date?: string | null | undefined;
  means?: AccountingMeans | null | undefined;
  operator?: string | null | undefined;
  pieceReference?: string | null | undefined;
};

export type AccountingMeans =
  | 'CARD'
  | 'CASH'
  | 'CHEQUE'
  | 'DIRECT_DEBIT'
  | 'OFFSET'
  | 'OTHER'
  | 'TRANSFER';

export type ActivateMandateInput = {
  bankConfirmedOn?: string | null | undefined;
  id: string | number;
};

export type BankExceptionKind =
  | 'AMBIGUOUS'
  | 'AMOUNT_DIFFERS'
  | 'BLOCK_DIFFERS'
  | 'CONTRADICTION'
  | 'ENTRY_FAULT'
  | 'LATE'
  | 'OVERPAID'
  | 'REPORT_UNCLEAR'
  | 'REVERSAL'
  | 'SAME_REFERENCE'
  | 'STATEMENT_MISSING'
  | 'SURPLUS'
  | 'UNDERPAID'
  | 'UNMATCHED_CREDIT'
  | 'UNMATCHED_DEBIT'
  | 'WRONG_ACCOUNT';

export type CreateDirectDebitBatchInput = {
  cutOff: string;
  idSociete: string;
  idempotencyKey?: string | null | undefined;
  runMode: PaymentRunMode;
  scheme?: MandateScheme | null | undefined;
};

export type CreateMandateInput = {
  debtor: MandateDebtorInput;
  idClient: string;
  idSociete: string;
  idempotencyKey?: string | null | undefined;
  rum?: string | null | undefined;
  runMode: PaymentRunMode;
  scheme: MandateScheme;
  type?: MandateType | null | undefined;
};

export type InitiatePaymentInput = {
  accounting?: AccountingInput | null | undefined;
  amount: string | number;
  capture?: PaymentCapture | null | undefined;
  commentaire?: string | null | undefined;
  email: string;
  idClient: string;
  idCommande?: string;
  idOrigin: string;
  idSociete: string;
  idempotencyKey?: string | null | undefined;
  mandate?: string | null | undefined;
  payer?: PayerInput | null | undefined;
  paymentRunMode: PaymentRunMode;
  paymentTarget: PaymentTarget;
  paymentType: PaymentType;
  returnUrl?: string | null | undefined;
  typePaiement?: PaymentType | null | undefined;
};

export type MandateDebtorInput = {
  address?: PostalAddressInput | null | undefined;
  bic?: string | null | undefined;
  iban: string;
  name: string;
};

export type MandateScheme =
  | 'B2B'
  | 'CORE';

export type MandateStatus =
  | 'ACTIVE'
  | 'COMPLETED'
  | 'DRAFT'
  | 'EXPIRED'
  | 'REVOKED'
  | 'SIGNED'
  | 'SUSPENDED';

export type MandateType =
  | 'ONE_OFF'
  | 'RECURRENT';

export type MarkDirectDebitBatchSubmittedInput = {
  id: string | number;
};

export type PayerInput = {
  address?: string | null | undefined;
  city?: string | null | undefined;
  country?: string | null | undefined;
  firstName?: string | null | undefined;
  lastName?: string | null | undefined;
  phone?: string | null | undefined;
  zipCode?: string | null | undefined;
};

export type PaymentCapture =
  | 'LATER'
  | 'NOW';

export type PaymentErrorCode =
  | 'APPROVAL_REQUIRED'
  | 'IDEMPOTENCY_CONFLICT'
  | 'INVALID_INPUT'
  | 'MANDATE_REQUIRED'
  | 'MANDATE_STATE'
  | 'NOT_ALLOWED'
  | 'OPERATION_IN_PROGRESS'
  | 'OPERATION_NOT_POSSIBLE'
  | 'OUTCOME_UNKNOWN'
  | 'PAYER_DATA_MISSING'
  | 'PROVIDER_UNAVAILABLE'
  | 'UNSUPPORTED_PAYMENT';

export type PaymentRunMode =
  | 'FORCE_LIVE'
  | 'LIVE'
  | 'TEST';

export type PaymentStatus =
  | 'AUTHORIZED'
  | 'CANCELLED'
  | 'EXPIRED'
  | 'FAILED'
  | 'NEEDS_REVIEW'
  | 'PAID'
  | 'PARTIALLY_REFUNDED'
  | 'PENDING'
  | 'REFUNDED'
  | 'REFUSED'
  | 'REQUIRES_ACTION'
  | 'RETURNED'
  | 'SUBMITTED';

export type PaymentTarget =
  | 'LABANQUEPOSTALE'
  | 'MILLIET'
  | 'PAYBOX';

export type PaymentType =
  | 'AMEX'
  | 'CB'
  | 'COMPTABILITE'
  | 'DIRECT_SEPA'
  | 'SEPA';

export type PostalAddressInput = {
  buildingNumber?: string | null | undefined;
  country: string;
  postalCode?: string | null | undefined;
  street?: string | null | undefined;
  town: string;
};

export type SignMandateInput = {
  evidenceDigest?: string | null | undefined;
  id: string | number;
  method: string;
  place?: string | null | undefined;
  signedOn: string;
};

export type UpsertCustomerInput = {
  address?: string | null | undefined;
  city?: string | null | undefined;
  country?: string | null | undefined;
  firstName?: string | null | undefined;
  idClient: string;
  idSociete: string;
  lastName?: string | null | undefined;
  phone?: string | null | undefined;
  version?: number | null | undefined;
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