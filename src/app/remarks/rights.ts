import type { Config } from '../../config/config.ts';
import { heldBy, holds } from '../../kernel/caller.ts';
import type { Remark } from './remark.ts';

/** Scopes that are wide, or that do less than they did before each power had a scope of its own. */
export function remarksOnRights({ clients }: Pick<Config, 'clients'>): Remark[] {
  return clients.flatMap(({ caller }) => {
    const { client, scopes } = caller;
    const isOwnOnly = !scopes.has('allPayments');
    return [
      ...(scopes.has('operations')
        ? [
            `${client}: scope operations is ${heldBy('operations').join(', ')} in one. Name those that it needs instead.`,
          ]
        : []),
      ...(isOwnOnly && scopes.has('refund')
        ? [
            `${client}: refunds and cancels its own payments alone. For those of other clients add the scope allPayments.`,
          ]
        : []),
      ...(isOwnOnly && !scopes.has('refund') && holds(caller, 'book')
        ? [`${client}: cancels its own bookings alone. For those of other clients add the scope allPayments.`]
        : []),
    ];
  });
}
