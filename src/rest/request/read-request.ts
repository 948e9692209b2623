import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { isUnintended } from '../../http/unintended-requests.ts';
import { badCallback, type Fault, unknownVerb } from '../response/errors.ts';
import { cleanCallback } from '../response/jsonp.ts';
import { type PredefinedRoute, predefinedRouteOf } from '../routes/predefined-routes.ts';
import type { bindRequest } from './bind.ts';
import { type BodyFields, hasBody, readBodyFields } from './bodies.ts';
import { chooseFormat, type FormatName } from './format.ts';
import { nothingGiven, type Query } from './given-fields.ts';
import { type OperationName, operation } from './operation.ts';
import { operationOfPath, type PathReading, readPath, splitTarget } from './path.ts';

/** The request line and headers of this door, before authentication. */

/** A request of the operation: on its own routes, or on a predefined one. */
export type Target = { readonly reading: PathReading | null; readonly predefined: PredefinedRoute | null };

export type Route = {
  readonly operationName: OperationName;
  /** Path and query as they came over the wire. */
  readonly path: string;
  readonly queryText: string;
  readonly predefined: PredefinedRoute | null;
};

const methods: ReadonlySet<string> = new Set(operation.methods);

/**
 * The route of a path: one of this door's operations, on its own routes or a predefined one; null for every other path.
 */
export function routeOf(url: string): Route | null {
  const { path, query: queryText } = splitTarget(url);
  const own = operationOfPath(path);
  if (own !== null) return { operationName: own, path, queryText, predefined: null };
  const predefined = predefinedRouteOf(path);
  return predefined && { operationName: predefined.operationName, path, queryText, predefined };
}

/** 404 for methods and paths without a route, 403 for unintended requests; otherwise an initiation. */
export function targetOf(
  { method = '', headers }: Pick<IncomingMessage, 'method' | 'headers'>,
  { path, predefined }: Pick<Route, 'path' | 'predefined'>,
): Target | 403 | 404 {
  if (method === 'HEAD' || method === 'OPTIONS' || (predefined === null && !methods.has(method))) return 404;
  if (isUnintended(headers)) return 403;
  if (predefined) return { reading: null, predefined };
  const reading = readPath(path);
  return reading ? { reading, predefined } : 404;
}

/** The options of the answer's form in the URL. */
export type Written = {
  readonly suffix: FormatName | null;
  /** The format of the predefined route. */
  readonly routeFormat: FormatName | null;
};

export const writtenOf = ({ reading, predefined }: Target): Written => ({
  suffix: predefined?.suffix ?? reading?.suffix ?? null,
  routeFormat: predefined?.format ?? null,
});

export function formatOf(headers: IncomingHttpHeaders, query: Query, { suffix, routeFormat }: Written): FormatName {
  return chooseFormat({
    suffix,
    callback: query.callback,
    parameter: query.format,
    route: routeFormat,
    accept: headers.accept,
    contentType: headers['content-type'],
  });
}

/**
 * Empty where there is none, null for an invalid one. A callback around another format than JSON would make a script of
 * the caller's own values.
 */
export const callbackOf = (format: FormatName, { callback }: Query): string | null =>
  format === 'json' && callback !== '' ? cleanCallback(callback) : '';

/** The refusal that the URL alone decides, before authentication. */
export function earlyFault(
  method: string | undefined,
  callback: string | null,
  { reading, predefined }: Target,
): Fault | null {
  if (callback === null) return badCallback;
  if (predefined) return predefined.fault ?? (methods.has(method ?? '') ? null : unknownVerb);
  return reading?.fault ?? null;
}

/** @throws LegacyFaultError for a body that cannot be read. */
export async function bodyOf(
  request: IncomingMessage,
  { predefined }: Target,
  maximumBytes: number,
): Promise<BodyFields> {
  if (!hasBody(request)) return { kind: 'object', fields: nothingGiven };
  return readBodyFields(request, { maximumBytes, routeFormat: predefined?.format ?? null });
}

/** On a predefined route the body is the request; on the operation's own, an object gives way to the path and a form overrides it. */
export function sourcesOf(query: Query, body: BodyFields, { reading }: Target): Parameters<typeof bindRequest>[0] {
  if (reading === null) return { below: [], path: null, above: [query.fields, body.fields] };
  const { values: path, unreadable } = reading;
  return body.kind === 'form'
    ? { below: [], path, unreadable, above: [query.fields, body.fields] }
    : { below: [body.fields], path, unreadable, above: [query.fields] };
}
