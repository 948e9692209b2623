import { hashOfClientKey } from '../../../src/config/client-key.ts';
import type { Client } from '../../../src/config/clients.ts';
import { anonymous, type Caller } from '../../../src/kernel/caller.ts';
import type { WebhookEndpoint } from '../../../src/modules/webhooks/webhook.ts';

/** A client whose key `asClient` sends. */
export const clientNamed = (
  name: string,
  rights: Partial<Caller> = {},
  webhooks: readonly WebhookEndpoint[] = [],
): Client => ({
  caller: { ...anonymous, client: name, ...rights },
  keyHashes: [{ hash: hashOfClientKey(`rgl_${name}`), expiresAt: null }],
  networks: [],
  webhooks: webhooks.map((webhook) => ({ ...webhook, client: name })),
});

export const asClient = (name: string): Record<string, string> => ({ Authorization: `Bearer rgl_${name}` });
