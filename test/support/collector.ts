import { createServer } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { serving } from './http/serving.ts';

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
  });
  return {
    ...(await serving(server)),
    received: () => Buffer.concat(bodies).toString('utf8'),
    receivedHex: () => Buffer.concat(bodies).toString('hex'),
    headers: () => headers,
  };
}
