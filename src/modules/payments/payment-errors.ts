import type { ApprovalKind } from '../../kernel/caller.ts';
import { PaymentError } from '../../kernel/errors.ts';
import type { CapabilityOfSociete } from './capabilities-of-societe.ts';
import type { Approval } from './operations/approval.ts';
import type { PaymentOperation } from './operations/payment-operation.ts';

export class UnsupportedPaymentError extends PaymentError {
  readonly code = 'UNSUPPORTED_PAYMENT';
  readonly retryAdvice = 'FIX_INPUT';
  /** The combinations that the société has. */
  readonly allowed: readonly CapabilityOfSociete[];

  constructor(message: string, path: readonly string[], allowed: readonly CapabilityOfSociete[]) {
    super(message, path);
    this.allowed = allowed;
  }
}

/** A second person has to approve it. Nothing was done. */
export class ApprovalRequiredError extends PaymentError {
  readonly code = 'APPROVAL_REQUIRED';
  readonly retryAdvice = 'CHECK_STATUS_FIRST';
  readonly approval: Approval;

  constructor(approval: Approval) {
    super(`${waitingTexts[approval.kind]} It waits for a second person, for seven days.`);
    this.approval = approval;
  }
}

const waitingTexts: Readonly<Record<ApprovalKind, string>> = {
  REFUND: 'This refund is above your limit.',
  AMEND_MANDATE: 'Another account of a mandate takes two people.',
  REVIEW_PAYMENT: 'To decide that a payment is paid takes two people.',
};

/** The bank may have done it: nothing is sent again. The gateway asks the bank, until it knows or a person has to decide. */
export class OutcomeUnknownError extends PaymentError {
  readonly code = 'OUTCOME_UNKNOWN';
  readonly retryAdvice = 'CHECK_STATUS_FIRST';
  readonly operation: PaymentOperation;

  constructor(operation: PaymentOperation) {
    super(
      operation.status === 'NEEDS_REVIEW'
        ? 'The bank cannot say what it did, and is not asked any more. A person has to look and decide: settleOperation.'
        : 'The bank gave no clear answer. It is asked what it did; look at the payment before you ask for anything again.',
    );
    this.operation = operation;
  }
}
