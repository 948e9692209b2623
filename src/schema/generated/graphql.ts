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

export type PayerField =
  | 'address'
  | 'city'
  | 'country'
  | 'firstName'
  | 'lastName'
  | 'phone'
  | 'zipCode';

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

export type RetryAdvice =
  | 'CHECK_STATUS_FIRST'
  | 'DO_NOT_RETRY'
  | 'FIX_INPUT'
  | 'RETRY_SAME_KEY';

export type LegacyInitiatePaymentMutationVariables = Exact<{
  input: InitiatePaymentInput;
}>;


export type LegacyInitiatePaymentMutation = { initiatePayment:
    | { __typename: 'IdempotencyConflictError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string }
    | { __typename: 'InitiatePaymentSuccess', replayed: boolean, payment: { id: string, reference: string, status: PaymentStatus, paymentUrl: string | null, paymentTarget: PaymentTarget, paymentRunMode: PaymentRunMode, effectiveRunMode: PaymentRunMode, paymentType: PaymentType, idOrigin: string, idSociete: string, idClient: string, idCommande: string, typePaiement: PaymentType, email: string, commentaire: string | null, amount: { cents: number, currency: string }, nextAction:
          | { __typename: 'BankTransferAction', iban: string, bic: string, creditorName: string, reference: string, amount: { cents: number } }
          | { __typename: 'RedirectAction', method: string, url: string, values: Readonly<Record<string, string>> }
         | null } }
    | { __typename: 'InvalidInputError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string, issues: Array<{ path: Array<string>, message: string }> }
    | { __typename: 'MandateRequiredError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string }
    | { __typename: 'NotAllowedError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string }
    | { __typename: 'PayerDataMissingError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string, missingFields: Array<PayerField> }
    | { __typename: 'ProviderUnavailableError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string }
    | { __typename: 'UnsupportedPaymentError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string, allowed: Array<{ paymentTarget: PaymentTarget, paymentType: PaymentType }> }
   };

export type LegacyPaymentFragment = { id: string, reference: string, status: PaymentStatus, paymentUrl: string | null, paymentTarget: PaymentTarget, paymentRunMode: PaymentRunMode, effectiveRunMode: PaymentRunMode, paymentType: PaymentType, idOrigin: string, idSociete: string, idClient: string, idCommande: string, typePaiement: PaymentType, email: string, commentaire: string | null, amount: { cents: number, currency: string }, nextAction:
    | { __typename: 'BankTransferAction', iban: string, bic: string, creditorName: string, reference: string, amount: { cents: number } }
    | { __typename: 'RedirectAction', method: string, url: string, values: Readonly<Record<string, string>> }
   | null };

export type LegacyPaymentStatusQueryVariables = Exact<{
  reference: string;
}>;


export type LegacyPaymentStatusQuery = { paymentByReference: { id: string, reference: string, status: PaymentStatus, paymentUrl: string | null, paymentTarget: PaymentTarget, paymentRunMode: PaymentRunMode, effectiveRunMode: PaymentRunMode, paymentType: PaymentType, idOrigin: string, idSociete: string, idClient: string, idCommande: string, typePaiement: PaymentType, email: string, commentaire: string | null, amount: { cents: number, currency: string }, nextAction:
      | { __typename: 'BankTransferAction', iban: string, bic: string, creditorName: string, reference: string, amount: { cents: number } }
      | { __typename: 'RedirectAction', method: string, url: string, values: Readonly<Record<string, string>> }
     | null } | null };

export const LegacyPaymentFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LegacyPayment"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Payment"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"reference"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"paymentUrl"}},{"kind":"Field","name":{"kind":"Name","value":"paymentTarget"}},{"kind":"Field","name":{"kind":"Name","value":"paymentRunMode"}},{"kind":"Field","name":{"kind":"Name","value":"effectiveRunMode"}},{"kind":"Field","name":{"kind":"Name","value":"paymentType"}},{"kind":"Field","name":{"kind":"Name","value":"idOrigin"}},{"kind":"Field","name":{"kind":"Name","value":"idSociete"}},{"kind":"Field","name":{"kind":"Name","value":"idClient"}},{"kind":"Field","name":{"kind":"Name","value":"idCommande"}},{"kind":"Field","name":{"kind":"Name","value":"typePaiement"}},{"kind":"Field","name":{"kind":"Name","value":"amount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cents"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"commentaire"}},{"kind":"Field","name":{"kind":"Name","value":"nextAction"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"RedirectAction"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"method"}},{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"values"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BankTransferAction"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"iban"}},{"kind":"Field","name":{"kind":"Name","value":"bic"}},{"kind":"Field","name":{"kind":"Name","value":"creditorName"}},{"kind":"Field","name":{"kind":"Name","value":"reference"}},{"kind":"Field","name":{"kind":"Name","value":"amount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cents"}}]}}]}}]}}]}}]} as unknown as DocumentNode<LegacyPaymentFragment, unknown>;
export const LegacyInitiatePaymentDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"LegacyInitiatePayment"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"InitiatePaymentInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"initiatePayment"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"InitiatePaymentSuccess"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"replayed"}},{"kind":"Field","name":{"kind":"Name","value":"payment"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"LegacyPayment"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PaymentError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"retryAdvice"}},{"kind":"Field","name":{"kind":"Name","value":"requestId"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"InvalidInputError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"issues"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UnsupportedPaymentError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"allowed"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"paymentTarget"}},{"kind":"Field","name":{"kind":"Name","value":"paymentType"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PayerDataMissingError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"missingFields"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LegacyPayment"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Payment"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"reference"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"paymentUrl"}},{"kind":"Field","name":{"kind":"Name","value":"paymentTarget"}},{"kind":"Field","name":{"kind":"Name","value":"paymentRunMode"}},{"kind":"Field","name":{"kind":"Name","value":"effectiveRunMode"}},{"kind":"Field","name":{"kind":"Name","value":"paymentType"}},{"kind":"Field","name":{"kind":"Name","value":"idOrigin"}},{"kind":"Field","name":{"kind":"Name","value":"idSociete"}},{"kind":"Field","name":{"kind":"Name","value":"idClient"}},{"kind":"Field","name":{"kind":"Name","value":"idCommande"}},{"kind":"Field","name":{"kind":"Name","value":"typePaiement"}},{"kind":"Field","name":{"kind":"Name","value":"amount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cents"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"commentaire"}},{"kind":"Field","name":{"kind":"Name","value":"nextAction"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"RedirectAction"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"method"}},{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"values"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BankTransferAction"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"iban"}},{"kind":"Field","name":{"kind":"Name","value":"bic"}},{"kind":"Field","name":{"kind":"Name","value":"creditorName"}},{"kind":"Field","name":{"kind":"Name","value":"reference"}},{"kind":"Field","name":{"kind":"Name","value":"amount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cents"}}]}}]}}]}}]}}]} as unknown as DocumentNode<LegacyInitiatePaymentMutation, LegacyInitiatePaymentMutationVariables>;
export const LegacyPaymentStatusDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"LegacyPaymentStatus"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"reference"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"paymentByReference"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"reference"},"value":{"kind":"Variable","name":{"kind":"Name","value":"reference"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"LegacyPayment"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LegacyPayment"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Payment"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"reference"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"paymentUrl"}},{"kind":"Field","name":{"kind":"Name","value":"paymentTarget"}},{"kind":"Field","name":{"kind":"Name","value":"paymentRunMode"}},{"kind":"Field","name":{"kind":"Name","value":"effectiveRunMode"}},{"kind":"Field","name":{"kind":"Name","value":"paymentType"}},{"kind":"Field","name":{"kind":"Name","value":"idOrigin"}},{"kind":"Field","name":{"kind":"Name","value":"idSociete"}},{"kind":"Field","name":{"kind":"Name","value":"idClient"}},{"kind":"Field","name":{"kind":"Name","value":"idCommande"}},{"kind":"Field","name":{"kind":"Name","value":"typePaiement"}},{"kind":"Field","name":{"kind":"Name","value":"amount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cents"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"commentaire"}},{"kind":"Field","name":{"kind":"Name","value":"nextAction"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"RedirectAction"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"method"}},{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"values"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BankTransferAction"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"iban"}},{"kind":"Field","name":{"kind":"Name","value":"bic"}},{"kind":"Field","name":{"kind":"Name","value":"creditorName"}},{"kind":"Field","name":{"kind":"Name","value":"reference"}},{"kind":"Field","name":{"kind":"Name","value":"amount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cents"}}]}}]}}]}}]}}]} as unknown as DocumentNode<LegacyPaymentStatusQuery, LegacyPaymentStatusQueryVariables>;