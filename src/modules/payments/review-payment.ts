import { actingName, type Caller, requireFreshProof } from '../../kernel/caller.ts';
import { OperationNotPossibleError } from '../../kernel/errors.ts';
import { factOf } from '../../kernel/stored-facts.ts';
import { untilFresh } from '../../kernel/until-fresh.ts';
import type { PaymentStatus } from '../../kernel/vocabulary.ts';
import { isForReview, wasPaid } from './attempts/denied-money.ts';
import { endByPerson } from './attempts/paying-attempt.ts';
import { changeStatus } from './change-payment.ts';
import { lastEventOf } from './last-event.ts';
import type { ReviewApproval } from './operations/approval.ts';
import { readPaymentForOperation } from './operations/authorize-operation.ts';
import { holdBackChange } from './operations/hold-back-change.ts';
import { parseReview } from './operations/operation-input.ts';
import { isUnsettled, refundedCentsOf, statusByRefunds } from './operations/payment-operation.ts';
import { restOnLateMoney } from './operations/rest-on-late-money.ts';
import { type Approved, useChangeApproval } from './operations/use-approval.ts';
import type { Payment } from './payment.ts';
import { ApprovalRequiredError } from './payment-errors.ts';
import type { Services, Transaction } from './ports.ts';
import { canChange } from './transitions.ts';

/**
 * A person looked at the contradiction in the bank's back office, and decides the payment's status.
 * @throws InvalidInputError, NotAllowedError, OperationNotPossibleError, ApprovalRequiredError
 */
export async function reviewPayment(services: Services, caller: Caller, input: unknown): Promise<Payment> {
  const { id, status } = parseReview(input);
  const { id: paymentId } = await readPaymentForOperation(services, caller, id, ['decide']);
  return review(services, { caller, paymentId, status, approved: null });
}

/**
 * Decides that a payment is paid, as a second person approved, in the name of the one who asked.
 * @throws the errors of `reviewPayment`
 */
export const carryOutReview = (
  services: Services,
  requester: Caller,
  approved: Approved<ReviewApproval>,
): Promise<Payment> =>
  review(services, { caller: requester, paymentId: approved.approval.paymentId, status: 'PAID', approved });

type Review = {
  readonly caller: Caller;
  readonly paymentId: string;
  readonly status: PaymentStatus;
  readonly approved: Approved<ReviewApproval> | null;
};

async function review(services: Services, { caller, paymentId, status, approved }: Review): Promise<Payment> {
  const reviewed = await untilFresh(() =>
    services.store.transact(async (transaction) => {
      const current = await transaction.paymentById(paymentId);
      if (current === null) throw new Error('the payment was there a moment ago');
      if (approved !== null) await useChangeApproval(transaction, approved, current);
      const operations = await transaction.operationsOf(paymentId);
      const refundedCents = refundedCentsOf(operations);
      // Money that came after all leaves the payment as its refunds had left it.
      const isAgain = status === 'PAID' && wasPaid.has(current.status);
      const to = isAgain ? statusByRefunds(current.amountCents, refundedCents) : status;
      if (current.status === to && (await wasReviewed(transaction, current))) return current;
      // `PAID` alone undoes a return: it takes a fresh proof, and a second person where a client wants one.
      const isOpen =
        (isAgain || current.status !== 'RETURNED') &&
        isPossible(current, to, refundedCents) &&
        (await isForReview(transaction, current));
      if (to === 'NEEDS_REVIEW' || !isOpen) {
        throw new OperationNotPossibleError(`A payment in ${current.status} cannot be decided to be ${status}.`, [
          'status',
        ]);
      }
      if (operations.some(isUnsettled)) {
        throw new OperationNotPossibleError('An operation of this payment is in doubt: first settleOperation.', ['id']);
      }
      if (status === 'PAID') {
        requireFreshProof(caller, services.clock(), 'decide that it is paid');
        const { effectiveRunMode: runMode, version } = current;
        const facts = { kind: 'REVIEW_PAYMENT', runMode, paymentId, version } as const;
        const waiting = approved === null ? await holdBackChange(services, transaction, { caller, facts }) : null;
        if (waiting !== null) return waiting;
      }
      // Money that came in parts is in the books already.
      const receivedBeforeCents = await transaction.receivedFor(paymentId);
      const decided = await changeStatus(services, transaction, current, {
        to,
        data: { cause: 'REVIEW', client: actingName(caller), ...(receivedBeforeCents > 0 && { receivedBeforeCents }) },
        change: { expiresAt: null },
      });
      if (status === 'REFUSED' || status === 'CANCELLED' || status === 'FAILED')
        await endByPerson(transaction, current, status);
      if (status === 'PAID') await restOnLateMoney(transaction, current);
      return decided;
    }),
  );
  // Thrown here, so that the approval is committed.
  if ('kind' in reviewed) throw new ApprovalRequiredError(reviewed);
  services.announce(paymentId);
  return reviewed;
}

/** Whether the table allows a decision, and the payment was booked as it says: by a person alone, no money was. */
function isPossible({ status, amountCents }: Payment, to: PaymentStatus, refundedCents: number): boolean {
  return canChange(status, to, 'REVIEW') && !(status === 'REFUNDED' && refundedCents < amountCents);
}

/** Whether a person gave the payment its status; repeating the decision changes nothing. */
export async function wasReviewed(transaction: Pick<Transaction, 'eventsOf'>, { id }: Payment): Promise<boolean> {
  const change = await lastEventOf(transaction, id, ({ data }) => factOf(data, 'cause') !== null);
  return change !== null && factOf(change.data, 'cause') === 'REVIEW';
}
