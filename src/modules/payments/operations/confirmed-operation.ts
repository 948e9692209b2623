import { attemptHoldsMoney } from '../attempts/paying-attempt.ts';
import type { Attempt, Payment } from '../payment.ts';
import type { Transaction } from '../ports.ts';
import type { ProviderUpdate } from '../provider.ts';
import { isUnsettled, type PaymentOperation } from './payment-operation.ts';

/** The operation that has no answer yet and that this message confirms. */
export async function operationConfirmedBy(
  transaction: Transaction,
  payment: Payment,
  attempt: Attempt,
  update: ProviderUpdate,
): Promise<PaymentOperation | null> {
  if (!attemptHoldsMoney.has(attempt.status)) return null;
  const operation = (await transaction.operationsOf(payment.id)).find(isUnsettled);
  if (operation?.attemptId !== attempt.id) return null;
  const { kind, amountCents } = operation;
  // Before the money has left, the bank gives back the whole by cancelling.
  const isCancelled = kind === 'CANCEL' || (kind === 'REFUND' && amountCents === payment.amountCents);
  const tells = update.status === 'CANCELLED' ? isCancelled : update.status === 'PAID' && kind === 'CAPTURE';
  return tells ? operation : null;
}
