import { accountingMeans } from '../../kernel/accounting-rules.ts';
import { recordedActionKind } from '../../kernel/audit/recorded-action.ts';
import { mandateScheme } from '../../kernel/sepa/mandate.ts';
import {
  attemptStatus,
  payerField,
  paymentCapture,
  paymentErrorCode,
  paymentRunMode,
  paymentStatus,
  paymentTarget,
  paymentType,
  retryAdvice,
} from '../../kernel/vocabulary.ts';
import { journalEntryKind } from '../../modules/accounting/journal.ts';
import { batchStatus, directDebitState } from '../../modules/direct-debits/batches/direct-debit.ts';
import {
  mandateCause,
  mandateStatus,
  mandateType,
  sequenceType,
} from '../../modules/direct-debits/mandates/mandate.ts';
import { mandateEventType } from '../../modules/direct-debits/mandates/mandate-event.ts';
import { paymentFlow } from '../../modules/payments/capabilities.ts';
import { paymentEventType } from '../../modules/payments/events/event-type.ts';
import { paymentAction } from '../../modules/payments/operations/available-actions.ts';
import { operationKind } from '../../modules/payments/operations/bank-operation.ts';
import { operationStatus } from '../../modules/payments/operations/payment-operation.ts';
import { refundStatus } from '../../modules/payments/operations/refund.ts';
import { transitionCause } from '../../modules/payments/transitions.ts';
import { webhookDeliveryStatus, webhookOutcome } from '../../modules/webhooks/webhook-delivery.ts';
import { webhookEndpointState } from '../../modules/webhooks/webhook-schedule.ts';
import { enumOf } from '../builder.ts';

export const WebhookDeliveryStatus = enumOf(webhookDeliveryStatus);
export const RecordedActionKind = enumOf(recordedActionKind);
export const WebhookOutcome = enumOf(webhookOutcome);
export const WebhookEndpointState = enumOf(webhookEndpointState);
export const PaymentTarget = enumOf(paymentTarget);
export const PaymentRunMode = enumOf(paymentRunMode);
export const PaymentType = enumOf(paymentType);
export const PaymentStatus = enumOf(paymentStatus);
export const PaymentAttemptStatus = enumOf(attemptStatus);
export const PaymentErrorCode = enumOf(paymentErrorCode);
export const RetryAdvice = enumOf(retryAdvice);
export const PayerField = enumOf(payerField);
export const PaymentFlow = enumOf(paymentFlow);
export const PaymentEventType = enumOf(paymentEventType);
export const TransitionCause = enumOf(transitionCause);
export const PaymentAction = enumOf(paymentAction);
export const RefundStatus = enumOf(refundStatus);
export const DirectDebitState = enumOf(directDebitState);
export const DirectDebitBatchStatus = enumOf(batchStatus);
export const SequenceType = enumOf(sequenceType);
export const MandateScheme = enumOf(mandateScheme);
export const MandateType = enumOf(mandateType);
export const MandateStatus = enumOf(mandateStatus);
export const MandateCause = enumOf(mandateCause);
export const MandateEventType = enumOf(mandateEventType);
export const AccountingMeans = enumOf(accountingMeans);
export const JournalEntryKind = enumOf(journalEntryKind);
export const PaymentCapture = enumOf(paymentCapture);
export const PaymentOperationKind = enumOf(operationKind);
export const PaymentOperationStatus = enumOf(operationStatus);
