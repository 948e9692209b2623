import { execute } from '@graphql-tools/executor';
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import type { ExecutionResult, GraphQLSchema } from 'graphql';
import type { Context, SchemaContext } from './context.ts';
import { nameOfOperation } from './operation-name.ts';

/** Runs one typed operation in-process: the legacy door's way to the resolvers that the GraphQL door has. */
export type Execute = <Result, Variables extends Record<string, unknown>>(
  document: TypedDocumentNode<Result, Variables>,
  variables: Variables,
  context: Context,
) => Promise<ExecutionResult<Result>>;

/** The documents are ours and were validated when their types were generated: they are not validated again. */
export function createExecute(
  schema: GraphQLSchema,
  services: SchemaContext['services'],
  traceOperation?: TraceOperation,
): Execute {
  return async (document, variables, context) => {
    const contextValue = { ...context, services } satisfies SchemaContext;
    const run = () => execute({ schema, document, variableValues: variables, contextValue });
    return (await (traceOperation ? traceOperation(nameOfOperation(document), run) : run())) as never;
  };
}

/** Follows an operation from its beginning to its end. */
export type TraceOperation = <Result>(name: string, run: () => Result) => Result;
