import type { IncomingMessage, ServerResponse } from 'node:http';
import type { GraphQLSchema } from 'graphql';
import { createYoga, type YogaLogger, type YogaServerOptions } from 'graphql-yoga';
import type { Logger } from 'pino';
import type { SchemaContext } from './context.ts';
import { faultOf } from './logged-fault.ts';

export type ServerContext = { readonly req: IncomingMessage; readonly res: ServerResponse };

type YogaOptions = {
  readonly schema: GraphQLSchema;
  readonly logger: Logger;
  /** Where the door is. */
  readonly path: string;
  readonly contextOf: (response: ServerResponse) => SchemaContext;
};
type Plugin = NonNullable<YogaServerOptions<ServerContext, SchemaContext>['plugins']>[number];

/** Yoga after the guards. */
export function createGuardedYoga({ schema, logger, path, contextOf }: YogaOptions, plugins: readonly Plugin[]) {
  return createYoga<ServerContext, SchemaContext>({
    schema,
    graphqlEndpoint: path,
    batching: false,
    multipart: false,
    landingPage: false,
    cors: false,
    // The body is limited and parsed before; documents are kept, and errors masked, by the guard.
    maxRequestBodySize: false,
    parserAndValidationCache: false,
    maskedErrors: false,
    logging: yogaLogger(logger),
    graphiql: false,
    context: ({ res }) => contextOf(res),
    plugins: [...plugins, connectionOfNode],
  });
}

/** Yoga keeps the connection of a stream open and sends it in chunks, whatever was asked for. Node knows what was. */
const connectionOfNode: Plugin = {
  onResponse: ({ response }) => {
    for (const name of ['connection', 'transfer-encoding']) response.headers.delete(name);
  },
};

/**
 * Yoga's own messages go to the gateway's log. Messages about single requests are dropped, because the guard has logged
 * them.
 */
function yogaLogger(logger: Logger): YogaLogger {
  const ignore = (): void => undefined;
  return {
    debug: ignore,
    info: ignore,
    warn: (...parts: unknown[]) => logger.warn(faultOf(parts.find((part) => part instanceof Error)), 'graphql'),
    error: (...parts: unknown[]) => logger.error(faultOf(parts.find((part) => part instanceof Error)), 'graphql'),
  };
}
