import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import { type DatabaseKind, tableWords } from './table.ts';

/** What identifies an entry of a statement, as JSON. Entries of older versions have none: their columns say it. */
export const createEntryFacts = (kind: DatabaseKind): Migration => ({
  up: async (db: Kysely<unknown>) => {
    await db.schema.alterTable('bank_entries').addColumn('facts', tableWords[kind].text).execute();
  },
});
