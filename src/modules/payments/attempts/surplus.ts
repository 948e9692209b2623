import { once } from '../../../kernel/once.ts';
import type { Payment } from '../payment.ts';
import type { Transaction } from '../ports.ts';
import { isForReview, wasPaid } from './denied-money.ts';
import { centsOf, claimedCentsOf, heldMoneyOf, payingAmong } from './paying-attempt.ts';

/** What the bank holds beside what a payment says: the customer paid twice, and one of the two is to be given back. */
export type Surplus = {
  readonly cents: number;
  /** The bank's numbers of the transactions that it is of, as far as they are known. */
  readonly bankTransactions: readonly string[];
};

type Reads = Pick<Transaction, 'attemptsOf' | 'operationsOf' | 'eventsOf'>;

/** In other states a person decides about all of the money. */
const isSettled: ReadonlySet<Payment['status']> = new Set<Payment['status']>([
  ...(['AUTHORIZED', 'PAID', 'PARTIALLY_REFUNDED', 'REFUNDED'] as const),
]);

/** Null where there is none, or where the bank has not said which of several sums it took. */
export async function surplusOf(transaction: Reads, payment: Payment): Promise<Surplus | null> {
  if (!isSettled.has(payment.status)) return null;
  const held = await heldMoneyOf(transaction, payment);
  const claimedCents = claimedCentsOf(payment, await transaction.operationsOf(payment.id));
  const cents = centsOf(held) - claimedCents;
  const paying = claimedCents > 0 ? payingAmong(held, payment) : null;
  if (cents <= 0 || (claimedCents > 0 && paying === null)) return null;
  const numbers = held.flatMap(({ attempt, ownCents, besideCents, besideNumbers }) => [
    ...(ownCents > 0 && attempt.id !== paying?.id ? [attempt.bankTransaction] : []),
    ...(besideCents > 0 ? besideNumbers : []),
  ]);
  return { cents, bankTransactions: numbers.filter((number) => number !== null) };
}

/** Whether the bank contradicts a payment that keeps its status, so that a person has to act. */
export async function isContradicted(transaction: Reads, payment: Payment): Promise<boolean> {
  const { id, version } = payment;
  // Both judges read all of it, one of them twice.
  const attemptsOf = once(() => transaction.attemptsOf(id));
  const operationsOf = once(() => transaction.operationsOf(id));
  const eventsOf = once(() => transaction.eventsOf(id, 0, version));
  const reads = { attemptsOf, operationsOf, eventsOf };
  return (
    (await surplusOf(reads, payment)) !== null || (wasPaid.has(payment.status) && (await isForReview(reads, payment)))
  );
}
