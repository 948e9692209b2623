import { type PostingServices, postJournal } from '../use-cases/post-journal.ts';
import type { Worker } from './workers.ts';

/** Gives the entries of the journal their numbers. */
export const createJournalWorker = (services: PostingServices): Worker => ({
  name: 'journal',
  everyMs: 5_000,
  round: async (keepsLease) => {
    await postJournal(services, keepsLease);
  },
});
