import { closedSet, type NameOf } from '../domain/closed-set.ts';
import type { Payment } from '../domain/payment.ts';
import { accountOf } from '../domain/provider.ts';
import type { Services } from './services.ts';

export const paymentAction = closedSet('PaymentAction', 'What can be done with a payment.', {
  PAY: 'The customer can pay: send them to `paymentUrl`.',
  REFRESH: 'The bank can be asked what became of it: `refreshPayment`.',
});
export type PaymentAction = NameOf<typeof paymentAction>;

export type ActionAvailability = {
  readonly action: PaymentAction;
  /** Why it is not possible now; null where it is. */
  readonly reason: string | null;
};

/** What is possible now, and why the rest is not. */
export function availableActions(
  services: Pick<Services, 'societes'>,
  payment: Payment,
): readonly ActionAvailability[] {
  return [
    { action: 'PAY', reason: whyNotPay(payment) },
    { action: 'REFRESH', reason: whyNotRefresh(services, payment) },
  ];
}

function whyNotPay({ flow, status }: Payment): string | null {
  if (flow === 'BOOKING' || flow === 'DIRECT_DEBIT') return 'The customer has nothing to do.';
  return status === 'REQUIRES_ACTION' ? null : `The payment is ${status}.`;
}

/** Null where the société's contract with the bank has a way to ask about payments. */
export function whyNotRefresh({ societes }: Pick<Services, 'societes'>, payment: Payment): string | null {
  const { paymentTarget, effectiveRunMode, idSociete } = payment;
  if (paymentTarget === 'MILLIET') return 'There is no bank to ask: this payment is on our own account.';
  const societe = societes.get(idSociete);
  const account = societe && accountOf(societe, paymentTarget, effectiveRunMode);
  const isReachable = account && (('direct' in account && account.direct) || ('rest' in account && account.rest));
  return isReachable ? null : 'The contract with this bank has no way to ask about payments.';
}
