import { closedSet, type NameOf } from '../../../kernel/closed-set.ts';
import type { PaymentEventType } from '../events/event-type.ts';
import type { PaymentEvent } from '../events/payment-event.ts';
import type { OperationStatus, PaymentOperation } from './payment-operation.ts';

export const refundStatus = closedSet('RefundStatus', 'How far a refund has come.', {
  PENDING: 'It is on its way to the bank.',
  DONE: 'The bank gave the money back.',
  REFUSED: 'The bank did not give the money back.',
  FAILED: 'It never reached the bank: no money moved.',
  UNKNOWN: 'No clear answer came; the bank is asked what it did. Do not ask for the refund again.',
  NEEDS_REVIEW: 'The bank cannot say whether it gave the money back: a person decides.',
});
export type RefundStatus = NameOf<typeof refundStatus>;

/** A refund is the caller's view of an operation. */
export const refundStatusOf = ({ status }: PaymentOperation): RefundStatus => refundStatuses[status];

const refundStatuses: Readonly<Record<OperationStatus, RefundStatus>> = {
  SENDING: 'PENDING',
  DONE: 'DONE',
  REFUSED: 'REFUSED',
  FAILED: 'FAILED',
  UNKNOWN: 'UNKNOWN',
  NEEDS_REVIEW: 'NEEDS_REVIEW',
};

/** A refund as an event tells of it. */
export type Refund = { readonly id: string; readonly amountCents: number; readonly status: RefundStatus };

const statusOfEvent: Partial<Readonly<Record<PaymentEventType, RefundStatus>>> = {
  OPERATION_REQUESTED: 'PENDING',
  REFUND_DONE: 'DONE',
  OPERATION_REFUSED: 'REFUSED',
  OPERATION_FAILED: 'FAILED',
  OPERATION_UNKNOWN: 'UNKNOWN',
  REVIEW_NEEDED: 'NEEDS_REVIEW',
};

/** The refund in an event; null for all other events. */
export function refundOf({ type, data }: PaymentEvent): Refund | null {
  const status = statusOfEvent[type];
  if (status === undefined || !('kind' in data) || data.kind !== 'REFUND') return null;
  return { id: data.operation, amountCents: data.amountCents, status };
}
