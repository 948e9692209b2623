import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { Webhook } from 'standardwebhooks';

/**
 * A receiver of webhooks, as small as one can be that is right: it verifies over the bytes, answers at once, knows each
 * id once, and never goes back in a payment's story. A real one keeps what it knows in its database.
 *
 *   npm run example:webhooks                                    for a gateway that npm start started
 *   WEBHOOK_SECRET=whsec_… PORT=4200 npm run example:webhooks   for an endpoint of your config
 */

type Told = {
  readonly id: string;
  readonly type: string;
  readonly data: { readonly payment_id?: string; readonly status?: string; readonly sequence?: number };
};

/** The secret of the built-in endpoint, which a development deployment without clients computes as well. */
const builtInSecret = (): string =>
  `whsec_${createHash('sha256').update('reglement sandbox webhooks').digest('base64')}`;

const webhook = openWebhook(process.env.WEBHOOK_SECRET ?? builtInSecret());
/** In a real receiver: a table with a unique key, written in the transaction that does the work. */
const seen = new Set<string>();
const newest = new Map<string, number>();

function openWebhook(secret: string): Webhook {
  try {
    return new Webhook(secret);
  } catch {
    console.error('WEBHOOK_SECRET must be the secret of the endpoint: WEBHOOK_SECRET=whsec_… npm run example:webhooks');
    process.exit(1);
  }
}

/** @throws where the sender does not know the secret, or the message is older than five minutes. */
async function readMessage(request: IncomingMessage): Promise<Told> {
  // The signature covers the bytes: verify first, parse then.
  const body = await text(request);
  return webhook.verify(body, request.headers as Record<string, string>) as Told;
}

function take({ id, type, data }: Told): void {
  if (seen.has(id)) return;
  seen.add(id);
  const { payment_id: payment, status, sequence = 0 } = data;
  if (payment === undefined) {
    console.log(type);
    return;
  }
  if (sequence < (newest.get(payment) ?? 0)) return;
  newest.set(payment, sequence);
  console.log(`${type}: ${payment} is ${status}`);
}

const server = createServer((request, response) => {
  readMessage(request).then(
    (message) => {
      take(message);
      response.writeHead(204).end();
    },
    () => response.writeHead(401).end(),
  );
});
server.listen(Number(process.env.PORT ?? 4200), '127.0.0.1', () => {
  console.log(`listening on http://127.0.0.1:${(server.address() as AddressInfo).port}`);
});
