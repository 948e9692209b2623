import { OperationNotPossibleError, type PaymentError } from '../../../kernel/errors.ts';
import { ApprovalRequiredError } from '../payment-errors.ts';
import type { Services, Transaction } from '../ports.ts';
import {
  type Approval,
  type ApprovalDecision,
  approvalStatusAt,
  type ChangeApproval,
  type RefundApproval,
} from './approval.ts';

/** What a second person approved, and what still waits. */

export type Approved<Kind extends Approval> = { readonly approval: Kind; readonly decision: ApprovalDecision };
export type ApprovedRefund = Approved<RefundApproval>;

/** Of two decisions the second is refused here, with all that its transaction did. */
export async function useApproval(
  transaction: Pick<Transaction, 'decideApproval'>,
  { approval, decision }: Approved<Approval>,
): Promise<void> {
  if (await transaction.decideApproval(approval.id, decision)) return;
  throw new OperationNotPossibleError('It has expired, or was decided or withdrawn meanwhile.', ['id']);
}

/**
 * The same for a change, first of all in the transaction that makes it: what was approved must still be what it was.
 * @param now what it is about, as the transaction reads it
 */
export async function useChangeApproval(
  transaction: Pick<Transaction, 'decideApproval'>,
  approved: Approved<ChangeApproval>,
  now: { readonly version: number },
): Promise<void> {
  await useApproval(transaction, approved);
  if (isOutOfDate(approved.approval, now)) throw outOfDate();
}

/** Whether a change is not what it was when it was asked for. */
export const isOutOfDate = ({ version }: Pick<ChangeApproval, 'version'>, now: { readonly version: number }): boolean =>
  version !== now.version;

export const outOfDate = (): OperationNotPossibleError =>
  new OperationNotPossibleError('It has changed since this was asked for: refuse it, and ask again.', ['id']);

/** A decision of the last moment may be committed after it: until then it still waits. */
const latestCommitMs = 60_000;

export function waitingError({ clock }: Pick<Services, 'clock'>, approval: Approval): PaymentError {
  const status = approvalStatusAt(approval, clock() - latestCommitMs);
  if (status === 'PENDING') return new ApprovalRequiredError(approval);
  return new OperationNotPossibleError(`The approval of this refund is ${status}. Ask under another key.`, [
    'idempotencyKey',
  ]);
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
