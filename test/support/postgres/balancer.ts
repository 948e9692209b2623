import { once } from 'node:events';
import { Agent, createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Balancer = {
  readonly url: string;
  /** Takes in another gateway, or one that came back at the same address. */
  readonly add: (upstream: string) => void;
  /** How many gateways it sends requests to now. */
  readonly ready: () => number;
  readonly close: () => Promise<void>;
};

type Upstream = { readonly url: URL; readonly agent: Agent; isReady: boolean };

/**
 * A load balancer as plain as they come: it asks each gateway's readiness probe every so often, sends each request to
 * the next one that is ready, keeps connections, and never sends a request twice: what fails is answered with 502.
 */
export async function startBalancer(upstreams: readonly string[], checkEveryMs = 50): Promise<Balancer> {
  const all = new Map<string, Upstream>();
  const add = (url: string): void => {
    all.set(url, { url: new URL(url), agent: new Agent({ keepAlive: true }), isReady: false });
  };
  const check = async (): Promise<void> => {
    await Promise.all(
      [...all.values()].map(async (upstream) => {
        upstream.isReady = await fetch(new URL('/health/ready', upstream.url)).then(
          ({ ok }) => ok,
          () => false,
        );
      }),
    );
  };
  for (const url of upstreams) add(url);
  await check();
  const timer = setInterval(() => void check(), checkEveryMs);
  let turn = 0;
  const server = createServer((incoming, response) => {
    const ready = [...all.values()].filter(({ isReady }) => isReady);
    const upstream = ready[turn++ % Math.max(1, ready.length)];
    if (upstream) forward(upstream, incoming, response);
    else response.writeHead(503).end('no gateway is ready');
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    add,
    ready: () => [...all.values()].filter(({ isReady }) => isReady).length,
    close: async () => {
      clearInterval(timer);
      server.closeAllConnections();
      server.close();
      for (const { agent } of all.values()) agent.destroy();
      await once(server, 'close');
    },
  };
}

function forward({ url, agent }: Upstream, incoming: IncomingMessage, response: ServerResponse): void {
  const outgoing = request(
    {
      host: url.hostname,
      port: url.port,
      agent,
      method: incoming.method,
      path: incoming.url,
      headers: incoming.headers,
    },
    (answer) => {
      const { connection: _ofTheUpstream, 'keep-alive': _too, ...headers } = answer.headers;
      response.writeHead(answer.statusCode ?? 502, headers);
      answer.pipe(response);
      answer.once('error', () => response.destroy());
    },
  );
  outgoing.once('error', (error) => {
    if (response.headersSent) response.destroy();
    else response.writeHead(502).end(`the gateway failed: ${error.message}`);
  });
  response.once('close', () => outgoing.destroy());
  incoming.pipe(outgoing);
}
