import { OperationNotPossibleError, type PaymentError } from '../../../kernel/errors.ts';
import { ApprovalRequiredError } from '../payment-errors.ts';
import type { Services, Transaction } from '../ports.ts';
import { type Approval, type ApprovalDecision, approvalStatusAt } from './approval.ts';

/** A refund that a second person approved, and one that still waits. */

export type ApprovedRefund = { readonly approval: Approval; readonly decision: ApprovalDecision };

/** Of two decisions the second is refused here, with all that its transaction did. */
export async function useApproval(transaction: Transaction, { approval, decision }: ApprovedRefund): Promise<void> {
  if (await transaction.decideApproval(approval.id, decision)) return;
  throw new OperationNotPossibleError('Another person decided about it meanwhile.', ['id']);
}

export function waitingError({ clock }: Pick<Services, 'clock'>, approval: Approval): PaymentError {
  const status = approvalStatusAt(approval, clock());
  if (status === 'PENDING') return new ApprovalRequiredError(approval);
  return new OperationNotPossibleError(`The approval of this refund is ${status}. Ask under another key.`);
}

/** An approval counts for its seven days, also where the refund has to be sent again. */
export function checkStillApproved(approval: Approval | null, now: number): void {
  if (approval === null || now < approval.expiresAt) return;
  throw new OperationNotPossibleError('The approval of this refund has expired. Ask under another key.', [
    'idempotencyKey',
  ]);
}

/** A refund that never reached the bank is asked for again, and others came between. */
export const aboveLimit = (): OperationNotPossibleError =>
  new OperationNotPossibleError('This refund is above your limit by now. Ask under another key.', ['idempotencyKey']);
