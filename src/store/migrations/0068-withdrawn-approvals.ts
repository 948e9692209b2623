import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import { type DatabaseKind, tableWords } from './table.ts';

/**
 * When the one who asked for an approval withdrew it. The row says `REFUSED` then: an older gateway knows no other word
 * for what nothing was done about, and must neither hold it back nor decide it.
 */
export const createWithdrawnApprovals = (kind: DatabaseKind): Migration => ({
  up: async (db: Kysely<unknown>) => {
    await db.schema.alterTable('approvals').addColumn('withdrawn_at', tableWords[kind].integer).execute();
  },
});
