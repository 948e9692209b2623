import { type Caller, holds } from '../../../kernel/caller.ts';
import { isIdOf } from '../../../kernel/identifiers.ts';
import type { Services } from '../ports.ts';
import { shownOfEachPayment, visibleTo } from '../read-payments.ts';
import { type BankNotification, maySeeNotification, type NotificationQuery, seesAll } from './notification.ts';
import { paymentOfNotification } from './replay-notification.ts';

/** The banks' messages that the caller may see, newest first. None for one without the scopes `replay` and `read`. */
export async function listNotifications(
  services: Services,
  caller: Caller,
  query: Omit<NotificationQuery, 'visibleTo'>,
): Promise<readonly BankNotification[]> {
  if (!holds(caller, 'replay') || !holds(caller, 'read')) return [];
  const seesUnassigned = seesAll(caller, services.societes.keys());
  return services.store.notifications({ ...query, visibleTo: { ...visibleTo(services, caller), seesUnassigned } });
}

/** Null where there is none that the caller may see. */
export async function readStoredNotification(
  services: Services,
  caller: Caller,
  id: string,
): Promise<BankNotification | null> {
  const found = isIdOf('ntf', id) ? await services.store.notification(id) : null;
  return found && maySeeNotification(services, caller, found, await paymentOfNotification(services, found))
    ? found
    : null;
}

/** The newest messages about payments that the caller sees. None without the scope `replay`. */
export async function notificationsOfPayments(
  { store }: Pick<Services, 'store'>,
  caller: Caller,
  paymentIds: readonly string[],
): Promise<readonly BankNotification[]> {
  return holds(caller, 'replay') ? store.notificationsOfPayments(paymentIds, shownOfEachPayment) : [];
}
