import { GraphQLError } from 'graphql';
import type { RequestErrorCode } from '../../kernel/errors.ts';
import { storeRestSeconds } from '../../kernel/store-unavailable.ts';
import type { Unavailability } from './execute.ts';

/** HTTP 503, in each form that a client may ask for. */
export function unavailableAnswer(
  { retryAdvice, message }: Unavailability,
  error: unknown,
  requestId: string,
): GraphQLError {
  const { nodes, path } = error instanceof GraphQLError ? error : {};
  const http = { status: 503, headers: { 'Retry-After': String(storeRestSeconds) } };
  const advice = { retryAdvice, retryAfterSeconds: storeRestSeconds };
  const extensions = { code: 'DATABASE_UNAVAILABLE' satisfies RequestErrorCode, ...advice, requestId, http };
  return new GraphQLError(message, { nodes: nodes ?? null, path: path ?? null, extensions });
}
