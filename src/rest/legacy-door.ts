import type { IncomingMessage } from 'node:http';
import type { RequestHandler } from 'express';
import { LegacyInitiatePaymentDocument } from '../schema/generated/graphql.ts';
import { answerOf } from './answer.ts';
import { bindRequest, inputOf } from './bind.ts';
import { type BodyFields, hasBody, readBodyFields } from './bodies.ts';
import { isPreflight, permitOrigin, sendPreflight } from './cross-origin.ts';
import { badCallback, type Fault, faultOfRefusal, unknownVerb } from './errors.ts';
import type { Exchange } from './exchange.ts';
import { nothingGiven, type Query, readQuery } from './given-fields.ts';
import { operation, statusOperation } from './operation.ts';
import { operationOfPath, type PathReading, readPath, splitTarget } from './path.ts';
import { type PredefinedRoute, predefinedRouteOf } from './predefined-routes.ts';
import { isReadableAnywhere } from './readable-anywhere.ts';
import { sendAnswer } from './render.ts';
import { sendPlain } from './respond.ts';
import { countOutcome, identify, type LegacyDoorOptions, openExchange, serve, setLink } from './serve.ts';
import { type Arrived, serveStatus } from './status-route.ts';
import { isUnintended } from './unintended-requests.ts';

/** A request of the operation: on its own routes, or on a predefined one. */
type Target = { readonly reading: PathReading | null; readonly predefined: PredefinedRoute | null };

/**
 * The legacy REST door, for the root of the application and in front of every body parser: it reads the request line
 * as it came over the wire. It translates, runs the operation's one document against the schema, and translates back;
 * every other path goes on to the next handler.
 */
export function createLegacyDoor(options: LegacyDoorOptions): RequestHandler {
  const { isCorsOrigin = () => false, settings } = options;
  return (request, response, next) => {
    const { path, query: queryText } = splitTarget(request.url);
    const name = operationOfPath(path);
    const predefined = name === null ? predefinedRouteOf(path) : null;
    if (name === null && predefined === null) {
      next();
      return;
    }
    setLink(response, settings);
    const isPermitted = permitOrigin(request, response, isCorsOrigin);
    if (isPermitted && isPreflight(request)) {
      options.count({ client: 'unknown', format: 'none', outcome: 'preflight' });
      sendPreflight(response);
      return;
    }
    return (name ?? predefined?.operationName) === statusOperation.name
      ? serveStatus(options, { request, response, path, queryText, predefined })
      : serveInitiation(options, { request, response, path, queryText, predefined });
  };
}

function serveInitiation(options: LegacyDoorOptions, arrived: Arrived): Promise<void> | undefined {
  const { request, response, path, queryText, predefined } = arrived;
  const plainStatus = statusWithoutEnvelope(request, predefined);
  const reading = plainStatus === null && predefined === null ? readPath(path) : null;
  if (plainStatus !== null || (predefined === null && reading === null)) {
    options.count({ client: 'unknown', format: 'none', outcome: plainStatus === 403 ? 'unintended' : 'not_found' });
    sendPlain(response, plainStatus ?? 404);
    return;
  }
  const query = readQuery(queryText);
  const exchange = openExchange(options, request, response, query, {
    operationName: operation.name,
    suffix: predefined?.suffix ?? reading?.suffix ?? null,
    routeFormat: predefined?.format ?? null,
  });
  return serve(exchange, () => answer(options, exchange, query, { reading, predefined }));
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
  const caller = identify(options, exchange);
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
  countOutcome(exchange, result.replayed ? 'replayed' : 'initiated');
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

const headerText = (header: string | string[] | undefined): string | null =>
  typeof header === 'string' ? header : null;
