import type { IncomingMessage, ServerResponse } from 'node:http';
import type { RequestHandler } from 'express';
import type { Logger } from 'pino';
import type { Caller } from '../domain/caller.ts';
import { UnauthenticatedError } from '../domain/errors.ts';
import { languageOf } from '../html/page.ts';
import type { Execute } from '../schema/execute.ts';
import { LegacyInitiatePaymentDocument } from '../schema/generated/graphql.ts';
import { answerOf } from './answer.ts';
import { bindRequest, inputOf } from './bind.ts';
import { type BodyFields, hasBody, RequestAbortedError, readBodyFields } from './bodies.ts';
import { isPreflight, type OriginRule, permitOrigin, sendPreflight } from './cross-origin.ts';
import {
  badCallback,
  type Fault,
  faultOfRefusal,
  LegacyFaultError,
  unauthorized,
  unexpectedFault,
  unknownVerb,
} from './errors.ts';
import { type Exchange, type LegacyCount, logRefusal, logUnexpected } from './exchange.ts';
import { chooseFormat } from './format.ts';
import { nothingGiven, type Query, readQuery } from './given-fields.ts';
import { applyJsonConfig, type Casing } from './json-config.ts';
import { cleanCallback } from './jsonp.ts';
import { operation } from './operation.ts';
import { isOperationPath, type PathReading, readPath, splitTarget } from './path.ts';
import { type PredefinedRoute, predefinedRouteOf } from './predefined-routes.ts';
import { isReadableAnywhere } from './readable-anywhere.ts';
import { sendAnswer, sendFault } from './render.ts';
import { sendPlain } from './respond.ts';
import { isUnintended } from './unintended-requests.ts';

export type LegacyDoorOptions = {
  readonly execute: Execute;
  /** @throws UnauthenticatedError for a key that is missing or unknown. */
  readonly authenticate: (request: IncomingMessage) => Caller;
  readonly logger: Logger;
  /** Told once for each request that this door answered. */
  readonly count: (request: LegacyCount) => void;
  /** Which sites' pages may read answers with fetch; left out, none but our own. */
  readonly isCorsOrigin?: OriginRule;
  readonly settings: { readonly envelopeCasing: Casing; readonly maximumBodyBytes: number };
};

/** A request of the operation: on its own routes, or on a predefined one. */
type Target = { readonly reading: PathReading | null; readonly predefined: PredefinedRoute | null };

/**
 * The legacy REST door, for the root of the application and in front of every body parser: it reads the request line
 * as it came over the wire. It translates, runs the one operation of the schema, and translates back; every other
 * path goes on to the next handler.
 */
export function createLegacyDoor(options: LegacyDoorOptions): RequestHandler {
  const { isCorsOrigin = () => false } = options;
  return (request, response, next) => {
    const { path, query: queryText } = splitTarget(request.url);
    const isOwnPath = isOperationPath(path);
    const predefined = isOwnPath ? null : predefinedRouteOf(path);
    if (!isOwnPath && predefined === null) {
      next();
      return;
    }
    const isPermitted = permitOrigin(request, response, isCorsOrigin);
    if (isPermitted && isPreflight(request)) {
      options.count({ client: 'unknown', format: 'none', outcome: 'preflight' });
      sendPreflight(response);
      return;
    }
    const plainStatus = statusWithoutEnvelope(request, predefined);
    const reading = plainStatus === null && predefined === null ? readPath(path) : null;
    if (plainStatus !== null || (predefined === null && reading === null)) {
      options.count({ client: 'unknown', format: 'none', outcome: plainStatus === 403 ? 'unintended' : 'not_found' });
      sendPlain(response, plainStatus ?? 404, request.method === 'HEAD');
      return;
    }
    const query = readQuery(queryText);
    return serve(options, openExchange(options, request, response, query, { reading, predefined }), query, {
      reading,
      predefined,
    });
  };
}

const methods: ReadonlySet<string> = new Set(operation.methods);

/** 404 for methods that the routes do not have, 403 for requests that nobody meant; null where there is an operation to run. */
function statusWithoutEnvelope(
  { method = '', headers }: IncomingMessage,
  predefined: PredefinedRoute | null,
): 403 | 404 | null {
  if (method === 'HEAD' || method === 'OPTIONS' || (predefined === null && !methods.has(method))) return 404;
  return isUnintended(headers) ? 403 : null;
}

function openExchange(
  { settings, count, logger }: LegacyDoorOptions,
  request: IncomingMessage,
  response: ServerResponse,
  query: Query,
  { reading, predefined }: Target,
): Exchange {
  const { headers } = request;
  const format = chooseFormat({
    suffix: predefined?.suffix ?? reading?.suffix ?? null,
    callback: query.callback,
    parameter: query.format,
    route: predefined?.format ?? null,
    accept: headers.accept,
    contentType: headers['content-type'],
  });
  return {
    request,
    response,
    logger,
    count,
    requestId: String(response.getHeader('X-Request-Id') ?? ''),
    language: languageOf(headers['accept-language']),
    format,
    // Wrapped around another format the answer would be a script of the caller's own values.
    callback: format === 'json' && query.callback !== '' ? cleanCallback(query.callback) : '',
    style: applyJsonConfig({ casing: settings.envelopeCasing, writesNulls: false }, query.jsonConfig),
    client: 'unknown',
    bound: {},
  };
}

async function serve(options: LegacyDoorOptions, exchange: Exchange, query: Query, target: Target): Promise<void> {
  try {
    const fault = await answer(options, exchange, query, target);
    if (fault) refuse(exchange, fault);
  } catch (error) {
    if (error instanceof RequestAbortedError) return;
    if (error instanceof LegacyFaultError) {
      refuse(exchange, error.fault);
      return;
    }
    logUnexpected(exchange, error);
    conclude(exchange, unexpectedFault(exchange.requestId));
  }
}

function refuse(exchange: Exchange, fault: Fault): void {
  logRefusal(exchange, fault);
  conclude(exchange, fault);
}

function conclude(exchange: Exchange, fault: Fault): void {
  exchange.count({ client: exchange.client, format: nameOfFormat(exchange), outcome: fault.errorCode });
  sendFault(exchange, fault);
}

const nameOfFormat = ({ format, callback }: Exchange): string => (callback ? 'jsonp' : format);

/** Answers a request that succeeds; otherwise answers nothing and gives the fault. */
async function answer(
  options: LegacyDoorOptions,
  exchange: Exchange,
  query: Query,
  { reading, predefined }: Target,
): Promise<Fault | null> {
  const { request } = exchange;
  const fault = early(exchange, { reading, predefined });
  if (fault) return fault;
  const caller = identify(options, request);
  if (caller === null) return unauthorized('A key is needed, and this request has none that is known.');
  exchange.client = caller.client;
  const body = hasBody(request)
    ? await readBodyFields(request, {
        maximumBytes: options.settings.maximumBodyBytes,
        routeFormat: predefined?.format ?? null,
      })
    : noBody;
  const binding = bindRequest(sourcesOf(query, body, reading));
  exchange.bound = binding.bound;
  if (binding.fault) return binding.fault;
  const { data, errors } = await options.execute(
    LegacyInitiatePaymentDocument,
    { input: inputOf(binding.bound) },
    {
      caller,
      door: 'legacy',
      requestId: exchange.requestId,
      language: exchange.language,
      idempotencyKeyHeader: headerText(request.headers['idempotency-key']),
      isReadableAnywhere: isReadableAnywhere(exchange),
    },
  );
  if (errors || !data) throw errors?.[0] ?? new Error('the operation gave neither data nor errors');
  const result = data.initiatePayment;
  if (result.__typename !== 'InitiatePaymentSuccess') return faultOfRefusal(result);
  exchange.count({
    client: caller.client,
    format: nameOfFormat(exchange),
    outcome: result.replayed ? 'replayed' : 'initiated',
  });
  sendAnswer(exchange, answerOf(result));
  return null;
}

/** What can be said before anybody is asked who they are: it depends on the URL alone. */
function early({ request, callback }: Exchange, { reading, predefined }: Target): Fault | null {
  if (callback === null) return badCallback;
  if (predefined) return predefined.fault ?? (methods.has(request.method ?? '') ? null : unknownVerb);
  return reading?.fault ?? null;
}

const noBody: BodyFields = { kind: 'object', fields: nothingGiven };

/** On a predefined route the body is the request; on the operation's own, an object gives way to the path and a form overrides it. */
function sourcesOf(query: Query, body: BodyFields, reading: PathReading | null): Parameters<typeof bindRequest>[0] {
  if (reading === null) return { below: [], path: null, above: [query.fields, body.fields] };
  return body.kind === 'form'
    ? { below: [], path: reading.values, above: [query.fields, body.fields] }
    : { below: [body.fields], path: reading.values, above: [query.fields] };
}

function identify({ authenticate }: LegacyDoorOptions, request: IncomingMessage): Caller | null {
  try {
    return authenticate(request);
  } catch (error) {
    if (error instanceof UnauthenticatedError) return null;
    throw error;
  }
}

const headerText = (header: string | string[] | undefined): string | null =>
  typeof header === 'string' ? header : null;
