import type { IncomingMessage, ServerResponse } from 'node:http';
import { exposedHeaders } from '../../schema/server/guard/origins.ts';
import { operation } from '../request/operation.ts';

const allowedMethods = operation.methods.join(', ');
const allowedHeaders = 'Content-Type, Authorization, X-API-Key, Idempotency-Key, Accept-Language';

/** Which sites' pages may read answers, by their `Origin`. */
export type OriginRule = (origin: string) => boolean;

/**
 * Lets a page of an allowed origin read the answer. The ServiceStack client sends every request with `credentials:
 * include`, which a browser allows only for a named origin; the gateway never reads cookies. Script tags, forms and
 * links work from any page, as they always did.
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

/** Whether the request is a preflight. An OPTIONS request of another kind is not. */
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
