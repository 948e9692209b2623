import { type DocumentNode, type ExecutionResult, type GraphQLSchema, getOperationAST } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { SchemaContext } from '../context.ts';
import { type Answered, answerErrors } from './answer-errors.ts';
import { choicesIn } from './enum-choices.ts';
import type { DocumentLimits } from './limits.ts';

/** The executed operation; null where there was none. */
type Executed = { readonly document: DocumentNode; readonly operationName?: string | null | undefined };

export type GuardAnswer = <Result extends ExecutionResult>(
  result: Result,
  requestId: string,
  executed: Executed | null,
) => Result;

/**
 * Every answer's errors pass here, those of streams event by event; see `answerErrors`.
 * @param requestIdOf the id of the request that Yoga answers, by its own context. `guarded` does the same for other
 * answers.
 * @param report called with each unexpected fault
 */
export function createAnswerGuard<ServerContext extends object>(options: {
  readonly schema: GraphQLSchema;
  readonly limits: DocumentLimits;
  readonly requestIdOf: (context: ServerContext) => string;
  readonly report: (fault: unknown, requestId: string) => void;
}): Plugin<SchemaContext, ServerContext> & { readonly guarded: GuardAnswer } {
  const hideSuggestions = !options.limits.suggestions;
  const wording = { ...options.limits, choicesOf: hideSuggestions ? null : choicesIn(options.schema) };
  const answer = (errors: readonly unknown[], answered: Answered) =>
    answerErrors(errors, answered, wording, (fault) => options.report(fault, answered.requestId));
  const guarded: GuardAnswer = (result, requestId, executed) =>
    result.errors
      ? {
          ...result,
          errors: answer(result.errors, { requestId, isMutation: executed !== null && isMutation(executed) }),
        }
      : result;
  return {
    guarded,
    onExecute({ args }) {
      Object.assign(args, { hideSuggestions });
      return {
        // The executed operation is known here; `onResultProcess` leaves such an answer as it is.
        onExecuteDone: ({ result, setResult }) => {
          if ('errors' in result && result.errors) setResult(guarded(result, args.contextValue.requestId, args));
        },
      };
    },
    onSubscribe({ args }) {
      Object.assign(args, { hideSuggestions });
      const { requestId } = args.contextValue;
      return {
        onSubscribeResult: () => ({
          onNext: ({ result, setResult }) => setResult(guarded(result as ExecutionResult, requestId, null)),
        }),
        onSubscribeError({ error, setError }) {
          // The client left: no answer is needed, and nothing went wrong.
          if (error instanceof DOMException && error.name === 'AbortError') return;
          const [answered] = answer([error], { requestId, isMutation: false });
          setError(answered);
        },
      };
    },
    onResultProcess({ result, setResult, serverContext }) {
      if ('errors' in result && result.errors) setResult(guarded(result, options.requestIdOf(serverContext), null));
    },
  };
}

const isMutation = ({ document, operationName }: Executed): boolean =>
  getOperationAST(document, operationName)?.operation === 'mutation';
