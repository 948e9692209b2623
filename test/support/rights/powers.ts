import type { Caller, Scope } from '../../../src/kernel/caller.ts';

/** Each power with every scope that gives it, written down here a second time. */
export const givenBy = {
  initiate: ['initiate'],
  read: ['read'],
  refund: ['refund'],
  cancel: ['cancel', 'initiate', 'refund'],
  capture: ['capture', 'initiate'],
  allPayments: ['allPayments'],
  book: ['book', 'operations'],
  refresh: ['refresh', 'operations'],
  decide: ['decide', 'operations'],
  mandates: ['mandates'],
  batches: ['batches', 'operations'],
  accounting: ['accounting', 'operations'],
  customers: ['customers', 'operations'],
  replay: ['replay', 'operations'],
  bankFiles: ['bankFiles', 'operations'],
  operations: ['operations'],
} as const satisfies Record<Scope, readonly Scope[]>;

export const may = ({ scopes }: Caller, power: keyof typeof givenBy): boolean =>
  givenBy[power].some((scope) => scopes.has(scope));

/** What the things of `createBelongings` ask of a caller: société 1, LIVE, the account at the bank, the payment. */
export const ofSociete = ({ societes }: Caller): boolean => societes === null || societes.has('1');
export const inLive = ({ runModes }: Caller): boolean => runModes.has('LIVE') || runModes.has('FORCE_LIVE');
export const atBank = ({ targets }: Caller): boolean => targets === null || targets.has('MILLIET');
export const ofPayment = (caller: Caller): boolean =>
  caller.scopes.has('read') &&
  ofSociete(caller) &&
  inLive(caller) &&
  (caller.origins === null || caller.origins.has('web')) &&
  (caller.targets === null || caller.targets.has('PAYBOX'));
