/** The mutations that take an idempotency key: asked again with the same key they do nothing twice. */
export const keyedMutations: ReadonlySet<string> = new Set([
  'cancelPayment',
  'capturePayment',
  'createDirectDebitBatch',
  'createMandate',
  'initiatePayment',
  'refundPayment',
]);

/** Codes of errors that come before an operation is executed. */
export const refusalCodes: ReadonlySet<string> = new Set([
  'BAD_REQUEST',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'DOCUMENT_REFUSED',
  'PERSISTED_QUERY_NOT_FOUND',
  'PERSISTED_QUERY_NOT_SUPPORTED',
  'PERSISTED_QUERY_ONLY',
  'BAD_USER_INPUT',
  'NOT_FOUND',
  'UNAUTHENTICATED',
  'CROSS_SITE_REQUEST',
  'HOST_NOT_ACCEPTED',
  'RATE_LIMITED',
  'TOO_MANY_SUBSCRIPTIONS',
  'OVERLOADED',
]);

/** The payment goes on. A newer gateway may have more statuses, open or final. */
export const openStatuses: ReadonlySet<string> = new Set([
  'REQUIRES_ACTION',
  'PENDING',
  'SUBMITTED',
  'AUTHORIZED',
  'NEEDS_REVIEW',
]);
