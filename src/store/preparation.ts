import type { Kysely } from 'kysely';

/**
 * What a module's reads and writes are made from: its queries of a fixed shape, and `db`, which builds those of no fixed
 * shape. `CreateQueries` is the function that makes the queries.
 */
export type Preparation<CreateQueries> = CreateQueries extends (db: Kysely<infer Tables>) => infer Queries
  ? { readonly db: Kysely<Tables>; readonly queries: Queries }
  : never;
