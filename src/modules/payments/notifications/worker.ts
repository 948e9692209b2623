import type { Unread } from '../../../kernel/aged.ts';
import { minuteMs } from '../../../kernel/durations.ts';
import { firstIdAt } from '../../../kernel/identifiers.ts';
import { StoreUnavailableError } from '../../../kernel/store-unavailable.ts';
import { walkPages } from '../../../kernel/walk-pages.ts';
import { createGrowingPauses } from '../../../workers/growing-pauses.ts';
import type { Worker } from '../../../workers/workers.ts';
import type { HostedTarget } from '../provider.ts';
import type { StoredNotification } from './notification.ts';
import type { NotificationsOptions } from './notifications.ts';
import { isWhatCame, processNotification, verifyStored } from './process-notification.ts';

/** One look at an index. With the rest of a message it keeps the promise that an outage is made good within 5 s. */
const everyMs = 2_000;

/** A message that is younger may still be in the hands of the request that brought it. */
const restingMs = 2_000;
const notificationsPerRead = 100;

/** Of a message that fails itself. A person reads it at once by `replayNotification`. */
const firstPauseMs = 1_000;
const longestPauseMs = 30 * minuteMs;

const unverifiable =
  'an unapplied notification cannot be verified any more: put the key that left the config back, beside the new one';

/**
 * Applies stored messages that were not applied, because the process ended or the database failed. One that fails holds
 * up no other, and is tried again ever later.
 */
export function createInbox({
  services,
  logger,
  count,
}: Pick<NotificationsOptions, 'services' | 'logger' | 'count'>): Worker {
  const { store, clock } = services;
  const pauses = createGrowingPauses(firstPauseMs, longestPauseMs);
  const apply = async ({ id, read }: Unread<StoredNotification>): Promise<void> => {
    try {
      const notification = read();
      const target = notification.target as HostedTarget;
      const reading = await verifyStored(services, notification);
      // It was authentic when it came, and the bank got its 200: a key that left the config since must not lose it.
      if (reading.kind === 'REJECTED' && isWhatCame(notification)) {
        pauses.rest(id, clock());
        logger.error({ notification: id, target, reason: reading.reason }, unverifiable);
        return;
      }
      const { kind: outcome, reason, paymentId: payment } = await processNotification(services, notification, reading);
      pauses.end(id);
      count({ target, outcome });
      logger.warn({ notification: id, target, outcome, reason, payment }, 'an unapplied notification was read');
    } catch (error) {
      // What the database does is no fault of the message.
      if (!(error instanceof StoreUnavailableError)) pauses.rest(id, clock());
      const fault = error instanceof Error ? error.name : 'not an error';
      logger.error({ notification: id, fault }, 'an unapplied notification could not be read');
    }
  };
  return {
    name: 'inbox',
    everyMs,
    round: async (keepsLease) => {
      const beforeId = firstIdAt('ntf', clock() - restingMs);
      const read = (afterId: string, limit: number) => store.storedNotifications(afterId, beforeId, limit);
      for await (const notifications of walkPages(notificationsPerRead, '', read, ({ id }) => id)) {
        for (const notification of notifications) {
          if (!pauses.isResting(notification.id, clock())) await apply(notification);
        }
        if (!(await keepsLease())) return;
      }
    },
  };
}
