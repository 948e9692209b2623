import { wordOfMoney } from '../attempts/denied-money.ts';
import { heldMoneyOf } from '../attempts/paying-attempt.ts';
import type { Services, Transaction } from '../ports.ts';
import type { HostedTarget, ProviderUpdate } from '../provider.ts';
import { askSoon } from './hear-report.ts';

/**
 * A message that was applied before says again what another word about the money followed: the bank may have changed its
 * mind once more. Its answer shows that.
 */
export async function askOfRepeated(
  services: Pick<Services, 'clock'>,
  transaction: Transaction,
  target: HostedTarget,
  update: ProviderUpdate,
): Promise<void> {
  if (update.operation !== 'DEBIT' || update.provesNothing) return;
  const attempt = await transaction.attemptByReference(target, update.attemptReference);
  const payment = attempt && (await transaction.paymentById(attempt.paymentId));
  if (!attempt || !payment) return;
  const held = await heldMoneyOf(transaction, payment);
  const { reason, isAgain } = await wordOfMoney(transaction, payment, update, held);
  if (reason !== null || isAgain) await askSoon(services, transaction, attempt);
}
