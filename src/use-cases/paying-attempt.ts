import type { Attempt, Payment, PaymentEvent } from '../domain/payment.ts';
import type { Transaction } from '../domain/store.ts';

export const attemptHoldsMoney: ReadonlySet<Attempt['status']> = new Set<Attempt['status']>(['PAID', 'AUTHORIZED']);

/** The contradiction of money that came for a payment which another transaction had paid. */
export const paidTwice = 'paid twice';

/** The references of the attempts to which such money came. */
export const surplusOf = (story: readonly PaymentEvent[]): ReadonlySet<string> =>
  new Set(
    story
      .filter(({ type, data }) => type === 'CONTRADICTION' && data.reason === paidTwice)
      .map(({ data }) => String(data.attemptReference)),
  );

/** The attempt whose money the payment is: what the bank is asked to do, it is asked to do with that one. */
export async function payingAttemptOf(transaction: Transaction, payment: Payment): Promise<Attempt | null> {
  const holding = (await transaction.attemptsOf(payment.id)).filter(({ status }) => attemptHoldsMoney.has(status));
  if (holding.length < 2) return holding[0] ?? null;
  const surplus = surplusOf(await transaction.eventsOf(payment.id, 0, payment.version));
  return holding.find(({ reference }) => !surplus.has(reference)) ?? holding[0] ?? null;
}
