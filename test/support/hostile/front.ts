import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { onTestFinished } from 'vitest';
import { createFrontGuard, type FrontGuardOptions } from '../../../src/http/front-guard.ts';
import { takePath } from '../../../src/http/request-target.ts';
import { createLimitedServer, defaultServerLimits } from '../../../src/http/server.ts';
import { anonymous } from '../../../src/kernel/caller.ts';
import { UnauthenticatedError } from '../../../src/kernel/errors.ts';

/** A server of its own for this test: the front guard before an application that notes what comes through. */
export async function openFront(options: Partial<FrontGuardOptions> = {}, limits = defaultServerLimits) {
  const seen: string[] = [];
  const app = express();
  const front = createFrontGuard({
    rates: null,
    refuseAfterMs: 0,
    addressOf: ({ headers, socket }) => String(headers['x-test-address'] ?? socket.remoteAddress),
    authenticate: ({ headers }) => {
      const client = headers['x-test-client'];
      if (client === undefined) throw new UnauthenticatedError('A key is needed.');
      return { ...anonymous, client: String(client) };
    },
    ...options,
  });
  app.use(front.handler);
  app.use('/at-once', (_request, response) => response.status(401).json({}));
  app.use((request, response) => {
    seen.push(request.originalUrl);
    request.resume().once('end', () => request.url !== '/never' && response.json({ url: request.url }));
  });
  const server = createLimitedServer(limits).on('request', takePath).on('request', app).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(async () => {
    server.closeAllConnections();
    server.close();
    await front.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, seen, front, server };
}
