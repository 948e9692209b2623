import type { PaymentEvent } from '../events/payment-event.ts';
import type { Attempt, Payment } from '../payment.ts';
import type { Transaction } from '../ports.ts';

export const attemptHoldsMoney: ReadonlySet<Attempt['status']> = new Set<Attempt['status']>(['PAID', 'AUTHORIZED']);

/** The contradiction of money that came for a payment which another transaction had paid. */
export const paidTwice = 'paid twice';

/** The references of the attempts to which such money came. */
export const surplusOf = (story: readonly PaymentEvent[]): ReadonlySet<string> =>
  new Set(
    story.flatMap(({ type, data }) =>
      type === 'CONTRADICTION' && data.reason === paidTwice ? [data.attemptReference] : [],
    ),
  );

/** The attempt that brought the payment's money. Operations at the bank use this one. */
export async function payingAttemptOf(transaction: Transaction, payment: Payment): Promise<Attempt | null> {
  const holding = (await transaction.attemptsOf(payment.id)).filter(({ status }) => attemptHoldsMoney.has(status));
  if (holding.length < 2) return holding[0] ?? null;
  const surplus = surplusOf(await transaction.eventsOf(payment.id, 0, payment.version));
  return holding.find(({ reference }) => !surplus.has(reference)) ?? holding[0] ?? null;
}

type Ended = 'REFUSED' | 'CANCELLED' | 'EXPIRED' | 'FAILED';

/**
 * Marks that no attempt holds money of the payment any more. Otherwise a later operation could use this attempt after
 * the customer tried again.
 */
export const letGo = (transaction: Transaction, payment: Pick<Payment, 'id'>, status: Ended): Promise<void> =>
  endAttempts(transaction, payment, status, attemptHoldsMoney);

/** Also ends those that the bank has not decided: a person looked at the bank, so nothing waits for them any more. */
export const endByPerson = (transaction: Transaction, payment: Pick<Payment, 'id'>, status: Ended): Promise<void> =>
  endAttempts(transaction, payment, status, new Set([...attemptHoldsMoney, 'PENDING']));

async function endAttempts(
  transaction: Transaction,
  { id }: Pick<Payment, 'id'>,
  status: Ended,
  ended: ReadonlySet<Attempt['status']>,
): Promise<void> {
  for (const attempt of await transaction.attemptsOf(id)) {
    if (ended.has(attempt.status)) await transaction.updateAttempt(attempt.id, { status });
  }
}
