import { createHash } from 'node:crypto';
import type { Bank, BankName, Message } from './bank.ts';
import type { Delivery, State } from './state.ts';

export type Log = (line: { event: string; [key: string]: unknown }) => void;

/** Addresses that a simulator may call. Any visitor can post a form, and the form names the address. */
export type ShopCalls = {
  /** Whether a message to this address would be sent. */
  readonly mayCall: (url: string) => Promise<boolean>;
  /** Redirects are answers. @throws an error with a code, `ADDRESS_REFUSED` for an address that may not be called */
  readonly send: (request: {
    readonly url: string;
    readonly method: 'GET' | 'POST';
    readonly headers: Readonly<Record<string, string>>;
    readonly body: string | null;
    readonly signal: AbortSignal;
  }) => Promise<{ readonly status: number; readonly body: AsyncIterable<Uint8Array> }>;
  readonly close: () => Promise<void>;
};

/** The only way from a simulator to a shop: sends one message, records the result, logs a failure. */
export type Deliver = (message: Message) => Promise<void>;

export type Delivering = {
  readonly deliver: Deliver;
  /** Ends calls in progress and waits until their results are recorded. */
  close(): Promise<void>;
};

const answerLimitCharacters = 255;

/** `timeoutMs` is the limit for one message, its answer's body included. Redirects are not followed. */
export function startDelivering(parts: {
  state: State;
  banks: readonly Bank[];
  clock: () => number;
  log: Log;
  timeoutMs: number;
  calls: ShopCalls;
}): Delivering {
  const closing = new AbortController();
  const underWay = new Set<Promise<unknown>>();

  const isTaken = (bank: BankName, httpStatus: number): boolean =>
    parts.banks.some(({ name, countsAsDelivered }) => name === bank && countsAsDelivered(httpStatus));

  async function attempt(message: Message): Promise<void> {
    const startedAt = performance.now();
    const signal = AbortSignal.any([closing.signal, AbortSignal.timeout(parts.timeoutMs)]);
    const answer = await send(parts.calls, message, signal);
    const delivery = {
      delivered: answer.httpStatus !== null && answer.failure === null && isTaken(message.bank, answer.httpStatus),
      ...answer,
      durationMs: performance.now() - startedAt,
    };
    const of = { bank: message.bank, number: message.number, digest: digestOf(message) };
    parts.state.insertDelivery(of, delivery, parts.clock());
    if (!delivery.delivered) {
      const { httpStatus, failure } = delivery;
      const to = new URL(message.url).origin;
      parts.log({
        event: 'sandbox.notification_failed',
        bank: message.bank,
        transaction: message.number,
        to,
        httpStatus,
        failure,
      });
    }
  }

  return {
    deliver: (message) => {
      const delivery = attempt(message);
      underWay.add(delivery);
      return delivery.finally(() => underWay.delete(delivery));
    },
    close: async () => {
      closing.abort();
      await Promise.allSettled(underWay);
      await parts.calls.close();
    },
  };
}

async function send(
  calls: ShopCalls,
  { url, method, body }: Message,
  signal: AbortSignal,
): Promise<Pick<Delivery, 'httpStatus' | 'failure' | 'answer'>> {
  let httpStatus: number | null = null;
  try {
    const headers: Record<string, string> =
      body === null ? {} : { 'Content-Type': 'application/x-www-form-urlencoded' };
    const response = await calls.send({ url, method, headers, body, signal });
    httpStatus = response.status;
    return { httpStatus, failure: null, answer: await beginningOf(response.body) };
  } catch (error) {
    return { httpStatus, failure: failureOf(error), answer: '' };
  }
}

/** The gateway's own digest of a message, so that the books of both sides can be compared message by message. */
function digestOf({ method, url, body }: Message): string {
  const query = new URL(url).search.replace('?', '');
  return createHash('sha256')
    .update(`${method} ${query}\n`)
    .update(body ?? '')
    .digest('hex');
}

async function beginningOf(body: AsyncIterable<Uint8Array>): Promise<string> {
  const decoder = new TextDecoder();
  let beginning = '';
  for await (const chunk of body) {
    beginning += decoder.decode(chunk, { stream: true });
    if (beginning.length >= answerLimitCharacters) break;
  }
  return beginning.slice(0, answerLimitCharacters);
}

/** A code alone (`ECONNREFUSED`, `TimeoutError`): an error's text may hold the whole address. */
export function failureOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
}
