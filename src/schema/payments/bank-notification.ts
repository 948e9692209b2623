import { maySee } from '../../modules/payments/may-see.ts';
import { listNotifications, readStoredNotification } from '../../modules/payments/notifications/list-notifications.ts';
import {
  type BankNotification as NotificationRecord,
  notificationOutcome,
} from '../../modules/payments/notifications/notification.ts';
import {
  type RawField as RawFieldRecord,
  type RawMessage as RawMessageRecord,
  rawMessageOf,
} from '../../modules/payments/notifications/raw-message.ts';
import { paymentOfNotification } from '../../modules/payments/notifications/replay-notification.ts';
import { builder, connectionOf, enumOf, pageArguments } from '../builder.ts';
import { batched } from '../server/batched.ts';
import { PaymentTarget } from '../server/enums.ts';
import { identifierWanted } from '../server/list-filters.ts';
import { pageById } from '../server/page.ts';
import { Payment } from './payment.ts';
import { actionsOn, RecordedAction } from './recorded-action.ts';

const NotificationOutcome = enumOf(notificationOutcome);

export const BankNotification = builder.node(builder.objectRef<NotificationRecord>('BankNotification'), {
  id: { resolve: ({ id }) => id, description: '`ntf_…`' },
  loadOne: (id, { services, caller }) => readStoredNotification(services, caller, id),
  description: 'A message of a bank, as it was kept.',
  fields: (t) => ({
    paymentTarget: t.expose('target', { type: PaymentTarget, description: 'The bank.' }),
    idSociete: t.exposeString('idSociete', {
      nullable: true,
      description: 'The société at whose address it came, where it came to one.',
    }),
    receivedAt: t.expose('receivedAt', { type: 'DateTime', description: 'When it came.' }),
    outcome: t.field({
      type: NotificationOutcome,
      description: 'Its outcome.',
      resolve: ({ outcome }) => outcome.kind,
    }),
    actions: t.field({
      type: [RecordedAction],
      description: 'Who had it read again, newest first: the newest twenty.',
      resolve: ({ id }, _args, { services }) => actionsOn(services, id),
    }),
    reason: t.string({ nullable: true, description: 'Why so.', resolve: ({ outcome }) => outcome.reason }),
    digest: t.exposeString('digest', {
      description: 'SHA-256, in hex, over its method, a blank, its query, a line feed and its body.',
    }),
    payment: t.field({
      type: Payment,
      nullable: true,
      description: 'The payment that it is about, if it is one that you may see.',
      resolve: async (notification, _args, { services, caller }) => {
        const payment = await paymentOfNotification(services, notification);
        return payment && maySee(services, caller, payment) ? payment : null;
      },
    }),
  }),
});

const RawField = builder.objectRef<RawFieldRecord>('RawMessageField').implement({
  description: 'A field of a message.',
  fields: (t) => ({
    name: t.exposeString('name', {
      description: 'Its name; with the path to it where the value was JSON: `kr-answer.orderStatus`.',
    }),
    value: t.exposeString('value', { description: 'Its value, or `[masked]`.' }),
  }),
});

const RawMessage = builder.objectRef<RawMessageRecord>('RawMessage').implement({
  description: 'What a bank sent. Personal data is masked, as in the log.',
  fields: (t) => ({
    method: t.exposeString('method', { description: '`GET` or `POST`.' }),
    fields: t.expose('fields', {
      type: [RawField],
      description: 'In their order: those of the query, then those of the body.',
    }),
  }),
});

const rawOf = batched<RawMessageRecord | null>(async ({ services }, ids) => {
  const whole = await services.store.wholeNotifications(ids);
  return new Map(whole.map((stored) => [stored.id, rawMessageOf(stored, services.maskFields)]));
});

builder.objectField(BankNotification, 'raw', (t) =>
  t.field({
    type: RawMessage,
    nullable: true,
    description: 'What the bank sent. Null once its content was erased.',
    resolve: async ({ id }, _args, context) => (await rawOf(context, id)) ?? null,
  }),
);

const BankNotificationConnection = connectionOf(BankNotification, 'BankNotification', "banks' messages", 'A message');

const NotificationFilter = builder.inputType('NotificationFilter', {
  description: 'Which messages; what is left out does not restrict.',
  fields: (t) => ({
    outcome: t.field({ type: NotificationOutcome, description: 'Its outcome.' }),
    paymentTarget: t.field({ type: PaymentTarget, description: 'Of this bank.' }),
    idSociete: t.string({ description: 'That came to the address of this société.' }),
    payment: t.id({ description: 'About this payment: `pay_…`.' }),
  }),
});

builder.queryField('notifications', (t) =>
  t.field({
    type: BankNotificationConnection,
    description: "The banks' messages that you may see, newest first. Needs the scopes `replay` and `read`.",
    args: {
      filter: t.arg({ type: NotificationFilter, description: 'Which ones.' }),
      ...pageArguments(t, 'message'),
    },
    resolve: (_root, { filter, ...page }, { services, caller }) => {
      const query = {
        ...{ outcome: filter?.outcome ?? null, paymentTarget: filter?.paymentTarget ?? null },
        ...{ idSociete: identifierWanted(filter?.idSociete), paymentId: filter?.payment ?? null },
      };
      return pageById('ntf', page, (place) => listNotifications(services, caller, { ...query, ...place }));
    },
  }),
);
