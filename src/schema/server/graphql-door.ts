import type { IncomingMessage, ServerResponse } from 'node:http';
import type { RequestHandler, Router } from 'express';
import type { GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import { type Caller, callerOrNull } from '../../kernel/caller.ts';
import { UnauthenticatedError } from '../../kernel/errors.ts';
import { requestIdOf } from '../../kernel/identifiers.ts';
import type { LanguageOf } from '../../kernel/locale/language.ts';
import { once } from '../../kernel/once.ts';
import { type GraphiqlOptions, routeGraphiql } from '../graphiql/page.ts';
import { createCachedDocumentExecutor } from './cached-document-executor.ts';
import { createOperationExecutor } from './compiled-operations/compiled-executor.ts';
import type { SchemaContext } from './context.ts';
import { createEventIds } from './event-ids.ts';
import type { TraceOperation } from './execute.ts';
import { createAnswerGuard } from './guard/answer-guard.ts';
import { createDocumentCache } from './guard/document-cache.ts';
import { createDocumentGuard } from './guard/document-guard.ts';
import { sendGraphqlError } from './guard/graphql-error.ts';
import { type DocumentLimits, defaultDocumentLimits, helpful } from './guard/limits.ts';
import { createOriginRule } from './guard/origins.ts';
import { type CountOperation, createRateCheck, createRateGuard } from './guard/rate-guard.ts';
import { createRegisteredDocuments, type RegisteredDocuments } from './guard/registered-documents.ts';
import { createParameterCheck } from './guard/request-parameters.ts';
import { createRightsOfEvents } from './guard/rights-of-events.ts';
import { createStreamGuard, streamPatienceMs } from './guard/stream-guard.ts';
import { askedUrl, type Handler, inOrder } from './in-order.ts';
import { faultOf } from './logged-fault.ts';
import { createOperationTrace } from './operation-trace.ts';
import type { ServerContext } from './yoga.ts';

export type GraphqlDoorOptions = {
  readonly schema: GraphQLSchema;
  readonly services: SchemaContext['services'];
  /** Finds the caller of a request: `identifyByKey`, or the session of the console. */
  readonly identify: Identify;
  /** Left out: `/graphql`. */
  readonly path?: string;
  /** Only registered documents, by their ids alone. */
  readonly onlyById?: boolean;
  /** Null: GraphiQL is not shown. */
  readonly graphiql?: GraphiqlOptions | null;
  /** Whether clients may read the schema. */
  readonly introspection: boolean;
  readonly isCorsOrigin: (origin: string) => boolean;
  readonly languageOf: LanguageOf;
  /** Refusals are in the language of the request. Left out: in English. */
  readonly isForPeople?: boolean;
  readonly logger: Logger;
  readonly limits?: DocumentLimits;
  /** Whether errors suggest names and list choices; left out, they do not. */
  readonly suggestions?: boolean;
  /** The documents that are registered now, by their ids. */
  readonly registeredDocuments: () => ReadonlyMap<string, string>;
  readonly countOperation: CountOperation<IncomingMessage>;
  readonly traceOperation?: TraceOperation;
  /** Whether documents that come often are compiled; left out, they are. */
  readonly compiledOperations?: boolean;
  readonly subscriptionsPerClient: number;
};

export type GraphqlDoor = {
  /** For requests to the door's path, before or in Express. */
  readonly handler: Handler;
  /** Adds it to a router of Express, with GraphiQL. */
  readonly route: (router: Router) => Router;
};

/** Null where it sent a refusal. */
export type Identify = (
  request: IncomingMessage,
  response: ServerResponse,
) => Identified | null | Promise<Identified | null>;
export type Identified = Required<Pick<SchemaContext, 'caller' | 'callerNow'>>;

const usualPath = '/graphql';
export const maximumBodyBytes = 64 * 1024;

/**
 * The GraphQL door: graphql-yoga on Express. The guard checks from cheapest to most expensive: the calling site, the
 * caller, the encoding, then the document.
 */
export function createGraphqlDoor(options: GraphqlDoorOptions): GraphqlDoor {
  const { path = usualPath, onlyById = false } = options;
  const registered = registeredDocumentsOf(options);
  const { openYoga, cachedDocumentExecutor } = createBothWays(options, registered);
  const run: Handler = (request, response, next) => {
    request.url = askedUrl(request);
    // Yoga would write Express' parsed query into the URL again and parse it twice.
    Object.defineProperty(request, 'query', { value: undefined, configurable: true });
    void openYoga()
      .then((yoga) => yoga(request, response))
      .catch(next);
  };
  const handler = inOrder(
    createOriginRule(options.isCorsOrigin),
    createIdentification(options),
    createParameterCheck({
      ...{ maximumBodyBytes, registered, onlyById, schema: options.schema, limits: limitsOf(options) },
      isLimited: (response) => contextOf(response).caller.sendsRegisteredDocumentsOnly === true,
    }),
    cachedDocumentExecutor,
    run,
  );
  const route = (router: Router): Router => {
    if (options.graphiql) routeGraphiql(router, options.graphiql);
    // Not below it: Yoga answers on each path that ends like its own.
    return router.all(path, handler as RequestHandler);
  };
  return { handler, route };
}

/** The client, by its key or network. */
export const identifyByKey =
  (authenticate: (request: IncomingMessage) => Caller): Identify =>
  (request, response) => {
    try {
      return { caller: authenticate(request), callerNow: () => callerOrNull(authenticate, request) };
    } catch (error) {
      if (!(error instanceof UnauthenticatedError)) throw error;
      response.setHeader('WWW-Authenticate', 'Bearer');
      sendGraphqlError(response, 401, 'UNAUTHENTICATED', error.message);
      return null;
    }
  };

function createIdentification({ identify, services, languageOf, isForPeople = false }: GraphqlDoorOptions): Handler {
  const enter = (
    { headers }: IncomingMessage,
    response: EnteredResponse,
    next: () => void,
    identified: Identified | null,
  ): void => {
    if (identified === null) return;
    const context: SchemaContext = {
      ...identified,
      door: 'graphql',
      requestId: requestIdOf(response),
      language: languageOf(headers['accept-language']),
      isForPeople,
      idempotencyKeyHeader: headers['idempotency-key']?.toString() ?? null,
      lastEventId: headers['last-event-id']?.toString() ?? null,
      services,
    };
    // A WeakMap would keep requests longer: its old tables survive until a full collection.
    response[entered] = context;
    next();
  };
  return (request, response, next) => {
    // A cache on the way keeps no answer to a POST. It does not know clients by X-API-Key or by their network.
    if (request.method === 'GET') response.setHeader('Cache-Control', 'no-store');
    const identified = identify(request, response);
    if (!(identified instanceof Promise)) return enter(request, response, next, identified);
    identified.then((found) => enter(request, response, next, found)).catch(next);
  };
}

const entered = Symbol('context');
type EnteredResponse = ServerResponse & { [entered]?: SchemaContext };

function contextOf({ [entered]: context }: EnteredResponse): SchemaContext {
  if (context === undefined) throw new Error('a request came to GraphQL without a caller');
  return context;
}

function registeredDocumentsOf(options: GraphqlDoorOptions): RegisteredDocuments {
  const { schema, introspection, logger } = options;
  return createRegisteredDocuments({
    ...{ schema, limits: limitsOf(options), introspection },
    documents: options.registeredDocuments,
    report: (document, reason) => logger.error({ document, reason }, 'a registered document cannot be run'),
  });
}

const limitsOf = ({ limits = defaultDocumentLimits, suggestions }: GraphqlDoorOptions): DocumentLimits =>
  suggestions === true ? helpful(limits) : limits;

/** Yoga after the guards, and the cached-document executor, which shares them. */
function createBothWays(options: GraphqlDoorOptions, registered: RegisteredDocuments) {
  const { schema, countOperation, traceOperation, path = usualPath } = options;
  const limits = limitsOf(options);
  const documents = createDocumentCache(limits, registered);
  const answerGuard = createAnswerGuard<ServerContext>({
    ...{ schema, limits },
    requestIdOf: ({ res }) => requestIdOf(res),
    report: (fault, requestId) => {
      options.logger.error({ ...faultOf(fault), request: requestId }, 'an operation failed unexpectedly');
    },
  });
  const plugins = [
    createDocumentGuard({ limits, introspection: options.introspection, documents }),
    createRateGuard(countOperation),
    createStreamGuard({ perClient: options.subscriptionsPerClient, patienceMs: streamPatienceMs }),
    ...(traceOperation ? [createOperationTrace(traceOperation)] : []),
    createEventIds(),
    createRightsOfEvents(),
    answerGuard,
  ];
  // With the first request that needs it: Yoga and the `fetch` that it loads take a tenth of a start.
  const openYoga = once(async () =>
    (await import('./yoga.ts')).createGuardedYoga({ ...options, path, contextOf }, plugins),
  );
  const cachedDocumentExecutor = createCachedDocumentExecutor({
    ...{ schema, documents, contextOf, limits, traceOperation, path },
    execute: createOperationExecutor(schema, options.compiledOperations),
    checkRate: createRateCheck(countOperation),
    guardAnswer: answerGuard.guarded,
  });
  return { openYoga, cachedDocumentExecutor };
}
