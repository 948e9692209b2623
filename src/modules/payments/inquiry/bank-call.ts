import {
  BrokenCircuitError,
  type CircuitBreakerPolicy,
  ConsecutiveBreaker,
  circuitBreaker,
  handleType,
} from 'cockatiel';
import { Agent, buildConnector } from 'undici';
import { providerRestSeconds } from '../../../kernel/errors.ts';
import { type BankCall, LostAnswerError, NotSentError } from '../operations/bank-operation.ts';

export type BankCallOptions = {
  readonly connectTimeoutMs: number;
  /** For the whole call, answer included. */
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

/** A connection that was never made: the only failure after which a request is known not to have left. */
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

/** One POST, with a deadline for the whole answer. */
export function postBy(
  agent: Agent,
  deadlineMs: number,
  { url, headers, body }: Omit<Parameters<BankCall>[0], 'bank'>,
): ReturnType<Agent['request']> {
  const { origin, pathname, search } = new URL(url);
  const path = `${pathname}${search}`;
  return agent.request({ origin, path, method: 'POST', headers, body, signal: AbortSignal.timeout(deadlineMs) });
}

async function send(agent: Agent, deadlineMs: number, call: Parameters<BankCall>[0]): ReturnType<BankCall> {
  try {
    const answer = await postBy(agent, deadlineMs, call);
    return { status: answer.statusCode, body: Buffer.from(await answer.body.arrayBuffer()) };
  } catch (error) {
    const { origin } = new URL(call.url);
    // The cause stays out: errors of the client carry the request.
    if (error instanceof ConnectError) throw new NotSentError(`no connection to ${origin}: ${codeOf(error.cause)}`);
    throw new LostAnswerError(`no whole answer from ${origin}: ${codeOf(error)}`);
  }
}

function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
}
