import { z } from 'zod';
import { closedSet, type NameOf } from '../../kernel/closed-set.ts';
import type { Secret } from '../../kernel/merchant.ts';
import { factOf } from '../../kernel/stored-facts.ts';
import { type PaymentStatus, paymentRunMode, paymentStatus, paymentTarget } from '../../kernel/vocabulary.ts';
import type { PaymentEventType } from '../payments/events/event-type.ts';
import type { PaymentEvent } from '../payments/events/payment-event.ts';
import { type Refund, refundOf, refundStatus } from '../payments/operations/refund.ts';
import type { Payment } from '../payments/payment.ts';

/** The types of webhook messages. A new event is one line here and one in `typeOfEvent`. */
export const webhookEventType = closedSet('WebhookEventType', 'What a webhook tells.', {
  'payment.initiated': 'The payment was recorded.',
  'payment.requires_action':
    'The payment waits for its customer again: a new attempt was opened after one that failed.',
  'payment.pending': paymentStatus.descriptions.PENDING,
  'payment.submitted': paymentStatus.descriptions.SUBMITTED,
  'payment.authorized': paymentStatus.descriptions.AUTHORIZED,
  'payment.paid': paymentStatus.descriptions.PAID,
  'payment.refused': paymentStatus.descriptions.REFUSED,
  'payment.cancelled': paymentStatus.descriptions.CANCELLED,
  'payment.expired': paymentStatus.descriptions.EXPIRED,
  'payment.failed': paymentStatus.descriptions.FAILED,
  'payment.returned': paymentStatus.descriptions.RETURNED,
  'payment.partially_refunded': paymentStatus.descriptions.PARTIALLY_REFUNDED,
  'payment.refunded': paymentStatus.descriptions.REFUNDED,
  'payment.needs_review': paymentStatus.descriptions.NEEDS_REVIEW,
  'payment.contradicted':
    'An authentic message contradicts the record; the status stays as it was, and a person looks at it.',
  'payment.prenotified':
    'A direct debit falls due on `due_date`: tell the customer of day and amount, as the law wants.',
  'payment.reminder_due': 'The customer has not transferred the amount yet, and the time runs out: remind them.',
  'payment.erased': 'What said who paid was replaced by a pseudonym: erase your copy as well.',
  'refund.pending': refundStatus.descriptions.PENDING,
  'refund.done': refundStatus.descriptions.DONE,
  'refund.refused': refundStatus.descriptions.REFUSED,
  'refund.failed': refundStatus.descriptions.FAILED,
  'refund.unknown': refundStatus.descriptions.UNKNOWN,
  'refund.needs_review': refundStatus.descriptions.NEEDS_REVIEW,
  'operation.refused': 'The bank did not capture, or did not cancel, as it was asked.',
  'operation.failed': 'A capture or a cancellation never reached the bank, or was never done there.',
  'operation.unknown': 'No clear answer came to a capture or a cancellation; the bank is asked what it did.',
  'operation.needs_review': 'The bank cannot say whether it captured, or cancelled: a person decides.',
});
export type WebhookEventType = NameOf<typeof webhookEventType>;

/** The type of a test ping. Every endpoint receives it on request. */
export const pingType = 'webhook.ping';

const typeOfStatus: Readonly<Record<PaymentStatus, WebhookEventType>> = {
  REQUIRES_ACTION: 'payment.requires_action',
  PENDING: 'payment.pending',
  SUBMITTED: 'payment.submitted',
  AUTHORIZED: 'payment.authorized',
  PAID: 'payment.paid',
  REFUSED: 'payment.refused',
  CANCELLED: 'payment.cancelled',
  EXPIRED: 'payment.expired',
  FAILED: 'payment.failed',
  RETURNED: 'payment.returned',
  PARTIALLY_REFUNDED: 'payment.partially_refunded',
  REFUNDED: 'payment.refunded',
  NEEDS_REVIEW: 'payment.needs_review',
};

const typeOfRefund = {
  PENDING: 'refund.pending',
  DONE: 'refund.done',
  REFUSED: 'refund.refused',
  FAILED: 'refund.failed',
  UNKNOWN: 'refund.unknown',
  NEEDS_REVIEW: 'refund.needs_review',
} as const satisfies Record<Refund['status'], WebhookEventType>;

type TypeOf = (event: PaymentEvent) => WebhookEventType | null;
const nobody: TypeOf = () => null;
const ofRefund: TypeOf = (event) => {
  const refund = refundOf(event);
  return refund && typeOfRefund[refund.status];
};

/** A refund in its own words, a capture or a cancellation in those of operations. */
const ofOperation =
  (type: WebhookEventType | null): TypeOf =>
  (event) =>
    ofRefund(event) ?? type;

/** Null where only the gateway itself is concerned. */
const typeOfEvent: Readonly<Record<PaymentEventType, TypeOf>> = {
  INITIATED: () => 'payment.initiated',
  ATTEMPT_OPENED: nobody,
  STATUS_CHANGED: ({ status }) => typeOfStatus[status],
  SUCCEEDED: nobody,
  REPORTED_PAID_NOT_CONFIRMED: ({ status, data }) => (factOf(data, 'from') === null ? null : typeOfStatus[status]),
  NEWS_IGNORED: nobody,
  OPERATION_REQUESTED: ofRefund,
  OPERATION_REFUSED: ofOperation('operation.refused'),
  OPERATION_FAILED: ofOperation('operation.failed'),
  OPERATION_UNKNOWN: ofOperation('operation.unknown'),
  REFUND_DONE: ofRefund,
  REVIEW_NEEDED: (event) =>
    ofRefund(event) ?? (event.status === 'NEEDS_REVIEW' ? 'payment.needs_review' : 'operation.needs_review'),
  MONEY_RECEIVED: nobody,
  MONEY_RETURNED: nobody,
  CONTRADICTION: ({ status }) => (status === 'NEEDS_REVIEW' ? 'payment.needs_review' : 'payment.contradicted'),
  PRENOTIFIED: () => 'payment.prenotified',
  REMINDER_DUE: () => 'payment.reminder_due',
  ERASED: () => 'payment.erased',
};

/** The types that say the event, the usual one first: a refund is also the new status of its payment. */
export function webhookTypesOf(event: PaymentEvent): readonly WebhookEventType[] {
  const { type, status } = event;
  const usual = typeOfEvent[type](event);
  const isAlsoStatus = type === 'REFUND_DONE' && (status === 'REFUNDED' || status === 'PARTIALLY_REFUNDED');
  return [usual, isAlsoStatus ? typeOfStatus[status] : null].filter((one) => one !== null);
}

const cents = z
  .string()
  .regex(/^\d{1,12}$/)
  .meta({ description: 'In cents, as text.', example: '1250' });
const moment = z.iso.datetime().meta({ description: 'When it happened, in UTC.', example: '2026-11-25T09:30:00.000Z' });
const messageId = z
  .string()
  .regex(/^msg_[0-9a-f]{32}$/)
  .meta({
    description: 'The same at every try, and the value of the header `webhook-id`: by it a repeat is known.',
    example: 'msg_019ab8d1c5a07000a1b2c3d4e5f60718',
  });

const refundData = z.strictObject({
  id: z.string().meta({ description: 'The refund.' }),
  amount: cents,
  status: z.enum(refundStatus.names).meta({ description: refundStatus.description }),
});

/** Ids, codes and amounts, in the words of the REST answer. A client that needs more reads the payment by its id. */
const paymentData = z.strictObject({
  payment_id: z.string().meta({ description: 'The payment.', example: 'pay_019ab8d1c5a070009f8e7d6c5b4a3928' }),
  reference: z.string().meta({ description: 'What people say on the phone.', example: '4K7M-9QXT' }),
  status: z.enum(paymentStatus.names).meta({ description: "The payment's status after the event." }),
  amount: cents,
  currency: z.literal('EUR').meta({ description: 'ISO 4217.' }),
  payment_target: z.enum(paymentTarget.names).meta({ description: paymentTarget.description }),
  effective_run_mode: z.enum(paymentRunMode.names).meta({ description: 'Real money only where this is `LIVE`.' }),
  id_origin: z.string().meta({ description: 'The system that asked.', example: 'web' }),
  id_societe: z.string().meta({ description: 'The société that is paid.', example: '1' }),
  id_commande: z.string().meta({ description: "The order's number; `0` for none.", example: '45012' }),
  event_id: z.string().meta({ description: 'The event in the story of the payment.' }),
  sequence: z.int().min(1).meta({
    description: 'Rises within a payment. What is lower than one that you have is older than what you know.',
  }),
  due_date: z.iso.date().optional().meta({
    description: 'The day of a direct debit, where the event is about it.',
    example: '2026-12-11',
  }),
  rum: z
    .string()
    .optional()
    .meta({ description: "The mandate's reference, where a debit is announced.", example: 'MILLIET-000042' }),
  ics: z
    .string()
    .optional()
    .meta({ description: "The creditor's identifier, where a debit is announced.", example: 'FR72ZZZ123456' }),
  refund: refundData.optional().meta({ description: 'Where the event is about a refund.' }),
});

/** The body of a webhook, as it is signed and sent. */
export const webhookBody = z
  .strictObject({
    id: messageId,
    type: z.enum(webhookEventType.names).meta({ description: webhookEventType.description }),
    timestamp: moment,
    data: paymentData,
  })
  .meta({ id: 'WebhookBody' });
export type WebhookBody = z.output<typeof webhookBody>;

export const pingBody = z
  .strictObject({
    id: messageId,
    type: z.literal(pingType),
    timestamp: moment,
    data: z.strictObject({ endpoint: z.string().meta({ description: "The endpoint's name in the config." }) }),
  })
  .meta({ id: 'WebhookPing' });

export function webhookBodyOf(id: string, type: WebhookEventType, payment: Payment, event: PaymentEvent): WebhookBody {
  const dueDate = factOf(event.data, 'dueDate');
  const refund = refundOf(event);
  return {
    id,
    type,
    timestamp: new Date(event.at).toISOString(),
    data: {
      payment_id: payment.id,
      reference: payment.reference,
      status: event.status,
      amount: String(payment.amountCents),
      currency: payment.currency,
      payment_target: payment.paymentTarget,
      effective_run_mode: payment.effectiveRunMode,
      id_origin: payment.idOrigin,
      id_societe: payment.idSociete,
      id_commande: payment.idCommande,
      event_id: event.id,
      sequence: event.sequence,
      ...(dueDate !== null && { due_date: dueDate }),
      ...(event.type === 'PRENOTIFIED' && { rum: event.data.rum, ics: event.data.ics }),
      ...(refund && { refund: { id: refund.id, amount: String(refund.amountCents), status: refund.status } }),
    },
  };
}

/** A client's endpoint, as in its config. */
export type WebhookEndpoint = {
  readonly client: string;
  /** Unique within the client. */
  readonly name: string;
  readonly url: string;
  /** Each signs: while a secret rotates, a receiver that knows one of them can verify. `whsec_…` */
  readonly secrets: readonly [Secret, ...Secret[]];
  /** Null: all. */
  readonly events: ReadonlySet<WebhookEventType> | null;
};
