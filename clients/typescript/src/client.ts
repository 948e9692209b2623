import { type Attempt, noAnswer, readAttempt } from './attempt.ts';
import { kindOf, type Operation } from './document.ts';
import { GatewayError, LostAnswerError } from './errors.ts';
import { keyedMutations } from './generated/facts.ts';
import { Intention } from './intention.ts';
import { backoffMs, type ClientOptions, createTransport, pause, type Transport } from './transport.ts';

export type ExecuteOptions = {
  /** What is meant, over several calls. Left out: each call means something new. */
  readonly intention?: Intention;
  readonly signal?: AbortSignal;
  /** How long one try waits for its answer. */
  readonly timeoutMs?: number;
};

export type Client = {
  /**
   * Runs a query or a mutation. Expected refusals are part of the result.
   * @throws GatewayError where there is no result
   * @throws LostAnswerError where a mutation may have been carried out
   */
  readonly execute: <Result, Variables>(
    operation: Operation<Result, Variables>,
    variables: Variables,
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
  { retries = 3, timeoutMs = 15_000 }: ClientOptions,
  call: Call<Result, Variables>,
): Promise<Result> {
  const document = transport.read(call.operation as Operation<unknown, never>);
  const { isMutation, field } = kindOf(document.text);
  const isKeyed = field !== null && keyedMutations.has(field);
  const given = (call.variables as { input?: { idempotencyKey?: string | null } } | null)?.input?.idempotencyKey;
  const intention = call.intention ?? new Intention(given ?? undefined);
  const once = async (authorization: string | undefined): Promise<Attempt<Result>> => {
    const limit = AbortSignal.timeout(call.timeoutMs ?? timeoutMs);
    const signal = call.signal ? AbortSignal.any([call.signal, limit]) : limit;
    try {
      const key = isKeyed && !given ? intention.key : undefined;
      return await readAttempt(await transport.send(document, call.variables, { accept, signal, authorization, key }));
    } catch (error) {
      return noAnswer(error);
    }
  };
  for (let tries = 0; ; tries++) {
    call.signal?.throwIfAborted();
    const authorization = await transport.authorize();
    const attempt = isMutation ? await intention.during(() => once(authorization)) : await once(authorization);
    const waitMs = attempt.waitMs ?? backoffMs(tries, 300, longestWaitMs);
    const mayRepeat = attempt.isPassing && (!attempt.isLost || !isMutation || isKeyed);
    if (!mayRepeat || tries >= retries || waitMs > longestWaitMs || call.signal?.aborted) {
      return resultOf(attempt, isMutation, isKeyed ? intention.key : null);
    }
    await pause(waitMs, call.signal).catch(() => undefined);
  }
}

const accept = 'application/graphql-response+json, application/json;q=0.9';

function resultOf<Result>({ result, fault, isLost }: Attempt<Result>, isMutation: boolean, key: string | null): Result {
  if (!fault) return result as Result;
  throw isMutation && isLost ? new LostAnswerError(fault, key) : new GatewayError(fault);
}

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
