import { createJournalReads, createJournalWrites } from './journal.ts';
import { journalQueries } from './queries.ts';

/** The module's part of the store; `src/app/store.ts` joins the parts of all. */
export const accountingParts = {
  createQueries: journalQueries,
  reads: [createJournalReads],
  writes: [createJournalWrites],
} as const;
