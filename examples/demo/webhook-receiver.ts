import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import { exampleWebhookOf } from '../../src/config/development.ts';
import { anonymous } from '../../src/kernel/caller.ts';
import { Secret } from '../../src/kernel/merchant.ts';
import type { WebhookEndpoint } from '../../src/modules/webhooks/webhook.ts';
import { serving } from '../serving.ts';

export type Receiver = {
  readonly endpoints: readonly WebhookEndpoint[];
  /** From now on the second endpoint answers 500. */
  readonly break: () => void;
  readonly close: () => Promise<void>;
};

/** Two systems of the company that listen to payments: the first is the example that a development gateway knows. */
export async function openReceiver(): Promise<Receiver> {
  let isBroken = false;
  const server = createServer((request, response) => {
    request.resume();
    response.writeHead(isBroken && request.url === '/logistique' ? 500 : 204).end();
  });
  const { port, url, close } = await serving(server);
  const example = exampleWebhookOf({ deployment: 'development', clients: [] }, port);
  if (example === null) throw new Error('a development deployment knows an example of a receiver');
  const logistics: WebhookEndpoint = {
    ...{ client: anonymous.client, name: 'logistique', url: `${url}/logistique` },
    secrets: [new Secret(`whsec_${randomBytes(32).toString('base64')}`)],
    events: new Set(['payment.paid', 'payment.refunded', 'payment.partially_refunded', 'payment.returned']),
  };
  return {
    endpoints: [example, logistics],
    break: () => {
      isBroken = true;
    },
    close,
  };
}
