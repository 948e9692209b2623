import { closedSet, type NameOf } from '../domain/closed-set.ts';
import type { Payment } from '../domain/payment.ts';
import { isUnsettled, type PaymentOperation, refundableCentsOf } from '../domain/payment-operation.ts';
import { callableAccount } from './operable-payment.ts';
import type { Services } from './services.ts';

export const paymentAction = closedSet('PaymentAction', 'What can be done with a payment.', {
  PAY: 'The customer can pay: send them to `paymentUrl`.',
  REFRESH: 'The bank can be asked what became of it: `refreshPayment`.',
  CAPTURE: 'The authorised amount can be taken: `capturePayment`.',
  CANCEL: 'It can be given up before the money moves: `cancelPayment`.',
  REFUND: 'Money can be given back, at most `maximumAmount`: `refundPayment`.',
});
export type PaymentAction = NameOf<typeof paymentAction>;

export type ActionAvailability = {
  readonly action: PaymentAction;
  /** Why it is not possible now; null where it is. */
  readonly reason: string | null;
  /** How much can be given back; null where the action has no amount. */
  readonly maximumCents: number | null;
};

type Known = Pick<Services, 'societes'>;

/** What is possible now, and why the rest is not. Whether the caller may do it is another question. */
export function availableActions(
  services: Known,
  payment: Payment,
  operations: readonly PaymentOperation[],
): readonly ActionAvailability[] {
  const refund = whyNotRefund(services, payment, operations);
  return [
    { action: 'PAY', reason: whyNotPay(payment), maximumCents: null },
    { action: 'REFRESH', reason: whyNotRefresh(services, payment), maximumCents: null },
    { action: 'CAPTURE', reason: whyNotCapture(services, payment, operations), maximumCents: null },
    { action: 'CANCEL', reason: whyNotCancel(services, payment, operations), maximumCents: null },
    {
      action: 'REFUND',
      reason: refund,
      maximumCents: refund === null ? refundableCentsOf(payment, operations) : null,
    },
  ];
}

function whyNotPay({ flow, status }: Payment): string | null {
  if (flow === 'BOOKING' || flow === 'DIRECT_DEBIT') return 'The customer has nothing to do.';
  return status === 'REQUIRES_ACTION' ? null : `The payment is ${status}.`;
}

const noBank = 'There is no bank to ask: this payment is on our own account.';
const inDoubt = 'Another operation of this payment is not settled yet.';

/** Null where the société's contract with the bank has a way to ask about payments. */
export function whyNotRefresh(services: Known, payment: Payment): string | null {
  if (payment.paymentTarget === 'MILLIET') return noBank;
  return callableAccount(services, payment) ? null : 'The contract with this bank has no way to ask about payments.';
}

function whyNotOperate(services: Known, payment: Payment, operations: readonly PaymentOperation[]): string | null {
  if (payment.paymentTarget === 'MILLIET') return noBank;
  if (!callableAccount(services, payment)) return 'The contract with this bank has no way to do that.';
  return operations.some(isUnsettled) ? inDoubt : null;
}

export function whyNotCapture(
  services: Known,
  payment: Payment,
  operations: readonly PaymentOperation[],
): string | null {
  if (payment.status !== 'AUTHORIZED') return `The payment is ${payment.status}, not AUTHORIZED.`;
  return whyNotOperate(services, payment, operations);
}

/** What waits is given up by ourselves; what the bank holds or took, by the bank, until the money has moved. */
export function whyNotCancel(
  services: Known,
  payment: Payment,
  operations: readonly PaymentOperation[],
): string | null {
  if (isCancelledHere(payment)) return null;
  const { status, flow } = payment;
  if (status === 'SUBMITTED') return 'It is in a file for the bank: cancel the file.';
  if (status === 'PENDING') return 'The bank has it and has not decided yet.';
  if (status !== 'AUTHORIZED' && status !== 'PAID') return `The payment is ${status}.`;
  if (flow !== 'HOSTED_PAGE' && flow !== 'HOSTED_PAGE_MANDATE') return 'The money has moved.';
  return whyNotOperate(services, payment, operations);
}

/** No bank has to be asked: nobody paid yet, or it was only a booking of ours. */
export const isCancelledHere = ({ status, flow }: Payment): boolean =>
  status === 'REQUIRES_ACTION' ||
  (status === 'PENDING' && flow === 'DIRECT_DEBIT') ||
  (status === 'PAID' && flow === 'BOOKING');

export function whyNotRefund(
  services: Known,
  payment: Payment,
  operations: readonly PaymentOperation[],
): string | null {
  if (payment.status !== 'PAID' && payment.status !== 'PARTIALLY_REFUNDED') return `The payment is ${payment.status}.`;
  if (payment.paymentTarget === 'MILLIET') return 'The money is on our own account: give it back by a transfer.';
  const reason = whyNotOperate(services, payment, operations);
  if (reason !== null) return reason;
  return refundableCentsOf(payment, operations) > 0 ? null : 'Everything was given back.';
}
