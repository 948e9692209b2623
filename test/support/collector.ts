import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

export type Collector = {
  readonly url: string;
  /** Everything that was sent, as text: what is no text in it does no harm. */
  readonly received: () => string;
  /** The same bytes, in hexadecimal. */
  readonly receivedHex: () => string;
  readonly headers: () => readonly (string | undefined)[];
  readonly close: () => Promise<void>;
};

/** Where traces go: it takes OTLP over HTTP and keeps it as it came. */
export async function startCollector(): Promise<Collector> {
  const bodies: Buffer[] = [];
  const headers: (string | undefined)[] = [];
  const server = createServer((request, response) => {
    headers.push(request.headers['x-collector-key'] as string | undefined);
    void buffer(request).then((body) => {
      if (request.url === '/v1/traces') bodies.push(body);
      response.writeHead(200, { 'Content-Type': 'application/x-protobuf' }).end();
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received: () => Buffer.concat(bodies).toString('utf8'),
    receivedHex: () => Buffer.concat(bodies).toString('hex'),
    headers: () => headers,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
