import { type DocumentNode, type ExecutionResult, Kind } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { actingName, anonymous } from '../../../kernel/caller.ts';
import type { SchemaContext } from '../context.ts';
import { requestError } from './graphql-error.ts';

/** Counts an operation of a client, or of an address without a key. Answers null, or the seconds to wait. */
export type CountOperation<Request> = (
  request: Request,
  client: string | null,
  kind: 'reading' | 'creation',
) => Promise<number | null>;

/** The answer to an operation that comes too often; null where it may run. */
export type CheckRate<Request> = (operation: Operation<Request>) => Promise<ExecutionResult | null>;

/** Counts each operation for its client, once the operation is known: mutations cost more. */
export function createRateCheck<Request>(countOperation: CountOperation<Request>): CheckRate<Request> {
  return async ({ document, contextValue }) => {
    const { req: request, caller } = contextValue;
    const isMutation = document.definitions.some(
      (definition) => definition.kind === Kind.OPERATION_DEFINITION && definition.operation === 'mutation',
    );
    const client = caller.client === anonymous.client ? null : actingName(caller);
    const wait = await countOperation(request, client, isMutation ? 'creation' : 'reading');
    return wait === null ? null : tooMany(wait);
  };
}

export function createRateGuard<Request>(
  countOperation: CountOperation<Request>,
): Plugin<SchemaContext & { readonly req: Request }> {
  const check = createRateCheck(countOperation);
  const count = async (operation: Operation<Request>, stop: Stop): Promise<void> => {
    const refusal = await check(operation);
    if (refusal !== null) stop(refusal);
  };
  return {
    onExecute: ({ args, setResultAndStopExecution }) => count(args, setResultAndStopExecution),
    onSubscribe: ({ args, setResultAndStopExecution }) => count(args, setResultAndStopExecution),
  };
}

type Operation<Request> = {
  readonly document: DocumentNode;
  readonly contextValue: SchemaContext & { readonly req: Request };
};
type Stop = (result: ExecutionResult) => void;

function tooMany(retryAfterSeconds: number): ExecutionResult {
  const http = { status: 429, headers: { 'Retry-After': String(retryAfterSeconds) } };
  const message = 'Too many requests. Nothing was done: come back.';
  return { errors: [requestError('RATE_LIMITED', message, http)] };
}
