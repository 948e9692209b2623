import type { RequestErrorCode } from './generated/request-codes.ts';

/**
 * `NO_ANSWER`: the network failed, the time was over, or the caller gave up. `NO_GRAPHQL`: a proxy answered.
 * `OUTCOME_UNKNOWN`: a later try was refused, an earlier one was lost. `UNKNOWN`: the error has no code. A newer gateway
 * may have more codes.
 */
export type GatewayErrorCode =
  | RequestErrorCode
  | 'NO_ANSWER'
  | 'NO_GRAPHQL'
  | 'OUTCOME_UNKNOWN'
  | 'UNKNOWN'
  | (string & {});

/** One entry of `errors` in an answer. */
export type AnswerError = {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions?: Readonly<Record<string, unknown>>;
};

export type Fault = {
  /** `extensions.code` of the first error: `UNAUTHENTICATED`, `RATE_LIMITED`… */
  readonly code: GatewayErrorCode;
  readonly message: string;
  /** HTTP status; null where no answer came. */
  readonly status: number | null;
  readonly requestId: string | null;
  readonly errors: readonly AnswerError[];
  readonly retryAfterMs?: number | null;
  readonly cause?: unknown;
};

/** There is no result: the network, the gateway, or the request itself is at fault. Expected refusals are results. */
export class GatewayError extends Error {
  override readonly name: string = 'GatewayError';
  readonly code: GatewayErrorCode;
  readonly status: number | null;
  /** Quote it when you ask about this answer. */
  readonly requestId: string | null;
  readonly errors: readonly AnswerError[];
  /** How long the gateway wants to be left alone; null where it does not say. */
  readonly retryAfterMs: number | null;

  constructor({ code, message, status, requestId, errors, retryAfterMs = null, cause }: Fault) {
    super(message, { cause });
    this.code = code;
    this.status = status;
    this.requestId = requestId;
    this.errors = errors;
    this.retryAfterMs = retryAfterMs;
  }
}

/**
 * The mutation may have been carried out: its answer was lost. Send it again with the same key, or look at the payment.
 * Never send it with a new key.
 */
export class LostAnswerError extends GatewayError {
  override readonly name: string = 'LostAnswerError';
  /** The key to send again; null for a mutation that takes none. */
  readonly key: string | null;

  constructor(fault: Fault, key: string | null) {
    super(fault);
    this.key = key;
  }
}
