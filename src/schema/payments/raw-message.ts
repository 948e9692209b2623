import { wholeNotifications } from '../../modules/payments/notifications/list-notifications.ts';
import {
  type RawField as RawFieldRecord,
  type RawMessage as RawMessageRecord,
  rawMessageOf,
} from '../../modules/payments/notifications/raw-message.ts';
import { builder } from '../builder.ts';
import { batched } from '../server/batched.ts';
import { BankNotification } from './bank-notification.ts';

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
    fields: t.field({
      type: [RawField],
      description: 'In their order: those of the query, then those of the body.',
      resolve: ({ fields }) => [...fields],
    }),
  }),
});

const rawOf = batched<RawMessageRecord | null>(async ({ services }, ids) => {
  const whole = await wholeNotifications(services, ids);
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
