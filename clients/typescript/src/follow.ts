import { readAttempt } from './attempt.ts';
import type { Client } from './client.ts';
import { type AnswerError, GatewayError } from './errors.ts';
import { openStatuses } from './generated/facts.ts';
import { FollowPaymentDocument, type FollowPaymentSubscription, PaymentStandingDocument } from './generated/graphql.ts';
import { readEvents } from './sse.ts';
import { backoffMs, pause, retryAfterMs } from './transport.ts';

export type FollowedEvent = FollowPaymentSubscription['paymentUpdated'];

export type FollowOptions = {
  /** The id of the last event that you have. Left out: the story begins at its beginning. */
  readonly afterEvent?: string | null | undefined;
  /**
   * `FINAL`, which is the default: a refusal is an end. `SETTLED`: an end without money is none while the payment may
   * still be paid, see `mayStillBePaid`: its customer can try again, the bank is still asked about an attempt, or a
   * transfer may be on its way.
   */
  readonly until?: 'FINAL' | 'SETTLED' | undefined;
  /** Ends the iteration without an error. */
  readonly signal?: AbortSignal | undefined;
};

/** Three heartbeats of the gateway. */
const silenceMs = 36_000;
/** No event says that the time to try again is over. A connection ends after so long, to look. */
const lookAgainMs = 120_000;

/**
 * What happens to a payment, as it happens. A broken connection is opened again after the last event that came, so
 * nothing is missed and nothing comes twice. Ends when the payment has a final status and no later event: see `until`.
 * @throws GatewayError where the gateway refuses: an unknown payment, a missing right
 */
export async function* followPayment(
  client: Client,
  id: string,
  { afterEvent, until, signal }: FollowOptions = {},
): AsyncGenerator<FollowedEvent, void, undefined> {
  const stop = new AbortController();
  const leave = (): void => stop.abort();
  signal?.addEventListener('abort', leave, { once: true });
  const isSettled = until === 'SETTLED';
  /** Whether the payment stands at its end, and `afterEvent` is its last one: during a replay it is not. */
  const isOver = async (afterEvent: string): Promise<boolean | undefined> => {
    const { payment } = await client.execute(PaymentStandingDocument, { id, afterEvent }, { signal: stop.signal });
    return payment?.isFinal && !payment.events.edges[0] && !(isSettled && payment.mayStillBePaid);
  };
  let last = afterEvent ?? null;
  try {
    for (let failures = 0; !signal?.aborted; failures++) {
      let waitMs: number | null = null;
      try {
        // Opened again, it may be over: its last event has come, and no other will.
        if (last !== null && (await isOver(last))) return;
        const end = isSettled ? performance.now() + lookAgainMs : Infinity;
        for await (const event of open(client, id, last, stop.signal, end)) {
          failures = 0;
          last = event.id;
          yield event;
          if (!openStatuses.has(event.status) && (await isOver(last))) return;
        }
        if (performance.now() >= end) failures = 0;
      } catch (error) {
        if (signal?.aborted) return;
        waitMs = waitAfter(error);
      }
      await pause(Math.max(waitMs ?? 0, backoffMs(failures, 500, 20_000)), stop.signal).catch(() => undefined);
    }
  } finally {
    signal?.removeEventListener('abort', leave);
    stop.abort();
  }
}

/**
 * How long to wait before the next try; null where nothing says so.
 * @throws the error, where another try would fail as well
 */
function waitAfter(error: unknown): number | null {
  if (error instanceof Interruption) return error.waitMs;
  if (error instanceof GatewayError && (error.status === null || isPassing(error.status))) return null;
  throw error;
}

/** The connection broke, or the gateway wants to be left alone. No caller gets it. */
class Interruption extends Error {
  readonly waitMs: number | null;
  constructor(waitMs: number | null = null) {
    super();
    this.waitMs = waitMs;
  }
}

/**
 * The answer to a request for the events.
 * @throws Interruption where none comes in time, or one that may be another the next time
 * @throws GatewayError where the gateway refuses
 */
async function connect(
  { transport }: Client,
  id: string,
  afterEvent: string | null,
  signal: AbortSignal,
): Promise<{ response: Response; body: ReadableStream<Uint8Array> }> {
  const silence = new AbortController();
  const timer = setTimeout(() => silence.abort(new Interruption()), silenceMs);
  const either = AbortSignal.any([signal, silence.signal]);
  try {
    const authorization = await transport.authorize(either);
    const document = transport.read(FollowPaymentDocument);
    const send = { accept: 'text/event-stream', signal: either, authorization };
    const response = await transport.send(document, { id, afterEvent }, send).catch(() => {
      throw new Interruption();
    });
    const { body, headers } = response;
    // A refusal is a stream as well, of one event.
    if (body && headers.get('content-type')?.startsWith('text/event-stream')) return { response, body };
    const { fault } = await readAttempt(response);
    if (!fault || fault.status === null || isPassing(response.status)) throw new Interruption(retryAfterMs(headers));
    throw new GatewayError(fault);
  } finally {
    clearTimeout(timer);
  }
}

async function* open(
  client: Client,
  id: string,
  afterEvent: string | null,
  signal: AbortSignal,
  end: number,
): AsyncGenerator<FollowedEvent, void, undefined> {
  const { response, body } = await connect(client, id, afterEvent, signal);
  try {
    for await (const { event, data } of readEvents(body, silenceMs, end)) {
      if (event === 'complete') return;
      if (event === 'next') yield eventIn(data, response);
    }
  } catch (error) {
    throw error instanceof GatewayError || error instanceof Interruption ? error : new Interruption();
  }
}

const isPassing = (status: number): boolean => status === 429 || status >= 500;

function eventIn(data: string, response: Response): FollowedEvent {
  const answer = JSON.parse(data) as { data?: FollowPaymentSubscription | null; errors?: readonly AnswerError[] };
  if (answer.data && !answer.errors) return answer.data.paymentUpdated;
  const [first] = answer.errors ?? [];
  const code = String(first?.extensions?.code ?? 'UNKNOWN');
  // A fault of the gateway's own passes.
  if (isPassing(response.status) || code === 'INTERNAL_SERVER_ERROR' || code === 'DATABASE_UNAVAILABLE') {
    throw new Interruption(retryAfterMs(response.headers));
  }
  throw new GatewayError({
    ...{ code, status: response.status, requestId: response.headers.get('x-request-id'), errors: answer.errors ?? [] },
    message: first?.message ?? 'The event is empty.',
  });
}
