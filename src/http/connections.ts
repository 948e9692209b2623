import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { mostPieces } from '../domain/bounded-bytes.ts';

export type ConnectionLimits = {
  /** Requests of one connection that have no whole answer yet. Browsers and proxies send one after the other. */
  readonly requestsAtOnce: number;
  /** How long an answer may wait for somebody who reads nothing of it. Node's own is without end. */
  readonly unreadMs: number;
};

/**
 * Ends connections that cost more than they ask for. What nobody reads of an answer is kept in memory, and a request of
 * sixty bytes may have an answer a thousand times as long. What nobody reads of a request is taken in all the same, and
 * in chunks of one byte that is the dearest thing to send. Who waits for an answer that is not there yet is waited for.
 */
export function limitConnections(server: Server, { requestsAtOnce, unreadMs }: ConnectionLimits): void {
  const open = new WeakMap<Socket, number>();
  server.prependListener('request', (request: IncomingMessage, response: ServerResponse) => {
    const { socket } = request;
    const count = (open.get(socket) ?? 0) + 1;
    open.set(socket, count);
    response.on('close', () => open.set(socket, (open.get(socket) ?? 1) - 1));
    if (count > requestsAtOnce) socket.destroy();
    else if (request.method !== 'POST') discard(request);
    // At 'finish' Node would take over, and count nothing.
    else response.once('prefinish', () => discard(request));
  });
  // Also told of idle connections, of which Node leaves the end to whoever listens.
  server.setTimeout(unreadMs, (socket) => {
    if (!open.get(socket) || socket.writableLength > 0) socket.destroy();
  });
}

/** A body that no door reads, or what is left of one: a chunked one may go on as long as a request may take. */
function discard(request: IncomingMessage): void {
  if (request.complete || request.headers['transfer-encoding'] === undefined) return;
  let pieces = 0;
  request.on('data', () => {
    if (++pieces > mostPieces) request.destroy();
  });
}
