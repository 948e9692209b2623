import { actingName, type Caller } from '../../../kernel/caller.ts';
import { isIdOf } from '../../../kernel/identifiers.ts';
import type { Services } from '../ports.ts';
import type { ConsolePage, SavedView } from './saved-view.ts';

const mostShared = 200;

/** A person, or the visitor of an open console: a program has no pages. */
export const hasViews = ({ person, hasOpenConsole = false }: Caller): boolean => person !== undefined || hasOpenConsole;

/**
 * Whether the caller sees a view: its own, and a shared one whose owner saw no other sociétés than it sees itself. A
 * foreign view looks like an unknown one.
 */
export function maySeeView(caller: Caller, { owner, isShared, societes }: SavedView): boolean {
  if (!hasViews(caller)) return false;
  if (owner === actingName(caller)) return true;
  const seen = caller.societes;
  return isShared && (seen === null || (societes?.every((id) => seen.has(id)) ?? false));
}

/** The caller's own, oldest first, then those that others share, newest first. */
export async function listSavedViews(
  { store }: Pick<Services, 'store'>,
  caller: Caller,
  page: ConsolePage | null,
): Promise<readonly SavedView[]> {
  if (!hasViews(caller)) return [];
  const owner = actingName(caller);
  const own = await store.savedViewsOf(owner);
  const shared = (await store.sharedViews(mostShared)).filter((view) => view.owner !== owner);
  return [...own, ...shared].filter((view) => maySeeView(caller, view) && (page === null || view.page === page));
}

export async function readSavedView(
  { store }: Pick<Services, 'store'>,
  caller: Caller,
  id: string,
): Promise<SavedView | null> {
  const view = isIdOf('sav', id) ? await store.savedView(id) : null;
  return view && maySeeView(caller, view) ? view : null;
}
