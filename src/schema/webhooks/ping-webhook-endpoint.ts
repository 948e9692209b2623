import type { WebhookAnswer } from '../../modules/webhooks/webhook-delivery.ts';
import { pingWebhookEndpoint } from '../../modules/webhooks/webhooks.ts';
import { builder } from '../builder.ts';
import { refusals } from '../refusals.ts';
import { WebhookOutcome } from '../server/enums.ts';
import { answerFields } from './webhook.ts';

const PingWebhookEndpointSuccess = builder.objectRef<WebhookAnswer>('PingWebhookEndpointSuccess').implement({
  description: 'The test message was sent; `outcome` says how the endpoint answered.',
  fields: (t) => ({
    outcome: t.expose('outcome', {
      type: WebhookOutcome,
      description: '`DELIVERED`, or what went wrong.',
    }),
    ...answerFields(t),
    durationMs: t.exposeInt('durationMs', { description: 'How long it took.' }),
  }),
});

const PingWebhookEndpointInput = builder.inputType('PingWebhookEndpointInput', {
  description: 'An endpoint to test.',
  fields: (t) => ({
    endpoint: t.string({ required: true, description: "The endpoint's name in the config." }),
    client: t.string({ description: 'Whose endpoint, for a person; left out: that of your client.' }),
  }),
});

builder.mutationField('pingWebhookEndpoint', (t) =>
  t.field({
    type: PingWebhookEndpointSuccess,
    description:
      'Sends a signed test message (`webhook.ping`) and waits for the answer. An endpoint that takes it is tried again with all that waits. Needs the scope `replay`.',
    args: { input: t.arg({ type: PingWebhookEndpointInput, required: true, description: 'Which one.' }) },
    errors: refusals('The outcome of the test, or why there was none.'),
    resolve: (_root, { input }, { services, caller }) =>
      pingWebhookEndpoint(services, caller, input.endpoint, input.client),
  }),
);
