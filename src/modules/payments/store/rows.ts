import assert from 'node:assert/strict';
import { accountingMeans, type PaymentAccounting } from '../../../kernel/accounting-rules.ts';
import type { ClosedSet } from '../../../kernel/closed-set.ts';
import { euros } from '../../../kernel/money.ts';
import type { Payer } from '../../../kernel/payer.ts';
import { isCalendarDate } from '../../../kernel/sepa/target-calendar.ts';
import {
  attemptStatus,
  type EffectiveRunMode,
  type PaymentTarget,
  payerField,
  paymentCapture,
  paymentRunMode,
  paymentStatus,
  paymentTarget,
  paymentType,
} from '../../../kernel/vocabulary.ts';
import { paymentFlow } from '../capabilities.ts';
import { parseEventFacts } from '../events/event-data.ts';
import { paymentEventType } from '../events/event-type.ts';
import type { PaymentEvent } from '../events/payment-event.ts';
import {
  type NotificationOutcome,
  notificationOutcome,
  type StoredNotification,
} from '../notifications/notification.ts';
import type { Attempt, Payment } from '../payment.ts';
import type { AttemptChange, PaymentChange } from '../payment-store.ts';
import type { AttemptRow, EventRow, NotificationRow, PaymentRow } from './tables.ts';

// Written out field by field: a field that is forgotten does not compile, and nothing is renamed at run time.

export function rowOfPayment(payment: Payment): PaymentRow {
  return {
    id: payment.id,
    reference: payment.reference,
    token: payment.token,
    client: payment.client,
    payment_target: payment.paymentTarget,
    payment_run_mode: payment.paymentRunMode,
    effective_run_mode: payment.effectiveRunMode,
    payment_type: payment.paymentType,
    type_paiement: payment.typePaiement,
    id_origin: payment.idOrigin,
    id_societe: payment.idSociete,
    id_client: payment.idClient,
    id_commande: payment.idCommande,
    amount_cents: euros(payment.amountCents).cents,
    currency: payment.currency,
    email: payment.email,
    commentaire: payment.commentaire,
    payer: payment.payer && JSON.stringify(payment.payer),
    return_url: payment.returnUrl,
    mandate: payment.mandate,
    accounting: payment.accounting && JSON.stringify(payment.accounting),
    flow: payment.flow,
    status: payment.status,
    version: payment.version,
    derived_key: payment.derivedKey,
    created_at: payment.createdAt,
    updated_at: payment.updatedAt,
    expires_at: payment.expiresAt,
    capture: payment.capture,
  };
}

export function paymentOf(row: PaymentRow): Payment {
  const { cents, currency } = euros(row.amount_cents);
  assert(row.currency === currency, `a payment is in ${currency}`);
  assert(row.version >= 1, 'versions count from 1');
  return {
    id: row.id,
    reference: row.reference,
    token: row.token,
    client: row.client,
    paymentTarget: known(paymentTarget, row.payment_target),
    paymentRunMode: known(paymentRunMode, row.payment_run_mode),
    effectiveRunMode: effectiveRunModeOf(row.effective_run_mode),
    paymentType: known(paymentType, row.payment_type),
    typePaiement: known(paymentType, row.type_paiement),
    idOrigin: row.id_origin,
    idSociete: row.id_societe,
    idClient: row.id_client,
    idCommande: row.id_commande,
    amountCents: cents,
    currency,
    email: row.email,
    commentaire: row.commentaire,
    payer: row.payer === null ? null : payerOf(row.payer),
    returnUrl: row.return_url,
    mandate: row.mandate,
    accounting: row.accounting === null ? null : accountingOf(row.accounting),
    flow: known(paymentFlow, row.flow),
    status: known(paymentStatus, row.status),
    version: row.version,
    derivedKey: row.derived_key,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    expiresAt: row.expires_at,
    capture: known(paymentCapture, row.capture),
  };
}

export type PaymentChangeRow = Pick<PaymentRow, 'status' | 'derived_key' | 'expires_at' | 'updated_at'>;

/** Only the columns that change. */
export function rowOfPaymentChange(change: PaymentChange): Partial<PaymentChangeRow> {
  return {
    ...(change.status !== undefined && { status: change.status }),
    ...(change.derivedKey !== undefined && { derived_key: change.derivedKey }),
    ...(change.expiresAt !== undefined && { expires_at: change.expiresAt }),
    updated_at: change.updatedAt,
  };
}

export function rowOfAttempt(attempt: Attempt, target: PaymentTarget): AttemptRow {
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

/** A name of a closed set, or a broken invariant. */
export function known<Name extends string>(set: ClosedSet<Name>, value: string): Name {
  assert(set.has(value), `what is stored is a ${set.name}`);
  return value;
}

export function effectiveRunModeOf(value: string): EffectiveRunMode {
  assert(value === 'TEST' || value === 'LIVE', 'an effective run mode is TEST or LIVE');
  return value;
}

function payerOf(json: string): Partial<Payer> {
  const payer: unknown = JSON.parse(json);
  assert(typeof payer === 'object' && payer !== null, 'a payer is an object');
  for (const [field, value] of Object.entries(payer)) {
    assert(payerField.has(field) && typeof value === 'string', 'a payer has known fields, each a text');
  }
  return payer;
}

function accountingOf(json: string): PaymentAccounting {
  const { means, date, pieceReference, operator } = JSON.parse(json) as Record<string, unknown>;
  assert(
    typeof means === 'string' && typeof date === 'string' && isCalendarDate(date),
    'a recorded payment has means and a day',
  );
  assert(typeof pieceReference === 'string' && typeof operator === 'string', 'and a piece and an operator');
  return { means: known(accountingMeans, means), date, pieceReference, operator };
}

export function directionOf(value: string): 'CREDIT' | 'DEBIT' {
  assert(value === 'CREDIT' || value === 'DEBIT', 'money comes or goes');
  return value;
}
