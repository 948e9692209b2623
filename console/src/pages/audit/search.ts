import { dayOf, oneOf, type RawSearch, textOf } from '../../api/address.ts';
import type { AuditFilter, AuditOutcome } from '../../generated/operations.ts';
import { dayAfter, startInParis } from '../../parts/lists/paris-days.ts';

export const outcomes: readonly AuditOutcome[] = ['DONE', 'UNCHANGED', 'WAITING', 'REFUSED', 'FAILED'];

export const textFilters = ['actor', 'action', 'object'] as const;
export const dayFilters = ['from', 'to'] as const;

export type AuditSearch = {
  readonly outcome?: AuditOutcome | undefined;
} & Readonly<Partial<Record<(typeof textFilters)[number] | (typeof dayFilters)[number], string | undefined>>>;

export const emptySearch: AuditSearch = Object.fromEntries(
  ['outcome', ...textFilters, ...dayFilters].map((name) => [name, undefined]),
);

export const readSearch = (raw: RawSearch): AuditSearch => ({
  outcome: oneOf(raw.outcome, outcomes),
  ...Object.fromEntries(textFilters.map((name) => [name, textOf(raw[name])])),
  ...Object.fromEntries(dayFilters.map((name) => [name, dayOf(raw[name])])),
});

export const filterOf = ({ outcome, actor, action, object, from, to }: AuditSearch): AuditFilter => ({
  ...(outcome && { outcome }),
  ...{ actor, action, object },
  ...(from !== undefined && { from: startInParis(from) }),
  ...(to !== undefined && { until: startInParis(dayAfter(to)) }),
});

/** The address of the same list as a file. */
export function exportAddress({ from, to, ...search }: AuditSearch, lang: string): string {
  const values = Object.entries({ lang, ...search, 'at.from': from, 'at.to': to });
  const given = values.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]));
  return `/console/exports/audit?${new URLSearchParams(given)}`;
}
