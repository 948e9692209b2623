import type { EventData, Payment } from '../domain/payment.ts';
import type { NotificationOutcome, Transaction } from '../domain/store.ts';
import { canChange } from '../domain/transitions.ts';
import { changeStatus, recordStep } from './change-payment.ts';
import type { Services } from './services.ts';

/** What was told contradicts what we recorded: a person decides. */
export async function contradict(
  services: Services,
  transaction: Transaction,
  payment: Payment,
  reason: string,
  data: EventData,
): Promise<NotificationOutcome> {
  const facts = { ...data, reason };
  if (canChange(payment.status, 'NEEDS_REVIEW', 'CONTRADICTION')) {
    await changeStatus(services, transaction, payment, { to: 'NEEDS_REVIEW', cause: 'CONTRADICTION', data: facts });
  } else {
    // Money that was verified stays verified; the contradiction stands in the story for a person to see.
    await recordStep(services, transaction, payment, { type: 'CONTRADICTION', data: facts });
  }
  return { kind: 'CONTRADICTION', reason, paymentId: payment.id };
}
