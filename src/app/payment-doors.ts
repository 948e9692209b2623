import { shownBy } from '../config/shown.ts';
import { bringsSession } from '../console/cookies.ts';
import { createNoteRefusedRequest, type NoteRefusedRequest } from '../console/note-refused-request.ts';
import { requestIdOf } from '../kernel/identifiers.ts';
import { createLanguageOf } from '../kernel/locale/language.ts';
import type { Metrics } from '../observability/metrics.ts';
import { createRequestLog } from '../observability/request-log.ts';
import { createEarlyRefusals } from '../rest/request/refuse-early.ts';
import { createLegacyDoor } from '../rest/routes/legacy-door.ts';
import { createOperationExecutor } from '../schema/server/compiled-operations/compiled-executor.ts';
import { createExecute } from '../schema/server/execute.ts';
import { createGraphqlDoor, type GraphqlDoor, type Identify, identifyByKey } from '../schema/server/graphql-door.ts';
import { type Handler, inOrder } from '../schema/server/in-order.ts';
import { corsRule, legacySettings, type RouteOptions, type RouteParts, securityHeaders } from './route-parts.ts';

/** What comes before Express: the parts that every request passes, and the doors of payments. */

/** The parts that every request passes. */
export function beforeDoors(
  { identifiers, logger, tracing }: RouteOptions,
  { metrics, front, services }: Pick<RouteParts, 'metrics' | 'front' | 'services'>,
): readonly Handler[] {
  const name: Handler = (_request, response, next) => {
    response.setHeader('X-Request-Id', identifiers.newId('req'));
    response.setHeader('X-Content-Type-Options', 'nosniff');
    next();
  };
  const log = createRequestLog(logger, () => performance.now(), { clock: services.clock, add: services.noteRequest });
  return [name, ...(tracing ? [tracing.traceRequests] : []), log, metrics.timeRequests, front.handler];
}

/** A POST to exactly this path. Express serves other ways to write it, and shows GraphiQL. */
export function onPath(path: string, { handler }: Pick<GraphqlDoor, 'handler'>): Handler {
  const secured = inOrder(securityHeaders('data'), handler);
  return (request, response, next) =>
    request.method === 'POST' && request.url === path ? secured(request, response, next) : next();
}

/** Refuses requests of the legacy door, before it, in that door's format. */
export const openEarlyRefusals = (
  options: Pick<RouteOptions, 'config' | 'publicUrl' | 'logger'>,
  count: Metrics['countLegacyRequest'],
) =>
  createEarlyRefusals({
    settings: legacySettings(options),
    logger: options.logger,
    count,
    isCorsOrigin: corsRule(options.config),
  });

export function openLegacyDoor(options: RouteOptions, { services, metrics, authenticate }: RouteParts): Handler {
  const { config, schema, logger } = options;
  const executor = createOperationExecutor(schema, config.graphql.compiledOperations);
  return createLegacyDoor({
    execute: createExecute(executor, services, options.tracing?.traceOperation),
    authenticate,
    logger,
    count: metrics.countLegacyRequest,
    isCorsOrigin: corsRule(config),
    settings: legacySettings(options),
  });
}

/** No cookie counts at `/graphql`: one of the console in place of a key is noted in the audit log. */
const noteCookies =
  (identify: Identify, noteRefused: NoteRefusedRequest): Identify =>
  (request, response) => {
    const identified = identify(request, response);
    if (identified === null && bringsSession(request))
      void noteRefused({ code: 'UNAUTHENTICATED', request: requestIdOf(response), person: null });
    return identified;
  };

export function openGraphqlDoor(
  options: RouteOptions,
  { services, authenticate, front, sandbox }: RouteParts,
): GraphqlDoor {
  const { config, schema, logger } = options;
  const { graphiql, introspection, suggestions } = shownBy(config);
  const shows = () => [
    ...(shownBy(config).documentation ? ['documentation' as const] : []),
    ...(sandbox ? ['sandbox' as const] : []),
  ];
  return createGraphqlDoor({
    schema,
    services,
    identify: noteCookies(identifyByKey(authenticate), createNoteRefusedRequest(services, logger)),
    graphiql: graphiql ? { shows } : null,
    isCorsOrigin: corsRule(config),
    languageOf: createLanguageOf(config.defaultLanguage),
    introspection,
    suggestions,
    countOperation: front.countOperation,
    registeredDocuments: () => config.documents,
    subscriptionsPerClient: config.limits.streams.subscriptionsPerClient,
    compiledOperations: config.graphql.compiledOperations,
    ...(options.tracing && { traceOperation: options.tracing.traceOperation }),
    logger,
  });
}
