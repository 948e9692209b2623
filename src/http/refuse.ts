import type { IncomingMessage, ServerResponse } from 'node:http';
import type { RequestErrorCode } from '../kernel/errors.ts';

export type Refusal = {
  readonly status: number;
  /** For programs: `OVERLOADED`. */
  readonly code: RequestErrorCode;
  readonly message: string;
  /** The field of the input, as GraphQL names it. */
  readonly field?: string;
  readonly retryAfterSeconds?: number;
  /** The bytes that follow cannot be trusted, or are not wanted. */
  readonly closes?: boolean;
};

export const isGraphql = ({ url = '' }: IncomingMessage): boolean => url.startsWith('/graphql');

/**
 * A refusal before anything of the request was read: short, in the form that the callers of `/graphql` look for errors
 * in, and in that of all other paths.
 */
export function sendRefusal(request: IncomingMessage, response: ServerResponse, refusal: Refusal): void {
  const { status, code, message, retryAfterSeconds, closes } = refusal;
  const requestId = response.getHeader('X-Request-Id');
  const body = isGraphql(request)
    ? { errors: [{ message, extensions: { code } }] }
    : { error: { status, code, message, requestId } };
  response.statusCode = status;
  response.setHeader('Content-Type', 'application/json; charset=utf-8');
  response.setHeader('Cache-Control', 'no-store');
  if (retryAfterSeconds !== undefined) response.setHeader('Retry-After', retryAfterSeconds);
  if (closes) response.setHeader('Connection', 'close');
  response.end(JSON.stringify(body));
}
