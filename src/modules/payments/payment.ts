import type { PaymentAccounting } from '../../kernel/accounting-rules.ts';
import { closedSet, type NameOf } from '../../kernel/closed-set.ts';
import type { Payer } from '../../kernel/payer.ts';
import type {
  AttemptStatus,
  EffectiveRunMode,
  PaymentCapture,
  PaymentRunMode,
  PaymentStatus,
  PaymentTarget,
  PaymentType,
} from '../../kernel/vocabulary.ts';
import type { PaymentFlow } from './capabilities.ts';

/** Times are milliseconds since the epoch, UTC. */
export type Payment = {
  /** `pay_` and a version 7 UUID in hex, so that ids sort by time of creation. */
  readonly id: string;
  /** Short and readable, what people say on the phone: `4K7M-9QXT`. */
  readonly reference: string;
  /** 128 random bits: who has it may pay and see the outcome. */
  readonly token: string;
  /** Name of the client that asked. */
  readonly client: string;
  readonly paymentTarget: PaymentTarget;
  readonly paymentRunMode: PaymentRunMode;
  readonly effectiveRunMode: EffectiveRunMode;
  readonly paymentType: PaymentType;
  readonly typePaiement: PaymentType;
  readonly idOrigin: string;
  readonly idSociete: string;
  readonly idClient: string;
  readonly idCommande: string;
  readonly amountCents: number;
  readonly currency: 'EUR';
  readonly email: string;
  readonly commentaire: string | null;
  readonly payer: Partial<Payer> | null;
  readonly returnUrl: string | null;
  /** The mandate's reference (RUM), for a direct debit. */
  readonly mandate: string | null;
  /** What accounting says of a payment that it records; null for all others. */
  readonly accounting: PaymentAccounting | null;
  readonly flow: PaymentFlow;
  readonly status: PaymentStatus;
  /** Counts the changes; every change is compare-and-set on it. */
  readonly version: number;
  /** The legacy door's derived key while the same URL means this payment. */
  readonly derivedKey: string | null;
  readonly createdAt: number;
  readonly updatedAt: number;
  /** When an unpaid payment, or an authorisation, is given up. */
  readonly expiresAt: number | null;
  readonly capture: PaymentCapture;
};

/** One try at the bank's page, under a reference of its own. */
export type Attempt = {
  readonly id: string;
  readonly paymentId: string;
  /** 1, 2, 3… within the payment. */
  readonly number: number;
  /** Unique at the bank: PBX_CMD, vads_order_id. */
  readonly reference: string;
  /** The bank's daily counter where it wants one (vads_trans_id), else null. */
  readonly sequence: number | null;
  readonly status: AttemptStatus;
  /** The bank's own id of the transaction, once it told us one. */
  readonly bankTransaction: string | null;
  /** The bank's answer code, once it told us one. */
  readonly bankCode: string | null;
  readonly createdAt: number;
  /** When the customer's browser first got the form from `/pay/{token}`. */
  readonly openedAt: number | null;
  /** When the form first left in an answer to a client, where the bank takes it only once. */
  readonly formGivenAt: number | null;
};

/** Codes, ids and digests only: an event outlives an erasure of personal data. */
export type EventData = Readonly<Record<string, string | number | boolean | null>>;

/** What is written: the store adds `sequence`, `hash` and `previousHash`. */
export type NewPaymentEvent = {
  readonly id: string;
  readonly paymentId: string;
  readonly type: PaymentEventType;
  readonly status: PaymentStatus;
  readonly at: number;
  readonly data: EventData;
};

export type PaymentEvent = NewPaymentEvent & {
  /** 1, 2, 3… within the payment: the payment's version after the change. */
  readonly sequence: number;
};

/**
 * The client or the command that brought an event about; null: a bank, a customer or the clock. Some types of events
 * have always named the client that asked (`client`), or whose person decided (`settledBy`).
 */
export function actorOf({ data }: Pick<NewPaymentEvent, 'data'>): string | null {
  const actor = data.actor ?? data.settledBy ?? data.client;
  return typeof actor === 'string' ? actor : null;
}

export const paymentEventType = closedSet('PaymentEventType', 'What happened to a payment.', {
  INITIATED: 'The payment was recorded.',
  ATTEMPT_OPENED: "A new attempt at the bank's page was opened.",
  STATUS_CHANGED: 'The status changed; `cause` says why.',
  SUCCEEDED: 'From here on the same legacy URL means a newer payment.',
  REPORTED_PAID_NOT_CONFIRMED:
    "A bank's message says that the payment was made, and proves not for whom; the bank is asked, and has not confirmed it.",
  NEWS_IGNORED: 'Authentic news changed nothing: it was late, or out of order.',
  MONEY_RECEIVED: 'A transfer was booked that pays less than is awaited, or more; `reason` says which.',
  MONEY_RETURNED: 'The bank took back a part of what came for a transfer, or what came beyond it; `reason` says which.',
  OPERATION_REQUESTED:
    'The bank is asked for a capture, a cancellation or a refund: `operation`, `kind`, `amountCents`.',
  OPERATION_REFUSED: 'The bank did not do what it was asked.',
  OPERATION_FAILED: 'What was asked never reached the bank, or was never done there.',
  OPERATION_UNKNOWN: "The bank's answer was lost; it is asked what it did.",
  REFUND_DONE: 'Money was given back: `amountCents`.',
  REVIEW_NEEDED: 'The gateway cannot settle this alone: a person has to look; `reason` says at what.',
  CONTRADICTION: 'Authentic news contradicts what we recorded; `reason` says how.',
  PRENOTIFIED: 'A direct debit falls due: the customer must hear of `dueDate` and amount; again where the day moved.',
  REMINDER_DUE: 'The customer has not transferred the amount yet, and the time runs out: remind them.',
  ERASED: 'What said who paid was replaced by a pseudonym; amounts, dates and accounts stay.',
});
export type PaymentEventType = NameOf<typeof paymentEventType>;
