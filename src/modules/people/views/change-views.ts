import { z } from 'zod';
import { actingName, type Caller, hasRight } from '../../../kernel/caller.ts';
import { holdsCardNumber } from '../../../kernel/card-number.ts';
import { NotAllowedError, refuseInput } from '../../../kernel/errors.ts';
import { nonEmptyText } from '../../../kernel/input-fields.ts';
import { parseInput } from '../../../kernel/parse-input.ts';
import type { Services, Transaction } from '../ports.ts';
import { hasViews, maySeeView } from './list-views.ts';
import { consolePage, type SavedView } from './saved-view.ts';

export const mostViews = 50;
const longestName = 60;
const longestSearch = 2_000;

/** What people type into a search box, which may name a customer and would outlive an erasure. */
const typedText: ReadonlySet<string> = new Set(['text', 'q', 'search']);

const viewName = nonEmptyText(longestName)
  .refine((text) => !holdsCardNumber(text), 'must not hold a card number')
  .refine((text) => !text.includes('@'), 'must not hold an e-mail address');

/** The part of an address after its path, and nothing that leads elsewhere. */
const search = z
  .string()
  .max(longestSearch, `must have ${longestSearch} characters at most`)
  .regex(/^(?:\?[\w.~!$&'()*+,;=:@/?%-]*)?$/, 'must be the part of the address from ? on, without #')
  .refine((text) => !holdsCardNumber(decoded(text)), 'must not hold a card number')
  .refine((text) => !decoded(text).includes('@'), 'must not hold an e-mail address')
  .refine(
    (text) => [...new URLSearchParams(text).keys()].every((name) => !typedText.has(name)),
    `must not hold what was searched for (${[...typedText].join(', ')}): it may name a customer`,
  );

const decoded = (text: string): string => [...new URLSearchParams(text)].flat().join(' ');

const newView = z.strictObject({
  name: viewName,
  page: z.enum(consolePage.names),
  search,
  isShared: z.boolean().nullish(),
});
const changedView = z.strictObject({
  id: z.string(),
  name: viewName.nullish(),
  search: search.nullish(),
  isShared: z.boolean().nullish(),
});

/** @throws InvalidInputError, NotAllowedError */
export async function createSavedView(services: Services, caller: Caller, input: unknown): Promise<SavedView> {
  const { name, page, search: filters, isShared } = parseInput(newView, input);
  requireViews(caller);
  const at = services.clock();
  const view: SavedView = {
    ...{ id: services.identifiers.newId('sav'), owner: actingName(caller), name, page, search: filters },
    ...{ isShared: isShared ?? false, societes: societesOf(caller), createdAt: at, updatedAt: at },
  };
  await services.store.transact(async (transaction) => {
    // Two at once wait for each other, so that the bound holds.
    if (caller.person) await transaction.lockPerson(caller.person.id);
    const { length } = await transaction.savedViewsOf(view.owner);
    if (length >= mostViews) refuseInput(null, `You have ${mostViews} views, and there can be no more: remove one.`);
    await transaction.insertSavedView(view);
  });
  return view;
}

/** Renames a view of one's own, changes its filters, shares it or takes it back. @throws InvalidInputError, NotAllowedError */
export async function changeSavedView(services: Services, caller: Caller, input: unknown): Promise<SavedView> {
  const { id, ...given } = parseInput(changedView, input);
  requireViews(caller);
  return services.store.transact(async (transaction) => {
    // Two at once wait for each other, so that neither undoes what the other changed.
    if (caller.person) await transaction.lockPerson(caller.person.id);
    const before = await viewOf(transaction, caller, id);
    if (before.owner !== actingName(caller)) throw new NotAllowedError('Only its owner changes a view.', ['id']);
    const view: SavedView = {
      ...before,
      ...{ name: given.name ?? before.name, search: given.search ?? before.search },
      ...{ isShared: given.isShared ?? before.isShared, societes: societesOf(caller) },
      updatedAt: services.clock(),
    };
    await transaction.updateSavedView(view);
    return view;
  });
}

/** One's own, or with the right `people` one that is shared. @throws InvalidInputError, NotAllowedError */
export async function removeSavedView(services: Services, caller: Caller, id: string): Promise<SavedView> {
  requireViews(caller);
  return services.store.transact(async (transaction) => {
    const view = await viewOf(transaction, caller, id);
    const isOwn = view.owner === actingName(caller);
    if (!isOwn && !hasRight(caller, 'people')) throw new NotAllowedError('Only its owner removes a view.', ['id']);
    await transaction.removeSavedView(id);
    return view;
  });
}

function requireViews(caller: Caller): void {
  if (!hasViews(caller)) throw new NotAllowedError('Only people of the console have views.');
}

async function viewOf(transaction: Transaction, caller: Caller, id: string): Promise<SavedView> {
  const view = await transaction.savedView(id);
  return view && maySeeView(caller, view) ? view : refuseInput('id', 'There is no such view.');
}

const societesOf = ({ societes }: Caller): readonly string[] | null => societes && [...societes].toSorted();
