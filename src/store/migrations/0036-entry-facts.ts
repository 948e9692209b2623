import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import { type DatabaseKind, tableWords } from './table.ts';

/** The identity of a statement's entry, as JSON. Entries of older versions have only their columns. */
export const createEntryFacts = (kind: DatabaseKind): Migration => ({
  up: async (db: Kysely<unknown>) => {
    await db.schema.alterTable('bank_entries').addColumn('facts', tableWords[kind].text).execute();
  },
});
