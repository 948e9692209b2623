import { recordStep, type Writing } from './change-payment.ts';
import type { EventDataOf } from './events/event-data.ts';
import type { NotificationOutcome } from './notifications/notification.ts';
import type { Payment } from './payment.ts';
import type { Transaction } from './ports.ts';
import { isRecorded } from './record-event-once.ts';
import { canChange } from './transitions.ts';

type WithoutReason<Data> = Data extends unknown ? Omit<Data, 'reason' | 'from' | 'cause' | 'actor'> : never;
/** The facts of the contradicting message. */
type ContradictingFacts = WithoutReason<EventDataOf<'CONTRADICTION'>>;

/**
 * Sends a contradiction of the record to a person. A repeated message does not change what that person decided.
 * @param isNewWord whether it counts also where it was said before: another word followed
 */
export async function flagContradiction(
  services: Writing,
  transaction: Transaction,
  payment: Payment,
  reason: string,
  data: ContradictingFacts,
  isNewWord = false,
): Promise<NotificationOutcome> {
  const facts = { ...data, reason };
  const outcome: NotificationOutcome = { kind: 'CONTRADICTION', reason, paymentId: payment.id };
  if (!isNewWord && (await isRecorded(transaction, payment, { type: 'CONTRADICTION', data: facts }))) return outcome;
  if (canChange(payment.status, 'NEEDS_REVIEW', 'CONTRADICTION')) {
    await recordStep(services, transaction, payment, {
      type: 'CONTRADICTION',
      data: { from: payment.status, cause: 'CONTRADICTION', ...facts },
      change: { status: 'NEEDS_REVIEW' },
    });
  } else {
    // Verified money stays verified; the contradiction stands in the story for a person to see.
    await recordStep(services, transaction, payment, { type: 'CONTRADICTION', data: facts });
  }
  return outcome;
}
