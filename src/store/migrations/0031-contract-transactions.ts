import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import { type DatabaseKind, tableWords } from './table.ts';

/**
 * The attempt that a bank's transaction pays, unique for each contract. Older claims stay in `bank_transactions` and
 * are looked up there, so that nothing is copied.
 */
export const createContractTransactions = (kind: DatabaseKind): Migration => ({
  up: async (db: Kysely<unknown>) => {
    const { text, end } = tableWords[kind];
    await db.schema
      .createTable('contract_transactions')
      .addColumn('contract', text, (column) => column.notNull())
      .addColumn('bank_transaction', text, (column) => column.notNull())
      .addColumn('attempt_id', text, (column) => column.notNull().references('payment_attempts.id'))
      .addPrimaryKeyConstraint('contract_transactions_pk', ['contract', 'bank_transaction'])
      .modifyEnd(end)
      .execute();
  },
});
