import { effectiveModeOf } from '../../kernel/given-values.ts';
import { listWebhookDeliveries, listWebhookEndpoints } from '../../modules/webhooks/read-webhooks.ts';
import { webhookDeliveryStatus } from '../../modules/webhooks/webhook-delivery.ts';
import { builder, connectionOf, pageArguments } from '../builder.ts';
import { PaymentRunMode, WebhookDeliveryStatus } from '../server/enums.ts';
import { pageById } from '../server/page.ts';
import { refuseFilter } from '../server/ranges.ts';
import { WebhookDelivery, WebhookEndpoint } from './webhook.ts';

builder.queryField('webhookEndpoints', (t) =>
  t.field({
    type: [WebhookEndpoint],
    description:
      "Your client's webhook endpoints; for a person whose role is not narrowed, those of every client. Empty without the scope `replay`.",
    resolve: async (_root, _args, { services, caller }) => [...(await listWebhookEndpoints(services, caller))],
  }),
);

const WebhookDeliveryConnection = connectionOf(WebhookDelivery, 'WebhookDelivery', 'webhooks', 'A webhook');

const WebhookDeliveryFilter = builder.inputType('WebhookDeliveryFilter', {
  description: 'Which webhooks; what is left out does not restrict.',
  fields: (t) => ({
    endpoint: t.string({ description: 'Of this endpoint.' }),
    status: t.field({
      type: [WebhookDeliveryStatus],
      description: `Any of these: ${webhookDeliveryStatus.names.join(', ')}.`,
    }),
    paymentId: t.id({ description: 'About this payment: `pay_…`.' }),
    client: t.string({ description: 'To this client, for a person. A client sees its own alone.' }),
    type: t.string({ description: 'That tell this: `payment.paid`.' }),
    eventId: t.id({ description: 'About this event of a payment: `evt_…`.' }),
    runMode: t.field({ type: PaymentRunMode, description: 'About payments of this mode: `TEST` or `LIVE`.' }),
  }),
});

builder.queryField('webhookDeliveries', (t) =>
  t.field({
    type: WebhookDeliveryConnection,
    description:
      "Your client's webhooks, newest first; for a person, those about the payments that it sees. Empty without the scope `replay`.",
    args: {
      filter: t.arg({ type: WebhookDeliveryFilter, description: 'Which ones.' }),
      ...pageArguments(t, 'webhook'),
    },
    resolve: (_root, { filter, ...page }, { services, caller }) => {
      const query = {
        endpoint: filter?.endpoint ?? null,
        statuses: filter?.status ?? null,
        subject: filter?.paymentId ?? null,
        eventId: filter?.eventId ?? null,
        client: filter?.client ?? null,
        type: filter?.type ?? null,
        runMode: effectiveModeOf(filter?.runMode, refuseFilter),
      };
      return pageById('msg', page, (place) => listWebhookDeliveries(services, caller, { ...query, ...place }));
    },
  }),
);
