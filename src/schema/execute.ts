import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { type ExecutionResult, execute, type GraphQLSchema } from 'graphql';
import type { Context, SchemaContext } from './context.ts';

/** Runs one typed operation in-process: the legacy door's way to the resolvers that the GraphQL door has. */
export type Execute = <Result, Variables extends Record<string, unknown>>(
  document: TypedDocumentNode<Result, Variables>,
  variables: Variables,
  context: Context,
) => Promise<ExecutionResult<Result>>;

/** The documents are ours and were validated when their types were generated: they are not validated again. */
export function createExecute(schema: GraphQLSchema, services: SchemaContext['services']): Execute {
  return async (document, variables, context) =>
    (await execute({
      schema,
      document,
      variableValues: variables,
      contextValue: { ...context, services } satisfies SchemaContext,
    })) as never;
}
