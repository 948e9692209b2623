import type { ExecutionResult } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { SchemaContext } from '../context.ts';
import { answerErrors } from './answer-errors.ts';
import type { DocumentLimits } from './limits.ts';

export type GuardAnswer = <Result extends ExecutionResult>(result: Result, requestId: string) => Result;

/**
 * Every answer's errors pass here, those of streams event by event; see `answerErrors`.
 * @param requestIdOf the id of the request that yoga answers, by its own context
 * `guarded` does the same for an answer that does not come from yoga.
 * @param report told of each fault that nobody expected
 */
export function createAnswerGuard<ServerContext extends object>(options: {
  readonly limits: DocumentLimits;
  readonly requestIdOf: (context: ServerContext) => string;
  readonly report: (fault: unknown, requestId: string) => void;
}): Plugin<SchemaContext, ServerContext> & { readonly guarded: GuardAnswer } {
  const guarded: GuardAnswer = (result, requestId) =>
    result.errors
      ? {
          ...result,
          errors: answerErrors(result.errors, requestId, options.limits, (fault) => options.report(fault, requestId)),
        }
      : result;
  return {
    guarded,
    onExecute({ args }) {
      Object.assign(args, { hideSuggestions: true });
    },
    onSubscribe({ args }) {
      Object.assign(args, { hideSuggestions: true });
      const { requestId } = args.contextValue;
      return {
        onSubscribeResult: () => ({
          onNext: ({ result, setResult }) => setResult(guarded(result as ExecutionResult, requestId)),
        }),
        onSubscribeError({ error, setError }) {
          // The client left: there is nobody to answer, and nothing went wrong.
          if (error instanceof DOMException && error.name === 'AbortError') return;
          const [answer] = answerErrors([error], requestId, options.limits, (fault) =>
            options.report(fault, requestId),
          );
          setError(answer);
        },
      };
    },
    onResultProcess({ result, setResult, serverContext }) {
      if ('errors' in result && result.errors) setResult(guarded(result, options.requestIdOf(serverContext)));
    },
  };
}
