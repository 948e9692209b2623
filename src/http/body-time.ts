import type { IncomingMessage, Server, ServerResponse } from 'node:http';

export type BodyTimes = {
  /** From the end of the headers until the whole body is there. */
  readonly requestTimeoutMs: number;
  /** The same for a file, while a door reads it. */
  readonly uploadTimeoutMs: number;
  readonly isUpload: (path: string) => boolean;
  readonly checkingIntervalMs: number;
};

/**
 * Ends requests whose bodies never end. Node has one time-out for all requests, and a bank file may take longer than
 * others. Once a request is answered, the rest of its body gets only the usual time. A request without a valid key is
 * answered at once.
 */
export function limitBodies(server: Server, times: BodyTimes): void {
  const coming = new Map<IncomingMessage, { readonly response: ServerResponse; readonly since: number }>();
  const lookAtAll = (): void => {
    for (const [request, { response, since }] of coming) {
      const isRead = !response.writableEnded && times.isUpload(pathOf(request));
      const limitMs = isRead ? times.uploadTimeoutMs : times.requestTimeoutMs;
      if (request.complete || request.socket.destroyed) coming.delete(request);
      else if (performance.now() - since > limitMs) {
        coming.delete(request);
        const late = Object.assign(new Error('a body did not end'), { code: 'ERR_HTTP_REQUEST_TIMEOUT' });
        server.emit('clientError', late, request.socket);
      }
    }
  };
  server.prependListener('request', (request: IncomingMessage, response: ServerResponse) => {
    const { 'content-length': length, 'transfer-encoding': coding } = request.headers;
    if (length === undefined && coding === undefined) return;
    coming.set(request, { response, since: performance.now() });
    response.once('close', () => {
      if (request.complete) coming.delete(request);
    });
  });
  const timer = setInterval(lookAtAll, times.checkingIntervalMs).unref();
  server.once('close', () => clearInterval(timer));
}

export const pathOf = ({ url = '' }: IncomingMessage): string => url.split('?', 1)[0] ?? '';
