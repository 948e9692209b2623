import { createHash } from 'node:crypto';
import type { Message } from './bank.ts';
import type { Delivery, State } from './state.ts';

export type Log = (line: { event: string; [key: string]: unknown }) => void;

/** The only way by which a twin calls a shop: sends one message, records what became of it, logs a failure. */
export type Deliver = (message: Message, countsAsDelivered: (httpStatus: number) => boolean) => Promise<Delivery>;

export type Delivering = {
  readonly deliver: Deliver;
  /** Ends what is under way and waits until its result is recorded. */
  close(): Promise<void>;
};

const answerLimitCharacters = 255;

/** `timeoutMs` is the limit for one message, its answer's body included. Redirects are not followed. */
export function startDelivering(parts: { state: State; clock: () => number; log: Log; timeoutMs: number }): Delivering {
  const closing = new AbortController();
  const underWay = new Set<Promise<unknown>>();

  async function attempt(message: Message, countsAsDelivered: (httpStatus: number) => boolean): Promise<Delivery> {
    const startedAt = performance.now();
    const signal = AbortSignal.any([closing.signal, AbortSignal.timeout(parts.timeoutMs)]);
    const answer = await send(message, signal);
    const delivery = {
      delivered: answer.httpStatus !== null && answer.failure === null && countsAsDelivered(answer.httpStatus),
      ...answer,
      durationMs: performance.now() - startedAt,
    };
    const of = { bank: message.bank, number: message.transaction, digest: digestOf(message) };
    parts.state.insertDelivery(of, delivery, parts.clock());
    if (!delivery.delivered) {
      const { httpStatus, failure } = delivery;
      const to = new URL(message.url).origin;
      parts.log({
        event: 'sandbox.notification_failed',
        bank: message.bank,
        transaction: message.transaction,
        to,
        httpStatus,
        failure,
      });
    }
    return delivery;
  }

  return {
    deliver: (message, countsAsDelivered) => {
      const delivery = attempt(message, countsAsDelivered);
      underWay.add(delivery);
      return delivery.finally(() => underWay.delete(delivery));
    },
    close: async () => {
      closing.abort();
      await Promise.allSettled(underWay);
    },
  };
}

async function send(
  message: Message,
  signal: AbortSignal,
): Promise<Pick<Delivery, 'httpStatus' | 'failure' | 'answer'>> {
  let httpStatus: number | null = null;
  try {
    const response = await fetch(message.url, {
      method: message.method,
      redirect: 'manual',
      signal,
      ...(message.body === null
        ? {}
        : { body: message.body, headers: { 'Content-Type': 'application/x-www-form-urlencoded' } }),
    });
    httpStatus = response.status;
    return { httpStatus, failure: null, answer: await beginningOf(response) };
  } catch (error) {
    return { httpStatus, failure: failureOf(error), answer: '' };
  }
}

/** As the gateway names what it received, so that the books of both sides can be compared message by message. */
function digestOf({ method, url, body }: Message): string {
  const query = new URL(url).search.replace('?', '');
  return createHash('sha256')
    .update(`${method} ${query}\n`)
    .update(body ?? '')
    .digest('hex');
}

async function beginningOf(response: Response): Promise<string> {
  const decoder = new TextDecoder();
  let beginning = '';
  for await (const chunk of response.body ?? []) {
    beginning += decoder.decode(chunk, { stream: true });
    if (beginning.length >= answerLimitCharacters) break;
  }
  return beginning.slice(0, answerLimitCharacters);
}

/** A code alone (`ECONNREFUSED`, `TimeoutError`): an error's text may hold the whole address. */
function failureOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  const cause = error.cause;
  if (cause instanceof Error && 'code' in cause && typeof cause.code === 'string') return cause.code;
  return error.name;
}
