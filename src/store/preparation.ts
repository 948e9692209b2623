import type { Kysely } from 'kysely';

/**
 * The base of a module's reads and writes: its prepared queries, and `db`, which builds the others. `CreateQueries` is
 * the function that makes the queries.
 */
export type Preparation<CreateQueries> = CreateQueries extends (db: Kysely<infer Tables>) => infer Queries
  ? { readonly db: Kysely<Tables>; readonly queries: Queries }
  : never;
