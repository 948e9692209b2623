import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { createIndexText, type IndexBuild } from './index-build.ts';

/** Finds the payments that a bank has contradicted. It holds these events alone: an initiation writes none. */
export const contradictionIndex: IndexBuild = {
  name: 'payment_events_contradictions',
  on: `payment_events (at, payment_id) where type = 'CONTRADICTION'`,
};

export const createContradictions = (): Migration => ({
  up: async (db: Kysely<unknown>) => {
    await sql.raw(createIndexText(contradictionIndex)).execute(db);
  },
});
