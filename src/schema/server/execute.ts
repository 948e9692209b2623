import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { GraphQLError, Kind } from 'graphql';
import { StoreUnavailableError, unavailableTexts } from '../../kernel/store-unavailable.ts';
import type { ExecuteOperation } from './compiled-operations/compiled-executor.ts';
import type { Context, SchemaContext } from './context.ts';
import { nameOfOperation } from './operation-name.ts';

/**
 * Runs one typed operation in-process: the legacy door's way to the resolvers that the GraphQL door has.
 * @throws the first error, where it has one
 */
export type Execute = <Result, Variables extends Record<string, unknown>>(
  document: TypedDocumentNode<Result, Variables>,
  variables: Variables,
  context: Context,
) => Promise<Result>;

/** The documents are ours and were validated when their types were generated: they are not validated again. */
export function createExecute(
  execute: ExecuteOperation,
  services: SchemaContext['services'],
  traceOperation?: TraceOperation,
): Execute {
  return async (document, variables, context) => {
    const contextValue = { ...context, services } satisfies SchemaContext;
    const run = () => execute({ document, variableValues: variables, contextValue });
    const { data, errors } = await (traceOperation ? traceOperation(nameOfOperation(document), run) : run());
    if (errors || !data) throw errors?.[0] ?? new Error('the operation gave neither data nor errors');
    return data as never;
  };
}

/** Follows an operation from its beginning to its end. */
export type TraceOperation = <Result>(name: string, run: () => Result) => Result;

/** The database was unavailable during an operation: the part that a caller may know. */
export type Unavailability = Pick<StoreUnavailableError, 'retryAdvice'> & { readonly message: string };

/**
 * Null for every other error. In a mutation with several steps, or after a field that succeeded, the failed part may
 * have been done. A failed initiation was not, because it is one unit of work.
 */
export function unavailabilityOf(error: unknown, isMutation: boolean): Unavailability | null {
  const original = originalOf(error);
  if (!(original instanceof StoreUnavailableError)) return null;
  const isUndone = !isMutation || (error instanceof GraphQLError && isInitiation(error));
  const retryAdvice = isUndone ? original.retryAdvice : 'CHECK_STATUS_FIRST';
  return { retryAdvice, message: unavailableTexts[retryAdvice] };
}

const originalOf = (error: unknown): unknown =>
  error instanceof GraphQLError && error.originalError ? originalOf(error.originalError) : error;

function isInitiation({ path, nodes }: GraphQLError): boolean {
  const [field] = nodes ?? [];
  return path?.length === 1 && field?.kind === Kind.FIELD && field.name.value === 'initiatePayment';
}
