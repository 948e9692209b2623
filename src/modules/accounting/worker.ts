import type { Worker } from '../../workers/workers.ts';
import { type PostingServices, postJournal } from './post-journal.ts';

/** Gives the entries of the journal their numbers. */
export const createJournalWorker = (services: PostingServices): Worker => ({
  name: 'journal',
  everyMs: 5_000,
  round: async (keepsLease) => {
    await postJournal(services, keepsLease);
  },
});
