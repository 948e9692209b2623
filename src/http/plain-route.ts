import type { IncomingMessage, ServerResponse } from 'node:http';

/**
 * Routes without Express, for programs that ask from the first moment on and often: a probe or a scrape waits for no page
 * to be loaded.
 */

export type PlainRoute = (
  request: IncomingMessage & { route?: { readonly path: string } },
  response: ServerResponse,
  next: (fault?: unknown) => void,
) => unknown;

type Answer = (request: IncomingMessage, response: ServerResponse) => unknown;

const methods = ['GET', 'HEAD', 'OPTIONS'];
const allowed = 'GET, HEAD';

/** GET and HEAD of one path, in the spellings that Express takes. The path names the request in logs and metrics. */
export function plainRoute(path: string, answer: Answer): PlainRoute {
  return (request, response, next) => {
    const { method = '', url = '' } = request;
    if (!methods.includes(method) || !isPath(url, path)) return next();
    if (method === 'OPTIONS')
      return response.setHeader('Allow', allowed).setHeader('Content-Type', 'text/plain').end(allowed);
    request.route = { path };
    return answer(request, response);
  };
}

/** Only a URL that begins as the path is taken apart. */
function isPath(url: string, path: string): boolean {
  if (url.slice(0, path.length).toLowerCase() !== path) return false;
  const rest = url.slice(path.length).split('?', 1)[0];
  return rest === '' || rest === '/';
}

export function sendJson(response: ServerResponse, status: number, value: object): void {
  response.statusCode = status;
  response.setHeader('Content-Type', 'application/json; charset=utf-8');
  response.end(JSON.stringify(value));
}
