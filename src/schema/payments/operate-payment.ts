import {
  IdempotencyConflictError,
  OperationInProgressError,
  OperationNotPossibleError,
  ProviderUnavailableError,
} from '../../kernel/errors.ts';
import { type CancelledPayment, cancelPayment } from '../../modules/payments/operations/cancel-payment.ts';
import { capturePayment } from '../../modules/payments/operations/capture-payment.ts';
import type { OperatedPayment } from '../../modules/payments/operations/execute-operation.ts';
import { refundPayment } from '../../modules/payments/operations/refund-payment.ts';
import { ApprovalRequiredError, OutcomeUnknownError } from '../../modules/payments/payment-errors.ts';
import { builder } from '../builder.ts';
import { refusals } from '../refusals.ts';
import { withKey } from '../server/idempotency-key.ts';
import { Payment } from './payment.ts';
import { PaymentOperation } from './payment-operation.ts';
import { Refund } from './refund.ts';

/** Operations at the bank for the back office: refund, cancel, capture. */

const errors = [
  OperationNotPossibleError,
  OperationInProgressError,
  IdempotencyConflictError,
  OutcomeUnknownError,
  ProviderUnavailableError,
];

const keyDescription =
  'The same key and the same request are the same operation, which is never done twice. Also as the header `Idempotency-Key`.';
const paymentDescription = 'The payment, as it stands now.';
const replayedDescription = 'True where the same request was made before: this is its outcome.';

const RefundPaymentSuccess = builder.objectRef<OperatedPayment>('RefundPaymentSuccess').implement({
  description: 'The bank answered; whether it gave the money back, the status of the refund says.',
  fields: (t) => ({
    payment: t.expose('payment', { type: Payment, description: paymentDescription }),
    refund: t.expose('operation', { type: Refund, description: 'The refund.' }),
    replayed: t.exposeBoolean('replayed', { description: replayedDescription }),
  }),
});

const RefundPaymentInput = builder.inputType('RefundPaymentInput', {
  description: 'Money to give back.',
  fields: (t) => ({
    id: t.id({ required: true, description: 'The payment: `pay_…`.' }),
    amount: t.field({ type: 'Cents', description: 'In cents; left out, all that can still be given back.' }),
    idempotencyKey: t.string({ description: keyDescription }),
  }),
});

builder.mutationField('refundPayment', (t) =>
  t.field({
    type: RefundPaymentSuccess,
    description:
      'Gives back what was paid, all of it or a part, through the bank that took it. Needs the scopes `read` and `refund`, for payments of another client `allPayments` as well; of a person a fresh proof.',
    args: { input: t.arg({ type: RefundPaymentInput, required: true, description: 'What to give back.' }) },
    errors: refusals('What the bank did, or why it was not asked.', ...errors, ApprovalRequiredError),
    resolve: (_root, { input }, { services, caller, idempotencyKeyHeader }) =>
      refundPayment(services, caller, withKey(input, idempotencyKeyHeader)),
  }),
);

const CancelPaymentSuccess = builder.objectRef<CancelledPayment>('CancelPaymentSuccess').implement({
  description:
    'The payment is given up, or the bank refused that; the status of the operation says. Of one that was given up before, nothing is changed.',
  fields: (t) => ({
    payment: t.expose('payment', { type: Payment, description: paymentDescription }),
    operation: t.expose('operation', {
      type: PaymentOperation,
      nullable: true,
      description: 'What this request had the bank asked for; null where no bank had to be asked.',
    }),
    replayed: t.exposeBoolean('replayed', { description: replayedDescription }),
  }),
});

const CancelPaymentInput = builder.inputType('CancelPaymentInput', {
  description: 'A payment to give up.',
  fields: (t) => ({
    id: t.id({ required: true, description: 'The payment: `pay_…`.' }),
    idempotencyKey: t.string({ description: keyDescription }),
  }),
});

builder.mutationField('cancelPayment', (t) =>
  t.field({
    type: CancelPaymentSuccess,
    description:
      'Gives a payment up before the money moves: one that waits for its customer, that they may try again, or that is authorised (scope `cancel`), one that was paid today (`refund`, of a person with a fresh proof), a booking (`book`). Needs the scope `read` as well, for payments of another client `allPayments`.',
    args: { input: t.arg({ type: CancelPaymentInput, required: true, description: 'What to give up.' }) },
    errors: refusals('The payment, or why it is not given up.', ...errors),
    resolve: (_root, { input }, { services, caller, idempotencyKeyHeader }) =>
      cancelPayment(services, caller, withKey(input, idempotencyKeyHeader)),
  }),
);

const CapturePaymentSuccess = builder.objectRef<OperatedPayment>('CapturePaymentSuccess').implement({
  description: 'The bank answered; whether it took the money, the status of the operation says.',
  fields: (t) => ({
    payment: t.expose('payment', { type: Payment, description: paymentDescription }),
    operation: t.expose('operation', { type: PaymentOperation, description: 'What the bank was asked for.' }),
    replayed: t.exposeBoolean('replayed', { description: replayedDescription }),
  }),
});

const CapturePaymentInput = builder.inputType('CapturePaymentInput', {
  description: 'An authorised payment whose money is to be taken.',
  fields: (t) => ({
    id: t.id({ required: true, description: 'The payment: `pay_…`.' }),
    idempotencyKey: t.string({ description: keyDescription }),
  }),
});

builder.mutationField('capturePayment', (t) =>
  t.field({
    type: CapturePaymentSuccess,
    description:
      'Takes the whole amount of a payment that was initiated with `capture: LATER`, while the bank holds it. Needs the scopes `read` and `capture`, for payments of another client `allPayments` as well.',
    args: { input: t.arg({ type: CapturePaymentInput, required: true, description: 'What to take.' }) },
    errors: refusals('What the bank did, or why it was not asked.', ...errors),
    resolve: (_root, { input }, { services, caller, idempotencyKeyHeader }) =>
      capturePayment(services, caller, withKey(input, idempotencyKeyHeader)),
  }),
);
