import { accountingMeans } from '../domain/accounting.ts';
import { operationKind } from '../domain/bank-operation.ts';
import { paymentFlow } from '../domain/capabilities.ts';
import { batchStatus, directDebitState } from '../domain/direct-debit.ts';
import { journalEntryKind } from '../domain/journal.ts';
import {
  mandateCause,
  mandateEventType,
  mandateScheme,
  mandateStatus,
  mandateType,
  sequenceType,
} from '../domain/mandate.ts';
import { paymentEventType } from '../domain/payment.ts';
import { operationStatus } from '../domain/payment-operation.ts';
import { recordedActionKind } from '../domain/recorded-action.ts';
import { refundStatus } from '../domain/refund.ts';
import { transitionCause } from '../domain/transitions.ts';
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
} from '../domain/vocabulary.ts';
import { webhookDeliveryStatus, webhookOutcome } from '../domain/webhook-delivery.ts';
import { webhookEndpointState } from '../domain/webhook-schedule.ts';
import { paymentAction } from '../use-cases/available-actions.ts';
import { enumOf } from './builder.ts';

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
