import { Agent } from 'undici';
import { type AddressCheck, AddressRefusedError, createCheckedConnect } from '../../http/outgoing/checked-connect.ts';
import { ConnectError, markingConnect, postBy } from '../payments/inquiry/bank-call.ts';
import type { WebhookAnswer } from './webhook-delivery.ts';

export type WebhookCallOptions = AddressCheck & {
  readonly connectTimeoutMs: number;
  /** For the whole try, to the beginning of the answer. */
  readonly deadlineMs: number;
  /** Milliseconds since the epoch, for the dates in answers. */
  readonly clock: () => number;
  /** Milliseconds from any beginning, never going back. */
  readonly monotonicMs: () => number;
};

export type WebhookCall = {
  readonly post: (request: {
    readonly url: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: string;
  }) => Promise<WebhookAnswer>;
  /** Aborts the calls in progress. */
  readonly close: () => Promise<void>;
};

const idleMs = 10_000;
/** So much of an answer's body is read and thrown away, in so long; then the connection is closed. */
const bodyBytesRead = 16_384;
const bodyReadMs = 500;

/**
 * How webhooks leave: POST, no redirects, TLS verified, the answer's body thrown away. Never throws: whatever happens
 * is an answer.
 */
export function createWebhookCall(options: WebhookCallOptions): WebhookCall {
  const { deadlineMs, clock, monotonicMs } = options;
  const agent = createAgent(options);
  return {
    post: async (call) => {
      const startedAt = monotonicMs();
      const ended = (answer: Pick<WebhookAnswer, 'outcome'> & Partial<WebhookAnswer>): WebhookAnswer => ({
        ...{ statusCode: null, detail: null, retryAt: null, ...answer },
        durationMs: Math.round(monotonicMs() - startedAt),
      });
      try {
        const answer = await postBy(agent, AbortSignal.timeout(deadlineMs), call);
        await answer.body
          .dump({ limit: bodyBytesRead, signal: AbortSignal.timeout(bodyReadMs) })
          .catch(() => undefined);
        return ended({
          outcome: outcomeOf(answer.statusCode),
          statusCode: answer.statusCode,
          retryAt: retryAtOf(answer.headers['retry-after'], clock()),
        });
      } catch (error) {
        return ended(failureOf(error));
      }
    },
    close: () => agent.destroy(),
  };
}

/** No limit for a host, whose endpoints would wait for each other: what each is sent at the same time is limited. */
function createAgent(options: WebhookCallOptions): Agent {
  return new Agent({
    pipelining: 1,
    headersTimeout: options.deadlineMs,
    bodyTimeout: options.deadlineMs,
    // Not so long as the receiver likes: after a burst there are many.
    keepAliveMaxTimeout: idleMs,
    connect: markingConnect(createCheckedConnect(options)),
  });
}

function outcomeOf(statusCode: number): WebhookAnswer['outcome'] {
  if (statusCode >= 200 && statusCode < 300) return 'DELIVERED';
  if (statusCode === 410) return 'GONE';
  return statusCode >= 300 && statusCode < 400 ? 'REDIRECTED' : 'REFUSED';
}

/** RFC 9110, 10.2.3: seconds, or a date. Anything else is ignored. */
function retryAtOf(header: string | string[] | undefined, now: number): number | null {
  if (typeof header !== 'string') return null;
  if (/^\d{1,9}$/.test(header)) return now + Number(header) * 1000;
  const at = /GMT$/.test(header) ? Date.parse(header) : Number.NaN;
  return Number.isNaN(at) ? null : at;
}

/** The cause stays out: errors of the client carry the request. */
function failureOf(error: unknown): Pick<WebhookAnswer, 'outcome' | 'detail'> {
  if (error instanceof ConnectError) {
    const { cause } = error;
    if (cause instanceof AddressRefusedError) return { outcome: 'ADDRESS_REFUSED', detail: codeOf(cause.cause) };
    const detail = codeOf(cause);
    return { outcome: detail === 'UND_ERR_CONNECT_TIMEOUT' ? 'TIMED_OUT' : 'NO_CONNECTION', detail };
  }
  const detail = codeOf(error);
  const isLate = detail === 'UND_ERR_HEADERS_TIMEOUT' || (error instanceof Error && error.name === 'TimeoutError');
  return { outcome: isLate ? 'TIMED_OUT' : 'NO_ANSWER', detail };
}

function codeOf(error: unknown): string | null {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  return typeof code === 'string' && /^[A-Z][A-Z0-9_]{1,63}$/.test(code) ? code : null;
}
