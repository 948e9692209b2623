import { execute } from '@graphql-tools/executor';
import type { DocumentNode, ExecutionResult, GraphQLSchema } from 'graphql';
import { compileOperation, type OperationPlan } from './compile-operation.ts';
import { createReplaySchema } from './replay-schema.ts';
import { isPromise } from './run.ts';

/** A valid document with one operation. */
export type Operation = {
  readonly document: DocumentNode;
  readonly contextValue: unknown;
  readonly variableValues: Readonly<Record<string, unknown>>;
  readonly hideSuggestions?: boolean;
  readonly rootValue?: unknown;
};

export type ExecuteOperation = (operation: Operation) => ExecutionResult | PromiseLike<ExecutionResult>;

export const createOperationExecutor = (schema: GraphQLSchema, isCompiling = true): ExecuteOperation =>
  isCompiling ? createCompiledExecutor(schema) : createPlainExecutor(schema);

/** The executor of graphql-tools, which Yoga has too. */
export const createPlainExecutor =
  (schema: GraphQLSchema): ExecuteOperation =>
  (operation) =>
    execute({ schema, ...operation }) as ReturnType<ExecuteOperation>;

/**
 * Executes operations by plans: functions that are made once of each document that comes often. The executor reads
 * document and schema again each time. Its answer is the rule: it gets every operation that a plan cannot answer, with
 * what the root resolvers did, so that none runs twice. `graphql-jit` does it by the specification of 2018.
 * @param executionsBefore how often the executor runs a document before its plan, and again after a surprise
 */
export function createCompiledExecutor(schema: GraphQLSchema, executionsBefore = 3): ExecuteOperation {
  const executeAsWritten = createPlainExecutor(schema);
  const documents = new WeakMap<DocumentNode, Known>();
  let replaySchema: GraphQLSchema | null = null;
  const planOf = (document: DocumentNode): OperationPlan | null => {
    try {
      replaySchema ??= createReplaySchema(schema);
      return compileOperation(schema, document);
    } catch {
      return null;
    }
  };
  return (operation) => {
    const known = documents.get(operation.document) ?? { executions: 0, plan: undefined };
    if (known.executions === 0) documents.set(operation.document, known);
    if (known.executions++ < executionsBefore) return executeAsWritten(operation);
    if (known.plan === undefined) known.plan = planOf(operation.document);
    const run = known.plan?.prepare(operation.variableValues, operation.contextValue);
    if (!run) return executeAsWritten(operation);
    const conclude = (data: unknown): ReturnType<ExecuteOperation> => {
      if (!run.isSurprised) return { data } as ExecutionResult;
      known.executions = 0;
      return createPlainExecutor(replaySchema as GraphQLSchema)({ ...operation, rootValue: run.outcomes });
    };
    const data = (known.plan as OperationPlan).read(run);
    return isPromise(data) ? data.then(conclude) : conclude(data);
  };
}

type Known = {
  executions: number;
  /** Undefined: not tried yet; null: the executor runs this document always. */
  plan: OperationPlan | null | undefined;
};
