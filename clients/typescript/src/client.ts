import { type Attempt, noAnswer, readAttempt } from './attempt.ts';
import { kindOf, type Operation } from './document.ts';
import { type Fault, GatewayError, LostAnswerError } from './errors.ts';
import { keyedMutations } from './generated/facts.ts';
import { Intention } from './intention.ts';
import { whyNoAnswer } from './no-answer.ts';
import { backoffMs, type ClientOptions, createTransport, endpointOf, pause, type Transport } from './transport.ts';

export type ExecuteOptions = {
  /** What is meant, over several calls. Left out: each call means something new. */
  readonly intention?: Intention | undefined;
  /** Aborted, a query rejects with its reason, and a mutation that may have arrived with `LostAnswerError`. */
  readonly signal?: AbortSignal | undefined;
  /** How long one try waits for its answer. */
  readonly timeoutMs?: number | undefined;
};

export type Client = {
  /**
   * Runs a query or a mutation. Expected refusals are part of the result.
   * @throws GatewayError where there is no result
   * @throws LostAnswerError where a mutation may have been carried out
   */
  readonly execute: <Result, Variables>(
    operation: Operation<Result, Variables>,
    variables: NoInfer<Variables>,
    options?: ExecuteOptions,
  ) => Promise<Result>;
  /** For `/follow`: one request, sent once. */
  readonly transport: Transport;
};

/** The longest wait that the client takes upon itself. Beyond it, the caller gets the refusal and decides. */
const longestWaitMs = 10_000;

export function createClient(options: ClientOptions): Client {
  const transport = createTransport(options);
  return {
    transport,
    execute: (operation, variables, given = {}) => execute(transport, options, { operation, variables, ...given }),
  };
}

type Call<Result, Variables> = ExecuteOptions & {
  readonly operation: Operation<Result, Variables>;
  readonly variables: Variables;
};

async function execute<Result, Variables>(
  transport: Transport,
  options: ClientOptions,
  call: Call<Result, Variables>,
): Promise<Result> {
  const { retries = 3 } = options;
  if (!(retries >= 0)) throw new TypeError(`retries must be a number from 0. It is ${retries}.`);
  const timeoutMs = requireTime(call.timeoutMs ?? options.timeoutMs ?? 15_000);
  const document = transport.read(call.operation as Operation<unknown, never>);
  const { isMutation, field } = kindOf(document.text);
  const isKeyed = field !== null && keyedMutations.has(field);
  const given = (call.variables as { input?: { idempotencyKey?: string | null } } | null)?.input?.idempotencyKey;
  const intention = call.intention ?? new Intention();
  // For a mutation that takes no key, the gateway ignores the header.
  const key = isKeyed || (isMutation && field === null) ? (given ?? intention.key) : null;
  const once = async (authorization: string | undefined, signal: AbortSignal): Promise<Attempt<Result>> => {
    const sent = key === given ? undefined : (key ?? undefined);
    try {
      const response = await transport.send(document, call.variables, { accept, signal, authorization, key: sent });
      return await readAttempt(response);
    } catch (error) {
      return noAnswer(error, whyNoAnswer(error, endpointOf(options)));
    }
  };
  const request = JSON.stringify([document.text, call.variables]);
  const finish = (attempt: Attempt<Result>): Result => {
    if (attempt.fault && !isMutation) call.signal?.throwIfAborted();
    return resultOf(attempt, isMutation && intention.isLostAfter(attempt.verdict), key);
  };
  call.signal?.throwIfAborted();
  for (let tries = 0; ; tries++) {
    const limit = AbortSignal.timeout(timeoutMs);
    const signal = call.signal ? AbortSignal.any([call.signal, limit]) : limit;
    const authorization = await transport.authorize(signal).catch((cause: unknown) => {
      if (isMutation && intention.isLost) throw new LostAnswerError({ ...unsentLater, cause }, key);
      throw signal.aborted && signal.reason === limit.reason ? new GatewayError({ ...unsentInTime, cause }) : cause;
    });
    const attempt = await (isMutation
      ? intention.during(request, key, () => once(authorization, signal))
      : once(authorization, signal));
    const waitMs = Math.max(attempt.waitMs ?? 0, backoffMs(tries, 300, longestWaitMs));
    const mayRepeat = attempt.isPassing && (attempt.verdict !== 'LOST' || !isMutation || isKeyed);
    if (!mayRepeat || tries >= retries || waitMs > longestWaitMs) return finish(attempt);
    await pause(waitMs, call.signal).catch(() => undefined);
    if (call.signal?.aborted) return finish(attempt);
  }
}

/** @throws TypeError for what no timer of the platform can wait */
function requireTime(ms: number): number {
  if (Number.isInteger(ms) && ms > 0 && ms < 2 ** 31) return ms;
  throw new TypeError(`timeoutMs must be a whole number of milliseconds, from 1 to 2147483647. It is ${ms}.`);
}

const accept = 'application/graphql-response+json, application/json;q=0.9';

/** A refusal of a later try says nothing of an earlier one that was lost. It is the cause of the error. */
function resultOf<Result>({ result, fault, requestId }: Attempt<Result>, isLost: boolean, key: string | null): Result {
  if (isLost) throw new LostAnswerError(fault ?? { ...refusedLater, requestId: requestId ?? null, cause: result }, key);
  if (fault) throw new GatewayError(fault);
  return result as Result;
}

const refusedLater: Fault = {
  ...{ code: 'OUTCOME_UNKNOWN', status: null, requestId: null, errors: [] },
  message: 'A later try was refused. An earlier one may have been carried out.',
};

const unsentLater: Fault = {
  ...refusedLater,
  message: 'A later try was not sent: `key` of the client gave none. An earlier one may have been carried out.',
};

const unsentInTime: Fault = {
  ...refusedLater,
  code: 'NO_ANSWER',
  message: 'Nothing was sent: `key` of the client gave none in time.',
};

type Connection = { readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null } };

/**
 * The pages of a list, one after another.
 * @param select where the list stands in the result: `({ payments }) => payments`
 */
export async function* pages<Result, Variables extends { after?: string | null | undefined }, Page extends Connection>(
  client: Pick<Client, 'execute'>,
  operation: Operation<Result, Variables>,
  variables: NoInfer<Variables>,
  select: (result: Result) => Page,
  options: ExecuteOptions = {},
): AsyncGenerator<Page, void, undefined> {
  for (let after = variables.after; ; ) {
    const page = select(await client.execute(operation, { ...variables, after }, options));
    yield page;
    if (!page.pageInfo.hasNextPage || page.pageInfo.endCursor === after) return;
    after = page.pageInfo.endCursor;
  }
}
