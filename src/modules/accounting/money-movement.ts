import { closedSet, type NameOf } from '../../kernel/closed-set.ts';
import { factOf } from '../../kernel/stored-facts.ts';
import type { EventDataOf } from '../payments/events/event-data.ts';
import type { PaymentEvent } from '../payments/events/payment-event.ts';
import type { Payment } from '../payments/payment.ts';

export const movementKind = closedSet('MoneyMovementKind', 'How money moved.', {
  CARD_PAID: "A card was charged on a bank's page.",
  DIRECT_DEBIT_SETTLED: 'A direct debit was credited.',
  TRANSFER_RECEIVED: 'A transfer came in.',
  RECORDED: 'Accounting recorded money that arrived in another way.',
  CANCELLED: 'A payment that was made was given up again.',
  REFUNDED: 'Money was given back, all of it or a part.',
  RETURNED: 'The bank took a direct debit or a transfer back.',
});
export type MovementKind = NameOf<typeof movementKind>;

/** Money that moved, or that was recorded as having moved. Cents; whether it came or went follows from the kind. */
export type MoneyMovement = {
  readonly kind: MovementKind;
  /** The payment's own part; 0 where only a fee was taken, or only a surplus went back. */
  readonly amountCents: number;
  /** The surplus that came in, or that went back. */
  readonly surplusCents: number;
  /** The fee that the bank kept or took; negative where one is undone. */
  readonly feeCents: number;
  /** The day on which the bank booked it, where a statement says so. */
  readonly bookedOn: string | null;
};

const incoming: Readonly<Record<MovementKind, boolean>> = {
  CARD_PAID: true,
  DIRECT_DEBIT_SETTLED: true,
  TRANSFER_RECEIVED: true,
  RECORDED: true,
  CANCELLED: false,
  REFUNDED: false,
  RETURNED: false,
};
export const isIncoming = (kind: MovementKind): boolean => incoming[kind];

const incomingKind: Readonly<Record<Payment['flow'], MovementKind>> = {
  HOSTED_PAGE: 'CARD_PAID',
  HOSTED_PAGE_MANDATE: 'DIRECT_DEBIT_SETTLED',
  BANK_TRANSFER: 'TRANSFER_RECEIVED',
  DIRECT_DEBIT: 'DIRECT_DEBIT_SETTLED',
  BOOKING: 'RECORDED',
};

type Moved = Pick<Payment, 'flow' | 'amountCents'>;

/**
 * The money that moved with an event, or null for all others. Only this function decides which events are money.
 * @param payment only its immutable fields count, so that the answer never changes
 */
export function moneyMovementOf(payment: Moved, event: PaymentEvent): MoneyMovement | null {
  switch (event.type) {
    case 'INITIATED':
      return event.status === 'PAID' ? movement(incomingKind[payment.flow], payment.amountCents) : null;
    case 'STATUS_CHANGED':
      return movementOfChange(payment, event.status, event.data);
    case 'MONEY_RECEIVED':
      return partOrSurplus(incomingKind[payment.flow], event.data);
    case 'MONEY_RETURNED':
      return partOrSurplus('RETURNED', event.data);
    case 'REFUND_DONE':
      return movement('REFUNDED', event.data.amountCents);
    case 'NEWS_IGNORED':
      // A credit after its return: neither is booked, but what the bank kept of it is gone.
      return feeOf(event.data) > 0 ? movement(incomingKind[payment.flow], 0, event.data) : null;
    case 'ATTEMPT_OPENED':
    case 'SUCCEEDED':
    case 'REPORTED_PAID_NOT_CONFIRMED':
    case 'OPERATION_REQUESTED':
    case 'OPERATION_REFUSED':
    case 'OPERATION_FAILED':
    case 'OPERATION_UNKNOWN':
    case 'REVIEW_NEEDED':
    case 'CONTRADICTION':
    case 'PRENOTIFIED':
    case 'REMINDER_DUE':
    case 'ERASED':
      return null;
    default:
      return event satisfies never;
  }
}

type StatusChange = EventDataOf<'STATUS_CHANGED'>;

function movementOfChange(payment: Moved, status: PaymentEvent['status'], data: StatusChange): MoneyMovement | null {
  const wasPaid = data.from === 'PAID' || data.from === 'PARTIALLY_REFUNDED' || data.from === 'REFUNDED';
  const beforeCents = receivedBeforeCentsOf(data);
  switch (status) {
    // The money of a refunded payment came after all.
    case 'PARTIALLY_REFUNDED':
    case 'REFUNDED':
      return data.from === 'RETURNED' ? movement(incomingKind[payment.flow], payment.amountCents, data) : null;
    case 'PAID': {
      // Parts that came before were booked then.
      const paid = movement(incomingKind[payment.flow], payment.amountCents - beforeCents, data);
      return { ...paid, surplusCents: factOf(data, 'surplusCents') ?? 0 };
    }
    case 'CANCELLED':
      return wasPaid ? movement('CANCELLED', payment.amountCents, data) : null;
    case 'RETURNED': {
      const isBooked = wasPaid || beforeCents > 0;
      // A return before the credit books nothing, but a fee for it is money.
      return isBooked || feeOf(data) > 0 ? returned(payment, data, isBooked) : null;
    }
    default:
      return null;
  }
}

/**
 * A transfer's return may be less than the payment, or include a surplus. The statement's booking decides, if there is
 * one. By the word of a person no more goes back than came: the whole of what was paid, or its parts.
 */
function returned(payment: Moved, data: StatusChange, isBooked: boolean): MoneyMovement {
  const isOfParts = data.cause === 'REVIEW' && data.from === 'NEEDS_REVIEW';
  const cameCents = isOfParts ? receivedBeforeCentsOf(data) : payment.amountCents;
  const cents = isBooked ? (factOf(data, 'bookedCents') ?? cameCents) : 0;
  const amountCents = Math.min(cents, payment.amountCents);
  return { ...movement('RETURNED', amountCents, data), surplusCents: cents - amountCents };
}

/** A transfer that is not the whole amount: a part of it, or money for a payment that is paid. Either way. */
function partOrSurplus(kind: MovementKind, data: EventDataOf<'MONEY_RECEIVED' | 'MONEY_RETURNED'>): MoneyMovement {
  const { bookedCents, reason } = data;
  return reason === 'UNDERPAID'
    ? movement(kind, bookedCents, data)
    : { ...movement(kind, 0, data), surplusCents: bookedCents };
}

type Booked = EventDataOf<'STATUS_CHANGED' | 'MONEY_RECEIVED' | 'MONEY_RETURNED' | 'NEWS_IGNORED'>;

/** Without a surplus. Fee and day are those of the bank's entry, if there is one. */
const movement = (kind: MovementKind, amountCents: number, data?: Booked): MoneyMovement => ({
  ...{ kind, amountCents, surplusCents: 0, feeCents: data ? feeOf(data) : 0 },
  bookedOn: data ? factOf(data, 'bookingDate') : null,
});

/** No entry, no fee. */
const feeOf = (data: Booked): number => factOf(data, 'feeCents') ?? 0;

/** Negative where more went back than came: then nothing of the payment is in the books. */
const receivedBeforeCentsOf = (data: StatusChange): number => Math.max(0, factOf(data, 'receivedBeforeCents') ?? 0);
