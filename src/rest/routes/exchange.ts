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

/** One request and its answer: what is found out about it on the way. */
export type Exchange = {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly logger: Logger;
  readonly count: (request: LegacyCount) => void;
  readonly operationName: OperationName;
  readonly requestId: string;
  readonly language: 'fr' | 'en';
  readonly format: FormatName;
  /** Cleaned up; empty where there is none, null where it cannot be used. */
  callback: string | null;
  readonly style: JsonStyle;
  client: string;
  /** What was bound, for a page that shows it and a log that masks it. */
  bound: BoundFields;
};

/** Names of closed sets are shown; of everything else only that it was there, for any field may hold a person's data. */
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

/** What an access log in front of the gateway says of these fields is not what was recorded. */
export function logOverride({ logger, requestId, client }: Exchange, fields: readonly FieldName[]): void {
  logger.warn({ request: requestId, client, fields }, 'a legacy request says other values than its path');
}

/** A fault of the executor itself may quote the input, so that its text is left out; a resolver's own error is ours. */
export function logUnexpected({ logger, requestId, client }: Exchange, error: unknown): void {
  const original = error instanceof GraphQLError ? error.originalError : error;
  const fault = original instanceof Error ? { fault: original.name, stack: original.stack } : { fault: 'GraphQLError' };
  logger.error({ request: requestId, client, ...fault }, 'a legacy request failed unexpectedly');
}
