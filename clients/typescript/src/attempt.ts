import type { AnswerError, Fault } from './errors.ts';
import { refusalCodes } from './generated/facts.ts';
import { retryAfterMs } from './transport.ts';

/**
 * What a try says of its key. `LOST`: the request may have been carried out, and no answer says so. `DOUBT`: the gateway
 * itself does not know, and asks the bank. `OUTCOME`: the outcome of the key is known. `BAD_INPUT`: this request is never
 * carried out, now or before. `NOTHING`: this try did nothing, which says nothing of an earlier one. `STATE`: the same, and
 * the state that it names may be the work of an earlier one.
 */
export type Verdict = 'LOST' | 'DOUBT' | 'OUTCOME' | 'BAD_INPUT' | 'NOTHING' | 'STATE';

/** What one try of a request came to. */
export type Attempt<Result> = {
  readonly result?: Result;
  readonly fault?: Fault;
  /** Of an answer that is a result. A fault has its own. */
  readonly requestId?: string | null;
  readonly verdict: Verdict;
  /** Whether the same again may succeed. A mutation that was lost also needs a key for that. */
  readonly isPassing: boolean;
  /** How long the gateway wants to be left alone; null where it does not say. */
  readonly waitMs: number | null;
};

type Answer<Result> = { readonly data?: Result | null; readonly errors?: readonly AnswerError[] };

/** Without an answer. */
export const noAnswer = (cause: unknown, message = 'The answer broke off.'): Attempt<never> => ({
  fault: { code: 'NO_ANSWER', message, status: null, requestId: null, errors: [], cause },
  verdict: 'LOST',
  isPassing: true,
  waitMs: null,
});

/** Reads an answer. What is no GraphQL comes from a proxy, which may have passed the request on. */
export async function readAttempt<Result>(response: Response): Promise<Attempt<Result>> {
  const { status, headers, url } = response;
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
  if (data && !errors) return { result: data, requestId, ...readResult(data) };
  const [first] = Array.isArray(errors) ? errors : [];
  const { code = first ? 'UNKNOWN' : 'NO_GRAPHQL', retryAdvice } = first?.extensions ?? {};
  return {
    fault: {
      code: String(code),
      message: first?.message ?? `The answer${url && ` of ${url}`} with status ${status} is no GraphQL.`,
      status,
      requestId,
      errors: errors ?? [],
      retryAfterMs: waitMs,
    },
    verdict: isRefusal(status, data, first) ? 'NOTHING' : 'LOST',
    isPassing: status === 429 || (status >= 502 && retryAdvice !== 'CHECK_STATUS_FIRST'),
    waitMs,
  };
}

/** Whether the gateway says that nothing was done. With `data`, even null, the execution began. */
function isRefusal(status: number, data: unknown, first: AnswerError | undefined): boolean {
  const { code, retryAdvice } = first?.extensions ?? {};
  if (data) return false;
  if (retryAdvice === 'RETRY_SAME_KEY') return true;
  return data === undefined && status < 500 && refusalCodes.has(String(code));
}

type Member = {
  readonly __typename?: string;
  readonly retryAdvice?: string;
  readonly retryAfterSeconds?: number;
  readonly path?: readonly string[] | null;
} | null;

/** A refusal may say: ask again later, with the same key. A key that stands for another request was carried out. */
function readResult(data: unknown): Pick<Attempt<never>, 'verdict' | 'isPassing' | 'waitMs'> {
  // A `__typename` of the root is a text.
  const member = Object.values(data as Record<string, Member>).find((one) => typeof one === 'object');
  const { retryAdvice, retryAfterSeconds } = member ?? {};
  const isPassing = retryAdvice === 'RETRY_SAME_KEY';
  return {
    verdict: verdictOf(member ?? {}),
    isPassing,
    waitMs: isPassing && retryAfterSeconds ? retryAfterSeconds * 1000 : null,
  };
}

function verdictOf({ __typename: name = '', retryAdvice, path }: NonNullable<Member>): Verdict {
  // A second person decides what becomes of this key. The same again follows that, and another intention has its own key.
  if (name === 'ApprovalRequiredError') return 'OUTCOME';
  if (name === 'MandateStateError') return 'STATE';
  // By its name too: a document may select no advice.
  if (retryAdvice === 'CHECK_STATUS_FIRST' || name === 'OutcomeUnknownError') return 'DOUBT';
  if (retryAdvice === 'FIX_INPUT') return 'BAD_INPUT';
  if (name === 'IdempotencyConflictError') return 'OUTCOME';
  // Nothing was done under this key: the gateway asks for another one.
  if (name === 'OperationNotPossibleError' && path?.[0] === 'idempotencyKey') return 'OUTCOME';
  // Without its name, a result does not say the outcome of the key.
  return name === '' || name.endsWith('Error') ? 'NOTHING' : 'OUTCOME';
}
