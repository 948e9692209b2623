import type { Worker } from '../../../workers/workers.ts';
import type { HostedTarget } from '../provider.ts';
import { applyStoredNotifications } from './apply-stored-notifications.ts';
import type { StoredNotification } from './notification.ts';
import type { NotificationsOptions } from './notifications.ts';

/** One look at an index. With the rest of a message it keeps the promise that an outage is made good within 5 s. */
const everyMs = 2_000;

/** Applies stored messages that were not applied, because the process ended or the database failed. */
export function createInbox({
  services,
  logger,
  count,
}: Pick<NotificationsOptions, 'services' | 'logger' | 'count'>): Worker {
  const line = ({ id, target }: StoredNotification) => ({ notification: id, target });
  return {
    name: 'inbox',
    everyMs,
    round: (keepsLease) =>
      applyStoredNotifications(services, keepsLease, {
        applied: (notification, { kind, reason, paymentId }) => {
          count({ target: notification.target as HostedTarget, outcome: kind });
          const became = { outcome: kind, reason, payment: paymentId };
          logger.warn({ ...line(notification), ...became }, 'an unapplied notification was read');
        },
        failed: (notification, error) => {
          const fault = error instanceof Error ? error.name : 'not an error';
          logger.error({ ...line(notification), fault }, 'an unapplied notification could not be read');
        },
      }),
  };
}
