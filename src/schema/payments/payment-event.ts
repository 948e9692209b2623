import assert from 'node:assert/strict';
import type { GraphQLError } from 'graphql';
import { factOf } from '../../kernel/stored-facts.ts';
import { otherOfSurplus } from '../../modules/bank-statements/exceptions/move-surplus.ts';
import { actorOf, type PaymentEvent as EventRecord } from '../../modules/payments/events/payment-event.ts';
import { readEvent } from '../../modules/payments/read-payments.ts';
import { builder, type ObjectFields } from '../builder.ts';
import { personField } from '../people/person.ts';
import { PaymentEventType, PaymentStatus, TransitionCause } from '../server/enums.ts';
import { requestError } from '../server/guard/graphql-error.ts';
import { Money } from '../server/money.ts';
import { Payment } from './payment.ts';
import { paymentOf } from './payment-of.ts';

export const PaymentEvent = builder.node(builder.objectRef<EventRecord>('PaymentEvent'), {
  id: { resolve: ({ id }) => id, description: '`evt_…`' },
  loadOne: (id, { services, caller }) => readEvent(services, caller, id),
  description: 'Something that happened to a payment. Holds ids, codes and amounts, never personal data.',
  fields: (t) => ({
    payment: t.field({
      type: Payment,
      description: 'The payment, as it stands now: a cache that knows payments by their id so learns of the change.',
      resolve: async ({ id, paymentId }, _args, { services }) => {
        const payment = await services.store.paymentById(paymentId);
        assert(payment, `the event ${id} has a payment`);
        return payment;
      },
    }),
    sequence: t.exposeInt('sequence', { description: '1, 2, 3… within the payment, without gaps.' }),
    type: t.expose('type', { type: PaymentEventType, description: 'What happened.' }),
    status: t.expose('status', { type: PaymentStatus, description: "The payment's status after it." }),
    previousStatus: t.field({
      type: PaymentStatus,
      nullable: true,
      description: 'The status before, where it changed.',
      resolve: ({ data }) => factOf(data, 'from'),
    }),
    cause: t.field({
      type: TransitionCause,
      nullable: true,
      description: 'Why the status changed, where it changed.',
      resolve: ({ data }) => factOf(data, 'cause'),
    }),
    actor: t.string({
      nullable: true,
      description:
        'The client that brought it about, `console/per_…` for a person, or `operator` or `command line` for a command. Null where it was a bank, a customer or the clock, as `type` and `cause` say.',
      resolve: actorOf,
    }),
    actorPerson: personField(t, 'The person that brought it about, in the console.', actorOf),
  }),
});

type TextFact = 'reason' | 'attemptReference' | 'bankTransaction' | 'bankStatus' | 'bankCode' | 'rum' | 'ics';

const factField = (t: ObjectFields<EventRecord>, name: TextFact, description: string) =>
  t.string({ nullable: true, description, resolve: ({ data }) => factOf(data, name) });

builder.objectFields(PaymentEvent, (t) => ({
  reason: factField(t, 'reason', 'What contradicts, or why a message changed nothing.'),
  attemptReference: factField(t, 'attemptReference', 'The attempt that it is about.'),
  bankTransaction: factField(t, 'bankTransaction', "The bank's transaction."),
  bankStatus: factField(t, 'bankStatus', "The bank's status, in its own words."),
  bankCode: factField(t, 'bankCode', "The bank's answer code."),
  bookedAmount: t.field({
    type: Money,
    nullable: true,
    description: "What of the bank's booking is this payment's, without charges.",
    // 0 where a person says that a block is collected: no entry names this debit.
    resolve: ({ data }) => factOf(data, 'bookedCents') || null,
  }),
  surplusPayment: t.field({
    type: Payment,
    nullable: true,
    description:
      'Of a surplus that a person assigned to another transfer: the payment that it came from, of the event that received it; or the payment that it went to.',
    resolve: async ({ data }, _args, context) =>
      paymentOf(context, await otherOfSurplus(context.services.store, factOf(data, 'bankEntry'))),
  }),
  dueDate: t.field({
    type: 'Date',
    nullable: true,
    description: 'The day of a direct debit, where the event is about it.',
    resolve: ({ data }) => factOf(data, 'dueDate'),
  }),
  previousDueDate: t.field({
    type: 'Date',
    nullable: true,
    description: 'The day that was announced before, where another one is.',
    resolve: ({ data }) => factOf(data, 'previousDueDate'),
  }),
  rum: factField(t, 'rum', "The mandate's reference, where a direct debit is announced or sent."),
  ics: factField(t, 'ics', "The creditor's identifier, where a direct debit is announced."),
  createdAt: t.expose('at', { type: 'DateTime', description: 'When it happened.' }),
}));

export const notFound = (): GraphQLError => requestError('NOT_FOUND', 'There is no such payment.', { status: 404 });
