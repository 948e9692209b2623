import { createContext, use } from 'react';
import type { ConsoleRight, MeQuery, Scope } from '../generated/operations.ts';
import { heldBy } from './holds.ts';

export type Me = MeQuery['me'] & Pick<MeQuery, 'restoreToCompare'>;

/** What a page or a button needs; of several, one is enough. */
export type Need = Scope | ConsoleRight | readonly (Scope | ConsoleRight)[];

export function mayUse(me: Me, need: Need): boolean {
  const held: ReadonlySet<string> = new Set([
    ...me.scopes,
    ...me.rights,
    ...me.scopes.flatMap((one) => heldBy[one] ?? []),
  ]);
  return [need].flat().some((one) => held.has(one));
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
