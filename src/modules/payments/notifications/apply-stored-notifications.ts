import type { Services } from '../ports.ts';
import type { NotificationOutcome, StoredNotification } from './notification.ts';
import { processNotification } from './process-notification.ts';

/** A message that is younger may still be in the hands of the request that brought it. */
const restingMs = 2_000;
const notificationsPerRead = 100;

export type ApplyingWatcher = {
  readonly applied: (notification: StoredNotification, outcome: NotificationOutcome) => void;
  readonly failed: (notification: StoredNotification, error: unknown) => void;
};

/**
 * Applies the messages that were stored and not applied: the process ended between the two, or the database failed. One that fails stays for the
 * next round and holds up no other.
 */
export async function applyStoredNotifications(
  services: Services,
  keepsLease: () => Promise<boolean>,
  { applied, failed }: ApplyingWatcher,
): Promise<void> {
  const before = Math.max(0, services.clock() - restingMs);
  const beforeId = `ntf_${before.toString(16).padStart(12, '0')}`;
  for (let afterId = ''; ; ) {
    const notifications = await services.store.storedNotifications(afterId, beforeId, notificationsPerRead);
    for (const notification of notifications) {
      try {
        applied(notification, await processNotification(services, notification));
      } catch (error) {
        failed(notification, error);
      }
    }
    const last = notifications.at(-1);
    if (!last || notifications.length < notificationsPerRead || !(await keepsLease())) return;
    afterId = last.id;
  }
}
