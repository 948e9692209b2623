import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
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
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhooks`,
    received,
    beCalm: () => {
      isCalm = true;
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
