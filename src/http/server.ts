import { createServer, type Server, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { type ConnectionLimits, limitConnections } from './connections.ts';

export type ServerLimits = {
  /** Request line and headers together; a long legacy URL has a few hundred bytes. */
  readonly headerBytes: number;
  /** Until the headers are there, and until the whole request is. Node's own are 60 s and 300 s. */
  readonly headersTimeoutMs: number;
  readonly requestTimeoutMs: number;
  /** How often the two are looked at; Node's own 30 s would make them half a minute longer. */
  readonly checkingIntervalMs: number;
  /** Must be longer than the proxy's in front, or a request may meet a connection that is being closed. */
  readonly keepAliveTimeoutMs: number;
  readonly requestsPerConnection: number;
  readonly connections: number;
} & ConnectionLimits;

export const defaultServerLimits: ServerLimits = {
  headerBytes: 16 * 1024,
  headersTimeoutMs: 10_000,
  requestTimeoutMs: 20_000,
  checkingIntervalMs: 2_000,
  keepAliveTimeoutMs: 5_000,
  requestsPerConnection: 1_000,
  connections: 2_000,
  requestsAtOnce: 16,
  unreadMs: 30_000,
};

/** Node's HTTP server with limits on time, size and number: a slow or endless request ends by itself. */
export function createLimitedServer(limits: ServerLimits = defaultServerLimits): Server {
  const server = createServer({
    maxHeaderSize: limits.headerBytes,
    headersTimeout: limits.headersTimeoutMs,
    requestTimeout: limits.requestTimeoutMs,
    connectionsCheckingInterval: limits.checkingIntervalMs,
    keepAliveTimeout: limits.keepAliveTimeoutMs,
    // The front guard asks for it, and then reads nothing more of the connection.
    requireHostHeader: false,
    insecureHTTPParser: false,
  });
  server.maxRequestsPerSocket = limits.requestsPerConnection;
  server.maxConnections = limits.connections;
  limitConnections(server, limits);
  server.on('clientError', answerUnreadable);
  // There is no listener for `upgrade`, so that one is an ordinary request: Java's client asks for HTTP/2 that way on
  // every connection without TLS, and goes on in HTTP/1.1 where it is not taken up.
  return server;
}

const statusOf: Readonly<Record<string, string>> = {
  HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large',
  ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout',
};

/**
 * What cannot be read as HTTP is told so in one line, and the connection ends: its next bytes may be anything. Not
 * where an answer is under way on it (`_httpMessage`, which Node keeps on the socket): the line would stand inside it.
 */
function answerUnreadable(
  { code = '' }: NodeJS.ErrnoException,
  socket: Duplex & { _httpMessage?: ServerResponse },
): void {
  if (!socket.writable || code === 'ECONNRESET' || socket._httpMessage?.headersSent) {
    socket.destroy();
    return;
  }
  socket.end(`HTTP/1.1 ${statusOf[code] ?? '400 Bad Request'}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
