/** A place in a walk through time: rows after it are younger. */
export type Aged = { readonly at: number; readonly id: string };

/** One whose rest is read where it is worked on: a row that cannot be read fails there, and holds up no other. */
export type Unread<Value> = Aged & { readonly read: () => Value };

/** Rows older than `before`, oldest first, from after `after` on; `limit` at most. */
export type AgedQuery = { readonly before: number; readonly after: Aged; readonly limit: number };
