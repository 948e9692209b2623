/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import { TypedDocument } from '@reglement/client';
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

export type AmountRange = {
  from?: string | number | null | undefined;
  to?: string | number | null | undefined;
};

export type ApprovalCause =
  | 'DAY'
  | 'KIND'
  | 'PAYMENT';

export type ApprovalDecision =
  | 'APPROVE'
  | 'REFUSE';

export type ApprovalKind =
  | 'AMEND_MANDATE'
  | 'REFUND'
  | 'REVIEW_PAYMENT';

export type ApprovalStatus =
  | 'APPROVED'
  | 'EXPIRED'
  | 'PENDING'
  | 'REFUSED'
  | 'WITHDRAWN';

export type AuditFilter = {
  action?: string | null | undefined;
  actor?: string | null | undefined;
  from?: string | null | undefined;
  object?: string | null | undefined;
  outcome?: AuditOutcome | null | undefined;
  until?: string | null | undefined;
};

export type AuditOutcome =
  | 'DONE'
  | 'FAILED'
  | 'REFUSED'
  | 'UNCHANGED'
  | 'WAITING';

export type AwaitedTransferFilter = {
  idSociete?: string | null | undefined;
  state?: TransferState | null | undefined;
};

export type BankEntryFact =
  | 'AMOUNT'
  | 'BLOCK'
  | 'BOOKING_DAY'
  | 'CHARGES'
  | 'COUNTERPARTY_ACCOUNT'
  | 'COUNTERPARTY_NAME'
  | 'DETAIL_REFERENCE'
  | 'DIRECTION'
  | 'END_TO_END_ID'
  | 'ENTRY_AMOUNT'
  | 'ENTRY_REFERENCE'
  | 'LISTED_PAYMENTS'
  | 'MANDATE'
  | 'PAYMENT'
  | 'RETURN_REASON'
  | 'STRUCTURED_REFERENCE'
  | 'TEXT'
  | 'TRANSACTION_CODE'
  | 'VALUE_DAY';

export type BankExceptionFilter = {
  amount?: AmountRange | null | undefined;
  bankFile?: string | number | null | undefined;
  booked?: DayRange | null | undefined;
  idSociete?: string | null | undefined;
  kind?: BankExceptionKind | null | undefined;
  runMode?: PaymentRunMode | null | undefined;
  status?: BankExceptionStatus | null | undefined;
  text?: string | null | undefined;
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

export type BankExceptionStatus =
  | 'OPEN'
  | 'RESOLVED'
  | 'SETTLED';

export type BankFileEntryOutcome =
  | 'APPLIED'
  | 'EXCEPTION'
  | 'IGNORED'
  | 'REPEATED'
  | 'RULED';

export type BankFileEntryReason =
  | 'BLOCK'
  | 'COUNTED_OTHERWISE'
  | 'EXCEPTION'
  | 'IN_BLOCK'
  | 'KNOWN'
  | 'NOTICE'
  | 'NOT_BOOKED'
  | 'NO_MONEY'
  | 'PAYMENT'
  | 'RULE';

export type BankFileFormat =
  | 'CAMT_052'
  | 'CAMT_053'
  | 'CAMT_054'
  | 'CFONB_120'
  | 'CFONB_240'
  | 'MT940'
  | 'MT942'
  | 'PAIN_002';

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

export type CancelDirectDebitBatchInput = {
  fileWasNotSent?: boolean | null | undefined;
  id: string | number;
};

export type CancelPaymentInput = {
  id: string | number;
  idempotencyKey?: string | null | undefined;
};

export type CapturePaymentInput = {
  id: string | number;
  idempotencyKey?: string | null | undefined;
};

export type ChangeTopic =
  | 'APPROVALS'
  | 'BANK_FILES'
  | 'BATCHES'
  | 'EXCEPTIONS'
  | 'MANDATES'
  | 'PAYMENTS'
  | 'WEBHOOKS';

export type ConfirmBankFileInput = {
  id: string | number;
};

export type ConsolePage =
  | 'APPROVALS'
  | 'AUDIT'
  | 'BANK_FILES'
  | 'BOOKS'
  | 'CUSTOMERS'
  | 'DEBITS'
  | 'EXCEPTIONS'
  | 'MANDATES'
  | 'PAYMENTS'
  | 'TRANSFERS'
  | 'WEBHOOKS';

export type ConsoleRight =
  | 'approve'
  | 'audit'
  | 'people';

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

export type CreateSavedViewInput = {
  isShared?: boolean | null | undefined;
  name: string;
  page: ConsolePage;
  search: string;
};

export type CustomerChange =
  | 'CHANGED'
  | 'CREATED'
  | 'UNCHANGED';

export type DayRange = {
  from?: string | null | undefined;
  to?: string | null | undefined;
};

export type DecideApprovalInput = {
  decision: ApprovalDecision;
  id: string | number;
  reason: string;
};

export type DirectDebitBatchFilter = {
  idSociete?: string | null | undefined;
  runMode?: PaymentRunMode | null | undefined;
  status?: Array<DirectDebitBatchStatus> | null | undefined;
};

export type DirectDebitBatchStatus =
  | 'CANCELLED'
  | 'CREATED'
  | 'SUBMITTED';

export type ExceptionAgreement =
  | 'ACCOUNT'
  | 'AMOUNT'
  | 'CUSTOMER'
  | 'MANDATE'
  | 'NAME'
  | 'ORDER'
  | 'REFERENCE';

export type ImportCustomersInput = {
  customers: Array<ImportedCustomerInput>;
};

export type ImportedCustomerInput = {
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

export type JournalEntryFilter = {
  account?: string | null | undefined;
  date?: DayRange | null | undefined;
  kind?: JournalEntryKind | null | undefined;
  number?: number | null | undefined;
  payment?: string | number | null | undefined;
  text?: string | null | undefined;
};

export type JournalEntryKind =
  | 'BY_RULE'
  | 'CANCELLED'
  | 'CARD_PAID'
  | 'DIRECT_DEBIT_SETTLED'
  | 'RECORDED'
  | 'REFUNDED'
  | 'RETURNED'
  | 'REVERSAL'
  | 'SUSPENSE'
  | 'SUSPENSE_RELEASED'
  | 'TRANSFER_RECEIVED';

export type MandateCause =
  | 'AMENDMENT'
  | 'BANK'
  | 'BANK_CONFIRMATION'
  | 'CALLER'
  | 'CLOCK'
  | 'COLLECTION'
  | 'COLLECTION_UNDONE'
  | 'SIGNATURE';

export type MandateDebtorInput = {
  address?: PostalAddressInput | null | undefined;
  bic?: string | null | undefined;
  iban: string;
  name: string;
};

export type MandateEventType =
  | 'AMENDED'
  | 'AMENDMENT_PENDING'
  | 'AMENDMENT_SENT'
  | 'CREATED'
  | 'ERASED'
  | 'STATUS_CHANGED';

export type MandateFilter = {
  idClient?: string | null | undefined;
  idSociete?: string | null | undefined;
  lapsesBefore?: string | null | undefined;
  runMode?: PaymentRunMode | null | undefined;
  scheme?: MandateScheme | null | undefined;
  status?: Array<MandateStatus> | null | undefined;
  text?: string | null | undefined;
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

export type NotificationOutcome =
  | 'APPLIED'
  | 'CONTRADICTION'
  | 'DUPLICATE'
  | 'IGNORED'
  | 'QUARANTINED'
  | 'REJECTED'
  | 'STORED'
  | 'UNCONFIRMED'
  | 'WRONG_MODE';

export type PayerInput = {
  address?: string | null | undefined;
  city?: string | null | undefined;
  country?: string | null | undefined;
  firstName?: string | null | undefined;
  lastName?: string | null | undefined;
  phone?: string | null | undefined;
  zipCode?: string | null | undefined;
};

export type PaymentAction =
  | 'CANCEL'
  | 'CAPTURE'
  | 'PAY'
  | 'REFRESH'
  | 'REFUND';

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

export type PaymentEventType =
  | 'ATTEMPT_OPENED'
  | 'CONTRADICTION'
  | 'ERASED'
  | 'INITIATED'
  | 'MONEY_RECEIVED'
  | 'MONEY_RETURNED'
  | 'NEWS_IGNORED'
  | 'OPERATION_FAILED'
  | 'OPERATION_REFUSED'
  | 'OPERATION_REQUESTED'
  | 'OPERATION_UNKNOWN'
  | 'PRENOTIFIED'
  | 'REFUND_DONE'
  | 'REMINDER_DUE'
  | 'REPORTED_PAID_NOT_CONFIRMED'
  | 'REVIEW_NEEDED'
  | 'STATUS_CHANGED'
  | 'SUCCEEDED';

export type PaymentFilter = {
  amount?: AmountRange | null | undefined;
  client?: string | null | undefined;
  created?: DayRange | null | undefined;
  due?: DayRange | null | undefined;
  idClient?: string | null | undefined;
  idCommande?: string | null | undefined;
  idOrigin?: string | null | undefined;
  idSociete?: string | null | undefined;
  mandate?: string | null | undefined;
  paymentTarget?: Array<PaymentTarget> | null | undefined;
  paymentType?: Array<PaymentType> | null | undefined;
  runMode?: PaymentRunMode | null | undefined;
  status?: Array<PaymentStatus> | null | undefined;
  text?: string | null | undefined;
};

export type PaymentOperationKind =
  | 'CANCEL'
  | 'CAPTURE'
  | 'REFUND';

export type PaymentOperationStatus =
  | 'DONE'
  | 'FAILED'
  | 'NEEDS_REVIEW'
  | 'REFUSED'
  | 'SENDING'
  | 'UNKNOWN';

export type PaymentRunMode =
  | 'FORCE_LIVE'
  | 'LIVE'
  | 'TEST';

export type PaymentSort =
  | 'AMOUNT'
  | 'DUE'
  | 'NEWEST'
  | 'OLDEST';

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

export type PersonStatus =
  | 'ACTIVE'
  | 'DISABLED';

export type PingWebhookEndpointInput = {
  client?: string | null | undefined;
  endpoint: string;
};

export type PostalAddressInput = {
  buildingNumber?: string | null | undefined;
  country: string;
  postalCode?: string | null | undefined;
  street?: string | null | undefined;
  town: string;
};

export type PreviewDirectDebitBatchInput = {
  cutOff: string;
  idSociete: string;
  runMode: PaymentRunMode;
  scheme?: MandateScheme | null | undefined;
};

export type ReconciliationLineKind =
  | 'BOOKED_ALONE'
  | 'EXCEPTION'
  | 'LISTED'
  | 'NOT_BOOKED'
  | 'NO_STATEMENT'
  | 'STATEMENTS_DISAGREE'
  | 'STATEMENT_DIFFERS'
  | 'STATEMENT_MISSING'
  | 'SUSPENSE';

export type RefundPaymentInput = {
  amount?: string | number | null | undefined;
  id: string | number;
  idempotencyKey?: string | null | undefined;
};

export type RefundStatus =
  | 'DONE'
  | 'FAILED'
  | 'NEEDS_REVIEW'
  | 'PENDING'
  | 'REFUSED'
  | 'UNKNOWN';

export type RejectBankFileInput = {
  id: string | number;
  reason: string;
};

export type RemoveCustomerInput = {
  idClient: string;
  idSociete: string;
};

export type ReplayNotificationInput = {
  id: string | number;
};

export type ReplayWebhookDeliveryInput = {
  id: string | number;
};

export type ReplayWebhooksInput = {
  client?: string | null | undefined;
  endpoint: string;
  from: string;
  status?: Array<WebhookDeliveryStatus> | null | undefined;
  to: string;
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

export type RetryAdvice =
  | 'CHECK_STATUS_FIRST'
  | 'DO_NOT_RETRY'
  | 'FIX_INPUT'
  | 'RETRY_SAME_KEY';

export type ReverseJournalEntryInput = {
  date?: string | null | undefined;
  id: string | number;
  operator?: string | null | undefined;
  reason: string;
};

export type ReviewPaymentInput = {
  id: string | number;
  status: PaymentStatus;
};

export type Scope =
  | 'accounting'
  | 'allPayments'
  | 'bankFiles'
  | 'batches'
  | 'book'
  | 'cancel'
  | 'capture'
  | 'customers'
  | 'decide'
  | 'initiate'
  | 'mandates'
  | 'operations'
  | 'read'
  | 'refresh'
  | 'refund'
  | 'replay';

export type SearchField =
  | 'AMOUNT'
  | 'BANK_REFERENCE'
  | 'CREDITOR_REFERENCE'
  | 'CUSTOMER'
  | 'EMAIL'
  | 'END_TO_END_ID'
  | 'FILE'
  | 'IBAN'
  | 'ID'
  | 'NAME'
  | 'ORDER'
  | 'PHONE'
  | 'PIECE'
  | 'PLACE'
  | 'REFERENCE'
  | 'RUM'
  | 'TEXT';

export type ShowIbanInput = {
  id: string | number;
};

export type SignInMethod =
  | 'OIDC'
  | 'PASSKEY'
  | 'PASSWORD';

export type SignMandateInput = {
  evidenceDigest?: string | null | undefined;
  id: string | number;
  method: string;
  place?: string | null | undefined;
  signedOn: string;
};

export type StatementDayState =
  | 'BEFORE_FIRST'
  | 'MISSING'
  | 'NOTHING_MOVED'
  | 'NOT_YET'
  | 'STATEMENT'
  | 'UNPROVEN';

export type StopMandateInput = {
  id: string | number;
  reason?: string | null | undefined;
};

export type TransferState =
  | 'AWAITED'
  | 'IN_PART'
  | 'LATE';

export type TransitionCause =
  | 'BANK_NEWS'
  | 'BANK_STATEMENT'
  | 'BATCH'
  | 'CALLER'
  | 'CLOCK'
  | 'CONTRADICTION'
  | 'RETRY'
  | 'REVIEW';

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

export type UrlEffect =
  | 'NEW_PAYMENT'
  | 'NO_OPERATION'
  | 'REFUSED'
  | 'SAME_PAYMENT'
  | 'STATUS';

export type WebhookDeliveryFilter = {
  client?: string | null | undefined;
  endpoint?: string | null | undefined;
  eventId?: string | number | null | undefined;
  paymentId?: string | number | null | undefined;
  runMode?: PaymentRunMode | null | undefined;
  status?: Array<WebhookDeliveryStatus> | null | undefined;
  type?: string | null | undefined;
};

export type WebhookDeliveryStatus =
  | 'DEAD'
  | 'DELIVERED'
  | 'WAITING';

export type WebhookEndpointState =
  | 'FAILING'
  | 'GONE'
  | 'PAUSED'
  | 'WELL';

export type WebhookOutcome =
  | 'ADDRESS_REFUSED'
  | 'DELIVERED'
  | 'GONE'
  | 'NO_ANSWER'
  | 'NO_CONNECTION'
  | 'REDIRECTED'
  | 'REFUSED'
  | 'SENDING'
  | 'TIMED_OUT';

export type WithdrawApprovalInput = {
  id: string | number;
};

export type ApprovalNeededFragment = { approval: { id: string, expiresAt: string } };

export type ApprovalPeopleFragment = { requestedBy: string, decidedBy: string | null, requestedByPerson: { id: string, name: string } | null, decidedByPerson: { id: string, name: string } | null };

export type ApprovalQueryVariables = Exact<{
  id: string | number;
  locale?: string | null | undefined;
}>;


export type ApprovalQuery = { node:
    | { __typename: 'Approval', id: string, kind: ApprovalKind, status: ApprovalStatus, isOutOfDate: boolean, requestedBy: string, decidedBy: string | null, payment: { id: string, availableActions: Array<{ action: PaymentAction, reason: string | null, maximumAmount: { cents: number } | null }> } | null, amendment: { mandate: { id: string } | null } | null, requestedByPerson: { id: string, name: string } | null, decidedByPerson: { id: string, name: string } | null }
    | { __typename: 'AuditEntry' }
    | { __typename: 'BankException' }
    | { __typename: 'BankFile' }
    | { __typename: 'BankNotification' }
    | { __typename: 'DirectDebitBatch' }
    | { __typename: 'JournalEntry' }
    | { __typename: 'Mandate' }
    | { __typename: 'MandateEvent' }
    | { __typename: 'Payment' }
    | { __typename: 'PaymentAttempt' }
    | { __typename: 'PaymentEvent' }
    | { __typename: 'PaymentOperation' }
    | { __typename: 'Person' }
    | { __typename: 'RecordedAction' }
    | { __typename: 'Refund' }
    | { __typename: 'SavedView' }
    | { __typename: 'Session' }
    | { __typename: 'WebhookDelivery' }
   | null };

export type ApprovalsQueryVariables = Exact<{
  status?: ApprovalStatus | null | undefined;
  runMode?: PaymentRunMode | null | undefined;
  locale?: string | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type ApprovalsQuery = { approvals: { edges: Array<{ node: { id: string, kind: ApprovalKind, status: ApprovalStatus, isOutOfDate: boolean, cause: ApprovalCause, reason: string | null, createdAt: string, expiresAt: string, decidedAt: string | null, requestedBy: string, decidedBy: string | null, amount: { cents: number } | null, payment: { id: string, reference: string, idSociete: string, idClient: string, customer: { firstName: string | null, lastName: string | null } | null, amount: { cents: number }, availableActions: Array<{ action: PaymentAction, reason: string | null, maximumAmount: { cents: number } | null }> } | null, amendment: { rum: string, oldIban: string, newIban: string, fields: Array<string>, mandate: { id: string } | null } | null, refund: { id: string, status: RefundStatus } | null, requestedByPerson: { id: string, name: string } | null, decidedByPerson: { id: string, name: string } | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type DecideApprovalMutationVariables = Exact<{
  input: DecideApprovalInput;
}>;


export type DecideApprovalMutation = { decideApproval:
    | { __typename: 'DecideApprovalSuccess', approval: { id: string, status: ApprovalStatus, refund: { id: string, status: RefundStatus } | null } }
    | { __typename: 'IdempotencyConflictError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string }
    | { __typename: 'InvalidInputError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string, issues: Array<{ path: Array<string>, message: string }> }
    | { __typename: 'MandateStateError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string }
    | { __typename: 'NotAllowedError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string }
    | { __typename: 'OperationInProgressError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string }
    | { __typename: 'OperationNotPossibleError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string }
    | { __typename: 'OutcomeUnknownError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string }
    | { __typename: 'ProviderUnavailableError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string }
   };

export type WithdrawApprovalMutationVariables = Exact<{
  input: WithdrawApprovalInput;
}>;


export type WithdrawApprovalMutation = { withdrawApproval:
    | { __typename: 'InvalidInputError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string, issues: Array<{ path: Array<string>, message: string }> }
    | { __typename: 'NotAllowedError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string }
    | { __typename: 'OperationNotPossibleError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string }
    | { __typename: 'WithdrawApprovalSuccess', approval: { id: string, status: ApprovalStatus } }
   };

export type AuditEntriesQueryVariables = Exact<{
  filter?: AuditFilter | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type AuditEntriesQuery = { auditEntries: { edges: Array<{ node: { id: string, at: string, actor: string, roles: Array<string>, action: string, object: string | null, outcome: AuditOutcome, code: string | null, requestId: string | null, approvalId: string | null, actorPerson: { id: string, name: string } | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type BankFileEntriesQueryVariables = Exact<{
  id: string | number;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type BankFileEntriesQuery = { bankFile: { id: string, entries: { edges: Array<{ node: { place: number, outcome: BankFileEntryOutcome, reason: BankFileEntryReason, isCredit: boolean, bookedOn: string | null, reference: string | null, rule: string | null, broughtBy: string | null, amount: { cents: number }, payment: { id: string, reference: string, idClient: string, customer: { firstName: string | null, lastName: string | null } | null, payer: { firstName: string | null, lastName: string | null } | null } | null, bankException: { id: string, kind: BankExceptionKind, status: BankExceptionStatus, counterparty: string | null } | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } | null };

export type BankFileQueryVariables = Exact<{
  id: string | number;
}>;


export type BankFileQuery = { bankFile: { id: string, name: string, digest: string, sizeBytes: number, status: BankFileStatus, reason: string | null, format: BankFileFormat | null, version: string | null, idSociete: string | null, runMode: PaymentRunMode | null, receivedAt: string, receivedBy: string, decidedAt: string | null, decidedBy: string | null, steps: number, done: number, applied: number, repeated: number, exceptions: number, ruled: number, ignored: number, receivedByPerson: { id: string, name: string } | null, decidedByPerson: { id: string, name: string } | null } | null };

export type BankFilesQueryVariables = Exact<{
  runMode?: PaymentRunMode | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type BankFilesQuery = { bankFiles: { edges: Array<{ node: { id: string, name: string, status: BankFileStatus, format: BankFileFormat | null, idSociete: string | null, receivedAt: string, steps: number, applied: number, exceptions: number, receivedByPerson: { id: string } | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type ConfirmBankFileMutationVariables = Exact<{
  input: ConfirmBankFileInput;
}>;


export type ConfirmBankFileMutation = { confirmBankFile:
    | { __typename: 'ConfirmBankFileSuccess', bankFile: { id: string, status: BankFileStatus } }
    | { __typename: 'InvalidInputError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string, issues: Array<{ path: Array<string>, message: string }> }
    | { __typename: 'NotAllowedError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string }
   };

export type RejectBankFileMutationVariables = Exact<{
  input: RejectBankFileInput;
}>;


export type RejectBankFileMutation = { rejectBankFile:
    | { __typename: 'InvalidInputError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string, issues: Array<{ path: Array<string>, message: string }> }
    | { __typename: 'NotAllowedError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string }
    | { __typename: 'RejectBankFileSuccess', bankFile: { id: string, status: BankFileStatus } }
   };

export type StatementCalendarQueryVariables = Exact<{
  runMode: PaymentRunMode;
  from: string;
  to: string;
}>;


export type StatementCalendarQuery = { statementCalendar:
    | { __typename: 'InvalidInputError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string, issues: Array<{ path: Array<string>, message: string }> }
    | { __typename: 'StatementCalendars', accounts: Array<{ maskedIban: string, societes: Array<string>, isUnbroken: boolean, lastDay: string | null, days: Array<{ day: string, state: StatementDayState, statements: Array<{ number: number | null, follows: boolean | null }> }> }> }
   };

export type BatchAfterChangeFragment = { changed: boolean, batch: { id: string, status: DirectDebitBatchStatus } };

export type BatchDebitsQueryVariables = Exact<{
  id: string | number;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type BatchDebitsQuery = { directDebitBatch: { payments: { edges: Array<{ node: { id: string, reference: string, idClient: string, status: PaymentStatus, dueDate: string | null, mandate: string | null, customer: { firstName: string | null, lastName: string | null } | null, amount: { cents: number, currency: string }, debitFailure: { code: string | null, meaning: string | null } | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } | null };

export type BatchQueryVariables = Exact<{
  id: string | number;
}>;


export type BatchQuery = { directDebitBatch: { id: string, messageId: string, idSociete: string, runMode: PaymentRunMode, scheme: MandateScheme, cutOff: string, status: DirectDebitBatchStatus, debits: number, createdBy: string, createdAt: string, closedBy: string | null, closedAt: string | null, bankShowedAt: string | null, total: { cents: number }, outcomes: Array<{ status: PaymentStatus, debits: number, total: { cents: number } }>, file: { name: string, format: string, digest: string, firstDownloadedAt: string | null, firstDownloadedBy: string | null }, createdByPerson: { name: string } | null, closedByPerson: { id: string, name: string } | null } | null };

export type CancelBatchMutationVariables = Exact<{
  input: CancelDirectDebitBatchInput;
}>;


export type CancelBatchMutation = { cancelDirectDebitBatch:
    | { __typename: 'ChangeDirectDebitBatchSuccess', changed: boolean, batch: { id: string, status: DirectDebitBatchStatus } }
    | { __typename: 'InvalidInputError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string, issues: Array<{ path: Array<string>, message: string }> }
    | { __typename: 'MandateStateError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string }
    | { __typename: 'NotAllowedError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string }
   };

export type MarkBatchSubmittedMutationVariables = Exact<{
  input: MarkDirectDebitBatchSubmittedInput;
}>;


export type MarkBatchSubmittedMutation = { markDirectDebitBatchSubmitted:
    | { __typename: 'ChangeDirectDebitBatchSuccess', changed: boolean, batch: { id: string, status: DirectDebitBatchStatus } }
    | { __typename: 'InvalidInputError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string, issues: Array<{ path: Array<string>, message: string }> }
    | { __typename: 'MandateStateError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string }
    | { __typename: 'NotAllowedError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string }
   };

export type AccountingExercisesQueryVariables = Exact<{
  idSociete: string;
  runMode: PaymentRunMode;
}>;


export type AccountingExercisesQuery = { accountingExercises:
    | { __typename: 'AccountingExercises', exercises: Array<{ year: number, from: string, to: string }> }
    | { __typename: 'InvalidInputError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string, issues: Array<{ path: Array<string>, message: string }> }
    | { __typename: 'NotAllowedError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string }
   };

export type BankReconciliationQueryVariables = Exact<{
  idSociete: string;
  runMode: PaymentRunMode;
  from: string;
  to: string;
}>;


export type BankReconciliationQuery = { bankReconciliation:
    | { __typename: 'BankReconciliation', maskedIban: string, days: Array<{ day: string, opening: { cents: number } | null, booked: { cents: number }, notBooked: { cents: number }, closing: { cents: number } | null, difference: { cents: number }, lines: Array<{ kind: ReconciliationLineKind, journalEntry: string | null, reference: string | null, counterparty: string | null, text: string | null, rule: string | null, amount: { cents: number } }> }> }
    | { __typename: 'InvalidInputError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string, issues: Array<{ path: Array<string>, message: string }> }
    | { __typename: 'NotAllowedError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string }
   };

export type JournalEntriesQueryVariables = Exact<{
  idSociete: string;
  runMode: PaymentRunMode;
  filter?: JournalEntryFilter | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type JournalEntriesQuery = { journalEntries:
    | { __typename: 'InvalidInputError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string, issues: Array<{ path: Array<string>, message: string }> }
    | { __typename: 'JournalEntryConnection', edges: Array<{ node: { id: string, kind: JournalEntryKind, journalCode: string, number: number | null, date: string, pieceReference: string, label: string, lines: Array<{ account: string, debit: { cents: number } }> } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } }
    | { __typename: 'NotAllowedError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string }
   };

export type JournalEntryQueryVariables = Exact<{
  id: string | number;
}>;


export type JournalEntryQuery = { node:
    | { __typename: 'Approval' }
    | { __typename: 'AuditEntry' }
    | { __typename: 'BankException' }
    | { __typename: 'BankFile' }
    | { __typename: 'BankNotification' }
    | { __typename: 'DirectDebitBatch' }
    | { __typename: 'JournalEntry', id: string, idSociete: string, effectiveRunMode: PaymentRunMode, kind: JournalEntryKind, journalCode: string, journalLabel: string, exercise: number, number: number | null, postedAt: string | null, hash: string | null, date: string, pieceReference: string, pieceDate: string, label: string, reverses: string | null, reversedBy: string | null, reason: string | null, operator: string | null, lines: Array<{ account: string, accountLabel: string, auxiliary: string | null, debit: { cents: number }, credit: { cents: number } }>, payment: { id: string, reference: string, status: PaymentStatus } | null, operatorPerson: { id: string, name: string } | null }
    | { __typename: 'Mandate' }
    | { __typename: 'MandateEvent' }
    | { __typename: 'Payment' }
    | { __typename: 'PaymentAttempt' }
    | { __typename: 'PaymentEvent' }
    | { __typename: 'PaymentOperation' }
    | { __typename: 'Person' }
    | { __typename: 'RecordedAction' }
    | { __typename: 'Refund' }
    | { __typename: 'SavedView' }
    | { __typename: 'Session' }
    | { __typename: 'WebhookDelivery' }
   | null };

export type ReverseJournalEntryMutationVariables = Exact<{
  input: ReverseJournalEntryInput;
}>;


export type ReverseJournalEntryMutation = { reverseJournalEntry:
    | { __typename: 'InvalidInputError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string, issues: Array<{ path: Array<string>, message: string }> }
    | { __typename: 'NotAllowedError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string }
    | { __typename: 'ReverseJournalEntrySuccess', entry: { id: string } }
   };

export type SuspenseQueryVariables = Exact<{
  idSociete: string;
  runMode: PaymentRunMode;
}>;


export type SuspenseQuery = { suspense:
    | { __typename: 'InvalidInputError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string, issues: Array<{ path: Array<string>, message: string }> }
    | { __typename: 'NotAllowedError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string }
    | { __typename: 'Suspense', others: number, total: { cents: number }, money: Array<{ counterparty: string | null, text: string | null, bankException: string | null, remaining: { cents: number }, entry: { id: string, date: string, pieceReference: string, label: string } }> }
   };

export type TrialBalanceQueryVariables = Exact<{
  idSociete: string;
  runMode: PaymentRunMode;
  from: string;
  to: string;
}>;


export type TrialBalanceQuery = { trialBalance:
    | { __typename: 'InvalidInputError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string, issues: Array<{ path: Array<string>, message: string }> }
    | { __typename: 'NotAllowedError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string }
    | { __typename: 'TrialBalance', from: string, to: string, isComplete: boolean, accounts: Array<{ account: string, accountLabel: string, debit: { cents: number }, credit: { cents: number }, balance: { cents: number } }>, debit: { cents: number }, credit: { cents: number } }
   };

export type ChangesSubscriptionVariables = Exact<{
  topics: Array<ChangeTopic> | ChangeTopic;
}>;


export type ChangesSubscription = { changes: { at: string, topics: Array<{ topic: ChangeTopic, ids: Array<string>, count: number }> } };

export type CreateSavedViewMutationVariables = Exact<{
  input: CreateSavedViewInput;
}>;


export type CreateSavedViewMutation = { createSavedView:
    | { __typename: 'InvalidInputError', code: PaymentErrorCode, message: string, path: Array<string> | null, requestId: string }
    | { __typename: 'NotAllowedError', code: PaymentErrorCode, message: string, path: Array<string> | null, requestId: string }
    | { __typename: 'SavedViewSuccess', view: { id: string } }
   };

export type CustomerMandatesQueryVariables = Exact<{
  filter?: MandateFilter | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type CustomerMandatesQuery = { mandates: { edges: Array<{ node: { id: string, rum: string, scheme: MandateScheme, status: MandateStatus, debtor: { maskedIban: string } | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type CustomerPaymentsQueryVariables = Exact<{
  filter?: PaymentFilter | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type CustomerPaymentsQuery = { payments: { edges: Array<{ node: { id: string, reference: string, paymentType: PaymentType, status: PaymentStatus, createdAt: string, amount: { cents: number, currency: string } } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type CustomerQueryVariables = Exact<{
  idSociete: string;
  idClient: string;
}>;


export type CustomerQuery = { customer: { idSociete: string, idClient: string, firstName: string | null, lastName: string | null, address: string | null, zipCode: string | null, city: string | null, country: string | null, phone: string | null, version: number, createdAt: string, updatedAt: string, updatedBy: string, updatedByPerson: { name: string } | null } | null };

export type CustomersQueryVariables = Exact<{
  idSociete?: string | null | undefined;
  text?: string | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type CustomersQuery = { customers: { edges: Array<{ node: { idSociete: string, idClient: string, firstName: string | null, lastName: string | null, zipCode: string | null, city: string | null, phone: string | null, updatedAt: string } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type ImportCustomersMutationVariables = Exact<{
  input: ImportCustomersInput;
}>;


export type ImportCustomersMutation = { importCustomers:
    | { __typename: 'ImportCustomersSuccess', rows: Array<{ change: CustomerChange | null, issues: Array<{ path: Array<string>, message: string }> }> }
    | { __typename: 'InvalidInputError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string, issues: Array<{ path: Array<string>, message: string }> }
    | { __typename: 'NotAllowedError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string }
   };

export type RemoveCustomerMutationVariables = Exact<{
  input: RemoveCustomerInput;
}>;


export type RemoveCustomerMutation = { removeCustomer:
    | { __typename: 'InvalidInputError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string, issues: Array<{ path: Array<string>, message: string }> }
    | { __typename: 'NotAllowedError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string }
    | { __typename: 'RemoveCustomerSuccess', removed: boolean }
   };

export type UpsertCustomerMutationVariables = Exact<{
  input: UpsertCustomerInput;
}>;


export type UpsertCustomerMutation = { upsertCustomer:
    | { __typename: 'InvalidInputError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string, issues: Array<{ path: Array<string>, message: string }> }
    | { __typename: 'NotAllowedError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string }
    | { __typename: 'UpsertCustomerSuccess', change: CustomerChange, customer: { idSociete: string, idClient: string } }
   };

export type CreateBatchMutationVariables = Exact<{
  input: CreateDirectDebitBatchInput;
}>;


export type CreateBatchMutation = { createDirectDebitBatch:
    | { __typename: 'CreateDirectDebitBatchSuccess', moreIsDue: boolean, batches: Array<{ id: string, scheme: MandateScheme, debits: number, total: { cents: number } }> }
    | { __typename: 'IdempotencyConflictError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string }
    | { __typename: 'InvalidInputError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string, issues: Array<{ path: Array<string>, message: string }> }
    | { __typename: 'MandateStateError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string }
    | { __typename: 'NotAllowedError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string }
   };

export type DirectDebitBatchesQueryVariables = Exact<{
  filter?: DirectDebitBatchFilter | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type DirectDebitBatchesQuery = { directDebitBatches: { edges: Array<{ node: { id: string, messageId: string, idSociete: string, scheme: MandateScheme, cutOff: string, status: DirectDebitBatchStatus, debits: number, createdAt: string, total: { cents: number }, file: { firstDownloadedAt: string | null } } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type DirectDebitCalendarQueryVariables = Exact<{
  idSociete: string;
  runMode: PaymentRunMode;
}>;


export type DirectDebitCalendarQuery = { directDebitCalendar:
    | { __typename: 'DirectDebitCalendar', days: Array<{ dueDate: string, scheme: MandateScheme, debits: number, fileFrom: string, fileUntil: string, total: { cents: number } }> }
    | { __typename: 'InvalidInputError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string, issues: Array<{ path: Array<string>, message: string }> }
    | { __typename: 'NotAllowedError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string }
   };

export type PreviewBatchQueryVariables = Exact<{
  input: PreviewDirectDebitBatchInput;
}>;


export type PreviewBatchQuery = { previewDirectDebitBatch:
    | { __typename: 'InvalidInputError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string, issues: Array<{ path: Array<string>, message: string }> }
    | { __typename: 'NotAllowedError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string }
    | { __typename: 'PreviewDirectDebitBatchSuccess', schemes: Array<{ scheme: MandateScheme, debits: number, moreIsDue: boolean, total: { cents: number }, heldBack: Array<{ paymentId: string, reference: string, reason: string }> }> }
   };

export type ExplainUrlQueryVariables = Exact<{
  url: string;
  client?: string | null | undefined;
}>;


export type ExplainUrlQuery = { explainUrl:
    | { __typename: 'InvalidInputError', code: PaymentErrorCode, message: string, path: Array<string> | null, requestId: string, issues: Array<{ path: Array<string>, message: string }> }
    | { __typename: 'NotAllowedError', code: PaymentErrorCode, message: string, path: Array<string> | null, requestId: string }
    | { __typename: 'UrlExplanation', effect: UrlEffect, effectiveRunMode: PaymentRunMode | null, fields: Array<{ name: string, value: string, from: string }>, refusal: { status: number, code: string, message: string, fields: Array<{ name: string, message: string }> } | null, payment: { id: string, reference: string, status: PaymentStatus } | null, graphqlTwin: { query: string, variables: string } | null }
   };

export type RequestLogQueryVariables = Exact<{
  client?: string | null | undefined;
  route?: string | null | undefined;
  failed?: boolean | null | undefined;
}>;


export type RequestLogQuery = { requestLog: Array<{ id: string, at: string, method: string, route: string, client: string | null, status: number, isAborted: boolean, durationMs: number }> };

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

export type AssignablePaymentFragment = { id: string, reference: string, status: PaymentStatus, paymentType: PaymentType, idSociete: string, idClient: string, idCommande: string, createdAt: string, customer: { firstName: string | null, lastName: string | null } | null, payer: { firstName: string | null, lastName: string | null } | null, amount: { cents: number } };

export type ExceptionQueryVariables = Exact<{
  id: string | number;
}>;


export type ExceptionQuery = { node:
    | { __typename: 'Approval' }
    | { __typename: 'AuditEntry' }
    | { __typename: 'BankException', id: string, kind: BankExceptionKind, status: BankExceptionStatus, idSociete: string, runMode: PaymentRunMode, isCredit: boolean, bookedOn: string | null, reasonCode: string | null, reasonMeaning: string | null, isInSuspense: boolean, isUnpaidBlock: boolean, openedAt: string, counterparty: string | null, counterpartyMaskedIban: string | null, ultimateCounterparty: string | null, remittance: string | null, endToEndId: string | null, paymentInformationId: string | null, mandateReference: string | null, differsIn: Array<BankEntryFact>, resolution: BankResolution | null, resolvedBy: string | null, resolutionReason: string | null, resolvedAt: string | null, amount: { cents: number }, resolvedByPerson: { id: string, name: string } | null, bankFile: { id: string, name: string } | null, payment: { id: string, reference: string, status: PaymentStatus, paymentType: PaymentType, idSociete: string, idClient: string, idCommande: string, createdAt: string, customer: { firstName: string | null, lastName: string | null } | null, payer: { firstName: string | null, lastName: string | null } | null, amount: { cents: number } } | null, batch: { id: string, messageId: string, status: DirectDebitBatchStatus } | null, countedPayment: { id: string, reference: string, status: PaymentStatus, paymentType: PaymentType, idSociete: string, idClient: string, idCommande: string, createdAt: string, customer: { firstName: string | null, lastName: string | null } | null, payer: { firstName: string | null, lastName: string | null } | null, amount: { cents: number } } | null, candidates: Array<{ agrees: Array<ExceptionAgreement>, payment: { id: string, reference: string, status: PaymentStatus, paymentType: PaymentType, idSociete: string, idClient: string, idCommande: string, createdAt: string, customer: { firstName: string | null, lastName: string | null } | null, payer: { firstName: string | null, lastName: string | null } | null, amount: { cents: number } } }> }
    | { __typename: 'BankFile' }
    | { __typename: 'BankNotification' }
    | { __typename: 'DirectDebitBatch' }
    | { __typename: 'JournalEntry' }
    | { __typename: 'Mandate' }
    | { __typename: 'MandateEvent' }
    | { __typename: 'Payment' }
    | { __typename: 'PaymentAttempt' }
    | { __typename: 'PaymentEvent' }
    | { __typename: 'PaymentOperation' }
    | { __typename: 'Person' }
    | { __typename: 'RecordedAction' }
    | { __typename: 'Refund' }
    | { __typename: 'SavedView' }
    | { __typename: 'Session' }
    | { __typename: 'WebhookDelivery' }
   | null };

export type ExceptionsQueryVariables = Exact<{
  filter?: BankExceptionFilter | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type ExceptionsQuery = { bankExceptions: { edges: Array<{ node: { id: string, kind: BankExceptionKind, status: BankExceptionStatus, idSociete: string, isCredit: boolean, bookedOn: string | null, counterparty: string | null, amount: { cents: number }, payment: { id: string, status: PaymentStatus, amount: { cents: number } } | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type PaymentsToAssignQueryVariables = Exact<{
  text: string;
  runModes?: Array<PaymentRunMode> | PaymentRunMode | null | undefined;
}>;


export type PaymentsToAssignQuery = { search: { hits: Array<{ node:
        | { __typename: 'BankException' }
        | { __typename: 'Customer' }
        | { __typename: 'DirectDebitBatch' }
        | { __typename: 'JournalEntry' }
        | { __typename: 'Mandate' }
        | { __typename: 'Payment', id: string, reference: string, status: PaymentStatus, paymentType: PaymentType, idSociete: string, idClient: string, idCommande: string, createdAt: string, customer: { firstName: string | null, lastName: string | null } | null, payer: { firstName: string | null, lastName: string | null } | null, amount: { cents: number } }
        | { __typename: 'WebhookDelivery' }
       }> } };

export type ResolveBankExceptionMutationVariables = Exact<{
  input: ResolveBankExceptionInput;
}>;


export type ResolveBankExceptionMutation = { resolveBankException:
    | { __typename: 'InvalidInputError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string, issues: Array<{ path: Array<string>, message: string }> }
    | { __typename: 'NotAllowedError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string }
    | { __typename: 'ResolveBankExceptionSuccess', exception: { id: string, status: BankExceptionStatus }, payment: { id: string, status: PaymentStatus } | null }
   };

export type LedgerVerificationSubscriptionVariables = Exact<{ [key: string]: never; }>;


export type LedgerVerificationSubscription = { ledgerVerification: { payments: number, events: number, isBusy: boolean, report: { holds: boolean, anchors: number, auditEntries: number, problemCount: number, unanchored: number, lastAnchor: string | null, lastAuditAnchor: string | null, problems: Array<{ kind: string, place: string }> } | null } };

export type ActivateMandateMutationVariables = Exact<{
  input: ActivateMandateInput;
}>;


export type ActivateMandateMutation = { activateMandate:
    | { __typename: 'ChangeMandateSuccess', changed: boolean, mandate: { id: string, status: MandateStatus } }
    | { __typename: 'InvalidInputError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string, issues: Array<{ path: Array<string>, message: string }> }
    | { __typename: 'MandateStateError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string }
    | { __typename: 'NotAllowedError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string }
   };

export type AmendMandateMutationVariables = Exact<{
  input: AmendMandateInput;
}>;


export type AmendMandateMutation = { amendMandate:
    | { __typename: 'ApprovalRequiredError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string, approval: { id: string, expiresAt: string } }
    | { __typename: 'ChangeMandateSuccess', changed: boolean, mandate: { id: string, status: MandateStatus } }
    | { __typename: 'InvalidInputError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string, issues: Array<{ path: Array<string>, message: string }> }
    | { __typename: 'MandateStateError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string }
    | { __typename: 'NotAllowedError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string }
    | { __typename: 'OperationNotPossibleError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string }
   };

export type MandateAfterChangeFragment = { changed: boolean, mandate: { id: string, status: MandateStatus } };

export type MandateDebitsQueryVariables = Exact<{
  filter?: PaymentFilter | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type MandateDebitsQuery = { payments: { edges: Array<{ node: { id: string, reference: string, status: PaymentStatus, dueDate: string | null, createdAt: string, amount: { cents: number, currency: string } } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type MandateQueryVariables = Exact<{
  id: string | number;
}>;


export type MandateQuery = { mandate: { id: string, rum: string, ics: string, creditorName: string, idSociete: string, idClient: string, runMode: PaymentRunMode, scheme: MandateScheme, type: MandateType, status: MandateStatus, bankConfirmedOn: string | null, lastCollectedOn: string | null, lapsesOn: string | null, hasPendingAmendment: boolean, endsWithNext: boolean, formUrl: string, createdAt: string, debtor: { name: string, maskedIban: string, bic: string | null, address: { street: string | null, buildingNumber: string | null, postalCode: string | null, town: string, country: string } | null } | null, signature: { signedOn: string, place: string | null, method: string, evidenceDigest: string | null } | null, events: { edges: Array<{ node: { id: string, type: MandateEventType, status: MandateStatus, cause: MandateCause | null, reason: string | null, fields: string | null, by: string, createdAt: string, byPerson: { id: string, name: string } | null } }>, pageInfo: { hasNextPage: boolean } } } | null };

export type ResumeMandateMutationVariables = Exact<{
  input: ResumeMandateInput;
}>;


export type ResumeMandateMutation = { resumeMandate:
    | { __typename: 'ChangeMandateSuccess', changed: boolean, mandate: { id: string, status: MandateStatus } }
    | { __typename: 'InvalidInputError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string, issues: Array<{ path: Array<string>, message: string }> }
    | { __typename: 'MandateStateError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string }
    | { __typename: 'NotAllowedError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string }
   };

export type RevokeMandateMutationVariables = Exact<{
  input: StopMandateInput;
}>;


export type RevokeMandateMutation = { revokeMandate:
    | { __typename: 'ChangeMandateSuccess', changed: boolean, mandate: { id: string, status: MandateStatus } }
    | { __typename: 'InvalidInputError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string, issues: Array<{ path: Array<string>, message: string }> }
    | { __typename: 'MandateStateError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string }
    | { __typename: 'NotAllowedError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string }
   };

export type SignMandateMutationVariables = Exact<{
  input: SignMandateInput;
}>;


export type SignMandateMutation = { signMandate:
    | { __typename: 'ChangeMandateSuccess', changed: boolean, mandate: { id: string, status: MandateStatus } }
    | { __typename: 'InvalidInputError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string, issues: Array<{ path: Array<string>, message: string }> }
    | { __typename: 'MandateStateError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string }
    | { __typename: 'NotAllowedError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string }
   };

export type SuspendMandateMutationVariables = Exact<{
  input: StopMandateInput;
}>;


export type SuspendMandateMutation = { suspendMandate:
    | { __typename: 'ChangeMandateSuccess', changed: boolean, mandate: { id: string, status: MandateStatus } }
    | { __typename: 'InvalidInputError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string, issues: Array<{ path: Array<string>, message: string }> }
    | { __typename: 'MandateStateError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string }
    | { __typename: 'NotAllowedError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string }
   };

export type CreateMandateMutationVariables = Exact<{
  input: CreateMandateInput;
}>;


export type CreateMandateMutation = { createMandate:
    | { __typename: 'CreateMandateSuccess', mandate: { id: string, rum: string } }
    | { __typename: 'IdempotencyConflictError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string }
    | { __typename: 'InvalidInputError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string, issues: Array<{ path: Array<string>, message: string }> }
    | { __typename: 'NotAllowedError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string }
   };

export type MandatesQueryVariables = Exact<{
  filter?: MandateFilter | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type MandatesQuery = { mandates: { edges: Array<{ node: { id: string, rum: string, idSociete: string, idClient: string, scheme: MandateScheme, type: MandateType, status: MandateStatus, lapsesOn: string | null, createdAt: string, debtor: { name: string, maskedIban: string } | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type MeQueryVariables = Exact<{ [key: string]: never; }>;


export type MeQuery = { me: { client: string, roles: Array<string>, scopes: Array<Scope>, rights: Array<ConsoleRight>, runModes: Array<PaymentRunMode>, societes: Array<string> | null, usableSocietes: Array<string>, origins: Array<string> | null, targets: Array<PaymentTarget> | null, proofs: Array<SignInMethod>, isConfirmed: boolean, databaseRestoredAt: string | null, person: { id: string, name: string } | null }, restoreToCompare: { restoredAt: string, knownUntil: string | null } | null };

export type OverviewQueryVariables = Exact<{
  runMode: PaymentRunMode;
  created: DayRange;
}>;


export type OverviewQuery = { byDay: Array<{ day: string | null, status: PaymentStatus | null, count: number, amount: { cents: number } | null }>, byMeans: Array<{ paymentTarget: PaymentTarget | null, paymentType: PaymentType | null, status: PaymentStatus | null, count: number, amount: { cents: number } | null }> };

export type RefusalsQueryVariables = Exact<{
  filter: PaymentFilter;
}>;


export type RefusalsQuery = { payments: { edges: Array<{ node: { paymentTarget: PaymentTarget, paymentType: PaymentType, attempts: Array<{ number: number, bankCode: string | null }>, debitFailure: { code: string | null, meaning: string | null } | null } }>, pageInfo: { hasNextPage: boolean } } };

export type SameWeekdaysQueryVariables = Exact<{
  runMode: PaymentRunMode;
  created: DayRange;
}>;


export type SameWeekdaysQuery = { paymentTotals: Array<{ day: string | null, status: PaymentStatus | null, count: number, amount: { cents: number } | null }> };

export type WorkloadQueryVariables = Exact<{
  runMode: PaymentRunMode;
}>;


export type WorkloadQuery = { workload: { paymentsInReview: number, transfersAwaited: number, operationsInDoubt: number, approvalsWaiting: number | null, bankFilesWaiting: number | null, mandatesLapsing: number | null, debitsWaiting: number | null, debitsOverdue: number | null, batchesToHandOver: number | null, batchesLate: number | null, webhooksDead: number | null, paymentsContradicted: Array<{ id: string, reference: string, amount: { cents: number, currency: string } }>, bankExceptions: Array<{ kind: BankExceptionKind, count: number }> | null }, paymentsInDoubt: Array<{ id: string, reference: string, amount: { cents: number, currency: string } }> };

export type PaymentUpdatedSubscriptionVariables = Exact<{
  id: string | number;
  afterEvent?: string | null | undefined;
}>;


export type PaymentUpdatedSubscription = { paymentUpdated: { id: string, type: PaymentEventType, status: PaymentStatus, createdAt: string } };

export type CancelPaymentMutationVariables = Exact<{
  input: CancelPaymentInput;
}>;


export type CancelPaymentMutation = { cancelPayment:
    | { __typename: 'CancelPaymentSuccess', payment: { id: string, status: PaymentStatus } }
    | { __typename: 'IdempotencyConflictError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string }
    | { __typename: 'InvalidInputError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string, issues: Array<{ path: Array<string>, message: string }> }
    | { __typename: 'NotAllowedError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string }
    | { __typename: 'OperationInProgressError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string }
    | { __typename: 'OperationNotPossibleError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string }
    | { __typename: 'OutcomeUnknownError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string }
    | { __typename: 'ProviderUnavailableError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string }
   };

export type CapturePaymentMutationVariables = Exact<{
  input: CapturePaymentInput;
}>;


export type CapturePaymentMutation = { capturePayment:
    | { __typename: 'CapturePaymentSuccess', payment: { id: string, status: PaymentStatus } }
    | { __typename: 'IdempotencyConflictError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string }
    | { __typename: 'InvalidInputError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string, issues: Array<{ path: Array<string>, message: string }> }
    | { __typename: 'NotAllowedError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string }
    | { __typename: 'OperationInProgressError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string }
    | { __typename: 'OperationNotPossibleError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string }
    | { __typename: 'OutcomeUnknownError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string }
    | { __typename: 'ProviderUnavailableError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string }
   };

export type PaymentDoorsQueryVariables = Exact<{
  id: string | number;
}>;


export type PaymentDoorsQuery = { payment: { id: string, legacyUrl: string | null, graphqlTwin: { query: string, variables: string } } | null };

export type PaymentEntriesQueryVariables = Exact<{
  id: string | number;
}>;


export type PaymentEntriesQuery = { payment: { id: string, journalEntries: Array<{ id: string, kind: JournalEntryKind, journalCode: string, number: number | null, date: string, label: string, lines: Array<{ account: string, accountLabel: string, debit: { cents: number }, credit: { cents: number } }> }> } | null };

export type PaymentMessagesQueryVariables = Exact<{
  id: string | number;
}>;


export type PaymentMessagesQuery = { payment: { id: string, notifications: Array<{ id: string, receivedAt: string, outcome: NotificationOutcome, reason: string | null, raw: { method: string, fields: Array<{ name: string, value: string }> } | null }> } | null };

export type PaymentWebhooksQueryVariables = Exact<{
  id: string | number;
}>;


export type PaymentWebhooksQuery = { payment: { id: string, webhookDeliveries: Array<{ id: string, endpoint: string, type: string, status: WebhookDeliveryStatus, createdAt: string, nextAttemptAt: string | null, body: string, attempts: Array<{ number: number, outcome: WebhookOutcome, statusCode: number | null, detail: string | null, createdAt: string }> }> } | null };

export type PaymentQueryVariables = Exact<{
  id: string | number;
  locale?: string | null | undefined;
}>;


export type PaymentQuery = { payment: { id: string, reference: string, paymentTarget: PaymentTarget, effectiveRunMode: PaymentRunMode, paymentType: PaymentType, typePaiement: PaymentType, idOrigin: string, idSociete: string, idClient: string, idCommande: string, client: string, email: string, commentaire: string | null, capture: PaymentCapture, status: PaymentStatus, isFinal: boolean, paymentUrl: string | null, createdAt: string, updatedAt: string, expiresAt: string | null, mandate: string | null, dueDate: string | null, customer: { firstName: string | null, lastName: string | null } | null, amount: { cents: number, currency: string }, directDebit: { mandate: { id: string, status: MandateStatus } | null, batch: { id: string, status: DirectDebitBatchStatus } | null } | null, payer: { firstName: string | null, lastName: string | null, address: string | null, zipCode: string | null, city: string | null, country: string | null, phone: string | null } | null, debitFailure: { code: string | null, meaning: string | null } | null, availableActions: Array<{ action: PaymentAction, available: boolean, reason: string | null, maximumAmount: { cents: number, currency: string } | null }>, waitingApprovals: Array<{ id: string, kind: ApprovalKind, requestedBy: string, expiresAt: string, amount: { cents: number } | null, requestedByPerson: { id: string, name: string } | null }>, surplus: { bankTransactions: Array<string>, amount: { cents: number } } | null, endedApprovals: Array<{ id: string, kind: ApprovalKind, status: ApprovalStatus, requestedBy: string, decidedBy: string | null, reason: string | null, decidedAt: string | null, expiresAt: string, amount: { cents: number } | null, requestedByPerson: { id: string, name: string } | null, decidedByPerson: { name: string } | null }>, operations: Array<{ id: string, kind: PaymentOperationKind, status: PaymentOperationStatus, reason: string | null, amount: { cents: number, currency: string } }>, refunds: Array<{ id: string, status: RefundStatus, reason: string | null, bankTransaction: string | null, createdAt: string, amount: { cents: number, currency: string } }>, bankExceptions: Array<{ id: string, kind: BankExceptionKind, status: BankExceptionStatus, amount: { cents: number } }>, events: { edges: Array<{ node: { id: string, type: PaymentEventType, status: PaymentStatus, previousStatus: PaymentStatus | null, cause: TransitionCause | null, reason: string | null, bankTransaction: string | null, bankStatus: string | null, bankCode: string | null, dueDate: string | null, createdAt: string, actor: string | null, bookedAmount: { cents: number } | null, surplusPayment: { id: string, reference: string } | null, actorPerson: { id: string, name: string } | null } }>, pageInfo: { hasNextPage: boolean } } } | null };

export type RefreshPaymentMutationVariables = Exact<{
  id: string | number;
}>;


export type RefreshPaymentMutation = { refreshPayment:
    | { __typename: 'InvalidInputError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string, issues: Array<{ path: Array<string>, message: string }> }
    | { __typename: 'NotAllowedError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string }
    | { __typename: 'ProviderUnavailableError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string }
    | { __typename: 'RefreshPaymentSuccess', changed: boolean, payment: { id: string, status: PaymentStatus } }
    | { __typename: 'UnsupportedPaymentError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string }
   };

export type RefundPaymentMutationVariables = Exact<{
  input: RefundPaymentInput;
}>;


export type RefundPaymentMutation = { refundPayment:
    | { __typename: 'ApprovalRequiredError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string, approval: { id: string, expiresAt: string } }
    | { __typename: 'IdempotencyConflictError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string }
    | { __typename: 'InvalidInputError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string, issues: Array<{ path: Array<string>, message: string }> }
    | { __typename: 'NotAllowedError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string }
    | { __typename: 'OperationInProgressError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string }
    | { __typename: 'OperationNotPossibleError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string }
    | { __typename: 'OutcomeUnknownError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string }
    | { __typename: 'ProviderUnavailableError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string }
    | { __typename: 'RefundPaymentSuccess', refund: { id: string, status: RefundStatus, reason: string | null } }
   };

export type ReplayNotificationMutationVariables = Exact<{
  input: ReplayNotificationInput;
}>;


export type ReplayNotificationMutation = { replayNotification:
    | { __typename: 'InvalidInputError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string, issues: Array<{ path: Array<string>, message: string }> }
    | { __typename: 'NotAllowedError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string }
    | { __typename: 'ReplayNotificationSuccess', notification: { id: string, outcome: NotificationOutcome } }
   };

export type ReplayWebhookDeliveryMutationVariables = Exact<{
  input: ReplayWebhookDeliveryInput;
}>;


export type ReplayWebhookDeliveryMutation = { replayWebhookDelivery:
    | { __typename: 'InvalidInputError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string, issues: Array<{ path: Array<string>, message: string }> }
    | { __typename: 'NotAllowedError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string }
    | { __typename: 'ReplayWebhookDeliverySuccess', delivery: { id: string, status: WebhookDeliveryStatus } }
   };

export type ReviewPaymentMutationVariables = Exact<{
  input: ReviewPaymentInput;
}>;


export type ReviewPaymentMutation = { reviewPayment:
    | { __typename: 'ApprovalRequiredError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string, approval: { id: string, expiresAt: string } }
    | { __typename: 'InvalidInputError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string, issues: Array<{ path: Array<string>, message: string }> }
    | { __typename: 'NotAllowedError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string }
    | { __typename: 'OperationNotPossibleError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string }
    | { __typename: 'ReviewPaymentSuccess', payment: { id: string, status: PaymentStatus } }
   };

export type PaymentTotalsQueryVariables = Exact<{
  filter?: PaymentFilter | null | undefined;
}>;


export type PaymentTotalsQuery = { paymentTotals: Array<{ runMode: PaymentRunMode, count: number, isExact: boolean, amount: { cents: number } | null }> };

export type PaymentsQueryVariables = Exact<{
  filter?: PaymentFilter | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
  sort?: PaymentSort | null | undefined;
}>;


export type PaymentsQuery = { payments: { edges: Array<{ node: { id: string, reference: string, paymentTarget: PaymentTarget, paymentType: PaymentType, idSociete: string, idClient: string, idCommande: string, status: PaymentStatus, createdAt: string, dueDate: string | null, customer: { firstName: string | null, lastName: string | null } | null, amount: { cents: number, currency: string } } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type PeopleQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type PeopleQuery = { people: { edges: Array<{ node: { id: string, name: string, login: string | null, issuer: string | null, roles: Array<string>, status: PersonStatus, createdAt: string, signedInAt: string | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type RecordChequeMutationVariables = Exact<{
  input: InitiatePaymentInput;
}>;


export type RecordChequeMutation = { initiatePayment:
    | { __typename: 'IdempotencyConflictError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string }
    | { __typename: 'InitiatePaymentSuccess', payment: { id: string, reference: string, idClient: string, amount: { cents: number } } }
    | { __typename: 'InvalidInputError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string, issues: Array<{ path: Array<string>, message: string }> }
    | { __typename: 'MandateRequiredError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string }
    | { __typename: 'NotAllowedError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string }
    | { __typename: 'PayerDataMissingError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string }
    | { __typename: 'ProviderUnavailableError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string }
    | { __typename: 'UnsupportedPaymentError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string }
   };

type RefusalParts_ApprovalRequiredError_Fragment = { code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string };

type RefusalParts_IdempotencyConflictError_Fragment = { code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string };

type RefusalParts_InvalidInputError_Fragment = { code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string, issues: Array<{ path: Array<string>, message: string }> };

type RefusalParts_MandateRequiredError_Fragment = { code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string };

type RefusalParts_MandateStateError_Fragment = { code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string };

type RefusalParts_NotAllowedError_Fragment = { code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string };

type RefusalParts_OperationInProgressError_Fragment = { code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string };

type RefusalParts_OperationNotPossibleError_Fragment = { code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string };

type RefusalParts_OutcomeUnknownError_Fragment = { code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string };

type RefusalParts_PayerDataMissingError_Fragment = { code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string };

type RefusalParts_ProviderUnavailableError_Fragment = { code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string };

type RefusalParts_UnsupportedPaymentError_Fragment = { code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string };

export type RefusalPartsFragment =
  | RefusalParts_ApprovalRequiredError_Fragment
  | RefusalParts_IdempotencyConflictError_Fragment
  | RefusalParts_InvalidInputError_Fragment
  | RefusalParts_MandateRequiredError_Fragment
  | RefusalParts_MandateStateError_Fragment
  | RefusalParts_NotAllowedError_Fragment
  | RefusalParts_OperationInProgressError_Fragment
  | RefusalParts_OperationNotPossibleError_Fragment
  | RefusalParts_OutcomeUnknownError_Fragment
  | RefusalParts_PayerDataMissingError_Fragment
  | RefusalParts_ProviderUnavailableError_Fragment
  | RefusalParts_UnsupportedPaymentError_Fragment
;

export type RemoveSavedViewMutationVariables = Exact<{
  id: string | number;
}>;


export type RemoveSavedViewMutation = { removeSavedView:
    | { __typename: 'InvalidInputError', code: PaymentErrorCode, message: string, path: Array<string> | null, requestId: string }
    | { __typename: 'NotAllowedError', code: PaymentErrorCode, message: string, path: Array<string> | null, requestId: string }
    | { __typename: 'SavedViewSuccess', view: { id: string } }
   };

export type SavedViewsQueryVariables = Exact<{
  page?: ConsolePage | null | undefined;
}>;


export type SavedViewsQuery = { savedViews: Array<{ id: string, name: string, page: ConsolePage, search: string, isShared: boolean, isMine: boolean, owner: { id: string, name: string } | null }> };

export type SessionsQueryVariables = Exact<{
  person?: string | number | null | undefined;
}>;


export type SessionsQuery = { sessions: Array<{ id: string, method: SignInMethod, device: string, createdAt: string, seenAt: string, endsAt: string, endsAtLatest: string, isThis: boolean }> };

export type HealthQueryVariables = Exact<{ [key: string]: never; }>;


export type HealthQuery = { health: { isReady: boolean, reason: string | null, version: string, configDigest: string } };

export type SettingsQueryVariables = Exact<{ [key: string]: never; }>;


export type SettingsQuery = { settings: { json: string, remarks: Array<string> } | null };

export type SearchQueryVariables = Exact<{
  text: string;
  first?: number | null | undefined;
  runModes?: Array<PaymentRunMode> | PaymentRunMode | null | undefined;
}>;


export type SearchQuery = { search: { hasMore: boolean, isComplete: boolean, hits: Array<{ matched: SearchField, node:
        | { __typename: 'BankException', id: string, idSociete: string, kind: BankExceptionKind, counterparty: string | null, bookedOn: string | null, amount: { cents: number, currency: string }, payment: { id: string } | null }
        | { __typename: 'Customer', idSociete: string, idClient: string, firstName: string | null, lastName: string | null, city: string | null }
        | { __typename: 'DirectDebitBatch', id: string, messageId: string, idSociete: string, createdAt: string, total: { cents: number, currency: string } }
        | { __typename: 'JournalEntry', id: string, label: string, date: string, idSociete: string, payment: { id: string } | null }
        | { __typename: 'Mandate', id: string, rum: string, idSociete: string, idClient: string, createdAt: string }
        | { __typename: 'Payment', id: string, reference: string, status: PaymentStatus, idSociete: string, idClient: string, idCommande: string, createdAt: string, customer: { firstName: string | null, lastName: string | null } | null, payer: { firstName: string | null, lastName: string | null } | null, amount: { cents: number, currency: string } }
        | { __typename: 'WebhookDelivery', id: string, createdAt: string, eventName: string, payment: { id: string } | null }
       }> } };

export type ShowIbanMutationVariables = Exact<{
  input: ShowIbanInput;
}>;


export type ShowIbanMutation = { showIban:
    | { __typename: 'InvalidInputError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string, issues: Array<{ path: Array<string>, message: string }> }
    | { __typename: 'NotAllowedError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string }
    | { __typename: 'ShowIbanSuccess', iban: string }
   };

export type AwaitedTransfersQueryVariables = Exact<{
  runMode: PaymentRunMode;
  filter?: AwaitedTransferFilter | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type AwaitedTransfersQuery = { awaitedTransfers: { edges: Array<{ node: { isLate: boolean, payment: { id: string, reference: string, idSociete: string, idClient: string, idCommande: string, createdAt: string, expiresAt: string | null, customer: { firstName: string | null, lastName: string | null } | null, amount: { cents: number }, nextAction:
            | { __typename: 'BankTransferAction', iban: string, reference: string }
            | { __typename: 'RedirectAction' }
           | null }, received: { cents: number }, missing: { cents: number } } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type PingWebhookEndpointMutationVariables = Exact<{
  input: PingWebhookEndpointInput;
}>;


export type PingWebhookEndpointMutation = { pingWebhookEndpoint:
    | { __typename: 'InvalidInputError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string, issues: Array<{ path: Array<string>, message: string }> }
    | { __typename: 'NotAllowedError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string }
    | { __typename: 'PingWebhookEndpointSuccess', outcome: WebhookOutcome, statusCode: number | null, detail: string | null, durationMs: number }
   };

export type ReplayWebhooksMutationVariables = Exact<{
  input: ReplayWebhooksInput;
}>;


export type ReplayWebhooksMutation = { replayWebhooks:
    | { __typename: 'InvalidInputError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string, issues: Array<{ path: Array<string>, message: string }> }
    | { __typename: 'NotAllowedError', code: PaymentErrorCode, message: string, path: Array<string> | null, retryAdvice: RetryAdvice, requestId: string }
    | { __typename: 'ReplayWebhooksSuccess', replayed: number, isMore: boolean }
   };

export type WebhookDeliveriesQueryVariables = Exact<{
  filter?: WebhookDeliveryFilter | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type WebhookDeliveriesQuery = { webhookDeliveries: { edges: Array<{ node: { id: string, client: string, endpoint: string, type: string, status: WebhookDeliveryStatus, createdAt: string, nextAttemptAt: string | null, payment: { id: string, reference: string } | null, attempts: Array<{ number: number, outcome: WebhookOutcome, statusCode: number | null, detail: string | null }> } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type WebhookDeliveryQueryVariables = Exact<{
  id: string | number;
}>;


export type WebhookDeliveryQuery = { node:
    | { __typename: 'Approval' }
    | { __typename: 'AuditEntry' }
    | { __typename: 'BankException' }
    | { __typename: 'BankFile' }
    | { __typename: 'BankNotification' }
    | { __typename: 'DirectDebitBatch' }
    | { __typename: 'JournalEntry' }
    | { __typename: 'Mandate' }
    | { __typename: 'MandateEvent' }
    | { __typename: 'Payment' }
    | { __typename: 'PaymentAttempt' }
    | { __typename: 'PaymentEvent' }
    | { __typename: 'PaymentOperation' }
    | { __typename: 'Person' }
    | { __typename: 'RecordedAction' }
    | { __typename: 'Refund' }
    | { __typename: 'SavedView' }
    | { __typename: 'Session' }
    | { __typename: 'WebhookDelivery', id: string, client: string, endpoint: string, type: string, status: WebhookDeliveryStatus, eventId: string, body: string, createdAt: string, nextAttemptAt: string | null, settledAt: string | null, payment: { id: string, reference: string, status: PaymentStatus, effectiveRunMode: PaymentRunMode } | null, attempts: Array<{ number: number, outcome: WebhookOutcome, statusCode: number | null, detail: string | null, durationMs: number | null, createdAt: string }>, actions: Array<{ id: string, actor: string, createdAt: string, actorPerson: { id: string, name: string } | null }> }
   | null };

export type WebhookEndpointsQueryVariables = Exact<{ [key: string]: never; }>;


export type WebhookEndpointsQuery = { webhookEndpoints: Array<{ client: string, name: string, url: string, state: WebhookEndpointState, lastSuccessAt: string | null, pausedUntil: string | null, waitingCount: number }> };
export const ApprovalDocument = /* @__PURE__ */ new TypedDocument<ApprovalQuery, ApprovalQueryVariables>('query Approval{node}', { hash: 'eb9e76f4ab1438bf666f845afd5e6b2bda0ec12b4af74657aa53f077cc8b95b4' });
export const ApprovalsDocument = /* @__PURE__ */ new TypedDocument<ApprovalsQuery, ApprovalsQueryVariables>('query Approvals{approvals}', { hash: '561c92a4dad0297133393a0177b79d80a0feae8111c53d244a16324f2ec52292' });
export const DecideApprovalDocument = /* @__PURE__ */ new TypedDocument<DecideApprovalMutation, DecideApprovalMutationVariables>('mutation DecideApproval{decideApproval}', { hash: '2fe0b6a0a659005ef17e726b7f2630a83971125d8bc8135070dcf1f8774f71c9' });
export const WithdrawApprovalDocument = /* @__PURE__ */ new TypedDocument<WithdrawApprovalMutation, WithdrawApprovalMutationVariables>('mutation WithdrawApproval{withdrawApproval}', { hash: '6c8878941052e730c338fd3b354573f3483058a4af055b800e8230514a69d7d9' });
export const AuditEntriesDocument = /* @__PURE__ */ new TypedDocument<AuditEntriesQuery, AuditEntriesQueryVariables>('query AuditEntries{auditEntries}', { hash: '68b1bd5a976dd34b3f4d5c7b6b46a5f536776ec3163049b9ffcc60cea40b1a24' });
export const BankFileEntriesDocument = /* @__PURE__ */ new TypedDocument<BankFileEntriesQuery, BankFileEntriesQueryVariables>('query BankFileEntries{bankFile}', { hash: 'fab4abe2189fc5991b82bb4302421db3b1d84b0299333cdd4ce1c087cee24219' });
export const BankFileDocument = /* @__PURE__ */ new TypedDocument<BankFileQuery, BankFileQueryVariables>('query BankFile{bankFile}', { hash: '62e6a29f58ba805d8e6fd4ce81b4cff55eff9f315170a869204b80fd1ef0e602' });
export const BankFilesDocument = /* @__PURE__ */ new TypedDocument<BankFilesQuery, BankFilesQueryVariables>('query BankFiles{bankFiles}', { hash: 'ac0142e8b2fd759f370d0ace7bead88e36a2d03d5ee7c85949d4dab38a762972' });
export const ConfirmBankFileDocument = /* @__PURE__ */ new TypedDocument<ConfirmBankFileMutation, ConfirmBankFileMutationVariables>('mutation ConfirmBankFile{confirmBankFile}', { hash: 'f7df1b7d4f8a20301e9a929b238af5c8d874c744c2d0955e1a4de11e047d92f3' });
export const RejectBankFileDocument = /* @__PURE__ */ new TypedDocument<RejectBankFileMutation, RejectBankFileMutationVariables>('mutation RejectBankFile{rejectBankFile}', { hash: 'ed07a0fb1deeac5d6c5cece8355cc0254b9095d3b8698ea99cd1428e61c27069' });
export const StatementCalendarDocument = /* @__PURE__ */ new TypedDocument<StatementCalendarQuery, StatementCalendarQueryVariables>('query StatementCalendar{statementCalendar}', { hash: 'cfd298052a46258dfe79ecf48b2c834b15a2928cbea843bc9b4d9416aa5df307' });
export const BatchDebitsDocument = /* @__PURE__ */ new TypedDocument<BatchDebitsQuery, BatchDebitsQueryVariables>('query BatchDebits{directDebitBatch}', { hash: 'c800ae3a8adb720b06b63f639cdba736fece1c0e8aca5a1fd7e63e3710ba5678' });
export const BatchDocument = /* @__PURE__ */ new TypedDocument<BatchQuery, BatchQueryVariables>('query Batch{directDebitBatch}', { hash: '1e67d8bb3ed93bc26d9a75d5b9bf5768d74ad1c544ebec484c90866a97039bb0' });
export const CancelBatchDocument = /* @__PURE__ */ new TypedDocument<CancelBatchMutation, CancelBatchMutationVariables>('mutation CancelBatch{cancelDirectDebitBatch}', { hash: 'f1a7ed542acf038701af70506379bc864368928c8b22d4dffe19431e471a6756' });
export const MarkBatchSubmittedDocument = /* @__PURE__ */ new TypedDocument<MarkBatchSubmittedMutation, MarkBatchSubmittedMutationVariables>('mutation MarkBatchSubmitted{markDirectDebitBatchSubmitted}', { hash: '52587b166b3b2733883709620871b4c4f1a524e35147f837c09353066825e58c' });
export const AccountingExercisesDocument = /* @__PURE__ */ new TypedDocument<AccountingExercisesQuery, AccountingExercisesQueryVariables>('query AccountingExercises{accountingExercises}', { hash: 'df4d15143b2af26f32fba8cd5aefefdfa96abeb77b4c65b9a168f2606b111682' });
export const BankReconciliationDocument = /* @__PURE__ */ new TypedDocument<BankReconciliationQuery, BankReconciliationQueryVariables>('query BankReconciliation{bankReconciliation}', { hash: 'e3d5a9ebd33ce36849175e471f9d84ce27e9f9c77c9c8947f172c97e6ef1add3' });
export const JournalEntriesDocument = /* @__PURE__ */ new TypedDocument<JournalEntriesQuery, JournalEntriesQueryVariables>('query JournalEntries{journalEntries}', { hash: '89cfd944e98895a3798974ecf5c2c362bd24ab3239ff4cfb0b52d9a621c2b02f' });
export const JournalEntryDocument = /* @__PURE__ */ new TypedDocument<JournalEntryQuery, JournalEntryQueryVariables>('query JournalEntry{node}', { hash: '846a41a58a532239fbd168d67f6c95ae987d4146c9ec6d7552674c741199ee5b' });
export const ReverseJournalEntryDocument = /* @__PURE__ */ new TypedDocument<ReverseJournalEntryMutation, ReverseJournalEntryMutationVariables>('mutation ReverseJournalEntry{reverseJournalEntry}', { hash: '37454f9f769e3e2317638467c66a343e7df623fa1668f976962676014e16f591' });
export const SuspenseDocument = /* @__PURE__ */ new TypedDocument<SuspenseQuery, SuspenseQueryVariables>('query Suspense{suspense}', { hash: '24576a575b0a129b88e9c39232932adec3365bab1da3af736422077974fed109' });
export const TrialBalanceDocument = /* @__PURE__ */ new TypedDocument<TrialBalanceQuery, TrialBalanceQueryVariables>('query TrialBalance{trialBalance}', { hash: '50124885cc6bd7a2f861a8a0fbacd51091c7cbb5f51c3830b340127c7d08e4bb' });
export const ChangesDocument = /* @__PURE__ */ new TypedDocument<ChangesSubscription, ChangesSubscriptionVariables>('subscription Changes{changes}', { hash: '5b680705e926aacaa9e68c4bce86128f5a4c0a9c2891cf3d9ba79fd50efcb993' });
export const CreateSavedViewDocument = /* @__PURE__ */ new TypedDocument<CreateSavedViewMutation, CreateSavedViewMutationVariables>('mutation CreateSavedView{createSavedView}', { hash: '7e2027c7870bdadb0319eda685915dc5be7696ade0fc2867c4c56a98d1ab96e9' });
export const CustomerMandatesDocument = /* @__PURE__ */ new TypedDocument<CustomerMandatesQuery, CustomerMandatesQueryVariables>('query CustomerMandates{mandates}', { hash: '83a41f509a9e32dc80cfbe1fc76c39f1a6bbedfd68260de214ac6dd3b7ed9143' });
export const CustomerPaymentsDocument = /* @__PURE__ */ new TypedDocument<CustomerPaymentsQuery, CustomerPaymentsQueryVariables>('query CustomerPayments{payments}', { hash: '496487c52943479a27423ab6e945b4eaf4b338ded413174a24170d7042956521' });
export const CustomerDocument = /* @__PURE__ */ new TypedDocument<CustomerQuery, CustomerQueryVariables>('query Customer{customer}', { hash: '48ee8586e987f311c09478b5c681c96c62d0b2cbf36e0d19ff684c2658c26743' });
export const CustomersDocument = /* @__PURE__ */ new TypedDocument<CustomersQuery, CustomersQueryVariables>('query Customers{customers}', { hash: 'fe6d5b34f5be8100150070a022c1170abb5ff8e5c23602426830df5fb9c89074' });
export const ImportCustomersDocument = /* @__PURE__ */ new TypedDocument<ImportCustomersMutation, ImportCustomersMutationVariables>('mutation ImportCustomers{importCustomers}', { hash: '7a5c4e6699075d60093066d1acf3f56d0776851e4092292e323a8421b9d9b3ff' });
export const RemoveCustomerDocument = /* @__PURE__ */ new TypedDocument<RemoveCustomerMutation, RemoveCustomerMutationVariables>('mutation RemoveCustomer{removeCustomer}', { hash: '689eed42e9648f455fe054e1da8247a47fd3b0f52ef4f97291a0ed3bc473c0a1' });
export const UpsertCustomerDocument = /* @__PURE__ */ new TypedDocument<UpsertCustomerMutation, UpsertCustomerMutationVariables>('mutation UpsertCustomer{upsertCustomer}', { hash: 'da13593a8bdb0607ccf930eece277f6060a739b396e8fc077438e12a65f72e87' });
export const CreateBatchDocument = /* @__PURE__ */ new TypedDocument<CreateBatchMutation, CreateBatchMutationVariables>('mutation CreateBatch{createDirectDebitBatch}', { hash: '15b1de05070542b4270184c4b9bd26a19dbb8a7e4cd5516fc76e366f43e97c0a' });
export const DirectDebitBatchesDocument = /* @__PURE__ */ new TypedDocument<DirectDebitBatchesQuery, DirectDebitBatchesQueryVariables>('query DirectDebitBatches{directDebitBatches}', { hash: '77fdc2f9efe5fd2071f6e860ce1464bfade7b378f40835620ed6a14e1dd9a1d6' });
export const DirectDebitCalendarDocument = /* @__PURE__ */ new TypedDocument<DirectDebitCalendarQuery, DirectDebitCalendarQueryVariables>('query DirectDebitCalendar{directDebitCalendar}', { hash: 'b9b9d923b64bb2dba8b33f523cf400e277266114547724d91d7fd6f06f7005aa' });
export const PreviewBatchDocument = /* @__PURE__ */ new TypedDocument<PreviewBatchQuery, PreviewBatchQueryVariables>('query PreviewBatch{previewDirectDebitBatch}', { hash: 'a3e2cd33e7bf6cfe3c37c9ff79ad66843cb8096583a59bb4a2fa31b43209378b' });
export const ExplainUrlDocument = /* @__PURE__ */ new TypedDocument<ExplainUrlQuery, ExplainUrlQueryVariables>('query ExplainUrl{explainUrl}', { hash: '357208d905b1f315d7d494ff3908dd65622340dc52fd05c67832917fb625aa56' });
export const RequestLogDocument = /* @__PURE__ */ new TypedDocument<RequestLogQuery, RequestLogQueryVariables>('query RequestLog{requestLog}', { hash: '109ec06e803b3d515631ddc687cdc6912d1762d678de8a00136cb5e31fb590dd' });
export const EndSessionDocument = /* @__PURE__ */ new TypedDocument<EndSessionMutation, EndSessionMutationVariables>('mutation EndSession{endSession}', { hash: 'ef180cc36781fd17be58ed7925a9e537152c5ef65656a9015507f417c62a2aa9' });
export const EndSessionsDocument = /* @__PURE__ */ new TypedDocument<EndSessionsMutation, EndSessionsMutationVariables>('mutation EndSessions{endSessions}', { hash: '77de665ded9d7d6aa4d26ff12ad0c2b858f7e8bbb815010d00cc0775fe637c9f' });
export const ExceptionDocument = /* @__PURE__ */ new TypedDocument<ExceptionQuery, ExceptionQueryVariables>('query Exception{node}', { hash: '75e4d835df25500aed44257b307c97d74b4449cd44c0175b2db70ea8d04d12bd' });
export const ExceptionsDocument = /* @__PURE__ */ new TypedDocument<ExceptionsQuery, ExceptionsQueryVariables>('query Exceptions{bankExceptions}', { hash: 'b81137724277ff9ea10b77301e9050cda448d7b5cbce40fc1a7281d827da5f58' });
export const PaymentsToAssignDocument = /* @__PURE__ */ new TypedDocument<PaymentsToAssignQuery, PaymentsToAssignQueryVariables>('query PaymentsToAssign{search}', { hash: 'e8284bba848816858901e74e4690ac0d241ebbcb985b20fc5b4da66ced994510' });
export const ResolveBankExceptionDocument = /* @__PURE__ */ new TypedDocument<ResolveBankExceptionMutation, ResolveBankExceptionMutationVariables>('mutation ResolveBankException{resolveBankException}', { hash: '23762b3f8e7410e2a60a5e60ae621ab11ab5bb33d410c4f396f056e39d664ad4' });
export const LedgerVerificationDocument = /* @__PURE__ */ new TypedDocument<LedgerVerificationSubscription, LedgerVerificationSubscriptionVariables>('subscription LedgerVerification{ledgerVerification}', { hash: 'f14717198225b591ff3e16fdb7aeb7a2a6c1c15be06202fd9a9a5f9eb2756ddd' });
export const ActivateMandateDocument = /* @__PURE__ */ new TypedDocument<ActivateMandateMutation, ActivateMandateMutationVariables>('mutation ActivateMandate{activateMandate}', { hash: 'a0df5965daccd2b188d361b062067f2fa8c4f34d7d5e1dab780659f7588238da' });
export const AmendMandateDocument = /* @__PURE__ */ new TypedDocument<AmendMandateMutation, AmendMandateMutationVariables>('mutation AmendMandate{amendMandate}', { hash: '1c2c67b8e5bed7a7fdd387ec208277958605f235bf82936e3d2947c14b73c626' });
export const MandateDebitsDocument = /* @__PURE__ */ new TypedDocument<MandateDebitsQuery, MandateDebitsQueryVariables>('query MandateDebits{payments}', { hash: '92d1a4262d0a927598d6340012231fe83a0b9ab1919b13328840715235b9ba4c' });
export const MandateDocument = /* @__PURE__ */ new TypedDocument<MandateQuery, MandateQueryVariables>('query Mandate{mandate}', { hash: 'a3457eb266cfef0a28a72fd017c8f64a7279e5a77c1fe6c4233efa08a5e53b22' });
export const ResumeMandateDocument = /* @__PURE__ */ new TypedDocument<ResumeMandateMutation, ResumeMandateMutationVariables>('mutation ResumeMandate{resumeMandate}', { hash: '7a0aa9a2a7fa2dd0abc29eb85489a2d6bf701e686aa5c88e3b1acd02bb8d449e' });
export const RevokeMandateDocument = /* @__PURE__ */ new TypedDocument<RevokeMandateMutation, RevokeMandateMutationVariables>('mutation RevokeMandate{revokeMandate}', { hash: '0bcf7e0c6514847937cc76232b4cf65bad6315c4a1959f79afe5700c31893b29' });
export const SignMandateDocument = /* @__PURE__ */ new TypedDocument<SignMandateMutation, SignMandateMutationVariables>('mutation SignMandate{signMandate}', { hash: 'a4b7698519347bb665842bc07872375264d61d6c8ba37fef78cbd38d02f16098' });
export const SuspendMandateDocument = /* @__PURE__ */ new TypedDocument<SuspendMandateMutation, SuspendMandateMutationVariables>('mutation SuspendMandate{suspendMandate}', { hash: '84a291fed89278b9cf0156b8580fb09699998975a142d2213a07e61052932dd7' });
export const CreateMandateDocument = /* @__PURE__ */ new TypedDocument<CreateMandateMutation, CreateMandateMutationVariables>('mutation CreateMandate{createMandate}', { hash: 'f3f7a712667b1e5e622e45a0ad5481a0f4912ba80118cf227fdbdaa7e3991502' });
export const MandatesDocument = /* @__PURE__ */ new TypedDocument<MandatesQuery, MandatesQueryVariables>('query Mandates{mandates}', { hash: '859ca402572c3cb4cd2f5b366bbdb86051ab8686234507bcdd427e0763b683ad' });
export const MeDocument = /* @__PURE__ */ new TypedDocument<MeQuery, MeQueryVariables>('query Me{me}', { hash: '8eed21e58204e83a6fa0e5e15d9851ea3bc144e2d55f0136e749ed1c90d6ff72' });
export const OverviewDocument = /* @__PURE__ */ new TypedDocument<OverviewQuery, OverviewQueryVariables>('query Overview{paymentTotals}', { hash: '4aaaae4149773de0ffa694f18da28408a7846b92370372d2ff15396df03d93f1' });
export const RefusalsDocument = /* @__PURE__ */ new TypedDocument<RefusalsQuery, RefusalsQueryVariables>('query Refusals{payments}', { hash: 'da176b97ace951b62194e8430495c09600d52940069467a3fa17404230b7823b' });
export const SameWeekdaysDocument = /* @__PURE__ */ new TypedDocument<SameWeekdaysQuery, SameWeekdaysQueryVariables>('query SameWeekdays{paymentTotals}', { hash: '9fc68064433477308853244506047eddd071fea9976ad3a7206c10750607b61f' });
export const WorkloadDocument = /* @__PURE__ */ new TypedDocument<WorkloadQuery, WorkloadQueryVariables>('query Workload{workload}', { hash: 'f5e0b58679bb48a7f51e4762357fea484ada4452fe80fc351ada3f75d0e0d594' });
export const PaymentUpdatedDocument = /* @__PURE__ */ new TypedDocument<PaymentUpdatedSubscription, PaymentUpdatedSubscriptionVariables>('subscription PaymentUpdated{paymentUpdated}', { hash: '294b36a0f35a8e447053a4bff270189e0d8e9755d6b7fa3fd715413036e0e980' });
export const CancelPaymentDocument = /* @__PURE__ */ new TypedDocument<CancelPaymentMutation, CancelPaymentMutationVariables>('mutation CancelPayment{cancelPayment}', { hash: '179c407a8ddf7c51629411d82b943145636e3e29124745ff4a9b3b024bb8ea31' });
export const CapturePaymentDocument = /* @__PURE__ */ new TypedDocument<CapturePaymentMutation, CapturePaymentMutationVariables>('mutation CapturePayment{capturePayment}', { hash: '0dfc89be8245bd46fbad908136c866cfcbd416d8867debd242036e0329a0048b' });
export const PaymentDoorsDocument = /* @__PURE__ */ new TypedDocument<PaymentDoorsQuery, PaymentDoorsQueryVariables>('query PaymentDoors{payment}', { hash: 'ca8e400c76e2ea81c2345063ceb562fad9a6a149ff8579528b6e86f0df9dfeac' });
export const PaymentEntriesDocument = /* @__PURE__ */ new TypedDocument<PaymentEntriesQuery, PaymentEntriesQueryVariables>('query PaymentEntries{payment}', { hash: '87d1961439485929c1ab4412148d5921d467b27b932e464eeb6cbdb2a794d9d3' });
export const PaymentMessagesDocument = /* @__PURE__ */ new TypedDocument<PaymentMessagesQuery, PaymentMessagesQueryVariables>('query PaymentMessages{payment}', { hash: '50c21d185d69111bbc02f48c769ffd28f1fce65d6ad84db37f520272b279d976' });
export const PaymentWebhooksDocument = /* @__PURE__ */ new TypedDocument<PaymentWebhooksQuery, PaymentWebhooksQueryVariables>('query PaymentWebhooks{payment}', { hash: '1860b7448329d7768541be4d31e2145245566a8421ad64298a8434770da87c29' });
export const PaymentDocument = /* @__PURE__ */ new TypedDocument<PaymentQuery, PaymentQueryVariables>('query Payment{payment}', { hash: 'c3fca5068f946c3e20a1a5d011b9b87fd684a02ec17d56669e0ecd6713191191' });
export const RefreshPaymentDocument = /* @__PURE__ */ new TypedDocument<RefreshPaymentMutation, RefreshPaymentMutationVariables>('mutation RefreshPayment{refreshPayment}', { hash: 'e332e346752cdcb1f4521a3b35b6b2f6e4fa1dfccf02032b46ef9b58586b89ad' });
export const RefundPaymentDocument = /* @__PURE__ */ new TypedDocument<RefundPaymentMutation, RefundPaymentMutationVariables>('mutation RefundPayment{refundPayment}', { hash: '0899d21406cd2ba7b15e49d7fb5b4c6f8775550f8542e28fd7bbee2bda05879e' });
export const ReplayNotificationDocument = /* @__PURE__ */ new TypedDocument<ReplayNotificationMutation, ReplayNotificationMutationVariables>('mutation ReplayNotification{replayNotification}', { hash: '23298099e1fbb5a8c5f5069cb4c6b0f7149411d6703a29f1a0a99b7426cb326e' });
export const ReplayWebhookDeliveryDocument = /* @__PURE__ */ new TypedDocument<ReplayWebhookDeliveryMutation, ReplayWebhookDeliveryMutationVariables>('mutation ReplayWebhookDelivery{replayWebhookDelivery}', { hash: 'f4aaa0b1b3d32c5de982ee79313eaf8f163ffbe1da7368cf9d6054f0724b91de' });
export const ReviewPaymentDocument = /* @__PURE__ */ new TypedDocument<ReviewPaymentMutation, ReviewPaymentMutationVariables>('mutation ReviewPayment{reviewPayment}', { hash: '5f6ee09046e50654847dc935557e8d9c58e46e8ed457f541c7089bc0f90acf05' });
export const PaymentTotalsDocument = /* @__PURE__ */ new TypedDocument<PaymentTotalsQuery, PaymentTotalsQueryVariables>('query PaymentTotals{paymentTotals}', { hash: '57a206253fefc64485ff4f6d4a6eb9f629acf6eb94117c9d8dec6f1db002ba38' });
export const PaymentsDocument = /* @__PURE__ */ new TypedDocument<PaymentsQuery, PaymentsQueryVariables>('query Payments{payments}', { hash: '3e4a1350114100de8485f7a8e88a9f33c58d811b2ba9be9bf49ed876a577befa' });
export const PeopleDocument = /* @__PURE__ */ new TypedDocument<PeopleQuery, PeopleQueryVariables>('query People{people}', { hash: 'cf56becd7ad1328202a27b0a20c9b4af6c4df657f3531c2af073a768066bde65' });
export const RecordChequeDocument = /* @__PURE__ */ new TypedDocument<RecordChequeMutation, RecordChequeMutationVariables>('mutation RecordCheque{initiatePayment}', { hash: 'ccd8cbb0d6db84db622948f869c4ba969d146c921f5b7cc1d6c314c9bf761e26' });
export const RemoveSavedViewDocument = /* @__PURE__ */ new TypedDocument<RemoveSavedViewMutation, RemoveSavedViewMutationVariables>('mutation RemoveSavedView{removeSavedView}', { hash: '716b68686294b252498e7fee83792b47676ba0a084d3f0462fa69cdd1979123c' });
export const SavedViewsDocument = /* @__PURE__ */ new TypedDocument<SavedViewsQuery, SavedViewsQueryVariables>('query SavedViews{savedViews}', { hash: '1867bacfe80e8d8ce9623ae49e3984a95c39edd7bef3f596135ea89cc00745ea' });
export const SessionsDocument = /* @__PURE__ */ new TypedDocument<SessionsQuery, SessionsQueryVariables>('query Sessions{sessions}', { hash: '2a90522fd1d73648ad565a74b0d1cb8260fa4f4655b2d3e6d8fed7062cbb4e0c' });
export const HealthDocument = /* @__PURE__ */ new TypedDocument<HealthQuery, HealthQueryVariables>('query Health{health}', { hash: 'e9cfe6a27b733ce7ce8bae3a18064102d2620d9e455fb361d6da2689108f6243' });
export const SettingsDocument = /* @__PURE__ */ new TypedDocument<SettingsQuery, SettingsQueryVariables>('query Settings{settings}', { hash: 'e2f07cb05685eea3b2e62dbf2f580741e7e4d9533f09d05d31a0e4c3d6b0302b' });
export const SearchDocument = /* @__PURE__ */ new TypedDocument<SearchQuery, SearchQueryVariables>('query Search{search}', { hash: '778b545d9d3f5e129ed1f675f3d618a16da2bc019b1fd2a94a6392edb151785e' });
export const ShowIbanDocument = /* @__PURE__ */ new TypedDocument<ShowIbanMutation, ShowIbanMutationVariables>('mutation ShowIban{showIban}', { hash: 'd901e858de52af746cafc63a9c79a834fd8507adc08393af68dcc0d639dc3018' });
export const AwaitedTransfersDocument = /* @__PURE__ */ new TypedDocument<AwaitedTransfersQuery, AwaitedTransfersQueryVariables>('query AwaitedTransfers{awaitedTransfers}', { hash: '833ba7a9510ae79a3d3dd7aabd102a8134e05ef29ab2e1254976aa4f51cb72f2' });
export const PingWebhookEndpointDocument = /* @__PURE__ */ new TypedDocument<PingWebhookEndpointMutation, PingWebhookEndpointMutationVariables>('mutation PingWebhookEndpoint{pingWebhookEndpoint}', { hash: '3022ee0149bf4d06f5a7024637ce1caf0734cd54833d51293fcc9b2ac08fba4d' });
export const ReplayWebhooksDocument = /* @__PURE__ */ new TypedDocument<ReplayWebhooksMutation, ReplayWebhooksMutationVariables>('mutation ReplayWebhooks{replayWebhooks}', { hash: '611084fa72b61930b99deee69d9a69158db3921a6a5c07d88513039ae8dc73fb' });
export const WebhookDeliveriesDocument = /* @__PURE__ */ new TypedDocument<WebhookDeliveriesQuery, WebhookDeliveriesQueryVariables>('query WebhookDeliveries{webhookDeliveries}', { hash: 'ff79819f9aeca7e0b49bc7a25196ac4e82b2185acdcb31ce0fd507cf6a448e84' });
export const WebhookDeliveryDocument = /* @__PURE__ */ new TypedDocument<WebhookDeliveryQuery, WebhookDeliveryQueryVariables>('query WebhookDelivery{node}', { hash: '81fe1b99180d6e9997d93821de9ec402ad27ffe01036da958e4923bc7583bfb6' });
export const WebhookEndpointsDocument = /* @__PURE__ */ new TypedDocument<WebhookEndpointsQuery, WebhookEndpointsQueryVariables>('query WebhookEndpoints{webhookEndpoints}', { hash: '7094e989db98fd7a6dabb32ffd73ae32afd6acb857250f5af2a78f2c9c9111cb' });