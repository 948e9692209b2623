import type { DatabaseKind } from '../../../store/store.ts';
import { createFts5Reads, createFts5Writes } from './fts5-words.ts';
import { createPostgresWordReads, createPostgresWordWrites } from './postgres-words.ts';
import { createSearchReads } from './reads.ts';
import { createSearchWrites } from './writes.ts';

/** The databases find words each in their own way, by one port. */
const words = {
  sqlite: { reads: createFts5Reads, writes: createFts5Writes },
  postgres: { reads: createPostgresWordReads, writes: createPostgresWordWrites },
} as const satisfies Readonly<Record<DatabaseKind, object>>;

/** The module's part of the store; `src/app/store.ts` joins the parts of all. */
export const searchParts = (kind: DatabaseKind) =>
  ({
    reads: [createSearchReads, words[kind].reads],
    writes: [createSearchWrites, words[kind].writes],
  }) as const;
