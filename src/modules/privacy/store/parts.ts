import { createErasure, createPersonReads } from './privacy.ts';
import { createRetentionReads, createRetentionWrites, retentionQueries } from './retention.ts';

/** The module's part of the store; `src/app/store.ts` joins the parts of all. */
export const privacyParts = {
  createQueries: retentionQueries,
  reads: [createPersonReads, createRetentionReads],
  writes: [createErasure, createRetentionWrites],
} as const;
