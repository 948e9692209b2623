/** A place in a walk through time: rows after it are younger. */
export type Aged = { readonly at: number; readonly id: string };

/** Rows older than `before`, oldest first, from after `after` on; `limit` at most. */
export type AgedQuery = { readonly before: number; readonly after: Aged; readonly limit: number };
