import type { WebhookDelivery as DeliveryRecord } from '../../modules/webhooks/webhook-delivery.ts';
import { replayWebhook, replayWebhooks } from '../../modules/webhooks/webhooks.ts';
import { builder } from '../builder.ts';
import { refusals } from '../refusals.ts';
import { WebhookDeliveryStatus } from '../server/enums.ts';
import { WebhookDelivery } from './webhook.ts';

const ReplayWebhookDeliverySuccess = builder
  .objectRef<{ readonly delivery: DeliveryRecord }>('ReplayWebhookDeliverySuccess')
  .implement({
    description: 'It waits to be sent again.',
    fields: (t) => ({
      delivery: t.expose('delivery', {
        type: WebhookDelivery,
        description: 'The webhook, as it stands now.',
      }),
    }),
  });

const ReplayWebhookDeliveryInput = builder.inputType('ReplayWebhookDeliveryInput', {
  description: 'A webhook to send again.',
  fields: (t) => ({ id: t.id({ required: true, description: '`msg_…`' }) }),
});

builder.mutationField('replayWebhookDelivery', (t) =>
  t.field({
    type: ReplayWebhookDeliverySuccess,
    description:
      'Sends a webhook again that was delivered or given up, or at once one that waits: with the same id and body, from the beginning of the schedule. Needs the scope `replay`.',
    args: { input: t.arg({ type: ReplayWebhookDeliveryInput, required: true, description: 'Which one.' }) },
    errors: refusals('The webhook, or why it is not sent again.'),
    resolve: async (_root, { input }, { services, caller }) => ({
      delivery: await replayWebhook(services, caller, input.id),
    }),
  }),
);

const ReplayWebhooksSuccess = builder
  .objectRef<{ readonly replayed: number; readonly isMore: boolean }>('ReplayWebhooksSuccess')
  .implement({
    description: 'They wait to be sent again.',
    fields: (t) => ({
      replayed: t.exposeInt('replayed', { description: 'How many.' }),
      isMore: t.exposeBoolean('isMore', {
        description: 'A hundred thousand were taken, and there may be others: ask for a shorter span.',
      }),
    }),
  });

const ReplayWebhooksInput = builder.inputType('ReplayWebhooksInput', {
  description: 'Webhooks to send again: those that were written to an endpoint in a span of time.',
  fields: (t) => ({
    endpoint: t.string({ required: true, description: "The endpoint's name in the config." }),
    client: t.string({ description: 'Whose endpoint, for a person; left out: that of your client.' }),
    from: t.field({ type: 'DateTime', required: true, description: 'Written then or later.' }),
    to: t.field({ type: 'DateTime', required: true, description: 'Written before.' }),
    status: t.field({
      type: [WebhookDeliveryStatus],
      description: 'Those that stand like this; left out: `DEAD` alone.',
    }),
  }),
});

builder.mutationField('replayWebhooks', (t) =>
  t.field({
    type: ReplayWebhooksSuccess,
    description: 'Sends the webhooks of a span of time again, a hundred thousand at most. Needs the scope `replay`.',
    args: { input: t.arg({ type: ReplayWebhooksInput, required: true, description: 'Which ones.' }) },
    errors: refusals('How many, or why none.'),
    resolve: (_root, { input }, { services, caller }) =>
      replayWebhooks(services, caller, {
        endpoint: input.endpoint,
        client: input.client ?? null,
        from: input.from.getTime(),
        to: input.to.getTime(),
        statuses: [...(input.status ?? (['DEAD'] as const))],
      }),
  }),
);
