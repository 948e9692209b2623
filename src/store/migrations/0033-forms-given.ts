import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import { type DatabaseKind, tableWords } from './table.ts';

/** When an attempt's form left in the answer to a client. Null: it did not, or an older gateway gave it. */
export const createFormsGiven = (kind: DatabaseKind): Migration => ({
  up: async (db: Kysely<unknown>) => {
    await db.schema.alterTable('payment_attempts').addColumn('form_given_at', tableWords[kind].integer).execute();
  },
});
