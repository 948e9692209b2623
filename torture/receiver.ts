import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { serving } from '../test/support/http/serving.ts';
import type { Received } from './check/webhooks.ts';

/** The endpoint that receives webhooks. Now and then it fails, or takes its message and loses the answer. */
export type Receiver = {
  readonly url: string;
  /** Every message that was taken, in the order in which it came. */
  readonly received: Received[];
  readonly beCalm: () => void;
  readonly close: () => Promise<void>;
};

const failing = 0.1;
const losingTheAnswer = 0.02;

export async function startReceiver(): Promise<Receiver> {
  const received: Received[] = [];
  let isCalm = false;
  const receive = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await text(request).catch(() => null);
    if (body === null) return;
    const chance = isCalm ? 1 : Math.random();
    if (chance < failing) return void response.writeHead(503).end();
    const { id, data } = JSON.parse(body) as { id: string; data: { payment_id: string; sequence: number } };
    received.push({ id, payment: data.payment_id, sequence: data.sequence });
    if (chance < failing + losingTheAnswer) return void request.destroy();
    response.writeHead(204).end();
  };
  const server = createServer((request, response) => void receive(request, response));
  const { url, close } = await serving(server);
  return {
    url: `${url}/webhooks`,
    received,
    beCalm: () => {
      isCalm = true;
    },
    close,
  };
}
