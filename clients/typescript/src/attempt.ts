import type { AnswerError, Fault } from './errors.ts';
import { retryAfterMs } from './transport.ts';

/** What one try of a request came to. */
export type Attempt<Result> = {
  readonly result?: Result;
  readonly fault?: Fault;
  /** The request may have been carried out, and no answer says so. */
  readonly isLost: boolean;
  /** Whether the same again may succeed. A mutation that was lost also needs a key for that. */
  readonly isPassing: boolean;
  /** How long the gateway wants to be left alone; null where it does not say. */
  readonly waitMs: number | null;
};

type Answer<Result> = { readonly data?: Result | null; readonly errors?: readonly AnswerError[] };

/** Without an answer. */
export const noAnswer = (cause: unknown): Attempt<never> => ({
  fault: { code: 'NO_ANSWER', message: 'No answer came.', status: null, requestId: null, errors: [], cause },
  isLost: true,
  isPassing: true,
  waitMs: null,
});

/** Reads an answer. What is no GraphQL comes from a proxy, which may have passed the request on. */
export async function readAttempt<Result>(response: Response): Promise<Attempt<Result>> {
  const { status, headers } = response;
  const waitMs = retryAfterMs(headers);
  let answer: Answer<Result> | null;
  try {
    answer = JSON.parse(await response.text()) as Answer<Result> | null;
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) return noAnswer(cause);
    answer = null;
  }
  const requestId = headers.get('x-request-id');
  const { data, errors } = typeof answer === 'object' && answer !== null ? answer : {};
  if (data && !errors) return { result: data, isLost: false, ...passing(data) };
  const [first] = Array.isArray(errors) ? errors : [];
  const { code = first ? 'UNKNOWN' : 'NO_GRAPHQL', retryAdvice } = first?.extensions ?? {};
  return {
    fault: {
      code: String(code),
      message: first?.message ?? `The answer with status ${status} is no GraphQL.`,
      status,
      requestId,
      errors: errors ?? [],
    },
    isLost: mayBeDone(status, first, retryAdvice) || data?.constructor === Object,
    isPassing: status === 429 || (status >= 502 && retryAdvice !== 'CHECK_STATUS_FIRST'),
    waitMs,
  };
}

/** A refusal says that nothing was done. Every other fault leaves it open. */
function mayBeDone(status: number, first: AnswerError | undefined, retryAdvice: unknown): boolean {
  if (retryAdvice === 'RETRY_SAME_KEY') return false;
  return status >= 500 || !first || first.extensions?.code === 'INTERNAL_SERVER_ERROR';
}

/** A refusal that says: ask again later, with the same key. */
function passing(data: unknown): Pick<Attempt<never>, 'isPassing' | 'waitMs'> {
  const [refusal] = Object.values(data as Record<string, { retryAdvice?: string; retryAfterSeconds?: number } | null>);
  const isPassing = refusal?.retryAdvice === 'RETRY_SAME_KEY';
  return { isPassing, waitMs: isPassing && refusal.retryAfterSeconds ? refusal.retryAfterSeconds * 1000 : null };
}
