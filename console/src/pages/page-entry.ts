import type { ComponentType } from 'react';
import type { Need } from '../api/me.tsx';
import type { SearchQuery } from '../generated/operations.ts';

/** What a search finds. */
export type Found = SearchQuery['search']['hits'][number]['node'];
/** What an address may be made of. A customer has no id. */
export type FoundFacts = { readonly id: string; readonly idSociete: string; readonly idClient: string };

/** Headings of the navigation, in this order. */
export const groups = ['daily', 'bank', 'books', 'system'] as const;

/** A page of the console, as `index.ts` lists it. */
export type PageEntry = {
  /** Below `/console`: `/payments`, `/payments/$id`. */
  readonly path: string;
  /** Each page is a file of its own for the browser. */
  readonly load: () => Promise<{ readonly Page: ComponentType }>;
  /** Without the right, the page is hidden, and says so at its address. */
  readonly needs: Need | null;
  /** Addresses of what the search finds, which open on this page: `{ Mandate: ({ id }) => `/mandates/${id}` }`. */
  readonly finds?: Partial<Readonly<Record<Found['__typename'], (node: FoundFacts) => string>>>;
  /** Left out: no entry in the navigation. */
  readonly nav?: {
    readonly group: (typeof groups)[number];
    readonly label: { readonly fr: string; readonly en: string };
    /** `G` and then this letter opens it. */
    readonly key: string;
  };
};
