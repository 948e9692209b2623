import { closedSet, type NameOf } from '../../../kernel/closed-set.ts';

export const paymentEventType = closedSet('PaymentEventType', 'What happened to a payment.', {
  INITIATED: 'The payment was recorded.',
  ATTEMPT_OPENED: "A new attempt at the bank's page was opened.",
  STATUS_CHANGED: 'The status changed; `cause` says why.',
  SUCCEEDED: 'From here on the same legacy URL means a newer payment.',
  REPORTED_PAID_NOT_CONFIRMED:
    "A bank's message says that the payment was made, and proves not for whom; the bank is asked, and has not confirmed it.",
  NEWS_IGNORED: 'An authentic message changed nothing: it was late, or out of order.',
  MONEY_RECEIVED: 'A transfer was booked that pays less than is awaited, or more; `reason` says which.',
  MONEY_RETURNED:
    'The bank took back a part of a transfer, or money beyond its amount, as `reason` says; or a person assigned its surplus to `surplusPayment`.',
  OPERATION_REQUESTED:
    'The bank is asked for a capture, a cancellation or a refund: `operation`, `kind`, `amountCents`.',
  OPERATION_REFUSED: 'The bank did not do what it was asked.',
  OPERATION_FAILED: 'What was asked never reached the bank, or was never done there.',
  OPERATION_UNKNOWN: 'No clear answer came; the bank is asked what it did.',
  REFUND_DONE: 'Money was given back: `amountCents`.',
  REVIEW_NEEDED: 'The gateway cannot settle this alone: a person has to look; `reason` says at what.',
  CONTRADICTION: 'An authentic message contradicts the record; `reason` says how.',
  PRENOTIFIED: 'A direct debit falls due: the customer must hear of `dueDate` and amount; again where the day moved.',
  REMINDER_DUE: 'The customer has not transferred the amount yet, and the time runs out: remind them.',
  ERASED: 'What said who paid was replaced by a pseudonym; amounts, dates and accounts stay.',
});
export type PaymentEventType = NameOf<typeof paymentEventType>;
