import express, { type RequestHandler, Router } from 'express';
import { GraphQLError, type GraphQLSchema } from 'graphql';
import { createYoga, type YogaLogger } from 'graphql-yoga';
import type { Logger } from 'pino';
import type { Caller } from '../domain/caller.ts';
import { UnauthenticatedError } from '../domain/errors.ts';
import type { Context, SchemaContext } from './context.ts';
import { examples } from './examples.ts';

export type GraphqlDoorOptions = {
  readonly schema: GraphQLSchema;
  readonly services: SchemaContext['services'];
  readonly authenticate: (request: {
    readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  }) => Caller;
  readonly graphiql: boolean;
  readonly isCorsOrigin: (origin: string) => boolean;
  readonly logger: Logger;
};

type ServerContext = { readonly req: express.Request; readonly res: express.Response };

export const graphqlPath = '/graphql';
const maximumBodyBytes = 64 * 1024;

/** GraphiQL carries everything with it, so that it works without internet; it needs this much of a policy. */
const graphiqlPolicy =
  "default-src 'none'; script-src 'unsafe-inline' 'self'; style-src 'unsafe-inline' 'self'; worker-src blob:; " +
  "img-src data: 'self'; font-src data:; connect-src 'self'; base-uri 'none'; frame-ancestors 'none'";

/** The GraphQL door: graphql-yoga behind Express, which limits and parses the body (two thirds of yoga's own cost). */
export function createGraphqlDoor(options: GraphqlDoorOptions): Router {
  const { schema, services, authenticate, graphiql, logger } = options;
  const yoga = createYoga<ServerContext, Context>({
    schema,
    graphqlEndpoint: graphqlPath,
    batching: false,
    multipart: false,
    landingPage: false,
    cors: false,
    maskedErrors: { isDev: false },
    logging: yogaLogger(logger),
    graphiql: graphiql && {
      defaultQuery: examples[0]?.query ?? '',
      defaultTabs: [...examples],
      shouldPersistHeaders: false,
    },
    renderGraphiQL: async (page) => (await import('@graphql-yoga/render-graphiql')).renderGraphiQL(page),
    context: ({ req }) => ({
      ...requestContext(req, authenticate),
      services,
    }),
  });
  const router = Router();
  router.use(graphqlPath, cors(options.isCorsOrigin), jsonBody, (request, response, next) => {
    if (request.method === 'GET' && request.accepts(['json', 'html']) === 'html')
      response.set('Content-Security-Policy', graphiqlPolicy);
    request.url = request.originalUrl;
    void Promise.resolve(yoga(request, response)).catch(next);
  });
  return router;
}

function requestContext(request: express.Request, authenticate: GraphqlDoorOptions['authenticate']): Context {
  try {
    return {
      caller: authenticate(request),
      door: 'graphql',
      requestId: String(request.res?.getHeader('X-Request-Id') ?? ''),
      language: request.acceptsLanguages('fr', 'en') === 'en' ? 'en' : 'fr',
      idempotencyKeyHeader: request.get('Idempotency-Key') ?? null,
    };
  } catch (error) {
    if (!(error instanceof UnauthenticatedError)) throw error;
    throw new GraphQLError(error.message, {
      extensions: { code: 'UNAUTHENTICATED', http: { status: 401, headers: { 'WWW-Authenticate': 'Bearer' } } },
    });
  }
}

/** JSON alone: a form or a multipart body would need no preflight from another site. */
const parseJson = express.json({
  limit: maximumBodyBytes,
  type: ['application/json', 'application/graphql+json'],
  inflate: false,
});
const jsonBody: RequestHandler = (request, response, next) => {
  if (request.method !== 'POST') {
    next();
    return;
  }
  parseJson(request, response, (error?: unknown) => {
    if (error !== undefined) refuse(response, statusOf(error), messageOf(statusOf(error)));
    else if (!request.is(['application/json', 'application/graphql+json']))
      refuse(response, 415, 'The body must be application/json.');
    else next();
  });
};

const statusOf = (error: unknown): number => {
  const { status } = error as { status?: number };
  return status !== undefined && status >= 400 && status < 500 ? status : 400;
};

function messageOf(status: number): string {
  if (status === 413) return `The body is larger than ${maximumBodyBytes} bytes.`;
  return status === 415 ? 'A compressed body or this character set is not accepted.' : 'The body is not valid JSON.';
}

function refuse(response: express.Response, status: number, message: string): void {
  response.status(status).json({ errors: [{ message, extensions: { code: 'BAD_REQUEST' } }] });
}

/** Cross-origin calls from the allow-list alone; never `*`, never with cookies, for no cookie is an identity here. */
function cors(isCorsOrigin: (origin: string) => boolean): RequestHandler {
  return (request, response, next) => {
    const origin = request.get('Origin');
    response.vary('Origin');
    const isAllowed = origin !== undefined && isCorsOrigin(origin);
    if (isAllowed) response.set('Access-Control-Allow-Origin', origin);
    if (request.method !== 'OPTIONS') {
      next();
      return;
    }
    if (isAllowed) {
      response.set('Access-Control-Allow-Methods', 'GET, POST');
      response.set(
        'Access-Control-Allow-Headers',
        'Content-Type, Authorization, X-API-Key, Idempotency-Key, Accept-Language',
      );
      response.set('Access-Control-Max-Age', '600');
    }
    response.status(204).end();
  };
}

/** Yoga's words go where all others go; what it logs of an unexpected fault is logged once, by the error's own fields. */
function yogaLogger(logger: Logger): YogaLogger {
  return {
    debug: () => undefined,
    info: () => undefined,
    warn: (...parts: unknown[]) => logger.warn(faultOf(parts), 'graphql'),
    error: (...parts: unknown[]) => logger.error(faultOf(parts), 'graphql'),
  };
}

function faultOf(parts: readonly unknown[]): object {
  const error = parts.find((part): part is Error => part instanceof Error);
  const original = error instanceof GraphQLError ? (error.originalError ?? error) : error;
  return original ? { fault: original.name, stack: original.stack } : { fault: 'unknown' };
}
