import { closedSet, type NameOf } from '../../kernel/closed-set.ts';
import type { EventData, Payment, PaymentEvent } from '../payments/payment.ts';

export const movementKind = closedSet('MoneyMovementKind', 'How money moved.', {
  CARD_PAID: "A card was charged on a bank's page.",
  DIRECT_DEBIT_SETTLED: 'A direct debit was credited.',
  TRANSFER_RECEIVED: 'A transfer came in.',
  RECORDED: 'Accounting recorded what came in another way.',
  CANCELLED: 'A payment that was made was given up again.',
  REFUNDED: 'Money was given back, all of it or a part.',
  RETURNED: 'The bank took a direct debit or a transfer back.',
});
export type MovementKind = NameOf<typeof movementKind>;

/** Money that moved, or that was recorded as having moved. Cents; whether it came or went follows from the kind. */
export type MoneyMovement = {
  readonly kind: MovementKind;
  /** Of the payment itself; may be 0 where only a fee was taken, or only a surplus went back. */
  readonly amountCents: number;
  /** What came in beyond it, or of that went back. */
  readonly surplusCents: number;
  /** What the bank kept or took for it. */
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
 * The money that moved with an event, or null for all others: the one place that says which events are money.
 * @param payment of which only what never changes is looked at, so that the answer is the same at any later time
 */
export function moneyMovementOf(payment: Moved, event: PaymentEvent): MoneyMovement | null {
  const { type, status, data } = event;
  if (type === 'INITIATED') return status === 'PAID' ? movement(incomingKind[payment.flow], payment, data) : null;
  if (type === 'STATUS_CHANGED') return movementOfChange(payment, event);
  if (type === 'MONEY_RECEIVED') return partOrSurplus(incomingKind[payment.flow], payment, data);
  if (type === 'MONEY_RETURNED') return partOrSurplus('RETURNED', payment, data);
  if (type === 'REFUND_DONE') return movement('REFUNDED', { ...payment, amountCents: centsOf(data.amountCents) }, data);
  return null;
}

function movementOfChange(payment: Moved, { status, data }: PaymentEvent): MoneyMovement | null {
  const wasPaid = data.from === 'PAID' || data.from === 'PARTIALLY_REFUNDED';
  const isBooked = wasPaid || centsOf(data.receivedBeforeCents) > 0;
  switch (status) {
    case 'PAID':
      return movement(incomingKind[payment.flow], payment, data);
    case 'CANCELLED':
      return wasPaid ? movement('CANCELLED', payment, data) : null;
    case 'RETURNED':
      // What comes back before it was credited was never booked; a fee for it is money all the same.
      return isBooked || feeOf(data) > 0 ? returned(payment, data, isBooked) : null;
    default:
      return null;
  }
}

/** Of a transfer less may go back than was paid, or a surplus with it: what the bank booked, where it is told. */
function returned(payment: Moved, data: EventData, isBooked: boolean): MoneyMovement {
  const whole = movement('RETURNED', payment, data, isBooked);
  const cents = isBooked ? centsOf(data.bookedCents) || whole.amountCents : 0;
  const amountCents = Math.min(cents, payment.amountCents);
  return { ...whole, amountCents, surplusCents: cents - amountCents };
}

/** A transfer that is not the whole amount: a part of it, or money for a payment that is paid. Either way. */
function partOrSurplus(kind: MovementKind, payment: Moved, data: EventData): MoneyMovement {
  const cents = centsOf(data.bookedCents);
  const isPart = data.reason === 'UNDERPAID';
  const whole = movement(kind, payment, data);
  return { ...whole, amountCents: isPart ? cents : 0, surplusCents: isPart ? 0 : cents };
}

function movement(kind: MovementKind, { amountCents }: Moved, data: EventData, isBooked = true): MoneyMovement {
  return {
    kind,
    // What came in parts before was booked then.
    amountCents: isBooked ? amountCents - (isIncoming(kind) ? centsOf(data.receivedBeforeCents) : 0) : 0,
    surplusCents: isIncoming(kind) ? centsOf(data.surplusCents) : 0,
    feeCents: feeOf(data),
    bookedOn: typeof data.bookingDate === 'string' ? data.bookingDate : null,
  };
}

const feeOf = ({ feeCents }: EventData): number => centsOf(feeCents);
const centsOf = (value: EventData[string] | undefined): number =>
  typeof value === 'number' && Number.isSafeInteger(value) && value > 0 ? value : 0;
