import assert from 'node:assert/strict';
import type { ColumnType } from 'kysely';
import { type RecordedAction, recordedActionKind } from '../../../kernel/audit/recorded-action.ts';
import { paymentTarget } from '../../../kernel/vocabulary.ts';
import {
  asIs,
  checked,
  flag,
  namesOf,
  numbers,
  numbersOrNull,
  oneOf,
  orNull,
  type RowOf,
  type RowWith,
  recordOf,
  texts,
  textsOrNull,
} from '../../../store/record.ts';
import type { BankNotification, NotificationOutcome, StoredNotification } from '../notifications/notification.ts';
import { operationKind } from '../operations/bank-operation.ts';
import { operationStatus, type PaymentOperation } from '../operations/payment-operation.ts';
import type { PaymentRow } from './payment-row.ts';

/**
 * The tables as they are stored: names in snake case, names of closed sets as text, times as milliseconds since the
 * epoch, JSON as text. The migrations make them.
 */
export type Tables = {
  readonly payments: PaymentRow & { readonly payer_erased_at: ColumnType<number | null, undefined, number | null> };
  readonly payment_attempts: AttemptRow;
  readonly payment_events: EventRow;
  readonly idempotency_keys: IdempotencyKeyRow;
  readonly sequences: { readonly counter: string; readonly next: number };
  readonly payment_operations: OperationRow;
  readonly lost_inquiries: LostInquiryRow;
  readonly reported_payments: ReportedPaymentRow;
  readonly contract_transactions: ContractTransactionRow;
  readonly cursors: { readonly name: string; readonly position: string };
  readonly notifications: NotificationRow & { readonly erased_at: ColumnType<number | null, undefined, number | null> };
  readonly notification_rings: {
    readonly name: string;
    readonly next: number;
    readonly messages: number;
    readonly bytes: number;
  };
  readonly notification_ring_slots: {
    readonly ring: string;
    readonly position: number;
    readonly notification_id: string;
    readonly bytes: number;
    readonly received_at: number;
  };
  readonly bank_news: ProviderUpdateRow;
  readonly bank_transactions: BankTransactionRow;
  readonly recorded_actions: ActionRow;
  readonly approvals: ApprovalRow;
  readonly payment_reminders: { readonly payment_id: string; readonly at: number };
};

/** `status` and what follows from a decision change once. */
const approvals = {
  ...texts('id', 'kind', 'run_mode', 'cause', 'requested_by', 'status'),
  // Of a refund alone.
  ...textsOrNull('operation_id', 'payment_id'),
  ...numbersOrNull('amount_cents'),
  // What another kind is about, and its version when it was asked for.
  ...textsOrNull('object_id'),
  ...numbersOrNull('object_version'),
  // JSON: what people read, and what carries it out. The second may hold personal data, and goes with the decision.
  ...textsOrNull('facts', 'input'),
  ...numbers('created_at', 'expires_at'),
  ...textsOrNull('decided_by', 'reason'),
  // The second: of what was withdrawn, whose `status` is `REFUSED`.
  ...numbersOrNull('decided_at', 'withdrawn_at'),
};
export type ApprovalRow = RowWith<typeof approvals>;

export const recordedActions = recordOf<RecordedAction>()({
  ...asIs('id', 'at', 'client', 'operator', 'subject'),
  kind: oneOf(recordedActionKind),
});
export type ActionRow = RowOf<typeof recordedActions>;

export type LostInquiryRow = { readonly attempt_id: string; readonly since: number; readonly next_ask_at: number };

export type ReportedPaymentRow = LostInquiryRow & {
  /** Numbers, with blanks between them. */
  readonly bank_transactions: string;
};
export type ContractTransactionRow = {
  readonly contract: string;
  readonly bank_transaction: string;
  readonly attempt_id: string;
};

const attempts = {
  ...texts('id', 'payment_id', 'payment_target', 'reference', 'status'),
  ...textsOrNull('bank_transaction', 'bank_code'),
  ...numbers('number', 'created_at'),
  ...numbersOrNull('sequence', 'opened_at', 'form_given_at'),
};
export type AttemptRow = RowWith<typeof attempts>;

const events = {
  ...texts('id', 'payment_id', 'type', 'status', 'data', 'hash'),
  ...textsOrNull('previous_hash'),
  ...numbers('sequence', 'at'),
};
export type EventRow = RowWith<typeof events>;

export const paymentOperations = recordOf<PaymentOperation>()({
  ...asIs('id', 'paymentId', 'attemptId', 'amountCents', 'client', 'bankTransaction', 'bankCode', 'reason', 'asks'),
  ...asIs('nextAskAt', 'notShownAt', 'createdAt', 'updatedAt'),
  kind: oneOf(operationKind),
  // Null where an older gateway wrote it.
  givesBack: orNull(flag),
  status: oneOf(operationStatus),
  origin: checked((kept: string) => {
    assert(kept === 'CALLER' || kept === 'BANK', 'an operation is of a caller or of the bank');
    return kept;
  }),
});
export type OperationRow = RowOf<typeof paymentOperations>;

const idempotencyKeys = { ...texts('scope', 'key', 'fingerprint', 'payment_id'), ...numbers('at') };
export type IdempotencyKeyRow = RowWith<typeof idempotencyKeys>;

type Flat<Notification> = Omit<Notification, 'outcome'> & Omit<NotificationOutcome, 'kind'>;
const summaryFields = {
  ...asIs('id', 'idSociete', 'digest', 'receivedAt', 'reason', 'paymentId'),
  target: oneOf(paymentTarget),
  method: checked((kept: string) => {
    assert(kept === 'GET' || kept === 'POST', 'a notification comes by GET or POST');
    return kept;
  }),
};
export const notificationSummaries = recordOf<Flat<BankNotification>>()(summaryFields);
export type SummaryRow = RowOf<typeof notificationSummaries> & { readonly outcome: string };
export const notifications = recordOf<Flat<StoredNotification>>()({
  ...summaryFields,
  ...asIs('query', 'headers', 'source'),
  body: checked((kept: Uint8Array) => Buffer.from(kept.buffer, kept.byteOffset, kept.byteLength)),
});
export type NotificationRow = RowOf<typeof notifications> & { readonly outcome: string };

export type ProviderUpdateRow = {
  readonly target: string;
  readonly deduplication_key: string;
  readonly notification_id: string;
  readonly at: number;
};

export type BankTransactionRow = {
  readonly target: string;
  readonly run_mode: string;
  readonly bank_transaction: string;
  readonly attempt_id: string;
};

// Columns are always named, never `*`: PostgreSQL refuses a prepared statement whose result gains a column.

export const attemptColumns = namesOf(attempts);
export const eventColumns = namesOf(events);
export const idempotencyKeyColumns = namesOf(idempotencyKeys);
export const approvalColumns = namesOf(approvals);

export const notificationColumns = [...notifications.columns, 'outcome'] as const;
export const summaryColumns = [...notificationSummaries.columns, 'outcome'] as const;
