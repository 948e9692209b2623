import { factOf } from '../../../kernel/stored-facts.ts';
import type { Attempt, Payment } from '../payment.ts';
import type { Transaction } from '../ports.ts';
import type { ProviderUpdate } from '../provider.ts';
import { bringsMoney } from '../reconcile-update.ts';

/**
 * Whether a late message reports money that the bank has given back since, by a cancellation. A transaction that was
 * cancelled without bringing money is different: for it the message is new.
 */
export async function isTakenBack(
  transaction: Transaction,
  payment: Payment,
  attempt: Attempt,
  update: ProviderUpdate,
): Promise<boolean> {
  const isSame = update.bankTransaction !== null && attempt.bankTransaction === update.bankTransaction;
  if (attempt.status !== 'CANCELLED' || !isSame || !bringsMoney.has(update.status)) return false;
  const story = await transaction.eventsOf(payment.id, 0, payment.version);
  return story.some(({ data }) => {
    const said = factOf(data, 'newsStatus');
    return said !== null && bringsMoney.has(said) && factOf(data, 'bankTransaction') === update.bankTransaction;
  });
}
