import { randomBytes } from 'node:crypto';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { type BodyTimes, limitBodies } from './body-time.ts';
import { type ConnectionCounts, newConnectionCounts } from './connection-shares.ts';
import { type ConnectionLimits, limitConnections } from './connections.ts';

export type ServerLimits = {
  /** Request line and headers together; a long legacy URL has a few hundred bytes. */
  readonly headerBytes: number;
  /** Until the headers are there, looked at as often as bodies are. Node's own is 60 s. */
  readonly headersTimeoutMs: number;
  /** Must be longer than the proxy's in front, or a request may meet a connection that is being closed. */
  readonly keepAliveTimeoutMs: number;
  readonly requestsPerConnection: number;
} & BodyTimes &
  ConnectionLimits;

export const defaultServerLimits: ServerLimits = {
  headerBytes: 16 * 1024,
  headersTimeoutMs: 10_000,
  requestTimeoutMs: 20_000,
  uploadTimeoutMs: 15 * 60_000,
  isUpload: () => false,
  checkingIntervalMs: 2_000,
  keepAliveTimeoutMs: 5_000,
  requestsPerConnection: 1_000,
  connections: 2_000,
  connectionsPerAddress: null,
  connectionsPerNetwork: null,
  isProxy: () => false,
  slowAfterMs: 2_000,
  refuseAfterMs: 2_000,
  requestsAtOnce: 16,
  unreadMs: 30_000,
};

/** Handles input that cannot be read as HTTP and so reaches no door. */
export type UnreadableRequests = {
  readonly newRequestId: () => string;
  readonly onRefused: (refused: { readonly request: string; readonly status: number }) => void;
};

const ignoring: UnreadableRequests = {
  newRequestId: () => `req_${randomBytes(16).toString('hex')}`,
  onRefused: () => undefined,
};

/** Node's HTTP server with limits on time, size and number: a slow or endless request ends by itself. */
export function createLimitedServer(
  limits: ServerLimits,
  unreadable: UnreadableRequests = ignoring,
  counts: ConnectionCounts = newConnectionCounts(),
): Server {
  const server = createServer({
    maxHeaderSize: limits.headerBytes,
    headersTimeout: limits.headersTimeoutMs,
    // By `limitBodies`.
    requestTimeout: 0,
    connectionsCheckingInterval: limits.checkingIntervalMs,
    keepAliveTimeout: limits.keepAliveTimeoutMs,
    // The front guard asks for it, and then reads nothing more of the connection.
    requireHostHeader: false,
    insecureHTTPParser: false,
  });
  server.maxRequestsPerSocket = limits.requestsPerConnection;
  limitBodies(server, limits);
  limitConnections(server, limits, counts);
  server.on('clientError', answerUnreadable(unreadable));
  // Other values of `Expect` than `100-continue` may be ignored. Node's own refusal would have no request id.
  server.on('checkExpectation', (request, response) => server.emit('request', request, response));
  // There is no listener for `upgrade`, so that one is an ordinary request: Java's client asks for HTTP/2 that way on
  // every connection without TLS, and goes on in HTTP/1.1 where it is not taken up.
  return server;
}

const statusLineOf: Readonly<Record<string, string>> = {
  HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large',
  ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout',
};

const unencoded = 'The address must be percent-encoded: %20 for a blank, %C3%A9 for an accented e (UTF-8).\n';
/** Old programs send accents and blanks in a URL unencoded, and need to know what is wrong. */
const reasonOf: Readonly<Record<string, string>> = { HPE_INVALID_URL: unencoded, HPE_INVALID_CONSTANT: unencoded };

/**
 * Answers input that is not HTTP with one line and ends the connection, because its next bytes may be anything. No line
 * is sent while a response is in progress (`_httpMessage`, which Node keeps on the socket): it would end up inside that
 * response.
 */
function answerUnreadable({ newRequestId, onRefused }: UnreadableRequests) {
  return ({ code = '' }: NodeJS.ErrnoException, socket: Duplex & { _httpMessage?: ServerResponse }): void => {
    if (!socket.writable || code === 'ECONNRESET' || socket._httpMessage?.headersSent) {
      socket.destroy();
      return;
    }
    const status = statusLineOf[code] ?? '400 Bad Request';
    const request = newRequestId();
    onRefused({ request, status: Number.parseInt(status, 10) });
    const reason = reasonOf[code] ?? '';
    const headers = ['Connection: close', `Content-Length: ${reason.length}`, `X-Request-Id: ${request}`];
    if (reason !== '') headers.push('Content-Type: text/plain', 'X-Content-Type-Options: nosniff');
    socket.end(`HTTP/1.1 ${status}\r\n${headers.join('\r\n')}\r\n\r\n${reason}`);
  };
}
