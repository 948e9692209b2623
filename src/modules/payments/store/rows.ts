import assert from 'node:assert/strict';
import { attemptStatus, type PaymentTarget, paymentStatus } from '../../../kernel/vocabulary.ts';
import { parseEventFacts } from '../events/event-data.ts';
import { paymentEventType } from '../events/event-type.ts';
import type { PaymentEvent } from '../events/payment-event.ts';
import {
  type BankNotification,
  type NotificationOutcome,
  notificationOutcome,
  type StoredNotification,
} from '../notifications/notification.ts';
import type { Attempt } from '../payment.ts';
import type { AttemptChange } from '../payment-store.ts';
import { known } from './stored-values.ts';
import {
  type AttemptRow,
  type EventRow,
  type NotificationRow,
  notificationSummaries,
  notifications,
  type SummaryRow,
} from './tables.ts';

// Written out field by field: a field that is forgotten does not compile, and nothing is renamed at run time.

export function rowOfAttempt(attempt: Attempt, target: PaymentTarget): AttemptRow {
  // It is found by its payment and number, see `attemptByReference`.
  assert(attempt.reference.endsWith(`-${attempt.number}`), "an attempt's reference ends with its number");
  return {
    id: attempt.id,
    payment_id: attempt.paymentId,
    payment_target: target,
    number: attempt.number,
    reference: attempt.reference,
    sequence: attempt.sequence,
    status: attempt.status,
    bank_transaction: attempt.bankTransaction,
    bank_code: attempt.bankCode,
    created_at: attempt.createdAt,
    opened_at: attempt.openedAt,
    form_given_at: attempt.formGivenAt,
  };
}

export function attemptOf(row: AttemptRow): Attempt {
  return {
    id: row.id,
    paymentId: row.payment_id,
    number: row.number,
    reference: row.reference,
    sequence: row.sequence,
    status: known(attemptStatus, row.status),
    bankTransaction: row.bank_transaction,
    bankCode: row.bank_code,
    createdAt: row.created_at,
    openedAt: row.opened_at,
    formGivenAt: row.form_given_at,
  };
}

export type AttemptChangeRow = Pick<AttemptRow, 'status' | 'bank_transaction' | 'bank_code' | 'opened_at'>;

/** Only the columns that change. */
export function rowOfAttemptChange(change: AttemptChange): Partial<AttemptChangeRow> {
  return {
    ...(change.status !== undefined && { status: change.status }),
    ...(change.bankTransaction !== undefined && { bank_transaction: change.bankTransaction }),
    ...(change.bankCode !== undefined && { bank_code: change.bankCode }),
    ...(change.openedAt !== undefined && { opened_at: change.openedAt }),
  };
}

export function eventOf(row: EventRow): PaymentEvent {
  return {
    id: row.id,
    paymentId: row.payment_id,
    sequence: row.sequence,
    status: known(paymentStatus, row.status),
    at: row.at,
    ...parseEventFacts(known(paymentEventType, row.type), JSON.parse(row.data)),
  };
}

export const rowOfNotification = ({ outcome, ...notification }: StoredNotification): NotificationRow => ({
  ...notifications.write({ ...notification, reason: outcome.reason, paymentId: outcome.paymentId }),
  outcome: outcome.kind,
});

export function rowOfOutcome(outcome: NotificationOutcome): Pick<NotificationRow, 'outcome' | 'reason' | 'payment_id'> {
  return { outcome: outcome.kind, reason: outcome.reason, payment_id: outcome.paymentId };
}

export function notificationOf({ outcome, ...row }: NotificationRow): StoredNotification {
  const { reason, paymentId, ...notification } = notifications.read(row);
  return { ...notification, outcome: { kind: known(notificationOutcome, outcome), reason, paymentId } };
}

export function summaryOf({ outcome, ...row }: SummaryRow): BankNotification {
  const { reason, paymentId, ...notification } = notificationSummaries.read(row);
  return { ...notification, outcome: { kind: known(notificationOutcome, outcome), reason, paymentId } };
}
