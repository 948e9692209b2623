import { dayOf, each, fileAddress, oneOf, type SearchOf, textOf } from '../../api/address.ts';
import type { AuditFilter } from '../../generated/operations.ts';
import { dayAfter, startInParis } from '../../parts/lists/paris-days.ts';
import { namesOf } from '../../texts/words.ts';
import { texts } from './texts.ts';

export const outcomes = namesOf(texts.fr.outcomes);

export const dayFilters = ['from', 'to'] as const;

export const filters = {
  outcome: oneOf(outcomes),
  ...each(['actor', 'action', 'object'], textOf),
  ...each(dayFilters, dayOf),
};
export type AuditSearch = SearchOf<typeof filters>;

export const filterOf = ({ outcome, actor, action, object, from, to }: AuditSearch): AuditFilter => ({
  ...(outcome && { outcome }),
  ...{ actor, action, object },
  ...(from !== undefined && { from: startInParis(from) }),
  ...(to !== undefined && { until: startInParis(dayAfter(to)) }),
});

/** The address of the same list as a file. */
export const exportAddress = ({ from, to, ...search }: AuditSearch, lang: string): string =>
  fileAddress('audit', { lang, ...search, 'at.from': from, 'at.to': to });
