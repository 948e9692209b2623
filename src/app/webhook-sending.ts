import type { Config } from '../config/config.ts';
import { createAddressCheck } from '../config/webhook-addresses.ts';
import type { SendWebhook } from '../modules/webhooks/deliver-webhook.ts';
import { createSendWebhook } from '../modules/webhooks/send-webhook.ts';
import type { WebhookCall } from '../modules/webhooks/webhook-call.ts';

export type WebhookSending = {
  readonly sendWebhook: SendWebhook;
  /** Aborts the calls in progress. */
  readonly close: () => Promise<void>;
};

const limits = { connectTimeoutMs: 3_000, deadlineMs: 15_000, monotonicMs: () => performance.now() };

/** How webhooks leave, the same in the gateway and on the command line; where they may go says the config as it is now. */
export function createWebhookSending(
  config: Pick<Config, 'deployment' | 'webhooks'>,
  clock: () => number,
): WebhookSending {
  const mayCall = (address: string): boolean =>
    createAddressCheck({ deployment: config.deployment, privateNetworks: config.webhooks.privateNetworks })(address);
  let opened: Promise<WebhookCall> | null = null;
  // The HTTP client is loaded with the first webhook.
  const post: WebhookCall['post'] = async (request) => {
    opened ??= import('../modules/webhooks/webhook-call.ts').then(({ createWebhookCall }) =>
      createWebhookCall({ ...limits, mayCall, clock }),
    );
    return (await opened).post(request);
  };
  return { sendWebhook: createSendWebhook({ post }, clock), close: async () => (await opened)?.close() };
}
