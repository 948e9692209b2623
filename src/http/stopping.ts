import { once } from 'node:events';
import type { Server, ServerResponse } from 'node:http';

export type StopPatience = {
  /** How long requests are still taken in while load balancers find out, in ms. */
  readonly graceMs: number;
  /** How long requests under way may then take, in ms. */
  readonly finishMs: number;
};

/**
 * Stops a server without failing a request. During the grace period every request is answered, and each response ends
 * its connection, so that the next request goes elsewhere. Closing connections at once would lose requests on their
 * way. Then streams end, which their readers resume at another gateway, and no new request is accepted.
 */
export function createStopping(
  server: Server,
  openResponses: () => readonly ServerResponse[],
): (patience: StopPatience) => Promise<void> {
  let isStopping = false;
  server.prependListener('request', (_request, response: ServerResponse) => {
    if (isStopping) response.shouldKeepAlive = false;
  });
  return async ({ graceMs, finishMs }) => {
    isStopping = true;
    for (const response of openResponses()) if (!response.headersSent) response.shouldKeepAlive = false;
    if (graceMs > 0) await new Promise((resolve) => setTimeout(resolve, graceMs));
    const closed = once(server, 'close');
    server.close();
    server.closeIdleConnections();
    for (const response of openResponses().filter(isStream)) endStream(response);
    const patience = setTimeout(() => server.closeAllConnections(), finishMs);
    await closed;
    clearTimeout(patience);
  };
}

const isStream = (response: ServerResponse): boolean =>
  response.headersSent && String(response.getHeader('Content-Type') ?? '').startsWith('text/event-stream');

/** Ends without the final event, so that the reader reconnects and gets the rest from another gateway. */
function endStream(response: ServerResponse): void {
  // Code that still writes may see an error; without a listener it would end the process.
  response.on('error', () => undefined);
  response.end();
}
