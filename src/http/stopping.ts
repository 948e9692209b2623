import { once } from 'node:events';
import type { Server, ServerResponse } from 'node:http';

export type StopPatience = {
  /** How long requests are still taken in while load balancers find out, in ms. */
  readonly graceMs: number;
  /** How long requests under way may then take, in ms. */
  readonly finishMs: number;
};

/**
 * Stops a server without failing a request. While the grace period lasts everything is answered, and each answer ends
 * its connection, so that the next request goes elsewhere; a connection closed at once would meet requests on their
 * way. Then streams end, which their readers follow up at another gateway, and nothing new is taken in.
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

/** Without the message that says that all was told: a reader that reconnects is told the rest by another gateway. */
function endStream(response: ServerResponse): void {
  // Whoever writes may not have heard yet; an error that nobody listens to would end the process.
  response.on('error', () => undefined);
  response.end();
}
