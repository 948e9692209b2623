export const webhookEventTypes: readonly WebhookEventType[] = [
  'payment.initiated',
  'payment.requires_action',
  'payment.pending',
  'payment.submitted',
  'payment.authorized',
  'payment.paid',
  'payment.refused',
  'payment.cancelled',
  'payment.expired',
  'payment.failed',
  'payment.returned',
  'payment.partially_refunded',
  'payment.refunded',
  'payment.needs_review',
  'payment.contradicted',
  'payment.prenotified',
  'payment.reminder_due',
  'payment.erased',
  'refund.pending',
  'refund.done',
  'refund.refused',
  'refund.failed',
  'refund.unknown',
  'refund.needs_review',
  'operation.refused',
  'operation.failed',
  'operation.unknown',
  'operation.needs_review',
];

/** What a webhook tells. */
export type WebhookEventType =
  /** The payment was recorded. */
  | 'payment.initiated'
  /** The payment waits for its customer again: a new attempt was opened after one that failed. */
  | 'payment.requires_action'
  /** The customer has done their part; the bank has not confirmed yet. */
  | 'payment.pending'
  /** In a batch for the bank; the bank has not booked it yet. */
  | 'payment.submitted'
  /** The bank holds the amount; it is not captured yet. */
  | 'payment.authorized'
  /** Paid, as verified with the bank or booked by an entitled caller. */
  | 'payment.paid'
  /** The bank refused. The customer may still succeed by trying again. */
  | 'payment.refused'
  /** Given up before it was paid. */
  | 'payment.cancelled'
  /** Not paid in time. */
  | 'payment.expired'
  /** A technical or configuration fault; nothing was paid. */
  | 'payment.failed'
  /** Paid, then returned by the bank (an unpaid or refunded direct debit). */
  | 'payment.returned'
  /** Paid, then refunded in part. */
  | 'payment.partially_refunded'
  /** Paid, then refunded in full. */
  | 'payment.refunded'
  /** A message contradicts the record: a person decides. Never treat it as paid. */
  | 'payment.needs_review'
  /** An authentic message contradicts the record; the status stays as it was, and a person looks at it. */
  | 'payment.contradicted'
  /** A direct debit falls due on `due_date`: tell the customer of day and amount, as the law wants. */
  | 'payment.prenotified'
  /** The customer has not transferred the amount yet, and the time runs out: remind them. */
  | 'payment.reminder_due'
  /** What said who paid was replaced by a pseudonym: erase your copy as well. */
  | 'payment.erased'
  /** It is on its way to the bank. */
  | 'refund.pending'
  /** The bank gave the money back. */
  | 'refund.done'
  /** The bank did not give the money back. */
  | 'refund.refused'
  /** It never reached the bank: no money moved. */
  | 'refund.failed'
  /** No clear answer came; the bank is asked what it did. Do not ask for the refund again. */
  | 'refund.unknown'
  /** The bank cannot say whether it gave the money back: a person decides. */
  | 'refund.needs_review'
  /** The bank did not capture, or did not cancel, as it was asked. */
  | 'operation.refused'
  /** A capture or a cancellation never reached the bank, or was never done there. */
  | 'operation.failed'
  /** No clear answer came to a capture or a cancellation; the bank is asked what it did. */
  | 'operation.unknown'
  /** The bank cannot say whether it captured, or cancelled: a person decides. */
  | 'operation.needs_review';
