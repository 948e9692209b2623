import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import { type DatabaseKind, tableWords } from './table.ts';

/** The client that confirmed or rejected a bank file, and the file's sociétés (as JSON). */
export const createConfirmedBankFiles = (kind: DatabaseKind): Migration => {
  const { text, integer } = tableWords[kind];
  return {
    up: async (db: Kysely<unknown>) => {
      await db.schema.alterTable('bank_files').addColumn('societes', text).execute();
      await db.schema.alterTable('bank_files').addColumn('decided_by', text).execute();
      await db.schema.alterTable('bank_files').addColumn('decided_at', integer).execute();
    },
  };
};
