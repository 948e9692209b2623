import { actingName, approvalKind } from '../../kernel/caller.ts';
import {
  IdempotencyConflictError,
  MandateStateError,
  OperationInProgressError,
  OperationNotPossibleError,
  ProviderUnavailableError,
} from '../../kernel/errors.ts';
import { decideApproval, listApprovals, readListedApproval } from '../../modules/approvals/decide-approval.ts';
import { withdrawApproval } from '../../modules/approvals/withdraw-approval.ts';
import {
  type Approval as ApprovalRecord,
  approvalCause,
  approvalStatus,
  approvalStatusAt,
  paymentIdOf,
} from '../../modules/payments/operations/approval.ts';
import { ApprovalRequiredError, OutcomeUnknownError } from '../../modules/payments/payment-errors.ts';
import { readOperation, shownOfEachPayment } from '../../modules/payments/read-payments.ts';
import { builder, connectionOf, enumOf, type ObjectFields, pageArguments } from '../builder.ts';
import { personField } from '../people/person.ts';
import { refusals } from '../refusals.ts';
import { batched } from '../server/batched.ts';
import type { SchemaContext } from '../server/context.ts';
import { PaymentRunMode } from '../server/enums.ts';
import { requestError } from '../server/guard/graphql-error.ts';
import { Money } from '../server/money.ts';
import { pageById } from '../server/page.ts';
import { Payment } from './payment.ts';
import { PaymentErrorInterface } from './payment-errors.ts';
import { paymentOf } from './payment-of.ts';
import { Refund } from './refund.ts';

const ApprovalKind = enumOf(approvalKind);
const ApprovalStatus = enumOf(approvalStatus);
const ApprovalCause = enumOf(approvalCause);

export const Approval = builder.node(builder.objectRef<ApprovalRecord>('Approval'), {
  id: { resolve: ({ id }) => id, description: '`apr_…`' },
  loadOne: (id, { services, caller }) => readListedApproval(services, caller, id),
  description: 'What waits for a second person: a refund, another account of a mandate, or a payment in review.',
  fields: (t) => ({
    kind: t.expose('kind', { type: ApprovalKind, description: 'What was asked for.' }),
    payment: t.field({
      type: Payment,
      nullable: true,
      description: 'The payment that is to be given back, or to be `PAID`; null for a mandate.',
      resolve: (approval, _args, context) => paymentOf(context, paymentIdOf(approval)),
    }),
    amount: t.field({
      type: Money,
      nullable: true,
      description: 'How much is to be given back; null for what is no refund.',
      resolve: (approval) => (approval.kind === 'REFUND' ? approval.amountCents : null),
    }),
    cause: t.expose('cause', { type: ApprovalCause, description: 'Why it waits.' }),
    status: t.field({
      type: ApprovalStatus,
      description: 'Whether it is decided, or withdrawn.',
      resolve: (approval, _args, { services }) => approvalStatusAt(approval, services.clock()),
    }),
    requestedBy: t.exposeString('requestedBy', { description: 'Who asked: the client, or `console/per_…`.' }),
    requestedByPerson: personField(t, 'The person who asked, in the console.', ({ requestedBy }) => requestedBy),
    decidedBy: t.exposeString('decidedBy', {
      nullable: true,
      description:
        'Who decided: `console/per_…`; `command line` where a restore of the database withdrew it. Null where the one who asked did.',
    }),
    decidedByPerson: personField(t, 'The person who decided.', ({ decidedBy }) => decidedBy),
    reason: t.exposeString('reason', { nullable: true, description: 'The reason of the decision.' }),
    refund: t.field({
      type: Refund,
      nullable: true,
      description: 'What the bank did; null until it is approved, and for what is no refund.',
      resolve: (approval, _args, { services, caller }) =>
        approval.kind === 'REFUND' ? readOperation(services, caller, approval.operationId) : null,
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was asked for.' }),
    expiresAt: t.expose('expiresAt', { type: 'DateTime', description: 'When it can be decided no more.' }),
    decidedAt: t.expose('decidedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was decided, or withdrawn.',
    }),
  }),
});

const batchOf = (read: 'approvalsWaitingOf' | 'approvalsEndedOf') =>
  batched<readonly ApprovalRecord[]>(async ({ services }, ids) =>
    Map.groupBy(
      await services.store[read](ids, services.clock(), shownOfEachPayment),
      (approval) => paymentIdOf(approval) ?? '',
    ),
  );
const batchWaiting = batchOf('approvalsWaitingOf');
const batchEnded = batchOf('approvalsEndedOf');

/** One read for all payments of an answer. */
export const waitingApprovalsOf = async (context: SchemaContext, id: string): Promise<readonly ApprovalRecord[]> =>
  (await batchWaiting(context, id)) ?? [];

builder.objectField(Payment, 'waitingApprovals', (t) =>
  t.field({
    type: [Approval],
    description: `What waits for a second person to be done with it: refunds, or a review. The oldest ${shownOfEachPayment}, the oldest first.`,
    resolve: async ({ id }, _args, context) => [...(await waitingApprovalsOf(context, id))],
  }),
);

builder.objectField(Payment, 'endedApprovals', (t) =>
  t.field({
    type: [Approval],
    description: `What waits no more for a second person: decided, withdrawn or expired. The newest ${shownOfEachPayment}, the newest first. A key sees what it asked for itself.`,
    resolve: async ({ id }, _args, context) => {
      const { caller } = context;
      const ended = (await batchEnded(context, id)) ?? [];
      return ended.filter(({ requestedBy }) => caller.person !== undefined || requestedBy === actingName(caller));
    },
  }),
);

builder.objectType(ApprovalRequiredError, {
  name: 'ApprovalRequiredError',
  description: 'It waits for a second person; nothing was done.',
  interfaces: [PaymentErrorInterface],
  fields: (t) => ({
    approval: t.expose('approval', { type: Approval, description: 'What waits.' }),
  }),
});

const ApprovalConnection = connectionOf(Approval, 'Approval', 'approvals', 'An approval');

builder.queryField('approvals', (t) =>
  t.field({
    type: ApprovalConnection,
    description:
      'What waits for a second person or did, newest first: with the right `approve` all that concerns what you see, otherwise what you asked for.',
    args: {
      status: t.arg({ type: ApprovalStatus, description: 'Only these.' }),
      runMode: t.arg({ type: PaymentRunMode, description: '`TEST` or `LIVE`. Left out: both.' }),
      ...pageArguments(t, 'approval'),
    },
    resolve: (_root, { status = null, runMode = null, ...page }, { services, caller }) => {
      if (runMode === 'FORCE_LIVE') throw requestError('BAD_USER_INPUT', 'runMode must be TEST or LIVE.');
      return pageById('apr', page, (place) => listApprovals(services, caller, { status, runMode, ...place }));
    },
  }),
);

const ApprovalDecision = builder.enumType('ApprovalDecision', {
  description: 'What a second person decides.',
  values: {
    APPROVE: { description: 'It is carried out: the bank is asked to give the money back, or the change is made.' },
    REFUSE: { description: 'Nothing is done.' },
  } as const,
});

const DecideApprovalInput = builder.inputType('DecideApprovalInput', {
  description: 'A decision.',
  fields: (t) => ({
    id: t.id({ required: true, description: 'The approval: `apr_…`.' }),
    decision: t.field({ type: ApprovalDecision, required: true, description: 'What is decided.' }),
    reason: t.string({ required: true, description: 'Why, for the record. No data of the customer.' }),
  }),
});

type Answered = { readonly approval: ApprovalRecord };
const approvalField = (t: ObjectFields<Answered>) => ({
  approval: t.expose('approval', { type: Approval, description: 'The approval.' }),
});

const DecideApprovalSuccess = builder.objectRef<Answered>('DecideApprovalSuccess').implement({
  description: 'It is decided. Whether the bank gave the money back, the status of a refund says.',
  fields: approvalField,
});

builder.mutationField('decideApproval', (t) =>
  t.field({
    type: DecideApprovalSuccess,
    description:
      'Approves or refuses what another person or a client asked for. Needs the right `approve` and a fresh proof; you cannot decide about what you asked for yourself.',
    args: { input: t.arg({ type: DecideApprovalInput, required: true, description: 'The decision.' }) },
    errors: refusals(
      'What was decided, or why nothing was.',
      OperationNotPossibleError,
      OperationInProgressError,
      MandateStateError,
      IdempotencyConflictError,
      OutcomeUnknownError,
      ProviderUnavailableError,
    ),
    resolve: async (_root, { input }, { services, caller }) => ({
      approval: await decideApproval(services, caller, input),
    }),
  }),
);

const WithdrawApprovalInput = builder.inputType('WithdrawApprovalInput', {
  description: 'What to take back.',
  fields: (t) => ({
    id: t.id({ required: true, description: 'The approval: `apr_…`.' }),
  }),
});

const WithdrawApprovalSuccess = builder.objectRef<Answered>('WithdrawApprovalSuccess').implement({
  description: 'It is withdrawn: nothing was done, and it may be asked for anew.',
  fields: approvalField,
});

builder.mutationField('withdrawApproval', (t) =>
  t.field({
    type: WithdrawApprovalSuccess,
    description:
      'Takes back what you asked for, as long as it waits for a second person. What it held of a payment is free again. The same again changes nothing.',
    args: { input: t.arg({ type: WithdrawApprovalInput, required: true, description: 'Which one.' }) },
    errors: refusals('What is withdrawn, or why nothing is.', OperationNotPossibleError),
    resolve: async (_root, { input }, { services, caller }) => ({
      approval: await withdrawApproval(services, caller, input),
    }),
  }),
);
