import type { Unread } from '../../../kernel/aged.ts';
import { closedSet, type NameOf } from '../../../kernel/closed-set.ts';
import type { EffectiveRunMode } from '../../../kernel/vocabulary.ts';
import type { DueQuery } from '../inquiry/clock-walk.ts';
import type { Payment } from '../payment.ts';
import type { OperationKind } from './bank-operation.ts';

/** An operation that a bank was asked for, and its result. */

export const operationStatus = closedSet('PaymentOperationStatus', 'How far an operation has come.', {
  SENDING: 'It is on its way to the bank.',
  DONE: 'The bank did it.',
  REFUSED: 'The bank did not do it.',
  FAILED: 'It never reached the bank, or the bank never did it: nothing was changed there.',
  UNKNOWN: 'No clear answer came, or the bank has not decided. It is asked what it did, and nothing is sent again.',
  NEEDS_REVIEW: 'The bank cannot say what it did: a person looks and decides by `settleOperation`.',
});
export type OperationStatus = NameOf<typeof operationStatus>;

export type PaymentOperation = {
  /** `ope_…` */
  readonly id: string;
  readonly paymentId: string;
  /** The attempt that holds the money. */
  readonly attemptId: string;
  readonly kind: OperationKind;
  readonly amountCents: number;
  /**
   * Whether money that was paid goes back: a refund, or a cancellation after payment. Null in rows of older releases.
   */
  readonly givesBack: boolean | null;
  readonly status: OperationStatus;
  /** `BANK`: made in the bank's own back office, as its message said. */
  readonly origin: 'CALLER' | 'BANK';
  /** The client that asked; null if the bank did it by itself. */
  readonly client: string | null;
  /** The bank's own id, once known. */
  readonly bankTransaction: string | null;
  readonly bankCode: string | null;
  /** In our own words; null where there is nothing to say. */
  readonly reason: string | null;
  /** How often the bank was asked for the result. */
  readonly asks: number;
  /** The time of the next inquiry; null where nothing is in doubt. */
  readonly nextAskAt: number | null;
  /** When the bank's last answer came, if that did not show it: a second such answer proves that it was not done. */
  readonly notShownAt: number | null;
  /** When it was asked for, or asked for again: each sending has its own. */
  readonly createdAt: number;
  readonly updatedAt: number;
};

export type OperationReads = {
  /** Oldest first. */
  operationsOf(paymentId: string): Promise<readonly PaymentOperation[]>;
  operation(id: string): Promise<PaymentOperation | null>;
  /** The sum that a client gave back since a moment, or may have: all but what a bank certainly did not do. */
  givenBackBy(query: GivenBackQuery): Promise<number>;
  /** Operations whose `nextAskAt` has come. */
  operationsToAsk(query: DueQuery): Promise<readonly Unread<PaymentOperation>[]>;
};

export type GivenBackQuery = {
  readonly client: string;
  readonly runMode: EffectiveRunMode;
  readonly since: number;
};

export type OperationWrites = {
  /** Fails where another operation of the payment is not settled: there is one at a time. */
  insertOperation(operation: PaymentOperation): Promise<void>;
  /** @throws StaleVersionError where it is not as it was read: the same doubt again changes no version of the payment */
  updateOperation(read: Pick<PaymentOperation, 'id' | 'status' | 'createdAt'>, change: OperationChange): Promise<void>;
};

export type OperationChange = Pick<
  PaymentOperation,
  | 'attemptId'
  | 'givesBack'
  | 'status'
  | 'bankTransaction'
  | 'bankCode'
  | 'reason'
  | 'asks'
  | 'nextAskAt'
  | 'notShownAt'
  | 'createdAt'
  | 'updatedAt'
>;

/** The bank's result is not known yet, so no other operation of this payment is sent. */
export const isUnsettled = ({ status }: PaymentOperation): boolean =>
  status === 'SENDING' || status === 'UNKNOWN' || status === 'NEEDS_REVIEW';

/** The sum that was certainly given back, in cents. */
export const refundedCentsOf = (operations: readonly PaymentOperation[]): number =>
  operations
    .filter(({ kind, status }) => kind === 'REFUND' && status === 'DONE')
    .reduce((sum, { amountCents }) => sum + amountCents, 0);

/** What a payment is whose money came, by what was given back of it. */
export function statusByRefunds(
  amountCents: number,
  refundedCents: number,
): 'PAID' | 'PARTIALLY_REFUNDED' | 'REFUNDED' {
  if (refundedCents === 0) return 'PAID';
  return refundedCents === amountCents ? 'REFUNDED' : 'PARTIALLY_REFUNDED';
}

/** Whether more would have been given back than was paid, had this refund been done beside the others. */
export const givesTooMuch = (
  { amountCents }: Payment,
  operations: readonly PaymentOperation[],
  refund: PaymentOperation,
): boolean =>
  refund.kind === 'REFUND' &&
  refundedCentsOf(operations.filter(({ id }) => id !== refund.id)) + refund.amountCents > amountCents;

/** The sum that can still be given back, in cents. The amount of an operation in doubt counts as gone. */
export function refundableCentsOf({ amountCents }: Payment, operations: readonly PaymentOperation[]): number {
  const inDoubt = operations
    .filter((operation) => operation.kind === 'REFUND' && isUnsettled(operation))
    .reduce((sum, operation) => sum + operation.amountCents, 0);
  return amountCents - refundedCentsOf(operations) - inDoubt;
}
