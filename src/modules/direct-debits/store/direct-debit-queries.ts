import { type Kysely, sql } from 'kysely';
import { paymentStatus } from '../../../kernel/vocabulary.ts';
import { insertRow, pick, preparedQuery } from '../../../store/prepared-query.ts';
import { paymentColumns } from '../../payments/store/payment-row.ts';
import type { DirectDebitReads, DueQuery } from '../batches/direct-debit.ts';
import {
  type BatchRow,
  batchChangeColumns,
  batches as batchRecord,
  type DirectDebitRow,
  directDebits as debitRecord,
  directDebitChangeColumns,
} from './direct-debit-tables.ts';
import { mandateColumns } from './mandate-tables.ts';
import type { Tables } from './tables.ts';

/** The join's columns are renamed, because payment and mandate have columns of the same names. */
const paymentOfDebit = paymentColumns.map((column) => `payments.${column} as p_${column}` as const);
export const mandateOfDebit = mandateColumns.map((column) => `mandates.${column} as m_${column}` as const);
export const ownOfDebit = debitRecord.columns.map((column) => `direct_debits.${column}` as const);

type DuePage = Omit<DueQuery, 'after'> & { readonly afterDate: string; readonly afterPaymentId: string };

type DebitsOfAmount = Parameters<DirectDebitReads['debitsOfAmount']>[0];

/** Every query about direct debits of a fixed shape. */
export function directDebitQueries(db: Kysely<Tables>) {
  return { ...debitQueries(db), ...useQueries(db), ...dueQueries(db), ...batchQueries(db), ...reviewQueries(db) };
}

function debitQueries(db: Kysely<Tables>) {
  const debits = db.selectFrom('direct_debits').select(debitRecord.columns);
  const debitsIn = (column: 'batch_id' | 'block_id') =>
    preparedQuery((of: { id: string; afterPaymentId: string; limit: number }) =>
      debits
        .where(column, '=', of.id)
        .where('payment_id', '>', of.afterPaymentId)
        .orderBy('payment_id')
        .limit(of.limit),
    );
  return {
    directDebitOf: preparedQuery(({ paymentId }: { paymentId: string }) =>
      debits.where('payment_id', '=', paymentId).orderBy('presentation', 'desc').limit(sql.lit(1)),
    ),
    directDebitByEndToEndId: preparedQuery(({ endToEndId }: { endToEndId: string }) =>
      debits.where('end_to_end_id', '=', endToEndId),
    ),
    debitsOfBatch: debitsIn('batch_id'),
    debitsOfBlock: debitsIn('block_id'),
    debitsOfAmount: preparedQuery((of: DebitsOfAmount) =>
      debits
        // Literals, as in the partial index.
        .where(({ and }) => and({ state: sql.lit('BATCHED'), id_societe: of.idSociete, amount_cents: of.amountCents }))
        .where('due_date', '<=', of.dueBy)
        .where('run_mode', '=', of.runMode)
        .orderBy('due_date', 'desc')
        .orderBy('payment_id', 'desc')
        .limit(of.limit),
    ),
    insertDirectDebit: insertRow(db, 'direct_debits', debitRecord.columns),
    updateDirectDebit: preparedQuery((row: DirectDebitRow & { from: string }) =>
      db
        .updateTable('direct_debits')
        .set(pick(row, directDebitChangeColumns))
        .where(({ and }) => and({ payment_id: row.payment_id, presentation: row.presentation, state: row.from })),
    ),
  };
}

/** What a mandate was used for. */
function useQueries(db: Kysely<Tables>) {
  return {
    debitsOfMandate: preparedQuery((of: { mandateId: string; limit: number }) =>
      db
        .selectFrom('direct_debits')
        .select(debitRecord.columns)
        .where('mandate_id', '=', of.mandateId)
        .where('state', '=', sql.lit('BATCHED'))
        .orderBy('payment_id', 'desc')
        .limit(of.limit),
    ),
    endedUses: preparedQuery((of: { mandateId: string; batchId: string }) =>
      db
        .selectFrom('direct_debits')
        .innerJoin('direct_debit_batches', 'direct_debit_batches.id', 'direct_debits.batch_id')
        .select(ownOfDebit)
        .where('direct_debits.mandate_id', '=', of.mandateId)
        .where('direct_debits.state', 'in', [sql.lit('REFUSED'), sql.lit('WITHDRAWN')])
        .where('direct_debits.batch_id', '<>', of.batchId)
        .where('direct_debit_batches.status', '<>', sql.lit('CANCELLED')),
    ),
    reportsOf: preparedQuery(({ mandateId }: { mandateId: string }) =>
      db
        .selectFrom('direct_debits')
        .select(debitRecord.columns)
        .where('mandate_id', '=', mandateId)
        .where('amendment', 'is not', null),
    ),
    openDebitOf: preparedQuery(({ mandateId }: { mandateId: string }) =>
      db
        .selectFrom('direct_debits')
        .select('payment_id')
        .where('mandate_id', '=', mandateId)
        .where('state', 'in', [sql.lit('WAITING'), sql.lit('BATCHED')])
        // A settled one stays in its batch, and where it ends no mandate, it stands in the way of none.
        .where(({ or, eb }) => or([eb('state', '=', 'WAITING'), eb('sequence_type', 'in', ['OOFF', 'FNAL'])]))
        .limit(sql.lit(1)),
    ),
  };
}

function dueQueries(db: Kysely<Tables>) {
  return {
    dueDebits: preparedQuery((page: DuePage) =>
      db
        .selectFrom('direct_debits')
        .innerJoin('payments', 'payments.id', 'direct_debits.payment_id')
        .innerJoin('mandates', 'mandates.id', 'direct_debits.mandate_id')
        .select([...ownOfDebit, ...paymentOfDebit, ...mandateOfDebit])
        .where('direct_debits.state', '=', sql.lit('WAITING'))
        .where('direct_debits.run_mode', '=', page.runMode)
        .where('direct_debits.id_societe', '=', page.idSociete)
        .where('direct_debits.scheme', '=', page.scheme)
        .where('direct_debits.due_date', '<=', page.cutOff)
        .where(
          sql<boolean>`(direct_debits.due_date, direct_debits.payment_id) > (${page.afterDate}, ${page.afterPaymentId})`,
        )
        .orderBy('direct_debits.due_date')
        .orderBy('direct_debits.payment_id')
        .limit(page.limit),
    ),
  };
}

function batchQueries(db: Kysely<Tables>) {
  const batches = db.selectFrom('direct_debit_batches').select(batchRecord.columns);
  return {
    directDebitBatch: preparedQuery(({ id }: { id: string }) => batches.where('id', '=', id)),
    directDebitBatchByMessageId: preparedQuery(({ messageId }: { messageId: string }) =>
      batches.where('message_id', '=', messageId),
    ),
    insertDirectDebitBatch: insertRow(db, 'direct_debit_batches', batchRecord.columns),
    updateDirectDebitBatch: preparedQuery((row: BatchRow & { expectedVersion: number }) =>
      db
        .updateTable('direct_debit_batches')
        .set(pick(row, batchChangeColumns))
        .where('id', '=', row.id)
        .where('version', '=', row.expectedVersion),
    ),
    insertDirectDebitFile: insertRow(db, 'direct_debit_files', ['batch_id', 'bytes']),
    directDebitFile: preparedQuery(({ batchId }: { batchId: string }) =>
      db.selectFrom('direct_debit_files').select('bytes').where('batch_id', '=', batchId),
    ),
  };
}

/** The cases for a person, and their number. */
function reviewQueries(db: Kysely<Tables>) {
  return {
    debitsToReview: preparedQuery(({ dueBy, behindId, limit }: { dueBy: string; behindId: string; limit: number }) =>
      db
        .selectFrom('payments')
        .select(['id', 'created_at as at'])
        .where('status', '=', sql.lit('SUBMITTED'))
        .where('id', '>', behindId)
        .where(({ exists, selectFrom }) =>
          exists(
            selectFrom('direct_debits')
              .select('direct_debits.payment_id')
              .whereRef('direct_debits.payment_id', '=', 'payments.id')
              // No plain column: SQLite would go along every debit of this state, for each payment.
              .where(sql<boolean>`coalesce(direct_debits.state, '') = 'BATCHED'`)
              .where('direct_debits.due_date', '<=', dueBy),
          ),
        )
        .orderBy('id')
        .limit(limit),
    ),
    waitingDebitDays: preparedQuery(({ runMode, idSociete }: { runMode: string; idSociete: string }) =>
      db
        .selectFrom('direct_debits')
        .select(['scheme', 'due_date', sql<number>`count(*)`.as('debits')])
        .select(sql<number>`cast(sum(amount_cents) as bigint)`.as('cents'))
        .where(({ and }) => and({ state: sql.lit('WAITING'), run_mode: runMode, id_societe: idSociete }))
        .groupBy(['scheme', 'due_date'])
        .orderBy('scheme')
        .orderBy('due_date'),
    ),
    outcomesOfBatch: preparedQuery(({ batchId }: { batchId: string }) =>
      db
        .selectFrom('direct_debits')
        .innerJoin('payments', 'payments.id', 'direct_debits.payment_id')
        // Each status is counted for itself: groups would be sorted.
        .select(
          paymentStatus.names.flatMap((status) => [
            sql<number>`count(*) filter (where payments.status = ${sql.lit(status)})`.as(`debits ${status}`),
            sql<
              number | null
            >`cast(sum(direct_debits.amount_cents) filter (where payments.status = ${sql.lit(status)}) as bigint)`.as(
              `cents ${status}`,
            ),
          ]),
        )
        .where('direct_debits.batch_id', '=', batchId)
        .where('direct_debits.state', '<>', sql.lit('WITHDRAWN')),
    ),
    overdueDebits: preparedQuery(({ runMode, today }: { runMode: string; today: string }) =>
      db
        .selectFrom('direct_debits')
        .select(sql<number>`count(*)`.as('found'))
        .where('state', '=', sql.lit('WAITING'))
        .where('run_mode', '=', runMode)
        .where('due_date', '<', today),
    ),
  };
}
