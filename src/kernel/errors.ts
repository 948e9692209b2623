import type { PayerField, PaymentErrorCode, RetryAdvice } from './vocabulary.ts';

/** One thing that is wrong with a field. `path` is in camelCase, from the input's root: `['payer', 'phone']`. */
export type Issue = { readonly path: readonly string[]; readonly message: string };

/**
 * An outcome that callers must handle: listed in the mutation's union and rendered by the REST door. Any other error is
 * a bug: masked for the caller, logged in full.
 */
export abstract class PaymentError extends Error {
  abstract readonly code: PaymentErrorCode;
  abstract readonly retryAdvice: RetryAdvice;
  /** The field that is to blame, if one is. */
  readonly path: readonly string[] | null;

  constructor(message: string, path: readonly string[] | null = null) {
    super(message);
    this.path = path;
    this.name = new.target.name;
  }
}

export class InvalidInputError extends PaymentError {
  readonly code = 'INVALID_INPUT';
  readonly retryAdvice = 'FIX_INPUT';
  /** Every field that is wrong; `path` and `message` are those of the first. */
  readonly issues: readonly [Issue, ...Issue[]];

  constructor(issues: readonly [Issue, ...Issue[]]) {
    super(issues[0].message, issues[0].path);
    this.issues = issues;
  }
}

/** @throws InvalidInputError that names every problem; does nothing where there is none. */
export function refuseIssues([first, ...rest]: readonly Issue[]): void {
  if (first) throw new InvalidInputError([first, ...rest]);
}

/** One field is wrong; null: it is not about one field. */
export function refuseInput(field: string | null, message: string): never {
  throw new InvalidInputError([{ path: field === null ? [] : [field], message }]);
}

export class NotAllowedError extends PaymentError {
  readonly code = 'NOT_ALLOWED';
  readonly retryAdvice = 'DO_NOT_RETRY';
}

export class IdempotencyConflictError extends PaymentError {
  readonly code = 'IDEMPOTENCY_CONFLICT';
  readonly retryAdvice = 'DO_NOT_RETRY';
}

export class PayerDataMissingError extends PaymentError {
  readonly code = 'PAYER_DATA_MISSING';
  readonly retryAdvice = 'FIX_INPUT';
  readonly missingFields: readonly PayerField[];

  constructor(missingFields: readonly PayerField[]) {
    super(
      `The bank wants details of the payer that are missing, or that its form cannot hold: ${missingFields.join(', ')}.`,
      ['payer', missingFields[0] ?? ''],
    );
    this.missingFields = missingFields;
  }
}

export class MandateRequiredError extends PaymentError {
  readonly code = 'MANDATE_REQUIRED';
  readonly retryAdvice = 'FIX_INPUT';
}

/** The state of a mandate or a batch does not allow the request. */
export class MandateStateError extends PaymentError {
  readonly code = 'MANDATE_STATE';
  readonly retryAdvice = 'CHECK_STATUS_FIRST';
}

/** A bank that failed again and again is left alone for so long; one that is known to be down is looked at more often. */
export const providerRestSeconds = 30;

/** Nothing was changed at the bank. */
export class ProviderUnavailableError extends PaymentError {
  readonly code = 'PROVIDER_UNAVAILABLE';
  readonly retryAdvice = 'RETRY_SAME_KEY';
  readonly retryAfterSeconds = providerRestSeconds;
}

/** The payment's state, or the société's contract, does not allow the request. */
export class OperationNotPossibleError extends PaymentError {
  readonly code = 'OPERATION_NOT_POSSIBLE';
  readonly retryAdvice = 'DO_NOT_RETRY';
}

/** Another operation of the payment is on its way, or in doubt. */
export class OperationInProgressError extends PaymentError {
  readonly code = 'OPERATION_IN_PROGRESS';
  readonly retryAdvice = 'RETRY_SAME_KEY';
}

/** No key, or a key that we do not know: HTTP 401 at both doors, never part of a union. */
export class UnauthenticatedError extends Error {
  override readonly name = 'UnauthenticatedError';
}

/**
 * The codes of `errors[].extensions.code`, for a request that no operation answered: its usual status, and its meaning
 * for the reference. Each place that sends one takes it from here.
 */
export const requestErrors = {
  BAD_REQUEST: {
    status: 400,
    meaning:
      'The request is no GraphQL request: the method, `Content-Type`, `Accept` or the JSON. The status says which: 400, 405, 406, 413 or 415.',
  },
  GRAPHQL_PARSE_FAILED: { status: 400, meaning: 'The document cannot be read; `locations` has the place.' },
  GRAPHQL_VALIDATION_FAILED: { status: 400, meaning: 'The document does not fit the schema.' },
  OPERATION_RESOLUTION_FAILURE: { status: 400, meaning: 'The document has no operation named `operationName`.' },
  DOCUMENT_REFUSED: { status: 400, meaning: 'The document is larger, deeper or costs more than a client may ask.' },
  PERSISTED_QUERY_NOT_FOUND: {
    status: 200,
    meaning: 'No document is registered under this id. Apollo and urql send the text next.',
  },
  PERSISTED_QUERY_NOT_SUPPORTED: { status: 200, meaning: 'The gateway has no registered documents: send the text.' },
  PERSISTED_QUERY_ONLY: { status: 403, meaning: 'The client may send registered documents only, by their ids.' },
  BAD_USER_INPUT: {
    status: 200,
    meaning: 'A variable, a page size or a cursor cannot be used; 400 where a variable does not fit its type.',
  },
  NOT_FOUND: { status: 404, meaning: 'There is nothing like this to follow, or the client may not see it.' },
  UNAUTHENTICATED: { status: 401, meaning: 'No API key, or one that is unknown.' },
  CROSS_SITE_REQUEST: { status: 403, meaning: 'A browser sent it from a site that is not in `graphql.corsOrigins`.' },
  HOST_NOT_ACCEPTED: { status: 421, meaning: 'The gateway does not answer to this host name: see `acceptedHosts`.' },
  RATE_LIMITED: { status: 429, meaning: 'Too many requests; `Retry-After` says when to try again.' },
  TOO_MANY_SUBSCRIPTIONS: {
    status: 429,
    meaning: 'The client has as many open subscriptions as it may have.',
  },
  OVERLOADED: { status: 503, meaning: 'The gateway has too much to do; `Retry-After` says when to try again.' },
  INTERNAL_SERVER_ERROR: {
    status: 200,
    meaning:
      'A fault of the gateway. The outcome is unknown: send the same idempotency key again, and quote the request id.',
  },
  DATABASE_UNAVAILABLE: {
    status: 503,
    meaning:
      'The database does not answer; `extensions.retryAdvice` says what to do. `RETRY_SAME_KEY`: nothing was changed. `CHECK_STATUS_FIRST`: the outcome may be unknown, so look at the status first.',
  },
} as const satisfies Readonly<Record<string, { readonly status: number; readonly meaning: string }>>;

export type RequestErrorCode = keyof typeof requestErrors;
