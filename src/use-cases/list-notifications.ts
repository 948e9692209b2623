import { type Caller, runModesOf } from '../domain/caller.ts';
import { type BankNotification, type NotificationQuery, seesAll } from '../domain/notification.ts';
import type { Services } from './services.ts';

/** The banks' messages that the caller may see, newest first. None for one without the scopes `operations` and `read`. */
export async function listNotifications(
  services: Services,
  caller: Caller,
  query: Omit<NotificationQuery, 'visibleTo'>,
): Promise<readonly BankNotification[]> {
  const { client, societes, origins, targets, scopes } = caller;
  if (!scopes.has('operations') || !scopes.has('read')) return [];
  const visibleTo = {
    client,
    societes: societes && [...societes],
    origins: origins && [...origins],
    targets: targets && [...targets],
    runModes: runModesOf(services, caller),
    seesNobodys: seesAll(caller, services.societes.keys()),
  };
  return services.store.notifications({ ...query, visibleTo });
}
