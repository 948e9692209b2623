import { factOf } from '../../../kernel/stored-facts.ts';
import { endsUnpaid, type PaymentStatus } from '../../../kernel/vocabulary.ts';
import type { Payment } from '../payment.ts';
import type { Transaction } from '../ports.ts';
import type { ProviderUpdate } from '../provider.ts';
import { cameAfterAll, deniedIn, didNotCome, paidTwice } from './last-word.ts';
import { type HeldMoney, heldMoneyOf } from './paying-attempt.ts';

/** Money that the bank denies, or that a person gave up, may still come. The rest of the payment's money decides then. */

/** A payment in these states was paid: only a contradiction says that its money is not there. */
export const wasPaid: ReadonlySet<PaymentStatus> = new Set<PaymentStatus>([
  'PAID',
  'PARTIALLY_REFUNDED',
  'REFUNDED',
  'RETURNED',
]);

/** What the story says of the transaction of an update, where the payment was paid. */
export type WordOfMoney = {
  /** Whether its money has come, and the bank did not deny it since. */
  readonly hasCome: boolean;
  /** The contradiction where the update says that its money came and the record does not; null for all others. */
  readonly reason: typeof cameAfterAll | typeof paidTwice | null;
  /** Whether the update says again what another word followed: as a message it may be older than that word. */
  readonly isAgain: boolean;
};

export async function wordOfMoney(
  transaction: Pick<Transaction, 'eventsOf'>,
  { id, status, version }: Payment,
  { status: newsStatus, bankTransaction, bankStatus }: ProviderUpdate,
  held: readonly HeldMoney[],
): Promise<WordOfMoney> {
  const story = await transaction.eventsOf(id, 0, version);
  const denied = deniedIn(story);
  const hasCome = held.some(({ numbers }) => numbers.has(bankTransaction));
  const isThere = cameCentsOf(held) > 0;
  const isLeft = wasPaid.has(status) && !isThere && denied.size > 0;
  const isGone = status === 'RETURNED' || denied.has(bankTransaction) || isLeft;
  const isBack = newsStatus === 'PAID' && !hasCome && isGone;
  const isEnd = endsUnpaid(newsStatus) && hasCome;
  const said = story.filter(
    ({ data }) =>
      factOf(data, 'newsStatus') === newsStatus &&
      factOf(data, 'bankTransaction') === bankTransaction &&
      factOf(data, 'bankStatus') === bankStatus,
  );
  return {
    hasCome,
    reason: isBack ? (isThere ? paidTwice : cameAfterAll) : null,
    isAgain: isBack ? said.length > 0 : isEnd && said.some(({ data }) => factOf(data, 'reason') === didNotCome),
  };
}

const cameCentsOf = (held: readonly HeldMoney[]): number => held.reduce((sum, { cameCents }) => sum + cameCents, 0);

/**
 * Whether a person may decide about a payment. One that was paid, only where the bank said since then that its money did
 * not come, and no other is there; one that was returned, only where money is there.
 */
export async function isForReview(
  transaction: Pick<Transaction, 'attemptsOf' | 'operationsOf' | 'eventsOf'>,
  payment: Payment,
): Promise<boolean> {
  const { id, status, version } = payment;
  if (!wasPaid.has(status)) return true;
  const isThere = cameCentsOf(await heldMoneyOf(transaction, payment)) > 0;
  if (status === 'RETURNED') return isThere;
  return !isThere && deniedIn(await transaction.eventsOf(id, 0, version)).size > 0;
}
