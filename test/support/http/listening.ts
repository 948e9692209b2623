import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { type AddressInfo, createServer as createRawServer, type Server, type Socket } from 'node:net';
import { afterEach } from 'vitest';

/** Servers that a test calls, on ports of their own. Each of them ends with its test. */
export function createListening() {
  const closing: (() => unknown)[] = [];
  afterEach(async () => {
    for (const close of closing.splice(0)) await close();
  });
  async function listen(server: Server): Promise<string> {
    const sockets = new Set<Socket>();
    server.on('connection', (socket) => {
      sockets.add(socket);
      socket.on('error', () => undefined);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    closing.push(() => {
      for (const socket of sockets) socket.destroy();
      server.close();
    });
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }
  return {
    closing,
    listen,
    serve: (respond: (request: IncomingMessage, response: ServerResponse) => void) => listen(createServer(respond)),
    /** Answers every request with these bytes and closes. */
    serveBytes: (bytes: string) => listen(createRawServer((socket) => socket.once('data', () => socket.end(bytes)))),
  };
}
