/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
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

export type AmendMandateInput = {
  address?: PostalAddressInput | null | undefined;
  bic?: string | null | undefined;
  debtorName?: string | null | undefined;
  endsWithNext?: boolean | null | undefined;
  iban?: string | null | undefined;
  id: string | number;
  rum?: string | null | undefined;
  takesCreditorOfConfig?: boolean | null | undefined;
};

export type ApprovalDecision =
  | 'APPROVE'
  | 'REFUSE';

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

export type BankFileStatus =
  | 'AWAITS_CONFIRMATION'
  | 'IMPORTED'
  | 'IMPORTING'
  | 'RECEIVED'
  | 'REFUSED';

export type BankResolution =
  | 'ASSIGNED'
  | 'COLLECTED'
  | 'HANDLED';

export type CancelPaymentInput = {
  id: string | number;
  idempotencyKey?: string | null | undefined;
};

export type CapturePaymentInput = {
  id: string | number;
  idempotencyKey?: string | null | undefined;
};

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

export type DecideApprovalInput = {
  decision: ApprovalDecision;
  id: string | number;
  reason: string;
};

export type ImportBankFileInput = {
  content: string;
  name: string;
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

export type RefundPaymentInput = {
  amount?: string | number | null | undefined;
  id: string | number;
  idempotencyKey?: string | null | undefined;
};

export type ResolveBankExceptionInput = {
  id: string | number;
  payment?: string | number | null | undefined;
  reason: string;
  resolution: BankResolution;
  takeBackCounted?: boolean | null | undefined;
};

export type ResumeMandateInput = {
  id: string | number;
};

export type SignMandateInput = {
  evidenceDigest?: string | null | undefined;
  id: string | number;
  method: string;
  place?: string | null | undefined;
  signedOn: string;
};

export type StopMandateInput = {
  id: string | number;
  reason?: string | null | undefined;
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
    | { __typename: 'CreateDirectDebitBatchSuccess', moreIsDue: boolean, heldBack: Array<{ reason: string }>, batches: Array<{ id: string, scheme: MandateScheme, debits: number, total: { formatted: string }, file: { name: string, format: string, url: string } }> }
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


export type OpenExceptionsQuery = { bankExceptions: { edges: Array<{ node: { id: string, kind: BankExceptionKind, openedAt: string, amount: { cents: number }, payment: { status: PaymentStatus } | null, suggestions: Array<{ id: string, status: PaymentStatus }> } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type ResolveExceptionMutationVariables = Exact<{
  input: ResolveBankExceptionInput;
}>;


export type ResolveExceptionMutation = { resolveBankException:
    | { __typename: 'InvalidInputError', code: PaymentErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'NotAllowedError', code: PaymentErrorCode, message: string, path: Array<string> | null }
    | { __typename: 'ResolveBankExceptionSuccess' }
   };

export type PaymentStateQueryVariables = Exact<{
  id: string | number;
}>;


export type PaymentStateQuery = { payment: { status: PaymentStatus, directDebit: { mandate: { status: MandateStatus } | null } | null, nextAction:
      | { iban: string, reference: string }
      | Record<PropertyKey, never>
     | null } | null };

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
export const MakeBatchDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"MakeBatch"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateDirectDebitBatchInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createDirectDebitBatch"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"Refused"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CreateDirectDebitBatchSuccess"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"moreIsDue"}},{"kind":"Field","name":{"kind":"Name","value":"heldBack"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}},{"kind":"Field","name":{"kind":"Name","value":"batches"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"scheme"}},{"kind":"Field","name":{"kind":"Name","value":"debits"}},{"kind":"Field","name":{"kind":"Name","value":"total"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"formatted"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"locale"},"value":{"kind":"StringValue","value":"en-GB","block":false}}]}]}},{"kind":"Field","name":{"kind":"Name","value":"file"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"format"}},{"kind":"Field","name":{"kind":"Name","value":"url"}}]}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Refused"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PaymentError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]} as unknown as DocumentNode<MakeBatchMutation, MakeBatchMutationVariables>;
export const BatchIsSubmittedDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"BatchIsSubmitted"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"MarkDirectDebitBatchSubmittedInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"markDirectDebitBatchSubmitted"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"Refused"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Refused"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PaymentError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]} as unknown as DocumentNode<BatchIsSubmittedMutation, BatchIsSubmittedMutationVariables>;
export const ImportFileDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ImportFile"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ImportBankFileInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"importBankFile"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"Refused"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ImportBankFileSuccess"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"bankFile"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Refused"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PaymentError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]} as unknown as DocumentNode<ImportFileMutation, ImportFileMutationVariables>;
export const OpenExceptionsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"OpenExceptions"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"bankExceptions"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"status"},"value":{"kind":"EnumValue","value":"OPEN"}}]}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"openedAt"}},{"kind":"Field","name":{"kind":"Name","value":"amount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cents"}}]}},{"kind":"Field","name":{"kind":"Name","value":"payment"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}}]}},{"kind":"Field","name":{"kind":"Name","value":"suggestions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]} as unknown as DocumentNode<OpenExceptionsQuery, OpenExceptionsQueryVariables>;
export const ResolveExceptionDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ResolveException"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ResolveBankExceptionInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"resolveBankException"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"Refused"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Refused"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PaymentError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]} as unknown as DocumentNode<ResolveExceptionMutation, ResolveExceptionMutationVariables>;
export const PaymentStateDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"PaymentState"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"payment"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"directDebit"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"mandate"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"nextAction"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BankTransferAction"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"iban"}},{"kind":"Field","name":{"kind":"Name","value":"reference"}}]}}]}}]}}]}}]} as unknown as DocumentNode<PaymentStateQuery, PaymentStateQueryVariables>;
export const BalanceDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Balance"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"idSociete"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"from"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Date"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"to"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Date"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"trialBalance"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"idSociete"},"value":{"kind":"Variable","name":{"kind":"Name","value":"idSociete"}}},{"kind":"Argument","name":{"kind":"Name","value":"runMode"},"value":{"kind":"EnumValue","value":"TEST"}},{"kind":"Argument","name":{"kind":"Name","value":"from"},"value":{"kind":"Variable","name":{"kind":"Name","value":"from"}}},{"kind":"Argument","name":{"kind":"Name","value":"to"},"value":{"kind":"Variable","name":{"kind":"Name","value":"to"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"Refused"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"TrialBalance"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"isComplete"}},{"kind":"Field","name":{"kind":"Name","value":"debit"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cents"}}]}},{"kind":"Field","name":{"kind":"Name","value":"credit"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cents"}}]}},{"kind":"Field","name":{"kind":"Name","value":"accounts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"account"}},{"kind":"Field","name":{"kind":"Name","value":"balance"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cents"}}]}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Refused"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PaymentError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]} as unknown as DocumentNode<BalanceQuery, BalanceQueryVariables>;
export const TotalsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Totals"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"paymentTotals"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"by"},"value":{"kind":"ListValue","values":[{"kind":"EnumValue","value":"STATUS"}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"count"}},{"kind":"Field","name":{"kind":"Name","value":"amount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cents"}}]}}]}}]}}]} as unknown as DocumentNode<TotalsQuery, TotalsQueryVariables>;