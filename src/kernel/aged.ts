/** A place in a walk through time: everything behind it is younger. */
export type Aged = { readonly at: number; readonly id: string };

/** Rows from before `before`, oldest first, behind `after`; `limit` at most. */
export type AgedQuery = { readonly before: number; readonly after: Aged; readonly limit: number };
