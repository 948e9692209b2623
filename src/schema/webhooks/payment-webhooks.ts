import { shownOfEachPayment } from '../../modules/payments/read-payments.ts';
import { webhooksOfPayments } from '../../modules/webhooks/read-webhooks.ts';
import type { WebhookDelivery as DeliveryRecord } from '../../modules/webhooks/webhook-delivery.ts';
import { builder } from '../builder.ts';
import { Payment } from '../payments/payment.ts';
import { batched } from '../server/batched.ts';
import { WebhookDelivery } from './webhook.ts';

const webhooksOf = batched<readonly DeliveryRecord[]>(async ({ services, caller }, ids) =>
  Map.groupBy(await webhooksOfPayments(services, caller, ids), ({ subject }) => subject),
);

builder.objectField(Payment, 'webhookDeliveries', (t) =>
  t.field({
    type: [WebhookDelivery],
    description: `Webhooks about it, newest first: the newest ${shownOfEachPayment}. Your client's own; those of every client for a person. Empty without the scope \`replay\`.`,
    resolve: async ({ id }, _args, context) => [...((await webhooksOf(context, id)) ?? [])],
  }),
);
