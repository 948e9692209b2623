import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { mostPieces } from '../kernel/bytes/bounded-bytes.ts';
import { type Connection, type ConnectionCounts, type ConnectionShares, createAdmission } from './connection-shares.ts';
import { createRefusals, type RefusalTimes } from './refused-connections.ts';

export type ConnectionLimits = {
  /** Requests of one connection that have no whole answer yet. Browsers and proxies send one after the other. */
  readonly requestsAtOnce: number;
  /** How long an unread response is kept. Node has no limit of its own. */
  readonly unreadMs: number;
} & ConnectionShares &
  RefusalTimes;

/**
 * Refuses connections beyond a sender's share, and ends those that cost too much. An unread response stays in memory,
 * and a request of sixty bytes may have a response a thousand times as long. The unread rest of a request is still
 * received, and chunks of one byte are the most expensive. A connection that waits for its response stays open.
 */
export function limitConnections(server: Server, limits: ConnectionLimits, counts: ConnectionCounts): void {
  const { requestsAtOnce, unreadMs } = limits;
  const bySocket = admitByShare(server, limits, counts);
  server.prependListener('request', (request: IncomingMessage, response: ServerResponse) => {
    const { socket } = request;
    const connection = bySocket.get(socket);
    if (connection === undefined) throw new Error('a request came on a connection that was not admitted');
    connection.requests++;
    connection.request = request;
    connection.since = performance.now();
    connection.hasAsked = true;
    response.on('close', () => {
      connection.requests--;
      connection.since = performance.now();
      if (connection.requests === 0) connection.request = null;
    });
    if (connection.requests > requestsAtOnce) socket.destroy();
    else if (request.method !== 'POST') discard(request);
    // At 'finish' Node would take over, and count nothing.
    else response.once('prefinish', () => discard(request));
  });
  // Also called for idle connections: with a listener, Node does not close them by itself.
  server.setTimeout(unreadMs, (socket) => {
    if (!bySocket.get(socket)?.requests || socket.writableLength > 0) socket.destroy();
  });
}

/** Node's HTTP reads only the connections that are admitted. */
function admitByShare(server: Server, limits: ConnectionLimits, counts: ConnectionCounts): WeakMap<Socket, Connection> {
  const bySocket = new WeakMap<Socket, Connection>();
  const { admit } = createAdmission(limits, counts);
  const refuseConnection = createRefusals(limits, limits.connections);
  const serve = server.listeners('connection');
  server.removeAllListeners('connection');
  server.on('connection', (socket: Socket) => {
    // It was closed before it was looked at.
    if (socket.remoteAddress === undefined) {
      socket.destroy();
      return;
    }
    const admitted = admit(socket);
    if (typeof admitted === 'string') {
      refuseConnection(socket, admitted === 'full' ? full : tooMany);
      return;
    }
    bySocket.set(socket, admitted);
    for (const listener of serve) listener.call(server, socket);
  });
  return bySocket;
}

const refusalText = (status: string, reason: string): string =>
  [
    `HTTP/1.1 ${status}`,
    'Connection: close',
    'Retry-After: 1',
    'Content-Type: text/plain; charset=utf-8',
    `Content-Length: ${reason.length}`,
    'X-Content-Type-Options: nosniff',
    `\r\n${reason}`,
  ].join('\r\n');
const tooMany = refusalText(
  '429 Too Many Requests',
  'Too many connections from your address. Nothing was done: come back.\n',
);
const full = refusalText('503 Service Unavailable', 'Too many connections. Nothing was done: come back.\n');

/** Discards a body that no door reads, or its rest. A chunked one may last as long as the request time-out. */
function discard(request: IncomingMessage): void {
  if (request.complete || request.headers['transfer-encoding'] === undefined) return;
  let pieces = 0;
  request.on('data', () => {
    if (++pieces > mostPieces) request.destroy();
  });
}
