import {
  BrokenCircuitError,
  type CircuitBreakerPolicy,
  ConsecutiveBreaker,
  circuitBreaker,
  handleType,
} from 'cockatiel';
import { Agent, buildConnector, type Dispatcher } from 'undici';
import { providerRestSeconds } from '../../../kernel/errors.ts';
import { type BankCall, LostAnswerError, NotSentError } from '../operations/bank-operation.ts';

export type BankCallOptions = {
  readonly connectTimeoutMs: number;
  /** For a request to get a connection, and from then on for its whole answer. */
  readonly deadlineMs: number;
  readonly maximumAnswerBytes: number;
  /** After `failures` calls in a row without an answer, a host is left alone for `restMs`. */
  readonly breaker?: { readonly failures: number; readonly restMs: number };
};

const usualBreaker = { failures: 5, restMs: providerRestSeconds * 1000 };
const connectionsPerHost = 16;

/**
 * Calls a bank: POST, no redirects, no repeats, TLS verified. Any HTTP answer is an answer. Throws `NotSentError` if no
 * byte of the request can have left, and `LostAnswerError` for every other failure.
 */
export function createBankCall(options: BankCallOptions): BankCall {
  const agent = createAgent(options);
  const breakerOf = keepBreakers(options.breaker ?? usualBreaker);
  return async (request) => {
    const breaker = breakerOf(`${request.bank} ${new URL(request.url).origin}`);
    try {
      return await breaker.execute(() => send(agent, options.deadlineMs, request));
    } catch (error) {
      if (error instanceof BrokenCircuitError) throw new NotSentError('the host failed repeatedly and is left alone');
      throw error;
    }
  };
}

/** One breaker for each bank's host; the hosts are those of the config's accounts, and two simulators may share one. */
function keepBreakers({ failures, restMs }: NonNullable<BankCallOptions['breaker']>) {
  const kept = new Map<string, CircuitBreakerPolicy>();
  const failed = handleType(NotSentError).orType(LostAnswerError);
  return (host: string): CircuitBreakerPolicy => {
    const breaker =
      kept.get(host) ?? circuitBreaker(failed, { breaker: new ConsecutiveBreaker(failures), halfOpenAfter: restMs });
    kept.set(host, breaker);
    return breaker;
  };
}

/** A connection that was never made. */
export class ConnectError extends Error {
  override readonly name = 'ConnectError';
}

/** Its failures become a `ConnectError`, which the agent passes on. */
export const markingConnect =
  (connect: buildConnector.connector): buildConnector.connector =>
  (options, callback) =>
    connect(options, (error, socket) => {
      if (error !== null) callback(new ConnectError('no connection', { cause: error }), null);
      else callback(null, socket);
    });

function createAgent({ connectTimeoutMs, deadlineMs, maximumAnswerBytes }: BankCallOptions): Agent {
  return new Agent({
    connections: connectionsPerHost,
    // Each call has a connection of its own: on one kept alive, the host's closing it as we write loses the answer of
    // an operation, which is worse than the time that a handshake takes.
    pipelining: 0,
    headersTimeout: deadlineMs,
    bodyTimeout: deadlineMs,
    maxResponseSize: maximumAnswerBytes,
    connect: markingConnect(buildConnector({ timeout: connectTimeoutMs })),
  });
}

/** One POST. */
export function postBy(
  agent: Dispatcher,
  signal: AbortSignal,
  { url, headers, body }: Omit<Parameters<BankCall>[0], 'bank'>,
): ReturnType<Agent['request']> {
  const { origin, pathname, search } = new URL(url);
  return agent.request({ origin, path: `${pathname}${search}`, method: 'POST', headers, body, signal });
}

async function send(agent: Agent, deadlineMs: number, call: Parameters<BankCall>[0]): ReturnType<BankCall> {
  const late = new AbortController();
  const deadline = setTimeout(() => late.abort(new DOMException('too late', 'TimeoutError')), deadlineMs);
  let maySend = false;
  const onStart = (): void => {
    maySend = true;
    deadline.refresh();
  };
  try {
    const answer = await postBy(noticingStart(agent, onStart), late.signal, call);
    return { status: answer.statusCode, body: Buffer.from(await answer.body.arrayBuffer()) };
  } catch (error) {
    const { origin } = new URL(call.url);
    // The cause stays out: errors of the client carry the request.
    if (maySend) throw new LostAnswerError(`no whole answer from ${origin}: ${codeOf(error)}`);
    const cause = error instanceof ConnectError ? error.cause : error;
    throw new NotSentError(`no connection to ${origin}: ${codeOf(cause)}`);
  } finally {
    clearTimeout(deadline);
  }
}

/** `onStart`: a request has its connection, and is written next. Until then it may wait for others to end. */
const noticingStart = (agent: Agent, onStart: () => void): Dispatcher =>
  agent.compose((dispatch) => (options, handler) => {
    const { onRequestStart } = handler;
    const start: typeof onRequestStart = (...given) => {
      onStart();
      onRequestStart?.apply(handler, given);
    };
    return dispatch(options, Object.assign(handler, { onRequestStart: start }));
  });

function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
}
