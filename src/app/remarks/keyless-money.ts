import type { Config } from '../../config/config.ts';
import { type Caller, holds, runModesOf, type Scope, worksAt } from '../../kernel/caller.ts';
import { ownTarget } from '../../kernel/vocabulary.ts';
import type { Remark } from './remark.ts';

/** The acts with real money that a scope allows, besides payments that a customer confirms at a bank. */
const moves: Partial<Readonly<Record<Scope, string>>> = {
  refund: 'refunds',
  cancel: 'cancellations',
  capture: 'captures',
  mandates: 'mandates',
  batches: 'files of direct debits',
  bankFiles: 'files of the bank',
  decide: 'decisions by hand',
  accounting: 'reversals',
};

/** Clients that move real money by their network alone, and clients whose web pages may. */
export function remarksOnKeylessMoney({ clients, deployment }: Config): Remark[] {
  return clients.flatMap(({ caller, networks, keylessMoney = null }) => {
    const isLive = runModesOf({ settings: { deployment } }, caller).includes('LIVE');
    const refused = networks.length > 0 && isLive && keylessMoney === null ? movedBy(caller) : [];
    return refused.length === 0
      ? []
      : [
          `${caller.client}: is known by its networks. Without a key it is refused in LIVE: ${refused.join(', ')}. ` +
            'Give it a key, or set keylessMoney.',
        ];
  });
}

/** `initiate` holds captures and cancellations, which no system of the old door asks for: they are named with others. */
function movedBy(caller: Caller): readonly string[] {
  const takesOrders = caller.scopes.has('initiate') && worksAt(caller, ownTarget);
  return [
    ...(takesOrders ? ['direct debits'] : []),
    ...(takesOrders && holds(caller, 'book') ? ['bookings'] : []),
    ...Object.entries(moves).flatMap(([power, text]) => (isNamed(caller, power as Scope) ? [text] : [])),
  ];
}

const isNamed = (caller: Caller, power: Scope): boolean =>
  caller.scopes.has(power) || (holds(caller, power) && !(power === 'cancel' || power === 'capture'));
