import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import pino from 'pino';
import { expect, it } from 'vitest';
import { createAvailability } from '../../src/workers/availability.ts';

it('a page without an end is judged by its beginning, and the rest of it is not taken', async () => {
  let sent = 0;
  const server = createServer((_request, response) => {
    const go = (): void => {
      while (!response.destroyed) {
        sent += 65_536;
        if (!response.write('x'.repeat(65_536))) break;
      }
    };
    response.on('drain', go);
    response.write('<div id="server_status">OK</div>');
    go();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const page = {
    target: 'PAYBOX',
    idSociete: '1',
    runMode: 'TEST',
    url: `http://127.0.0.1:${port}/load.html`,
  } as const;
  const availability = createAvailability({ urls: [page], logger: pino({ level: 'silent' }) });
  await availability.check();
  expect(availability.isDown('PAYBOX', '1', 'TEST')).toBe(false);
  expect(sent).toBeLessThan(64 * 1024 * 1024);
  server.closeAllConnections();
  server.close();
});
