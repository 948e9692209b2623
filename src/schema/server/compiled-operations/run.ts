import type { GraphQLResolveInfo } from 'graphql';

export type Variables = GraphQLResolveInfo['variableValues'];

/** One execution of a plan. */
export type Run = {
  readonly context: unknown;
  readonly variables: Variables;
  /** What each root resolver did, by its name in the answer: returns or throws the same. */
  readonly outcomes: Record<string, () => unknown>;
  /** The plan met something that it leaves to the executor, such as an error. Its own answer is dropped then. */
  isSurprised: boolean;
};

export function surprise(run: Run): null {
  run.isSurprised = true;
  return null;
}

export const isPromise = (value: unknown): value is PromiseLike<unknown> =>
  typeof value === 'object' && value !== null && 'then' in value && typeof value.then === 'function';

/** Goes on with the value of a promise. The promise that it returns never rejects, so none is left without a handler. */
export function goOn(run: Run, promise: PromiseLike<unknown>, next: (value: unknown) => unknown): PromiseLike<unknown> {
  return promise.then(
    (value) => {
      try {
        return next(value);
      } catch {
        return surprise(run);
      }
    },
    () => surprise(run),
  );
}

/** Runs a root resolver and keeps what it did. */
export function remember(run: Run, name: string, resolve: () => unknown): unknown {
  try {
    const result = resolve();
    run.outcomes[name] = () => result;
    return result;
  } catch (error) {
    run.outcomes[name] = () => {
      throw error;
    };
    throw error;
  }
}
