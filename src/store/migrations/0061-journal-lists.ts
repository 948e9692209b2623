import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { createIndexText, type IndexBuild } from './index-build.ts';

/** What lists of entries are narrowed by. Cards and bookings are most of the entries, so their kinds are in no index. */
export const journalListIndexes: readonly IndexBuild[] = [
  {
    name: 'journal_entries_kind',
    on: `journal_entries (id_societe, run_mode, kind, id) where kind not in ('CARD_PAID', 'RECORDED')`,
  },
  {
    name: 'journal_entries_numbered',
    on: 'journal_entries (id_societe, run_mode, number, id) where number is not null',
  },
  { name: 'journal_lines_account', on: 'journal_lines (account, entry_id)' },
];

/** On PostgreSQL they were made beforehand, while older gateways write: see `builtBeforehand`. */
export const createJournalLists = (): Migration => ({
  up: async (db: Kysely<unknown>) => {
    for (const index of journalListIndexes) await sql.raw(createIndexText(index)).execute(db);
  },
});
