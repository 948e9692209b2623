import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { isLate, verify, WebhookError, type WebhookMessage } from '@reglement/client/webhooks';

/**
 * A receiver of webhooks, as small as one can be that is right: it verifies over the bytes, stores before it answers,
 * knows each id once, and never goes back in a payment's story. A real one keeps what it knows in its database.
 *
 *   npm run example:webhooks                                    for a gateway that npm start started
 *   WEBHOOK_SECRET=whsec_… PORT=4200 npm run example:webhooks   for an endpoint of your config
 */

/** The secret of the built-in endpoint, which a development deployment without clients computes as well. */
const builtInSecret = (): string =>
  `whsec_${createHash('sha256').update('reglement sandbox webhooks').digest('base64')}`;

const { WEBHOOK_SECRET: secret = builtInSecret(), PORT = '4200' } = process.env;
if (!/^whsec_[A-Za-z0-9+/]{32,}={0,2}$/.test(secret)) {
  console.error('WEBHOOK_SECRET must be the secret of the endpoint: WEBHOOK_SECRET=whsec_… npm run example:webhooks');
  process.exit(1);
}
const port = Number(PORT);
if (!(port >= 0 && port < 65_536)) {
  console.error(`PORT must be a port, not ${PORT}.`);
  process.exit(1);
}

/** In a real receiver: a table with a unique key, written in the transaction that does the work. */
const seen = new Set<string>();
/** The highest `sequence` of each payment. */
const newest = new Map<string, number>();

/** @throws WebhookError where the sender does not know the secret, or the message is older than five minutes. */
async function readMessage(request: IncomingMessage): Promise<WebhookMessage> {
  // The signature covers the bytes: verify first, parse then.
  return verify(await buffer(request), request.headers, secret);
}

function take(message: WebhookMessage): void {
  if (seen.has(message.id)) return;
  seen.add(message.id);
  if (message.type === 'webhook.ping' || message.type === 'unknown') {
    console.log(message.type === 'unknown' ? message.originalType : message.type);
    return;
  }
  const { payment_id: payment, status, sequence } = message.data;
  if (isLate(message, newest.get(payment) ?? null)) return;
  newest.set(payment, sequence);
  console.log(`${message.type}: ${payment} is ${status}`);
}

const server = createServer((request, response) => {
  // First the work: what was answered with 2xx is not sent again.
  const answered = readMessage(request)
    .then(take)
    .then(
      () => 204,
      (error: unknown) => (error instanceof WebhookError ? 401 : 500),
    );
  void answered.then((status) => response.writeHead(status).end());
});
server.on('error', ({ message }) => {
  console.error(`The receiver cannot start: ${message}. Another one may run; PORT names another port.`);
  process.exitCode = 1;
});
server.listen(port, '127.0.0.1', () => {
  console.log(`listening on http://127.0.0.1:${(server.address() as AddressInfo).port}`);
});
