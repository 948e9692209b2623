import { isFinal } from '../../kernel/vocabulary.ts';
import { walkItems } from '../../kernel/walk-pages.ts';
import { customerRetryOf } from '../../modules/payments/attempts/customer-retry.ts';
import { mayStillBePaid } from '../../modules/payments/attempts/may-still-be-paid.ts';
import { payingAttemptOf } from '../../modules/payments/attempts/paying-attempt.ts';
import { type Surplus as SurplusRecord, surplusOf } from '../../modules/payments/attempts/surplus.ts';
import type { PaymentEvent as EventRecord } from '../../modules/payments/events/payment-event.ts';
import { payUrl } from '../../modules/payments/initiation/payment-instructions.ts';
import {
  type ActionAvailability as Availability,
  availableActions,
  isRefundable,
} from '../../modules/payments/operations/available-actions.ts';
import { builder, connectionOf } from '../builder.ts';
import { PaymentAction, PaymentStatus } from '../server/enums.ts';
import { knownLocale } from '../server/locale.ts';
import { Money } from '../server/money.ts';
import { pageOf, pageSize } from '../server/page.ts';
import { waitingApprovalsOf } from './approvals.ts';
import { NextAction, nextActionOf } from './next-action.ts';
import { Payment } from './payment.ts';
import { PaymentAttempt } from './payment-attempt.ts';
import { PaymentEvent } from './payment-event.ts';
import { PaymentOperation } from './payment-operation.ts';
import { Refund } from './refund.ts';

/** A payment's status, its next steps and its history. */

const ActionAvailability = builder.objectRef<Availability>('ActionAvailability').implement({
  description: 'Whether something can be done with a payment.',
  fields: (t) => ({
    action: t.expose('action', { type: PaymentAction, description: 'What.' }),
    available: t.boolean({ description: 'Whether it can be done now.', resolve: ({ reason }) => reason === null }),
    reason: t.string({
      nullable: true,
      description: 'Why not, in words for the back office; null where it can.',
      args: {
        locale: t.arg.string({ defaultValue: 'en', description: 'A BCP 47 language tag: French, or else English.' }),
      },
      resolve: ({ reason }, { locale }) => reason?.[isFrench(locale ?? 'en') ? 'fr' : 'en'] ?? null,
    }),
    maximumAmount: t.expose('maximumCents', {
      type: Money,
      nullable: true,
      description: 'How much can be given back; null where the action has no amount.',
    }),
  }),
});

const isFrench = (locale: string): boolean => new Intl.Locale(knownLocale(locale)).language === 'fr';

const Surplus = builder.objectRef<SurplusRecord>('Surplus').implement({
  description: 'Money that the bank holds beyond what the payment says, because the customer paid twice.',
  fields: (t) => ({
    amount: t.expose('cents', {
      type: Money,
      description: "How much is to be given back in the bank's own back office.",
    }),
    bankTransactions: t.exposeStringList('bankTransactions', {
      description: "The bank's own ids of the transactions that it is of; empty where they are not known.",
    }),
  }),
});

const EventConnection = connectionOf(PaymentEvent, 'PaymentEvent', 'events', 'An event');

builder.objectFields(Payment, (t) => ({
  status: t.expose('status', { type: PaymentStatus, description: 'Where the payment stands.' }),
  isFinal: t.boolean({
    description: "Nothing is awaited any more. A customer may still succeed by trying again on the bank's own page.",
    resolve: ({ status }) => isFinal(status),
  }),
  mayStillBePaid: t.boolean({
    description:
      'Whether it may still become paid: it waits, its customer can try again, the bank is still asked about an attempt, or a transfer may be on its way. While it is true, ask for no second payment for the same. False once it is paid.',
    resolve: (payment, _args, { services }) => mayStillBePaid(services, services.store, payment),
  }),
  paymentUrl: t.field({
    type: 'URL',
    nullable: true,
    description:
      'One link to send the customer to; it leads on to the bank, or shows the outcome. Null where the customer has nothing to do.',
    resolve: (payment, _args, { services }) =>
      payment.flow === 'BOOKING' || payment.flow === 'DIRECT_DEBIT'
        ? null
        : payUrl(services.settings.publicUrl, payment),
  }),
  nextAction: t.field({
    type: NextAction,
    nullable: true,
    description: 'What the customer does next, for a front end that does it itself; null when nothing is to be done.',
    resolve: (source, _args, context) => nextActionOf(source, context),
  }),
  availableActions: t.field({
    type: [ActionAvailability],
    description: 'What can be done with the payment now, and why the rest cannot.',
    resolve: async (payment, _args, context) => {
      const { services } = context;
      const [operations, paying, retry, waiting] = await Promise.all([
        services.store.operationsOf(payment.id),
        payingAttemptOf(services.store, payment),
        customerRetryOf(services, services.store, payment),
        isRefundable(payment) ? waitingApprovalsOf(context, payment.id) : [],
      ]);
      const waitingCents = waiting.reduce((sum, one) => sum + (one.kind === 'REFUND' ? one.amountCents : 0), 0);
      return [...availableActions(services, payment, { operations, paying, retry, waitingCents })];
    },
  }),
}));

builder.objectFields(Payment, (t) => ({
  operations: t.field({
    type: [PaymentOperation],
    description: 'What the bank was asked to do with the payment, oldest first.',
    resolve: ({ id }, _args, { services }) => services.store.operationsOf(id),
  }),
  refunds: t.field({
    type: [Refund],
    description: "What was given back, oldest first: by `refundPayment`, or in the bank's own back office.",
    resolve: async ({ id }, _args, { services }) =>
      (await services.store.operationsOf(id)).filter(({ kind }) => kind === 'REFUND'),
  }),
  surplus: t.field({
    type: Surplus,
    nullable: true,
    description:
      'What the customer paid beyond the payment and the bank has not given back. Null where there is nothing.',
    resolve: (payment, _args, { services }) => surplusOf(services.store, payment),
  }),
  attempts: t.field({
    type: [PaymentAttempt],
    description: "Every try at the bank's page, oldest first.",
    resolve: ({ id }, _args, { services }) => services.store.attemptsOf(id),
  }),
  events: t.field({
    type: EventConnection,
    description: 'The story of the payment, oldest first.',
    args: {
      first: t.arg.int({ description: 'How many: 1 to 100, 50 by default.' }),
      after: t.arg.string({
        description:
          'The cursor, or the id, of the last event that you have. One that is not of this payment: from the beginning.',
      }),
    },
    resolve: async (payment, { first, after }, { services }) => {
      const size = pageSize(first, 50);
      // No error: in a mutation's result it would replace the recorded payment.
      const read: ReadEvents = (from, limit) => services.store.eventsOf(payment.id, from, limit);
      const sequence = (await sequenceAfter(after, payment.version, read)) ?? 0;
      return pageOf(
        await services.store.eventsOf(payment.id, sequence, size + 1),
        size,
        (event) => String(event.sequence),
        sequence > 0,
      );
    },
  }),
}));

type ReadEvents = (afterSequence: number, limit: number) => Promise<readonly EventRecord[]>;

/** The sequence to go on after: an event's cursor, or its id; null where the story has no such event. */
export async function sequenceAfter(
  after: string | null | undefined,
  newest: number,
  read: ReadEvents,
): Promise<number | null> {
  if (after === null || after === undefined || after === '') return 0;
  // A sequence that does not exist yet would skip the events before it.
  if (/^\d{1,9}$/.test(after)) return Number(after) <= newest ? Number(after) : null;
  for await (const { id, sequence } of walkItems(200, 0, read, (event) => event.sequence)) {
    if (id === after) return sequence;
  }
  return null;
}
