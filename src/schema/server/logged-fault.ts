import { GraphQLError } from 'graphql';

/** What the log says of a fault. */
export function faultOf(fault: unknown): object {
  const error = fault instanceof GraphQLError ? (fault.originalError ?? fault) : fault;
  return error instanceof Error ? { fault: error.name, stack: error.stack } : { fault: typeof error };
}
