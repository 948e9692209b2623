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

/** The reason of a refund in the bank's back office that leaves the payment paid. */
export const ofSurplus = 'it gives back what was paid twice';

/**
 * The money of an attempt that is still there, in cents: of each transaction that came and was not cancelled, less what
 * was given back of it as a surplus.
 * @param but the bank's number of a refund that does not count
 */
export function heldCentsOf(
  { amountCents }: Payment,
  attempt: Attempt,
  story: readonly PaymentEvent[],
  but?: string | null,
): number {
  const givenBackCents = story.reduce((sum, { type, data }) => {
    const isGiven = type === 'NEWS_IGNORED' && 'amountCents' in data && data.reason === ofSurplus;
    const counts = isGiven && data.attemptReference === attempt.reference && data.bankTransaction !== but;
    return counts ? sum + data.amountCents : sum;
  }, 0);
  return cameOf(attempt, story).size * amountCents - givenBackCents;
}

/** The transactions of an attempt that came and were not cancelled. */
function cameOf({ reference, status, bankTransaction }: Attempt, story: readonly PaymentEvent[]): Set<string | null> {
  const came = new Set<string | null>();
  for (const { type, data } of story) {
    if (!('attemptReference' in data) || data.attemptReference !== reference) continue;
    if (type === 'CONTRADICTION' && data.reason === paidTwice && 'bankTransaction' in data) {
      came.add(data.bankTransaction);
    }
    if (type !== 'NEWS_IGNORED' || !('newsStatus' in data) || 'amountCents' in data) continue;
    if (data.newsStatus === 'CANCELLED') came.delete(data.bankTransaction);
  }
  if (attemptHoldsMoney.has(status)) came.add(bankTransaction);
  else came.delete(bankTransaction);
  return came;
}

/**
 * What an attempt becomes when its own transaction has ended: it holds on to another that came to it, and whose money is
 * there. Null where there is none.
 */
export function besideOwn(
  payment: Payment,
  attempt: Attempt,
  story: readonly PaymentEvent[],
): Pick<Attempt, 'status' | 'bankTransaction' | 'bankCode'> | null {
  const ended = { ...attempt, status: 'CANCELLED' } as const;
  if (heldCentsOf(payment, ended, story) <= 0) return null;
  const bankTransaction = [...cameOf(ended, story)].at(-1) ?? null;
  return { status: attempt.status, bankTransaction, bankCode: null };
}

/** Whether other money of the payment is still there than that of the attempt's own transaction: it was paid twice. */
export async function holdsOtherMoney(
  transaction: Pick<Transaction, 'attemptsOf' | 'eventsOf'>,
  payment: Payment,
  attempt: Pick<Attempt, 'id'>,
): Promise<boolean> {
  const attempts = await transaction.attemptsOf(payment.id);
  const story = await transaction.eventsOf(payment.id, 0, payment.version);
  return attempts.some((one) => {
    const own = one.id === attempt.id && attemptHoldsMoney.has(one.status) ? payment.amountCents : 0;
    return heldCentsOf(payment, one, story) > own;
  });
}

/** The attempt that brought the payment's money. Operations at the bank use this one. */
export async function payingAttemptOf(transaction: Transaction, payment: Payment): Promise<Attempt | null> {
  const holding = (await transaction.attemptsOf(payment.id)).filter(({ status }) => attemptHoldsMoney.has(status));
  if (holding.length < 2) return holding[0] ?? null;
  const story = await transaction.eventsOf(payment.id, 0, payment.version);
  const surplus = surplusOf(story);
  const left = holding.filter((attempt) => heldCentsOf(payment, attempt, story) > 0);
  return left.find(({ reference }) => !surplus.has(reference)) ?? left[0] ?? holding[0] ?? null;
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
