import type { Logger } from 'pino';
import { rulesOf, type Societe } from '../../kernel/merchant.ts';
import { parisDateOf } from '../../kernel/sepa/target-calendar.ts';
import type { Worker } from '../../workers/workers.ts';
import { whyHeld } from './exercises.ts';
import type { Books } from './journal.ts';
import { type PostingServices, postJournal } from './post-journal.ts';

type Services = Pick<PostingServices, 'store' | 'clock'> & {
  readonly societes: ReadonlyMap<string, Societe>;
};

/** Gives the entries of the journal their numbers. The log says once why the entries of a books wait. */
export function createJournalWorker(services: Services, logger: Pick<Logger, 'warn'>): Worker {
  const rules = rulesOf(services);
  let checked: Services['societes'] | null = null;
  let held = new Set<string>();
  return {
    name: 'journal',
    everyMs: 5_000,
    round: async (keepsLease) => {
      const { store, clock, societes } = services;
      const before = held;
      held = new Set();
      const onHeld = ({ idSociete, runMode }: Books, why: string): void => {
        const line = JSON.stringify([idSociete, runMode, why]);
        if (!before.has(line) && !held.has(line))
          logger.warn({ idSociete, runMode, why }, 'entries of the journal wait for their numbers');
        held.add(line);
      };
      // After a start or a reload, also where no entry waits yet.
      const changed = societes === checked ? [] : [...societes.keys()];
      checked = societes;
      for (const idSociete of changed) {
        for (const runMode of ['TEST', 'LIVE'] as const) {
          const books = { idSociete, runMode };
          const why = await whyHeld(store, books, rules(books), parisDateOf(clock()));
          if (why !== null) onHeld(books, why);
        }
      }
      await postJournal({ store, clock, rulesOf: rules, onHeld }, keepsLease);
    },
  };
}
