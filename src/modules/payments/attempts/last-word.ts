import { factOf } from '../../../kernel/stored-facts.ts';
import type { PaymentEvent } from '../events/payment-event.ts';
import { lastEventOf } from '../last-event.ts';
import type { Payment } from '../payment.ts';
import type { Transaction } from '../ports.ts';
import type { ProviderUpdate } from '../provider.ts';
import { paidTwice } from './paying-attempt.ts';

/** What the bank says of money after it was paid. The last word decides what a person may still decide. */

/** The contradiction of money that was paid, and that the bank did not collect after all. */
export const didNotCome = 'the bank says that this money did not come';

/** The contradiction of money that did not come by an earlier word of the bank, or by a person's. */
export const cameAfterAll = 'the bank says that this money came after all';

const ofMoney: ReadonlySet<string | null> = new Set([didNotCome, cameAfterAll, paidTwice]);

const saysOfMoney = ({ data }: PaymentEvent): boolean =>
  factOf(data, 'cause') !== null || ofMoney.has(factOf(data, 'reason'));

const isReason = ({ type, data }: PaymentEvent, reason: string): boolean =>
  type === 'CONTRADICTION' && data.reason === reason;

/**
 * Whether a person may decide about a payment. One that is paid, only where the bank said since then that its money did
 * not come, and no other transaction has paid it; one that was returned, only where it came after all.
 */
export async function isForReview(
  transaction: Pick<Transaction, 'eventsOf'>,
  { id, status }: Payment,
): Promise<boolean> {
  if (status !== 'PAID' && status !== 'RETURNED') return true;
  const last = await lastEventOf(transaction, id, saysOfMoney);
  return last !== null && isReason(last, status === 'PAID' ? didNotCome : cameAfterAll);
}

/**
 * Whether a message of money contradicts the last word about it: the bank's, that it did not come, or that of a person,
 * who decided `RETURNED`. A message that repeats what was recorded may be older than that word; an answer is not.
 */
export async function isDenied(
  transaction: Pick<Transaction, 'eventsOf'>,
  { id, status, version }: Payment,
  { status: newsStatus, bankTransaction, bankStatus }: ProviderUpdate,
  isAnswer: boolean,
): Promise<boolean> {
  if (newsStatus !== 'PAID' || (status !== 'PAID' && status !== 'RETURNED')) return false;
  const story = await transaction.eventsOf(id, 0, version);
  const last = story.findLast(saysOfMoney);
  const denial = story.findLast((event) => isReason(event, didNotCome));
  const isLast = status === 'PAID' ? denial && denial === last : last && factOf(last.data, 'cause') === 'REVIEW';
  if (!isLast || (denial && factOf(denial.data, 'bankTransaction') !== bankTransaction)) return false;
  const isRepeated = story.some(
    ({ data }) =>
      factOf(data, 'newsStatus') === newsStatus &&
      factOf(data, 'bankTransaction') === bankTransaction &&
      factOf(data, 'bankStatus') === bankStatus,
  );
  return isAnswer || !isRepeated;
}
