import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express, { type ErrorRequestHandler } from 'express';
import { afterEach, describe, expect, it } from 'vitest';
import { createGraphiqlPage } from '../../src/schema/server/graphiql-page.ts';

let server: Server | null = null;
afterEach(() => void server?.close());

/** The page alone, with something else beside it. */
async function serve(render?: () => Promise<Uint8Array<ArrayBuffer>>) {
  const app = express();
  app.get('/graphql', createGraphiqlPage(render));
  app.use((_request, response) => void response.send('something else'));
  const failed: ErrorRequestHandler = (_error, _request, response, _next) => void response.status(500).send('failed');
  app.use(failed);
  server = createServer(app).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return (headers: Record<string, string> = { Accept: 'text/html' }) =>
    fetch(`http://127.0.0.1:${port}/graphql`, { headers }).then(async (response) => ({
      status: response.status,
      text: await response.text(),
    }));
}

describe('GraphiQL', () => {
  it('is made once, for all who wait for it, while others are served', async () => {
    const { promise, resolve } = Promise.withResolvers<Uint8Array<ArrayBuffer>>();
    let made = 0;
    const visit = await serve(() => {
      made++;
      return promise;
    });
    const visitors = [visit(), visit(), visit()];
    expect((await visit({ Accept: 'application/json' })).text).toBe('something else');
    resolve(new TextEncoder().encode('the page'));
    expect(await Promise.all(visitors)).toEqual(Array(3).fill({ status: 200, text: 'the page' }));
    expect(await visit()).toEqual({ status: 200, text: 'the page' });
    expect(made).toBe(1);
  });

  it('that could not be made is made again for the next visitor', async () => {
    let made = 0;
    const visit = await serve(async () => {
      if (++made === 1) throw new Error('no memory');
      return new TextEncoder().encode('the page');
    });
    expect((await visit()).status).toBe(500);
    expect(await visit()).toEqual({ status: 200, text: 'the page' });
  });

  it('is made in a thread, with its examples', async () => {
    const visit = await serve();
    const { status, text } = await visit();
    expect(status).toBe(200);
    expect(text).toContain('<title>GraphiQL');
    expect(text).toContain('initiatePayment');
  });
});
