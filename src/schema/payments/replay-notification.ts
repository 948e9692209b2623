import {
  type ReplayedNotification,
  replayNotification,
} from '../../modules/payments/notifications/replay-notification.ts';
import { builder } from '../builder.ts';
import { refusals } from '../refusals.ts';
import { BankNotification } from './bank-notification.ts';

const ReplayNotificationSuccess = builder.objectRef<ReplayedNotification>('ReplayNotificationSuccess').implement({
  description: 'The message was read again, or had been applied before.',
  fields: (t) => ({
    notification: t.expose('notification', {
      type: BankNotification,
      description: 'The message, with its outcome.',
    }),
    changed: t.exposeBoolean('changed', {
      description: 'Whether its outcome is another than before; false where there was nothing to change.',
    }),
  }),
});

const ReplayNotificationInput = builder.inputType('ReplayNotificationInput', {
  description: 'Which message.',
  fields: (t) => ({ id: t.id({ required: true, description: '`ntf_…`' }) }),
});

builder.mutationField('replayNotification', (t) =>
  t.field({
    type: ReplayNotificationSuccess,
    description:
      'Reads a message of a bank again: one that was refused (a key may have been added since), that was of no payment, or that was never read. One that was applied changes nothing. Needs the scope `replay`.',
    args: { input: t.arg({ type: ReplayNotificationInput, required: true, description: 'Which message.' }) },
    errors: refusals('The outcome of the message, or why it was not read.'),
    resolve: (_root, { input }, { services, caller }) => replayNotification(services, caller, input.id),
  }),
);
