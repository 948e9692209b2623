import type { Caller } from '../../kernel/caller.ts';
import type { Services, Store } from './ports.ts';
import { maySeeScope } from './read-object.ts';
import { mixedScope, type SearchScope } from './search-document.ts';

/** The numbers of the scopes that the caller may see, of those that are wanted. */
export async function visibleScopes(
  services: Services,
  caller: Caller,
  isWanted: (scope: SearchScope) => boolean,
): Promise<number[]> {
  const scopes = await scopesIn(services.store);
  const visible = [...scopes].filter(([, scope]) => isWanted(scope) && maySeeScope(services, caller, scope));
  return [mixedScope, ...visible.map(([id]) => id)];
}

const knownScopes = new WeakMap<Store, Map<number, SearchScope>>();

/** Scopes are only ever added, so those that were read once stay. */
async function scopesIn(store: Store): Promise<ReadonlyMap<number, SearchScope>> {
  const known = knownScopes.get(store) ?? new Map<number, SearchScope>();
  knownScopes.set(store, known);
  for (const { id, scope } of await store.searchScopes([...known.keys()].at(-1) ?? mixedScope)) known.set(id, scope);
  return known;
}
