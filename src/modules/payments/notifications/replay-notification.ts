import { announceAction } from '../../../kernel/audit/record-action.ts';
import { actingName, type Caller, requirePower } from '../../../kernel/caller.ts';
import { InvalidInputError, refuseInput } from '../../../kernel/errors.ts';
import { isIdOf } from '../../../kernel/identifiers.ts';
import { actingAs } from '../acting-as.ts';
import type { Payment } from '../payment.ts';
import type { Services } from '../ports.ts';
import { type BankNotification, isUnsettled, maySeeNotification } from './notification.ts';
import { isWhatCame, processNotification } from './process-notification.ts';

export type ReplayedNotification = {
  readonly notification: BankNotification;
  /** Whether the outcome changed. */
  readonly changed: boolean;
};

/**
 * Processes a stored message again: a refused one may verify with a key added since, and an unmatched one may find its
 * payment now. An applied message changes nothing.
 * @throws InvalidInputError, NotAllowedError
 */
export async function replayNotification(given: Services, caller: Caller, id: string): Promise<ReplayedNotification> {
  requirePower(caller, 'replay', 'replay notifications');
  const services = actingAs(given, actingName(caller));
  const stored = isIdOf('ntf', id) ? await services.store.notification(id) : null;
  const payment = stored && (await paymentOfNotification(services, stored));
  if (stored === null || !maySeeNotification(services, caller, stored, payment)) {
    refuseInput('id', 'There is no such notification.');
  }
  if (!isUnsettled(stored.outcome)) return { notification: stored, changed: false };
  if (!isWhatCame(stored)) {
    throw new InvalidInputError([
      { path: ['id'], message: 'The content of this notification was erased or changed: it cannot be read again.' },
    ]);
  }
  await announceAction(services, caller, 'REPLAY_NOTIFICATION', id);
  const outcome = await processNotification(services, stored);
  const changed = outcome.kind !== stored.outcome.kind || outcome.paymentId !== stored.outcome.paymentId;
  return { notification: { ...stored, outcome }, changed };
}

/** The payment that a message is about; null where it is about none, or one that is gone. */
export async function paymentOfNotification(
  { store }: Pick<Services, 'store'>,
  { outcome }: Pick<BankNotification, 'outcome'>,
): Promise<Payment | null> {
  return outcome.paymentId === null ? null : store.paymentById(outcome.paymentId);
}
