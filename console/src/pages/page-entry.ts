import type { ComponentType } from 'react';
import type { Need } from '../api/me.tsx';

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
  /** Left out: no entry in the navigation. */
  readonly nav?: {
    readonly group: (typeof groups)[number];
    readonly label: { readonly fr: string; readonly en: string };
    /** `G` and then this letter opens it. */
    readonly key: string;
  };
};
