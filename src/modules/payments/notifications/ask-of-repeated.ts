import { wordOfMoney } from '../attempts/denied-money.ts';
import { heldMoneyOf } from '../attempts/paying-attempt.ts';
import { keepAsking, verifiedAmong } from '../operations/late-money.ts';
import type { Services, Transaction } from '../ports.ts';
import type { HostedTarget, ProviderUpdate } from '../provider.ts';
import { askSoon, isHearsay, whyNotAsked } from './hear-report.ts';

/**
 * A message that was applied before says again what another word about the money followed: the bank may have changed its
 * mind once more. Its answer shows that.
 * @returns whether the message counts once more: the bank cannot be asked
 */
export async function askOfRepeated(
  services: Services,
  transaction: Transaction,
  target: HostedTarget,
  update: ProviderUpdate,
): Promise<boolean> {
  if (update.operation !== 'DEBIT' || update.provesNothing) return false;
  const attempt = await transaction.attemptByReference(target, update.attemptReference);
  const payment = attempt && (await transaction.paymentById(attempt.paymentId));
  if (!attempt || !payment) return false;
  const held = await heldMoneyOf(transaction, payment);
  const { reason, isAgain } = await wordOfMoney(transaction, payment, update, held);
  if (reason === null && !isAgain) return false;
  if (whyNotAsked(services, payment) !== null) return true;
  const { bankTransaction } = update;
  const numbers = bankTransaction === null ? [] : [bankTransaction];
  if ((await verifiedAmong(transaction, payment, numbers)).length > 0) {
    const isMessage = !isHearsay(services, payment, update, null);
    return (await keepAsking(services, transaction, { payment, attempt, update }, isMessage)) !== null;
  }
  await askSoon(services, transaction, attempt);
  return false;
}
