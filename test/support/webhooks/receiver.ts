import { randomBytes } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { Webhook } from 'standardwebhooks';
import { serving } from '../http/serving.ts';

/** A client's endpoint, as its developers would write it: it verifies with the library and knows each id once. */
export type Receiver = {
  readonly url: string;
  /** Every request that came. */
  readonly requests: readonly Received[];
  /** What was verified, each id once, in the order in which it came. */
  readonly messages: readonly Message[];
  /** How it answers from now on; a message counts where it answers 2xx, and before it does so. */
  readonly answer: (how: Answer) => void;
  readonly close: () => Promise<void>;
};

export type Received = { readonly id: string; readonly headers: IncomingHttpHeaders; readonly body: string };
export type Message = { readonly id: string; readonly type: string; readonly data: Record<string, unknown> };
type Answer = (response: ServerResponse, received: Received) => void;

export const newSecret = (): string => `whsec_${randomBytes(32).toString('base64')}`;

const ok: Answer = (response) => void response.writeHead(204).end();
export const status =
  (code: number, headers: Record<string, string> = {}): Answer =>
  (response) =>
    void response.writeHead(code, headers).end('an answer that nobody reads');

export async function startReceiver(secret: string): Promise<Receiver> {
  const requests: Received[] = [];
  const messages = new Map<string, Message>();
  const webhook = new Webhook(secret);
  let answer = ok;
  const receive = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await text(request);
    const received = { id: String(request.headers['webhook-id']), headers: request.headers, body };
    requests.push(received);
    const message = verified(webhook, received);
    if (message === null) {
      response.writeHead(401).end();
      return;
    }
    response.once('finish', () => {
      if (response.statusCode < 300 && !messages.has(message.id)) messages.set(message.id, message);
    });
    answer(response, received);
  };
  const server = createServer((request, response) => void receive(request, response));
  const { url, close } = await serving(server);
  return {
    url: `${url}/webhooks`,
    requests,
    get messages() {
      return [...messages.values()];
    },
    answer: (how) => {
      answer = how;
    },
    close,
  };
}

function verified(webhook: Webhook, { body, headers }: Received): Message | null {
  try {
    return webhook.verify(body, headers as Record<string, string>) as Message;
  } catch {
    return null;
  }
}
