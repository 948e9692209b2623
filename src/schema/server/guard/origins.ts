import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Handler } from '../in-order.ts';
import { sendGraphqlError } from './graphql-error.ts';

const allowedHeaders = 'Content-Type, Authorization, X-API-Key, Idempotency-Key, Accept-Language, Last-Event-ID';
export const exposedHeaders = 'X-Request-Id, Retry-After';

/**
 * The sites whose pages may call from a browser: our own, and those of the allow-list. Never `*`, and never with
 * cookies, because no cookie is an identity here.
 *
 * A body must be `application/json`. No page can send that to another site without a preflight, and the preflight of an
 * unlisted site gets no permission. So plain clients need no special header. A page can still make a browser *send* a
 * GET, without reading its answer. Headers that browsers add and pages cannot forge (`Sec-Fetch-Site`, in older ones
 * `Origin`) reveal it, and it is not executed.
 */
export function createOriginRule(isAllowed: (origin: string) => boolean): Handler {
  return (request, response, next) => {
    const isListed = exposeToOrigin(request, response, isAllowed);
    if (request.method === 'OPTIONS') {
      if (isListed) {
        response.setHeader('Access-Control-Allow-Methods', 'GET, POST');
        response.setHeader('Access-Control-Allow-Headers', allowedHeaders);
        response.setHeader('Access-Control-Max-Age', '600');
      }
      response.statusCode = 204;
      response.end();
    } else if (!isListed && isOfAnotherSite(request)) {
      sendGraphqlError(response, 403, 'CROSS_SITE_REQUEST', 'This site may not call the gateway from a browser.');
    } else next();
  };
}

/** Lets a page of an allowed origin read the answer, a refusal too. Says whether the request is of such a page. */
export function exposeToOrigin(
  { headers: { origin } }: IncomingMessage,
  response: ServerResponse,
  isAllowed: (origin: string) => boolean,
): boolean {
  response.setHeader('Vary', 'Origin');
  if (origin === undefined || !isAllowed(origin)) return false;
  response.setHeader('Access-Control-Allow-Origin', origin);
  response.setHeader('Access-Control-Expose-Headers', exposedHeaders);
  return true;
}

function isOfAnotherSite({ headers }: IncomingMessage): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site !== 'same-origin' && site !== 'none';
  const { origin, host } = headers;
  if (origin === undefined) return false;
  return !URL.canParse(origin) || new URL(origin).host !== host;
}
