import { changeStatus, recordStep } from './change-payment.ts';
import type { EventData, Payment } from './payment.ts';
import { isTold } from './record-once.ts';
import type { Services } from './services.ts';
import type { NotificationOutcome, Transaction } from './store.ts';
import { canChange } from './transitions.ts';

/** What was told contradicts what we recorded: a person decides. Told again, it changes nothing that they decided. */
export async function contradict(
  services: Services,
  transaction: Transaction,
  payment: Payment,
  reason: string,
  data: EventData,
): Promise<NotificationOutcome> {
  const facts = { ...data, reason };
  const outcome: NotificationOutcome = { kind: 'CONTRADICTION', reason, paymentId: payment.id };
  if (await isTold(transaction, payment, { type: 'CONTRADICTION', data: facts })) return outcome;
  if (canChange(payment.status, 'NEEDS_REVIEW', 'CONTRADICTION')) {
    await changeStatus(services, transaction, payment, { to: 'NEEDS_REVIEW', cause: 'CONTRADICTION', data: facts });
  } else {
    // Money that was verified stays verified; the contradiction stands in the story for a person to see.
    await recordStep(services, transaction, payment, { type: 'CONTRADICTION', data: facts });
  }
  return outcome;
}
