import type { Kysely } from 'kysely';
import { anchorQueries, createChainReads, createChainWrites } from './anchors.ts';
import { createEventLogReads, eventLogQueries } from './event-log.ts';
import type { Tables } from './tables.ts';

/** The module's part of the store; `src/app/store.ts` joins the parts of all. */
export const eventLogParts = {
  createQueries: (db: Kysely<Tables>) => ({ ...eventLogQueries(db), ...anchorQueries(db) }),
  reads: [createEventLogReads, createChainReads],
  writes: [createChainWrites],
} as const;
