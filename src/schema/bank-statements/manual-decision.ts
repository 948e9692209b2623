import { closedSet } from '../../kernel/closed-set.ts';
import { OperationNotPossibleError } from '../../kernel/errors.ts';
import type { PaymentOperation as OperationRecord } from '../../modules/payments/operations/payment-operation.ts';
import { resolveOperation } from '../../modules/payments/operations/resolve-operation.ts';
import type { Payment as PaymentRecord } from '../../modules/payments/payment.ts';
import { ApprovalRequiredError } from '../../modules/payments/payment-errors.ts';
import { reviewPayment } from '../../modules/payments/review-payment.ts';
import { builder, enumOf } from '../builder.ts';
import { Payment } from '../payments/payment.ts';
import { PaymentOperation } from '../payments/payment-operation.ts';
import { refusals } from '../refusals.ts';
import { PaymentStatus } from '../server/enums.ts';

/** A person decides what the gateway cannot. */

const SettleOperationSuccess = builder
  .objectRef<{ readonly payment: PaymentRecord; readonly operation: OperationRecord }>('SettleOperationSuccess')
  .implement({
    description: 'The operation is settled.',
    fields: (t) => ({
      payment: t.expose('payment', { type: Payment, description: 'The payment, as it stands now.' }),
      operation: t.expose('operation', { type: PaymentOperation, description: 'The operation, as it stands now.' }),
    }),
  });

const OperationSettlement = enumOf(
  closedSet('OperationSettlement', "What the bank's back office shows.", {
    DONE: 'The bank did it.',
    NOT_DONE: 'The bank never did it.',
  }),
);

const SettleOperationInput = builder.inputType('SettleOperationInput', {
  description: 'An operation in doubt, and its outcome.',
  fields: (t) => ({
    id: t.id({ required: true, description: 'The operation: `ope_…`.' }),
    outcome: t.field({ type: OperationSettlement, required: true, description: 'What the bank did.' }),
  }),
});

builder.mutationField('settleOperation', (t) =>
  t.field({
    type: SettleOperationSuccess,
    description:
      'Says what a bank did with an operation in doubt, after a look at its back office. Said again, it changes nothing. Needs the scopes `read` and `decide`. Who has a refund limit or ceiling does not say of its own refund that it was never done.',
    args: { input: t.arg({ type: SettleOperationInput, required: true, description: 'What was found.' }) },
    errors: refusals('The settled operation, or why it is not.', OperationNotPossibleError),
    resolve: (_root, { input }, { services, caller }) => resolveOperation(services, caller, input),
  }),
);

const ReviewPaymentSuccess = builder.objectRef<PaymentRecord>('ReviewPaymentSuccess').implement({
  description: 'The payment is decided.',
  fields: (t) => ({
    payment: t.field({
      type: Payment,
      description: 'The payment, as it stands now.',
      resolve: (payment) => payment,
    }),
  }),
});

const ReviewPaymentInput = builder.inputType('ReviewPaymentInput', {
  description: 'A payment in review, and what it is.',
  fields: (t) => ({
    id: t.id({ required: true, description: 'The payment: `pay_…`.' }),
    status: t.field({
      type: PaymentStatus,
      required: true,
      description: '`PAID`, `REFUSED`, `CANCELLED`, `FAILED`, `REFUNDED` or `RETURNED`.',
    }),
  }),
});

builder.mutationField('reviewPayment', (t) =>
  t.field({
    type: ReviewPaymentSuccess,
    description:
      "Decides what a payment in `NEEDS_REVIEW` is, or that one is `RETURNED` whose money the bank says did not come, or `PAID` again where it came after all, after a look at the bank's back office. The same decision again changes nothing. Needs the scopes `read` and `decide`, to `PAID` a fresh proof of a person and the approval of a second one.",
    args: { input: t.arg({ type: ReviewPaymentInput, required: true, description: 'The decision.' }) },
    errors: refusals('The decided payment, or why it is not.', OperationNotPossibleError, ApprovalRequiredError),
    resolve: (_root, { input }, { services, caller }) => reviewPayment(services, caller, input),
  }),
);
