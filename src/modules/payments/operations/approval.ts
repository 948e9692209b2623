import { z } from 'zod';
import type { ApprovalKind, ChangeKind } from '../../../kernel/caller.ts';
import { closedSet, type NameOf } from '../../../kernel/closed-set.ts';
import { parseStored } from '../../../kernel/stored-facts.ts';
import type { EffectiveRunMode } from '../../../kernel/vocabulary.ts';
import type { VisibleTo } from '../may-see.ts';

/** What waits for a second person: a refund above the limit of the one who asked, or a change that always waits. */

export const approvalStatus = closedSet('ApprovalStatus', 'Whether a second person has decided.', {
  PENDING: 'It waits for a second person.',
  APPROVED: 'A second person approved it, and it was carried out. Of a refund, `refund` says what the bank did.',
  REFUSED: 'A second person refused it, and nothing was done.',
  EXPIRED: 'It was not decided in seven days, and nothing was done.',
  WITHDRAWN:
    'The one who asked withdrew it, and nothing was done. Or a restore of the database did: what was decided since the backup is not known.',
});
export type ApprovalStatus = NameOf<typeof approvalStatus>;

export const approvalCause = closedSet('ApprovalCause', 'Why a second person has to decide.', {
  PAYMENT: 'With it, the refunds of this payment are above the limit.',
  DAY: 'With it, the refunds of the one who asks are above the limit for this day.',
  KIND: 'Every change of this kind waits.',
});
export type ApprovalCause = NameOf<typeof approvalCause>;

type Held<Kind extends ApprovalKind> = {
  /** `apr_…` */
  readonly id: string;
  readonly kind: Kind;
  readonly runMode: EffectiveRunMode;
  readonly cause: ApprovalCause;
  /** The client, or `console/per_…`. */
  readonly requestedBy: string;
  /** `EXPIRED` is never stored: it follows from `expiresAt`. */
  readonly status: ApprovalStatus;
  readonly createdAt: number;
  readonly expiresAt: number;
  /** Null until it is decided, and where the one who asked withdrew it. */
  readonly decidedBy: string | null;
  /** When it was decided or withdrawn. */
  readonly decidedAt: number | null;
  /** In the words of who decided. */
  readonly reason: string | null;
};

export type RefundApproval = Held<'REFUND'> & {
  /** `ope_…`: the operation that it becomes. */
  readonly operationId: string;
  readonly paymentId: string;
  readonly amountCents: number;
};

/** The version of what it is about: once that has changed, the decision would be about something else. */
type Based = { readonly version: number };

export type ReviewApproval = Held<'REVIEW_PAYMENT'> & Based & { readonly paymentId: string };

const amendmentFacts = z.strictObject({
  /** Masked, both. */
  oldIban: z.string(),
  newIban: z.string(),
  /** Names of the fields that change, with blanks between. */
  fields: z.string(),
});

export type AmendmentApproval = Held<'AMEND_MANDATE'> &
  Based &
  Readonly<z.output<typeof amendmentFacts>> & {
    readonly mandateId: string;
    /** What was asked for, personal data included. Null once it is decided, or no longer can be. */
    readonly input: unknown;
  };

export const parseAmendmentFacts = (stored: unknown): z.output<typeof amendmentFacts> =>
  parseStored(amendmentFacts, 'approval of an amendment', stored);

export type ChangeApproval = ReviewApproval | AmendmentApproval;
export type Approval = RefundApproval | ChangeApproval;
/** What a change is about and would do. */
export type ChangeFacts<Change extends ChangeApproval = ChangeApproval> = Change extends unknown
  ? Omit<Change, Exclude<keyof Held<ChangeKind>, 'kind' | 'runMode'>>
  : never;

export type ApprovalDecision = {
  readonly status: 'APPROVED' | 'REFUSED';
  readonly decidedBy: string;
  readonly decidedAt: number;
  readonly reason: string;
};

/** Whose approvals a caller sees: those about the payments and about the mandates that it sees; null: about none. */
export type ApprovalSight = {
  readonly payments: VisibleTo | null;
  readonly mandates: { readonly societes: readonly string[] | null; readonly runModes: readonly string[] } | null;
};

export type ApprovalReads = {
  approval(id: string): Promise<Approval | null>;
  approvalOfOperation(operationId: string): Promise<RefundApproval | null>;
  /** Changes of a mandate or payment that wait. */
  waitingChanges(objectId: string, now: number): Promise<readonly ChangeApproval[]>;
  /** What waits of these payments, oldest first: at most `limit` of each. */
  approvalsWaitingOf(paymentIds: readonly string[], now: number, limit: number): Promise<readonly Approval[]>;
  /** What waits no more of these payments, newest first: at most `limit` of each. */
  approvalsEndedOf(paymentIds: readonly string[], now: number, limit: number): Promise<readonly Approval[]>;
  /** Newest first; of one status at `now`, or (null) all; older than `beforeId` if given. */
  approvals(query: {
    /** Null: by anyone. */
    readonly requestedBy: string | null;
    readonly sight: ApprovalSight;
    readonly status: ApprovalStatus | null;
    /** Left out: of both. */
    readonly runMode?: EffectiveRunMode | null;
    readonly now: number;
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
  /** False where it was decided or withdrawn before, or has expired. Its input is removed. */
  decideApproval(id: string, decision: ApprovalDecision): Promise<boolean>;
  /** False where it waits no more. Its input is removed. */
  withdrawApproval(id: string, at: number): Promise<boolean>;
  /** Withdraws all that waits, by another than who asked; answers the ids. */
  withdrawWaiting(by: string, at: number): Promise<readonly string[]>;
  /** From then on a refund that was approved, and failed, is not sent again. */
  endApproved(at: number): Promise<void>;
  /** Removes the input and the accounts of the changes of a mandate. */
  forgetInputsOf(objectId: string): Promise<void>;
  /** Removes the input of changes that expired before `before`; answers how many. */
  forgetExpiredInputs(before: number): Promise<number>;
};

export const approvalMs = 7 * 86_400_000;

/** What every new approval has. */
export const newApproval = (id: string, requestedBy: string, now: number) => ({
  ...{ id, requestedBy, status: 'PENDING' as const, createdAt: now, expiresAt: now + approvalMs },
  ...{ decidedBy: null, decidedAt: null, reason: null },
});

export const approvalStatusAt = ({ status, expiresAt }: Approval, now: number): ApprovalStatus =>
  status === 'PENDING' && now >= expiresAt ? 'EXPIRED' : status;

/** The payment that it is about; null for a mandate. */
export const paymentIdOf = (approval: Approval): string | null =>
  approval.kind === 'AMEND_MANDATE' ? null : approval.paymentId;
