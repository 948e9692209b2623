import type { IncomingMessage, ServerResponse } from 'node:http';
import { operation } from '../request/operation.ts';

const allowedMethods = operation.methods.join(', ');
const allowedHeaders = 'Content-Type, Authorization, X-API-Key, Idempotency-Key, Accept-Language';
const exposedHeaders = 'X-Request-Id, Retry-After';

/** Which sites' pages may read answers, by their `Origin`. */
export type OriginRule = (origin: string) => boolean;

/**
 * Lets the page that asks read the answer, where the rule knows its origin. The ServiceStack client sends every request
 * with `credentials: include`, for which a browser wants that to be permitted by name; cookies come with it, and none is
 * ever read. Script tags, forms and links are not concerned: they work from anywhere, as they always did.
 */
export function permitOrigin({ headers }: IncomingMessage, response: ServerResponse, isAllowed: OriginRule): boolean {
  const { origin } = headers;
  if (origin === undefined) return false;
  // Plain clients get the `Vary` that they always got, and no cache keeps an answer of this door.
  response.setHeader('Vary', 'Origin');
  if (!isAllowed(origin)) return false;
  response.setHeader('Access-Control-Allow-Origin', origin);
  response.setHeader('Access-Control-Allow-Credentials', 'true');
  response.setHeader('Access-Control-Expose-Headers', exposedHeaders);
  return true;
}

/** Whether a browser asks if it may send what its page wants to send. An OPTIONS of any other kind is no such question. */
export function isPreflight({ method, headers }: IncomingMessage): boolean {
  return method === 'OPTIONS' && headers.origin !== undefined && headers['access-control-request-method'] !== undefined;
}

/** Answers a preflight from an origin that has been permitted. */
export function sendPreflight(response: ServerResponse): void {
  response.writeHead(204, {
    'Access-Control-Allow-Methods': allowedMethods,
    'Access-Control-Allow-Headers': allowedHeaders,
    'Access-Control-Max-Age': '600',
    'Cache-Control': 'no-store',
  });
  response.end();
}
