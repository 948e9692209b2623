import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import { type DatabaseKind, tableWords } from './table.ts';

/**
 * When a bank answered without an operation in doubt. The number of questions cannot say it: some have no answer. An
 * older gateway leaves it null, and goes by the questions.
 */
export const createOperationsNotShown = (kind: DatabaseKind): Migration => ({
  up: async (db: Kysely<unknown>) => {
    await db.schema.alterTable('payment_operations').addColumn('not_shown_at', tableWords[kind].integer).execute();
  },
});
