import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** What lists of entries are narrowed by. Cards and bookings are most of the entries, so their kinds are in no index. */
export const createJournalLists = (): Migration => ({
  up: async (db: Kysely<unknown>) => {
    await sql`create index journal_entries_kind on journal_entries (id_societe, run_mode, kind, id)
      where kind not in ('CARD_PAID', 'RECORDED')`.execute(db);
    await sql`create index journal_entries_numbered on journal_entries (id_societe, run_mode, number, id)
      where number is not null`.execute(db);
    await sql`create index journal_lines_account on journal_lines (account, entry_id)`.execute(db);
  },
});
