import type { Kysely } from 'kysely';
import { createOnceUsedReads, createOnceUsedWrites, onceUsedQueries } from './once-used.ts';
import { createPersonReads, createPersonWrites, personQueries } from './people.ts';
import { createProofReads, createProofWrites, proofQueries } from './proofs.ts';
import { createSavedViewReads, createSavedViewWrites, savedViewQueries } from './saved-views.ts';
import { createSessionReads, createSessionWrites, sessionQueries } from './sessions.ts';
import type { Tables } from './tables.ts';

/** The module's part of the store; `src/app/store.ts` joins the parts of all. */
export const peopleParts = {
  createQueries: (db: Kysely<Tables>) => ({
    ...personQueries(db),
    ...proofQueries(db),
    ...sessionQueries(db),
    ...onceUsedQueries(db),
    ...savedViewQueries(db),
  }),
  reads: [createPersonReads, createProofReads, createSessionReads, createOnceUsedReads, createSavedViewReads],
  writes: [createPersonWrites, createProofWrites, createSessionWrites, createOnceUsedWrites, createSavedViewWrites],
} as const;
