import { GraphQLError } from 'graphql';
import { paymentStatus } from '../../kernel/vocabulary.ts';
import { actorOf, type PaymentEvent as EventRecord } from '../../modules/payments/payment.ts';
import { transitionCause } from '../../modules/payments/transitions.ts';
import { builder } from '../builder.ts';
import { PaymentEventType, PaymentStatus, TransitionCause } from '../server/enums.ts';

const text = (event: EventRecord, name: string): string | null => {
  const value = event.data[name];
  return typeof value === 'string' ? value : null;
};

export const PaymentEvent = builder.objectRef<EventRecord>('PaymentEvent').implement({
  description: 'Something that happened to a payment. Holds ids and codes, never personal data.',
  fields: (t) => ({
    id: t.id({ description: '`evt_…`', resolve: ({ id }) => id }),
    sequence: t.int({ description: '1, 2, 3… within the payment, without gaps.', resolve: ({ sequence }) => sequence }),
    type: t.field({ type: PaymentEventType, description: 'What happened.', resolve: ({ type }) => type }),
    status: t.field({
      type: PaymentStatus,
      description: "The payment's status after it.",
      resolve: ({ status }) => status,
    }),
    previousStatus: t.field({
      type: PaymentStatus,
      nullable: true,
      description: 'The status before, where it changed.',
      resolve: (event) => {
        const from = text(event, 'from');
        return from !== null && paymentStatus.has(from) ? from : null;
      },
    }),
    cause: t.field({
      type: TransitionCause,
      nullable: true,
      description: 'Why the status changed, where it changed.',
      resolve: (event) => {
        const cause = text(event, 'cause');
        return cause !== null && transitionCause.has(cause) ? cause : null;
      },
    }),
    actor: t.string({
      nullable: true,
      description:
        'The client that brought it about, or `operator` or `command line` for a command. Null where it was a bank, a customer or the clock, as `type` and `cause` say.',
      resolve: actorOf,
    }),
    reason: t.string({
      nullable: true,
      description: 'What contradicts, or why news changed nothing.',
      resolve: (event) => text(event, 'reason'),
    }),
    attemptReference: t.string({
      nullable: true,
      description: 'The attempt that it is about.',
      resolve: (event) => text(event, 'attemptReference'),
    }),
    bankTransaction: t.string({
      nullable: true,
      description: "The bank's transaction.",
      resolve: (event) => text(event, 'bankTransaction'),
    }),
    bankStatus: t.string({
      nullable: true,
      description: "The bank's status, in its own words.",
      resolve: (event) => text(event, 'bankStatus'),
    }),
    bankCode: t.string({
      nullable: true,
      description: "The bank's answer code.",
      resolve: (event) => text(event, 'bankCode'),
    }),
    dueDate: t.field({
      type: 'Date',
      nullable: true,
      description: 'The day of a direct debit, where the event is about it.',
      resolve: (event) => text(event, 'dueDate'),
    }),
    previousDueDate: t.field({
      type: 'Date',
      nullable: true,
      description: 'The day that was announced before, where another one is.',
      resolve: (event) => text(event, 'previousDueDate'),
    }),
    rum: t.string({
      nullable: true,
      description: "The mandate's reference, where a direct debit is announced or sent.",
      resolve: (event) => text(event, 'rum'),
    }),
    ics: t.string({
      nullable: true,
      description: "The creditor's identifier, where a direct debit is announced.",
      resolve: (event) => text(event, 'ics'),
    }),
    createdAt: t.field({ type: 'DateTime', description: 'When it happened.', resolve: ({ at }) => new Date(at) }),
  }),
});

export const notFound = (): GraphQLError =>
  new GraphQLError('There is no such payment.', { extensions: { code: 'NOT_FOUND', http: { status: 404 } } });
