import assert from 'node:assert/strict';
import { attemptStatus, type PaymentTarget, paymentStatus, paymentTarget } from '../../../kernel/vocabulary.ts';
import { parseEventFacts } from '../events/event-data.ts';
import { paymentEventType } from '../events/event-type.ts';
import type { PaymentEvent } from '../events/payment-event.ts';
import {
  type NotificationOutcome,
  notificationOutcome,
  type StoredNotification,
} from '../notifications/notification.ts';
import type { Attempt } from '../payment.ts';
import type { AttemptChange } from '../payment-store.ts';
import { known } from './stored-values.ts';
import type { AttemptRow, EventRow, NotificationRow } from './tables.ts';

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

export function rowOfNotification(notification: StoredNotification): NotificationRow {
  return {
    id: notification.id,
    target: notification.target,
    id_societe: notification.idSociete,
    method: notification.method,
    query: notification.query,
    body: notification.body,
    headers: notification.headers,
    source: notification.source,
    digest: notification.digest,
    received_at: notification.receivedAt,
    ...rowOfOutcome(notification.outcome),
  };
}

export function rowOfOutcome(outcome: NotificationOutcome): Pick<NotificationRow, 'outcome' | 'reason' | 'payment_id'> {
  return { outcome: outcome.kind, reason: outcome.reason, payment_id: outcome.paymentId };
}

export function notificationOf(row: NotificationRow): StoredNotification {
  assert(row.method === 'GET' || row.method === 'POST', 'a notification comes by GET or POST');
  return {
    id: row.id,
    target: known(paymentTarget, row.target),
    idSociete: row.id_societe,
    method: row.method,
    query: row.query,
    body: Buffer.from(row.body.buffer, row.body.byteOffset, row.body.byteLength),
    headers: row.headers,
    source: row.source,
    digest: row.digest,
    receivedAt: row.received_at,
    outcome: { kind: known(notificationOutcome, row.outcome), reason: row.reason, paymentId: row.payment_id },
  };
}
