import { createContext, use } from 'react';
import type { ConsoleRight, MeQuery, Scope } from '../generated/operations.ts';

export type Me = MeQuery['me'];

/** What a page or a button needs; of several, one is enough. */
export type Need = Scope | ConsoleRight | readonly (Scope | ConsoleRight)[];

/** The scopes that `operations` holds. */
const heldByOperations: ReadonlySet<string> = new Set([
  ...['book', 'refresh', 'decide', 'batches', 'accounting', 'customers', 'replay', 'bankFiles'],
]);

export function mayUse(me: Me, need: Need): boolean {
  const held: readonly string[] = [...me.scopes, ...me.rights];
  return [need].flat().some((one) => held.includes(one) || (heldByOperations.has(one) && held.includes('operations')));
}

const MeContext = createContext<Me | null>(null);
export const MeProvider = MeContext;

/** The person that is signed in, or `anonymous`. */
export function useMe(): Me {
  const me = use(MeContext);
  if (!me) throw new Error('useMe is for what stands inside of the shell');
  return me;
}

export const useMay = (need: Need): boolean => mayUse(useMe(), need);
