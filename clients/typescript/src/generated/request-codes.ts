/** Why a request got no result. */
export type RequestErrorCode =
  /** The request is no GraphQL request: the method, `Content-Type`, `Accept` or the JSON. The status says which: 400, 405, 406, 413 or 415. */
  | 'BAD_REQUEST'
  /** The document cannot be read; `locations` has the place. */
  | 'GRAPHQL_PARSE_FAILED'
  /** The document does not fit the schema. */
  | 'GRAPHQL_VALIDATION_FAILED'
  /** The document has no operation named `operationName`. */
  | 'OPERATION_RESOLUTION_FAILURE'
  /** The document is larger, deeper or costs more than a client may ask. */
  | 'DOCUMENT_REFUSED'
  /** No document is registered under this id. Apollo and urql send the text next. */
  | 'PERSISTED_QUERY_NOT_FOUND'
  /** The gateway has no registered documents: send the text. */
  | 'PERSISTED_QUERY_NOT_SUPPORTED'
  /** The client may send registered documents only, by their ids. */
  | 'PERSISTED_QUERY_ONLY'
  /** A variable, a page size or a cursor cannot be used; 400 where a variable does not fit its type. */
  | 'BAD_USER_INPUT'
  /** There is nothing like this to follow, or the client may not see it. */
  | 'NOT_FOUND'
  /** No API key, or one that is unknown. */
  | 'UNAUTHENTICATED'
  /** A browser sent it from a site that is not in `graphql.corsOrigins`. */
  | 'CROSS_SITE_REQUEST'
  /** The gateway does not answer to this host name: see `acceptedHosts`. */
  | 'HOST_NOT_ACCEPTED'
  /** Too many requests; `Retry-After` says when to try again. */
  | 'RATE_LIMITED'
  /** The client has as many open subscriptions as it may have. */
  | 'TOO_MANY_SUBSCRIPTIONS'
  /** The gateway has too much to do; `Retry-After` says when to try again. */
  | 'OVERLOADED'
  /** A fault of the gateway. The outcome is unknown: send the same idempotency key again, and quote the request id. */
  | 'INTERNAL_SERVER_ERROR'
  /** The database does not answer; `extensions.retryAdvice` says what to do. `RETRY_SAME_KEY`: nothing was changed. `CHECK_STATUS_FIRST`: the outcome may be unknown, so look at the status first. */
  | 'DATABASE_UNAVAILABLE';
