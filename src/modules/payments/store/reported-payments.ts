import assert from 'node:assert/strict';
import type { Kysely } from 'kysely';
import type { EffectiveRunMode, PaymentTarget } from '../../../kernel/vocabulary.ts';
import type { Connection } from '../../../store/connection.ts';
import { unread } from '../../../store/list-conditions.ts';
import type { Preparation } from '../../../store/preparation.ts';
import { first, insertRowOnce, pick, preparedQuery } from '../../../store/prepared-query.ts';
import type { ReportedPayment, ReportReads, ReportWrites } from '../notifications/reported-payment.ts';
import { type DueValues, dueBy, dueValues } from './clock-walks.ts';
import { attemptOf } from './rows.ts';
import {
  type AttemptRow,
  attemptColumns,
  type ContractTransactionRow,
  type ReportedPaymentRow,
  type Tables,
} from './tables.ts';

/** Payments reported as paid and not confirmed by the bank yet, and the attempt of a contract's transaction. */

export function reportQueries(db: Kysely<Tables>) {
  const reports = db
    .selectFrom('reported_payments')
    .innerJoin('payment_attempts', 'payment_attempts.id', 'reported_payments.attempt_id')
    .select(attemptColumns)
    .select(['reported_payments.bank_transactions', 'since', 'next_ask_at']);
  return {
    reportsToAsk: preparedQuery((values: DueValues) => reports.$call(dueBy('next_ask_at', 'attempt_id', values))),
    reportOf: preparedQuery(({ attemptId }: { attemptId: string }) => reports.where('attempt_id', '=', attemptId)),
    saveReport: preparedQuery((row: ReportedPaymentRow) =>
      db
        .insertInto('reported_payments')
        .values(pick(row, ['attempt_id', 'bank_transactions', 'since', 'next_ask_at']))
        .onConflict((conflict) =>
          conflict.column('attempt_id').doUpdateSet({
            bank_transactions: (update) => update.ref('excluded.bank_transactions'),
            since: (update) => update.ref('excluded.since'),
            next_ask_at: (update) => update.ref('excluded.next_ask_at'),
          }),
        ),
    ),
    postponeReport: preparedQuery((row: Omit<ReportedPaymentRow, 'since'>) =>
      db
        .updateTable('reported_payments')
        .set({ next_ask_at: row.next_ask_at })
        .where('attempt_id', '=', row.attempt_id)
        .where('bank_transactions', '=', row.bank_transactions),
    ),
    deleteReport: preparedQuery((row: Pick<ReportedPaymentRow, 'attempt_id' | 'bank_transactions'>) =>
      db
        .deleteFrom('reported_payments')
        .where('attempt_id', '=', row.attempt_id)
        .where('bank_transactions', '=', row.bank_transactions),
    ),
    claimantOf: preparedQuery((claim: { target: PaymentTarget; runMode: EffectiveRunMode; bankTransaction: string }) =>
      db
        .selectFrom('bank_transactions')
        .innerJoin('payment_attempts', 'payment_attempts.id', 'bank_transactions.attempt_id')
        .innerJoin('payments', 'payments.id', 'payment_attempts.payment_id')
        .select(['bank_transactions.attempt_id', 'payments.id_societe'])
        .where('bank_transactions.target', '=', claim.target)
        .where('bank_transactions.run_mode', '=', claim.runMode)
        .where('bank_transactions.bank_transaction', '=', claim.bankTransaction),
    ),
    claimContractTransaction: insertRowOnce(db, 'contract_transactions', [
      'contract',
      'bank_transaction',
      'attempt_id',
    ]),
    attemptOfContractTransaction: preparedQuery((claim: Omit<ContractTransactionRow, 'attempt_id'>) =>
      db
        .selectFrom('contract_transactions')
        .select('attempt_id')
        .where('contract', '=', claim.contract)
        .where('bank_transaction', '=', claim.bank_transaction),
    ),
  };
}

const reportOf = (row: AttemptRow & Omit<ReportedPaymentRow, 'attempt_id'>): ReportedPayment => ({
  id: row.id,
  attempt: attemptOf(row),
  bankTransactions: row.bank_transactions.split(' '),
  since: row.since,
  nextAskAt: row.next_ask_at,
});

const asRead = ({ id, bankTransactions }: Pick<ReportedPayment, 'id' | 'bankTransactions'>) => ({
  attempt_id: id,
  bank_transactions: bankTransactions.join(' '),
});

export function createReportReads({ queries }: Preparation<typeof reportQueries>, connection: Connection): ReportReads {
  return {
    reportsToAsk: async (query) =>
      unread((await queries.reportsToAsk(connection, dueValues(query))).rows, 'next_ask_at', reportOf),
    reportOf: async (attemptId) => first(await queries.reportOf(connection, { attemptId }), reportOf),
    claimantOf: async (target, runMode, bankTransaction) => {
      const [row] = (await queries.claimantOf(connection, { target, runMode, bankTransaction })).rows;
      return row === undefined ? null : { attemptId: row.attempt_id, idSociete: row.id_societe };
    },
  };
}

export function createReportWrites(
  { queries }: Preparation<typeof reportQueries>,
  connection: Connection,
): ReportWrites {
  return {
    saveReport: async ({ id, bankTransactions, since, nextAskAt }) => {
      const row = { ...asRead({ id, bankTransactions }), since, next_ask_at: nextAskAt };
      await queries.saveReport(connection, row);
    },
    postponeReport: async (read, nextAskAt) => {
      const { changes } = await queries.postponeReport(connection, { ...asRead(read), next_ask_at: nextAskAt });
      return changes === 1;
    },
    deleteReport: async (read) => (await queries.deleteReport(connection, asRead(read))).changes === 1,
    claimContractTransaction: async ({ contract, bankTransaction: bank_transaction, attemptId }) => {
      const row = { contract, bank_transaction, attempt_id: attemptId };
      if ((await queries.claimContractTransaction(connection, row)).changes === 1) return attemptId;
      const [holder] = (await queries.attemptOfContractTransaction(connection, { contract, bank_transaction })).rows;
      assert(holder, 'a transaction that is taken has a holder');
      return holder.attempt_id;
    },
  };
}
