import { firstIdAt } from '../../../kernel/identifiers.ts';
import { walkPages } from '../../../kernel/walk-pages.ts';
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
  const beforeId = firstIdAt('ntf', services.clock() - restingMs);
  const read = (afterId: string, limit: number) => services.store.storedNotifications(afterId, beforeId, limit);
  for await (const notifications of walkPages(notificationsPerRead, '', read, ({ id }) => id)) {
    for (const notification of notifications) {
      try {
        applied(notification, await processNotification(services, notification));
      } catch (error) {
        failed(notification, error);
      }
    }
    if (!(await keepsLease())) return;
  }
}
