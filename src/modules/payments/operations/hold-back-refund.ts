import { actingName, type Caller } from '../../../kernel/caller.ts';
import { NotAllowedError, OperationNotPossibleError } from '../../../kernel/errors.ts';
import { centsToDecimal } from '../../../kernel/money.ts';
import { startOfParisDay } from '../../../kernel/sepa/target-calendar.ts';
import type { Payment } from '../payment.ts';
import type { Services, Transaction } from '../ports.ts';
import { type ApprovalCause, approvalStatusAt, newApproval, type RefundApproval } from './approval.ts';
import { type PaymentOperation, refundableCentsOf } from './payment-operation.ts';

type Wanted = {
  readonly caller: Caller;
  readonly payment: Payment;
  /** All of the payment. */
  readonly operations: readonly PaymentOperation[];
  readonly operation: Pick<PaymentOperation, 'id' | 'kind' | 'amountCents'>;
  /** The approval that is carried out now. */
  readonly approved: RefundApproval | null;
};

/**
 * Holds a refund back that is above the limit of who asks, and leaves an approval in its place. The limit counts all
 * refunds of the payment, and all of the same one in a day of Paris: those that wait and those in doubt too. Called in
 * the transaction that would record the operation.
 * @returns null where it may go on
 * @throws OperationNotPossibleError where what waits leaves too little; NotAllowedError for a cancellation above the limit
 */
export async function holdBackRefund(
  services: Pick<Services, 'clock' | 'identifiers'>,
  transaction: Transaction,
  { caller, payment, operations, operation, approved }: Wanted,
): Promise<RefundApproval | null> {
  const { amountCents } = operation;
  const now = services.clock();
  const limit = refundLimitOf(caller);
  // Of two that ask at once about one payment the second waits here until the first has committed, and then counts it.
  if (limit !== null) await transaction.nextSequence(`refunds of ${payment.id}`);
  // One that was decided waits no more: it is a refund among the others.
  const isOwnWaiting = approved !== null && approvalStatusAt(approved, now) === 'PENDING';
  const waiting = (await transaction.waitingCentsOf(payment.id, now)) - (isOwnWaiting ? approved.amountCents : 0);
  const left = refundableCentsOf(payment, operations) - waiting;
  if (waiting > 0 && amountCents > left) {
    throw new OperationNotPossibleError(
      `${centsToDecimal(waiting)} EUR of this payment wait for the approval of a second person: ${centsToDecimal(Math.max(0, left))} EUR are left.`,
      ['amount'],
    );
  }
  if (limit === null || approved !== null) return null;
  const requestedBy = actingName(caller);
  // The same for two requests of one who asks.
  await transaction.nextSequence(`refund limit ${requestedBy}`);
  const { effectiveRunMode: runMode, id: paymentId } = payment;
  const since = startOfParisDay(now);
  const ofPayment = payment.amountCents - left;
  const ofDay =
    (await transaction.givenBackBy({ client: requestedBy, runMode, since })) +
    (await transaction.waitingCentsBy({ requestedBy, runMode, since, now }));
  const cause: ApprovalCause | null =
    ofPayment + amountCents > limit ? 'PAYMENT' : ofDay + amountCents > limit ? 'DAY' : null;
  if (cause === null) return null;
  if (operation.kind !== 'REFUND') {
    throw new NotAllowedError(
      'To cancel this payment gives back more than your limit: ask by refundPayment, which a second person can approve.',
    );
  }
  const approval: RefundApproval = {
    ...newApproval(services.identifiers.newId('apr'), requestedBy, now),
    ...{ kind: 'REFUND', operationId: operation.id, paymentId, runMode, amountCents, cause },
  };
  await transaction.insertApproval(approval);
  return approval;
}

/** Null: no limit. */
export const refundLimitOf = ({ person, refundLimitCents }: Caller): number | null =>
  person ? person.refundLimitCents : (refundLimitCents ?? null);
