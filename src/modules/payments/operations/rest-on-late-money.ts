import { factOf } from '../../../kernel/stored-facts.ts';
import { isDecision } from '../attempts/last-word.ts';
import { attemptHoldsMoney } from '../attempts/paying-attempt.ts';
import type { PaymentEvent } from '../events/payment-event.ts';
import { unconfirmed } from '../notifications/hear-report.ts';
import type { Attempt, Payment } from '../payment.ts';
import type { Transaction } from '../ports.ts';
import { holdsMoney } from '../reconcile-update.ts';
import { isLate, notCancelled, saysMoney } from './late-money.ts';

/**
 * A person found a payment paid whose money came late: that money is what the payment rests on. Where another transaction
 * may be meant, the payment rests on none: the bank's next word of money shows which one it is.
 * @param payment as it was before that decision
 */
export async function restOnLateMoney(transaction: Transaction, { id, status, version }: Payment): Promise<void> {
  const attempts = await transaction.attemptsOf(id);
  if (holdsMoney.has(status) || attempts.some((attempt) => attemptHoldsMoney.has(attempt.status))) return;
  const story = await transaction.eventsOf(id, 0, version);
  // An earlier decision settled all that had come before it.
  const decided = story.findLastIndex(isDecision);
  const since = story.slice(decided + 1);
  const withMoney = since.filter(saysMoney);
  const [bankTransaction = null, ...others] = new Set(withMoney.map(({ data }) => factOf(data, 'bankTransaction')));
  const late = withMoney.findLast(isLate);
  const attempt = late && attempts.find(({ reference }) => reference === factOf(late.data, 'attemptReference'));
  if (!attempt || bankTransaction === null || others.length > 0) return;
  const call = since.findLast(({ type }) => type === 'CONTRADICTION' || type === 'REVIEW_NEEDED');
  const isForLate = call && factOf(call.data, 'bankTransaction') === bankTransaction && isCallForLate(call);
  const isOther = (of: Attempt) => of.status === 'PENDING' && of.bankTransaction !== bankTransaction;
  if (!isForLate || attempts.some(isOther)) return;
  await transaction.updateAttempt(attempt.id, { status: 'PAID', bankTransaction, bankCode: null });
}

const isCallForLate = (call: PaymentEvent): boolean =>
  isLate(call) || [unconfirmed, notCancelled].some((reason) => factOf(call.data, 'reason') === reason);
