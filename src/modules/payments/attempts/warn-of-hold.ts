import { recordStep } from '../change-payment.ts';
import { attemptFactsOf } from '../events/facts.ts';
import type { Debit } from '../notifications/hear-report.ts';
import type { NotificationOutcome } from '../notifications/notification.ts';
import type { Services, Transaction } from '../ports.ts';
import { isRecorded } from '../record-event-once.ts';

/**
 * Calls a person where the shop's own settings at the bank want one to validate what the customer paid: unless one does,
 * the money is never taken. Once for each transaction, because an inquiry says it again, perhaps with other codes.
 * @returns null where nothing waits for the shop
 */
export async function warnOfHold(
  services: Services,
  transaction: Transaction,
  { payment, attempt, update, data }: Debit,
): Promise<NotificationOutcome | null> {
  const { id: paymentId, status, capture } = payment;
  const isOnlyHeld = status === 'AUTHORIZED' && capture === 'NOW';
  const isDebitHeld = status === 'PENDING' && update.waitsForShop === true;
  if (!isOnlyHeld && !isDebitHeld) return null;
  const reason = isOnlyHeld ? onlyHeld : debitHeld;
  const { bankTransaction } = data;
  const known = { ...attemptFactsOf(attempt), bankTransaction, reason };
  if (!(await isRecorded(transaction, payment, { type: 'CONTRADICTION', data: known }))) {
    await recordStep(services, transaction, payment, { type: 'CONTRADICTION', data: { ...data, reason } });
  }
  return { kind: 'CONTRADICTION', reason, paymentId };
}

const onlyHeld = 'authorised only, where a payment was asked for';
const debitHeld = 'the shop has to validate this debit in the back office of the bank, or it expires';
