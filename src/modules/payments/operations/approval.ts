import { closedSet, type NameOf } from '../../../kernel/closed-set.ts';
import type { EffectiveRunMode } from '../../../kernel/vocabulary.ts';

/** A refund that waits for a second person, because it is above the limit of who asked for it. */

export const approvalStatus = closedSet('ApprovalStatus', 'What became of a refund that waits for a second person.', {
  PENDING: 'It waits for a second person.',
  APPROVED: 'A second person approved it: its refund says what the bank did.',
  REFUSED: 'A second person refused it, and nothing was given back.',
  EXPIRED: 'It was not decided in seven days, and nothing was given back.',
});
export type ApprovalStatus = NameOf<typeof approvalStatus>;

export const approvalCause = closedSet('ApprovalCause', 'Why a second person has to decide.', {
  PAYMENT: 'With it, the refunds of this payment are above the limit.',
  DAY: 'With it, the refunds of the one who asks are above the limit for this day.',
});
export type ApprovalCause = NameOf<typeof approvalCause>;

export type Approval = {
  /** `apr_…` */
  readonly id: string;
  /** `ope_…`: the operation that it becomes. */
  readonly operationId: string;
  readonly paymentId: string;
  readonly runMode: EffectiveRunMode;
  readonly amountCents: number;
  readonly cause: ApprovalCause;
  /** The client, or `console/per_…`. */
  readonly requestedBy: string;
  /** The daily ceiling of the client when it asked. The decision counts by that of its own moment. */
  readonly refundCeilingCents: number | null;
  /** `EXPIRED` is never stored: it follows from `expiresAt`. */
  readonly status: ApprovalStatus;
  readonly createdAt: number;
  readonly expiresAt: number;
  readonly decidedBy: string | null;
  readonly decidedAt: number | null;
  /** In the words of who decided. */
  readonly reason: string | null;
};

export type ApprovalDecision = {
  readonly status: 'APPROVED' | 'REFUSED';
  readonly decidedBy: string;
  readonly decidedAt: number;
  readonly reason: string;
};

export type ApprovalReads = {
  approval(id: string): Promise<Approval | null>;
  approvalOfOperation(operationId: string): Promise<Approval | null>;
  /** Newest first; of one who asked, or (null) of all; older than `beforeId` if given. */
  approvals(query: {
    readonly requestedBy: string | null;
    readonly beforeId: string | null;
    readonly limit: number;
  }): Promise<readonly Approval[]>;
  /** Cents of a payment that wait. */
  waitingCentsOf(paymentId: string, now: number): Promise<number>;
  /** Cents that someone asked for since `since` and that wait. */
  waitingCentsBy(query: {
    readonly requestedBy: string;
    readonly runMode: EffectiveRunMode;
    readonly since: number;
    readonly now: number;
  }): Promise<number>;
};

export type ApprovalWrites = {
  insertApproval(approval: Approval): Promise<void>;
  /** False where it was decided before. */
  decideApproval(id: string, decision: ApprovalDecision): Promise<boolean>;
};

export const approvalMs = 7 * 86_400_000;

export const approvalStatusAt = ({ status, expiresAt }: Approval, now: number): ApprovalStatus =>
  status === 'PENDING' && now >= expiresAt ? 'EXPIRED' : status;
