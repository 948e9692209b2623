import { factOf } from '../../../kernel/stored-facts.ts';
import type { Debit } from '../notifications/hear-report.ts';
import type { Services, Transaction } from '../ports.ts';
import { mayBringMoney } from './attempts.ts';

/**
 * Whether the bank collects one more debit beside another that it may still collect: the customer signed twice. Such a
 * payment is pending until the bank's statement, so no status shows that. True once for each transaction: the story
 * names those that are known.
 */
export async function isSecondDebit(
  { clock }: Pick<Services, 'clock'>,
  transaction: Pick<Transaction, 'attemptsOf' | 'eventsOf'>,
  { payment, update: { acceptsDebit, bankTransaction } }: Pick<Debit, 'payment' | 'update'>,
): Promise<boolean> {
  if (payment.flow !== 'HOSTED_PAGE_MANDATE' || !acceptsDebit || bankTransaction === null) return false;
  const now = clock();
  const pending = (await transaction.attemptsOf(payment.id)).filter((attempt) => mayBringMoney(attempt, now));
  if (!pending.some((other) => ![null, bankTransaction].includes(other.bankTransaction))) return false;
  const story = await transaction.eventsOf(payment.id, 0, payment.version);
  // A message that came before the bank accepted the debit, and changed nothing, does not make it known.
  return !story.some(
    ({ type, data }) =>
      factOf(data, 'bankTransaction') === bankTransaction &&
      !(type === 'NEWS_IGNORED' && factOf(data, 'newsStatus') === 'PENDING'),
  );
}
