import assert from 'node:assert/strict';
import type { ColumnType } from 'kysely';
import { type RecordedAction, recordedActionKind } from '../../../kernel/audit/recorded-action.ts';
import { paymentTarget } from '../../../kernel/vocabulary.ts';
import { asIs, checked, flag, oneOf, orNull, type RowOf, recordOf } from '../../../store/record.ts';
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
export type ApprovalRow = {
  readonly id: string;
  readonly kind: string;
  /** Of a refund alone; so are the payment and the amount. */
  readonly operation_id: string | null;
  readonly payment_id: string | null;
  readonly run_mode: string;
  readonly amount_cents: number | null;
  readonly cause: string;
  readonly requested_by: string;
  /** What another kind is about, and its version when it was asked for. */
  readonly object_id: string | null;
  readonly object_version: number | null;
  /** JSON, for people to read. */
  readonly facts: string | null;
  /** JSON, to carry it out. Removed with the decision, for it may hold personal data. */
  readonly input: string | null;
  readonly status: string;
  readonly created_at: number;
  readonly expires_at: number;
  readonly decided_by: string | null;
  readonly decided_at: number | null;
  readonly reason: string | null;
  /** Of what was withdrawn, whose `status` is `REFUSED`. */
  readonly withdrawn_at: number | null;
};

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

export type AttemptRow = {
  readonly id: string;
  readonly payment_id: string;
  readonly payment_target: string;
  readonly number: number;
  readonly reference: string;
  readonly sequence: number | null;
  readonly status: string;
  readonly bank_transaction: string | null;
  readonly bank_code: string | null;
  readonly created_at: number;
  readonly opened_at: number | null;
  readonly form_given_at: number | null;
};

export type EventRow = {
  readonly id: string;
  readonly payment_id: string;
  readonly sequence: number;
  readonly type: string;
  readonly status: string;
  readonly at: number;
  readonly data: string;
  readonly previous_hash: string | null;
  readonly hash: string;
};

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

export type IdempotencyKeyRow = {
  readonly scope: string;
  readonly key: string;
  readonly fingerprint: string;
  readonly payment_id: string;
  readonly at: number;
};

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

export const attemptColumns = [
  'id',
  'payment_id',
  'payment_target',
  'number',
  'reference',
  'sequence',
  'status',
  'bank_transaction',
  'bank_code',
  'created_at',
  'opened_at',
  'form_given_at',
] as const satisfies readonly (keyof AttemptRow)[];

export const eventColumns = [
  'id',
  'payment_id',
  'sequence',
  'type',
  'status',
  'at',
  'data',
  'previous_hash',
  'hash',
] as const satisfies readonly (keyof EventRow)[];

export const idempotencyKeyColumns = [
  'scope',
  'key',
  'fingerprint',
  'payment_id',
  'at',
] as const satisfies readonly (keyof IdempotencyKeyRow)[];

export const notificationColumns = [...notifications.columns, 'outcome'] as const;
export const summaryColumns = [...notificationSummaries.columns, 'outcome'] as const;
