/** The mutations that take an idempotency key: asked again with the same key they do nothing twice. */
export const keyedMutations: ReadonlySet<string> = new Set([
  'cancelPayment',
  'capturePayment',
  'createDirectDebitBatch',
  'createMandate',
  'initiatePayment',
  'refundPayment',
]);

/** Nothing is awaited any more. */
export const finalStatuses: ReadonlySet<string> = new Set([
  'PAID',
  'REFUSED',
  'CANCELLED',
  'EXPIRED',
  'FAILED',
  'RETURNED',
  'PARTIALLY_REFUNDED',
  'REFUNDED',
]);
