import type { IncomingMessage, ServerResponse } from 'node:http';
import { GraphQLError } from 'graphql';
import type { Logger } from 'pino';
import type { BoundFields } from '../request/bind.ts';
import type { FieldName } from '../request/fields.ts';
import type { FormatName } from '../request/format.ts';
import type { JsonStyle } from '../request/json-config.ts';
import { type OperationName, operation } from '../request/operation.ts';
import type { Fault } from '../response/errors.ts';

/** A request of this door as the metrics see it. Every member has few values, none of them from the request's text. */
export type LegacyCount = {
  /** The client's name in the config; `unknown` before it is known. */
  readonly client: string;
  /** A format's name, `jsonp`, or `none` for an answer without an envelope. */
  readonly format: string;
  /** `initiated`, `replayed`, `shown` (a status), an error code, `not_found`, `unintended` or `preflight`. */
  readonly outcome: string;
};

/** One request and its answer, with the facts found on the way. */
export type Exchange = {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly logger: Logger;
  readonly count: (request: LegacyCount) => void;
  readonly operationName: OperationName;
  readonly requestId: string;
  readonly language: 'fr' | 'en';
  readonly format: FormatName;
  /** Cleaned up; empty where there is none, null for an invalid one. */
  callback: string | null;
  readonly style: JsonStyle;
  client: string;
  /** The bound values, for a page that shows them and a log that masks them. */
  bound: BoundFields;
};

/**
 * Shows names of closed sets. Of other fields it shows only the presence, because any of them may hold personal data.
 */
function mask(bound: BoundFields): Record<string, string> {
  const given = operation.fields.flatMap(({ name, kind }): [string, string][] => {
    const value = bound[name];
    if (value === undefined) return [];
    return [[name, kind !== 'string' && kind.has(value) ? value : `[${value.length} characters]`]];
  });
  return Object.fromEntries(given);
}

export function logRefusal(
  { logger, requestId, client, format, bound }: Exchange,
  { status, errorCode, errors }: Fault,
): void {
  const fields = errors.map(({ fieldName }) => fieldName.toLowerCase());
  logger.warn(
    { request: requestId, client, format, status, errorCode, fields, bound: mask(bound) },
    'a legacy request was refused',
  );
}

/** Warns that an access log before the gateway shows other values of these fields than the recorded ones. */
export function logOverride({ logger, requestId, client }: Exchange, fields: readonly FieldName[]): void {
  logger.warn({ request: requestId, client, fields }, 'a legacy request says other values than its path');
}

/** A fault of the executor itself may quote the input, so that its text is left out; a resolver's own error is ours. */
export function logUnexpected({ logger, requestId, client }: Exchange, error: unknown): void {
  const original = error instanceof GraphQLError ? error.originalError : error;
  const fault = original instanceof Error ? { fault: original.name, stack: original.stack } : { fault: 'GraphQLError' };
  logger.error({ request: requestId, client, ...fault }, 'a legacy request failed unexpectedly');
}
