import { readAttempt } from './attempt.ts';
import type { Client } from './client.ts';
import { type AnswerError, GatewayError } from './errors.ts';
import { finalStatuses } from './generated/facts.ts';
import { FollowPaymentDocument, type FollowPaymentSubscription, PaymentStandingDocument } from './generated/graphql.ts';
import { readEvents } from './sse.ts';
import { backoffMs, pause, retryAfterMs } from './transport.ts';

export type FollowedEvent = FollowPaymentSubscription['paymentUpdated'];

export type FollowOptions = {
  /** The id of the last event that you have. Left out: the story begins at its beginning. */
  readonly afterEvent?: string | null;
  /** Ends the iteration without an error. */
  readonly signal?: AbortSignal;
};

/** Three heartbeats of the gateway. */
const silenceMs = 36_000;

/**
 * What happens to a payment, as it happens. A broken connection is opened again after the last event that came, so
 * nothing is missed and nothing comes twice. Ends when the payment has a final status and no later event.
 * @throws GatewayError where the gateway refuses: an unknown payment, a missing right
 */
export async function* followPayment(
  client: Client,
  id: string,
  { afterEvent, signal }: FollowOptions = {},
): AsyncGenerator<FollowedEvent, void, undefined> {
  const stop = new AbortController();
  const leave = (): void => stop.abort();
  signal?.addEventListener('abort', leave, { once: true });
  let last = afterEvent ?? null;
  try {
    for (let failures = 0; !signal?.aborted; failures++) {
      let waitMs: number | null = null;
      try {
        // Opened again, it may be over: its last event has come, and no other will.
        if (last !== null && (await isOver(client, id, last, stop.signal))) return;
        for await (const event of open(client, id, last, stop.signal)) {
          failures = 0;
          last = event.id;
          yield event;
          if (finalStatuses.has(event.status) && (await isOver(client, id, last, stop.signal))) return;
        }
      } catch (error) {
        if (signal?.aborted) return;
        waitMs = waitAfter(error);
      }
      await pause(waitMs ?? backoffMs(failures, 500, 20_000), stop.signal).catch(() => undefined);
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

/** Whether the payment stands at its end, and `event` is its last one: during a replay it is not. */
async function isOver(client: Client, id: string, event: string, signal: AbortSignal): Promise<boolean> {
  const { payment } = await client.execute(PaymentStandingDocument, { id, afterEvent: event }, { signal });
  return payment?.isFinal === true && payment.events.edges.length === 0;
}

/** The connection broke, or the gateway wants to be left alone. */
class Interruption extends Error {
  readonly waitMs: number | null;
  constructor(waitMs: number | null, cause?: unknown) {
    super('The stream was interrupted.', { cause });
    this.waitMs = waitMs;
  }
}

async function* open(
  { transport }: Client,
  id: string,
  afterEvent: string | null,
  signal: AbortSignal,
): AsyncGenerator<FollowedEvent, void, undefined> {
  const silence = new AbortController();
  const timer = setTimeout(() => silence.abort(new Interruption(null)), silenceMs);
  const either = AbortSignal.any([signal, silence.signal]);
  const response = await transport
    .authorize(either)
    .then((authorization) =>
      transport
        .send(
          transport.read(FollowPaymentDocument),
          { id, afterEvent },
          { accept: 'text/event-stream', signal: either, authorization },
        )
        .catch((error: unknown) => {
          throw new Interruption(null, error);
        }),
    )
    .finally(() => clearTimeout(timer));
  // A refusal is a stream as well, of one event.
  if (!response.body || !response.headers.get('content-type')?.startsWith('text/event-stream')) {
    const { fault } = await readAttempt(response);
    if (!fault || fault.status === null || isPassing(response.status)) {
      throw new Interruption(retryAfterMs(response.headers), fault);
    }
    throw new GatewayError(fault);
  }
  try {
    for await (const { event, data } of readEvents(response.body, silenceMs)) {
      if (event === 'complete') return;
      if (event === 'next') yield eventIn(data, response);
    }
  } catch (error) {
    throw error instanceof GatewayError || error instanceof Interruption ? error : new Interruption(null, error);
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
    throw new Interruption(retryAfterMs(response.headers), first);
  }
  throw new GatewayError({
    ...{ code, status: response.status, requestId: response.headers.get('x-request-id'), errors: answer.errors ?? [] },
    message: first?.message ?? 'The event is empty.',
  });
}
