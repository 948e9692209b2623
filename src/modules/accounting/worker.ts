import type { Logger } from 'pino';
import type { Worker } from '../../workers/workers.ts';
import { type PostingServices, postJournal } from './post-journal.ts';

type WorkerServices = Pick<PostingServices, 'store' | 'clock' | 'rulesOf'> & { readonly logger: Pick<Logger, 'warn'> };

/** Gives the entries of the journal their numbers. */
export function createJournalWorker({ logger, ...services }: WorkerServices): Worker {
  let held = new Set<string>();
  return {
    name: 'journal',
    everyMs: 5_000,
    round: async (keepsLease) => {
      const before = held;
      held = new Set();
      const onHeld: PostingServices['onHeld'] = ({ idSociete, runMode }, why) => {
        const line = JSON.stringify([idSociete, runMode, why]);
        if (!before.has(line) && !held.has(line))
          logger.warn({ idSociete, runMode, why }, 'entries of the journal wait for their numbers');
        held.add(line);
      };
      await postJournal({ ...services, onHeld }, keepsLease);
    },
  };
}
