import { isIP } from 'node:net';
import type { WebhookEndpoint } from '../modules/webhooks/webhook.ts';
import { readAll } from './accounts/account.ts';
import { isLoopback } from './networks.ts';
import type { WebhookEntry } from './schema/client.ts';
import type { ConfigFile } from './schema/config-file.ts';
import type { SecretReader } from './schema/values.ts';
import { createAddressCheck, OwnAddressesError } from './webhook-addresses.ts';

/** 24 to 64 bytes, as the Standard Webhooks specification has it. */
const secretRule = {
  pattern: /^whsec_(?=[A-Za-z0-9+/=]{32,88}$)(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{3}=|[A-Za-z0-9+/]{2}==)?$/,
  message: 'must be whsec_ and 24 to 64 random bytes in base64: `npm run gateway -- webhook secret` makes one',
};

/** @param path of the list in the file */
export function webhooksOf(
  entries: readonly WebhookEntry[],
  client: string,
  path: string,
  secrets: SecretReader,
): WebhookEndpoint[] {
  return entries.map(({ name, url, secrets: references, events }, index) => ({
    client,
    name,
    url: new URL(url).href,
    secrets: readAll(references, `${path}.${index}.secrets`, secrets, secretRule),
    events: events ? new Set(events) : null,
  }));
}

/** Names that are two endpoints', and addresses to which no webhook would be sent. */
export function problemsOfWebhooks({ clients, deployment, webhooks: settings }: ConfigFile): string[] {
  const mayCall = createAddressCheck({ deployment, privateNetworks: settings.privateNetworks });
  return clients.flatMap(({ webhooks }, index) =>
    webhooks.flatMap(({ name, url }, place) => {
      const path = `clients.${index}.webhooks.${place}`;
      const isTaken = webhooks.slice(0, place).some((earlier) => earlier.name === name);
      const reason = whyNotCall(new URL(url), { deployment, ports: settings.ports, mayCall });
      return [
        ...(isTaken ? [`${path}.name: another webhook of this client has this name.`] : []),
        ...(reason === null ? [] : [`${path}.url: ${reason}.`]),
      ];
    }),
  );
}

type CallRule = Pick<ConfigFile, 'deployment'> & {
  readonly ports: readonly number[];
  readonly mayCall: (address: string) => boolean;
};

/** Checks that need no name lookup. Addresses are checked at each connection. */
function whyNotCall({ protocol, hostname, port }: URL, { deployment, ports, mayCall }: CallRule): string | null {
  const host = hostname.replace(/^\[(.*)\]$/, '$1').replace(/\.$/, '');
  if (deployment === 'production') {
    if (protocol !== 'https:') return 'a production deployment needs https';
    if (!ports.includes(port === '' ? 443 : Number(port))) return 'this port is not one of webhooks.ports';
    if (host === 'localhost' || host.endsWith('.localhost')) return 'webhooks do not go to this machine';
  }
  try {
    if (isIP(host) === 0 || mayCall(host)) return null;
  } catch (error) {
    if (error instanceof OwnAddressesError) return error.message;
    throw error;
  }
  return isLoopback(host)
    ? 'webhooks do not go to this machine'
    : 'webhooks do not go to this address; webhooks.privateNetworks can name private networks';
}
