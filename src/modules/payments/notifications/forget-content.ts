import { StaleVersionError } from '../../../kernel/until-fresh.ts';
import { isErased } from '../payment.ts';
import type { Services, Transaction } from '../ports.ts';
import type { ProviderUpdate } from '../provider.ts';
import { erasedContent, type NotificationOutcome, type StoredNotification } from './notification.ts';

/** Removes the content of a message about an erased payment, once it is judged: it names the payer again. */
export async function forgetContent(
  { clock }: Pick<Services, 'clock'>,
  transaction: Transaction,
  { id, target }: StoredNotification,
  { attemptReference }: ProviderUpdate,
  { kind, paymentId }: NotificationOutcome,
): Promise<void> {
  const known = paymentId ?? (await transaction.attemptByReference(target, attemptReference))?.paymentId ?? null;
  const payment = known === null ? null : await transaction.paymentById(known);
  if (payment === null) return;
  if (isErased(payment)) {
    await transaction.eraseNotification(id, erasedContent, clock());
    return;
  }
  // An erasure that has begun waits for the payment's row, and looks for messages after it. `APPLIED` has the row.
  if (kind !== 'APPLIED' && !(await transaction.holdPayment(payment.id, payment.version)))
    throw new StaleVersionError(`the payment ${payment.id} has changed`);
}
