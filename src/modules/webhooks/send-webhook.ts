import { Webhook } from 'standardwebhooks';
import type { SendWebhook } from './deliver-webhook.ts';
import type { WebhookCall } from './webhook-call.ts';

/**
 * Signs and sends as the Standard Webhooks specification says: `webhook-id`, `webhook-timestamp` of the try, and
 * `webhook-signature` with one signature for each secret.
 * @param clock milliseconds since the epoch, UTC
 */
export function createSendWebhook({ post }: Pick<WebhookCall, 'post'>, clock: () => number): SendWebhook {
  return ({ url, secrets }, { id, body }) => {
    const at = new Date(clock());
    const signatures = secrets.map((secret) => new Webhook(secret.reveal()).sign(id, at, body));
    const headers = {
      'Content-Type': 'application/json',
      'User-Agent': 'Reglement-Webhooks/1',
      'webhook-id': id,
      'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
      'webhook-signature': signatures.join(' '),
    };
    return post({ url, headers, body });
  };
}
