import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

export type BodyTimes = {
  /** From the end of the headers until the whole body is there. */
  readonly requestTimeoutMs: number;
  /** The same for a file, while a door reads it. */
  readonly uploadTimeoutMs: number;
  readonly isUpload: (path: string) => boolean;
  readonly checkingIntervalMs: number;
};

/** The last request of a connection that has a body: the next one is not read before this body is there. */
type Coming = { request: IncomingMessage | null; response: ServerResponse | null; since: number };

/**
 * Ends requests whose bodies never end. Node has one time-out for all requests, and a bank file may take longer than
 * others. Once a request is answered, the rest of its body gets only the usual time. A request without a valid key is
 * answered at once.
 *
 * Each connection has one place for its request. A `Map` of requests would keep answered ones: each table that it grows
 * out of is in the old generation, and holds its requests until a full collection.
 */
export function limitBodies(server: Server, times: BodyTimes): void {
  const places = new Map<Socket, Coming>();
  const lookAt = (place: Coming): void => {
    const { request, response, since } = place;
    if (request === null || response === null) return;
    const isRead = !response.writableEnded && times.isUpload(pathOf(request));
    const limitMs = isRead ? times.uploadTimeoutMs : times.requestTimeoutMs;
    const isOver = request.complete || request.socket.destroyed;
    if (!isOver && performance.now() - since <= limitMs) return;
    [place.request, place.response] = [null, null];
    if (isOver) return;
    const late = Object.assign(new Error('a body did not end'), { code: 'ERR_HTTP_REQUEST_TIMEOUT' });
    server.emit('clientError', late, request.socket);
  };
  server.prependListener('connection', (socket: Socket) => {
    places.set(socket, { request: null, response: null, since: 0 });
    socket.once('close', () => places.delete(socket));
  });
  server.prependListener('request', (request: IncomingMessage, response: ServerResponse) => {
    const { 'content-length': length, 'transfer-encoding': coding } = request.headers;
    if (length === undefined && coding === undefined) return;
    const place = places.get(request.socket);
    if (place === undefined) throw new Error('a request came on a connection that was not met');
    [place.request, place.response, place.since] = [request, response, performance.now()];
  });
  const timer = setInterval(() => {
    for (const place of places.values()) lookAt(place);
  }, times.checkingIntervalMs).unref();
  server.once('close', () => clearInterval(timer));
}

export const pathOf = ({ url = '' }: IncomingMessage): string => url.split('?', 1)[0] ?? '';
