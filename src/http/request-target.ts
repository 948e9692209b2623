import type { IncomingMessage } from 'node:http';

/** A request line may hold a whole URL, as proxies write it. The gateway serves its path. */

const wholeUrl = /^https?:\/\/([^/?#@]+)(\/.*)?$/i;
const hosts = new WeakMap<IncomingMessage, string>();

/** Puts the path in the place of a whole URL, before a router splits the URL in parts of its own. */
export function takePath(request: IncomingMessage): void {
  const { url = '' } = request;
  if (url.startsWith('/')) return;
  const [, host, path = '/'] = wholeUrl.exec(url) ?? [];
  if (host === undefined) return;
  hosts.set(request, host);
  request.url = path;
}

/** The host of a whole URL, or null. It is not the gateway's own address, which comes from the config alone. */
export const hostOfTarget = (request: IncomingMessage): string | null => hosts.get(request) ?? null;
