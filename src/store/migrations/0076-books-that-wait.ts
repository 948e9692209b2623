import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { createIndexText, type IndexBuild } from './index-build.ts';

/**
 * What the poster of the journal looks at. Entries of a books that wait are passed at one step, where others have to get
 * their numbers, and where the days of those that have theirs are asked for.
 */
export const postingIndexes: readonly IndexBuild[] = [
  {
    name: 'journal_entries_waiting',
    on: 'journal_entries (id_societe, run_mode, id) where position is null',
  },
  {
    name: 'journal_entries_posted_days',
    on: 'journal_entries (id_societe, run_mode, date) where position is not null',
  },
];

/** On PostgreSQL they were made beforehand, while older gateways write: see `builtBeforehand`. */
export const createBooksThatWait = (): Migration => ({
  up: async (db: Kysely<unknown>) => {
    for (const index of postingIndexes) await sql.raw(createIndexText(index)).execute(db);
  },
});
