import type { Scope } from '../generated/operations.ts';

/** The scopes that one scope holds, as the gateway says of each. */
export const heldBy: Partial<Readonly<Record<Scope, readonly Scope[]>>> = {
  initiate: ['cancel', 'capture'],
  refund: ['cancel'],
  operations: ['book', 'refresh', 'decide', 'batches', 'accounting', 'customers', 'bankFiles', 'replay'],
};
