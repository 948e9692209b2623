import assert from 'node:assert/strict';
import { type Kysely, sql } from 'kysely';
import type { Connection } from '../../../store/connection.ts';
import type { Preparation } from '../../../store/preparation.ts';
import { preparedQuery } from '../../../store/prepared-query.ts';
import { operationKind } from '../operations/bank-operation.ts';
import type {
  GivenBackQuery,
  OperationChange,
  OperationReads,
  OperationWrites,
  PaymentOperation,
} from '../operations/payment-operation.ts';
import { operationStatus } from '../operations/payment-operation.ts';
import { type DueValues, dueValues } from './clock-walks.ts';
import { known } from './stored-values.ts';
import { type OperationRow, operationColumns, type Tables } from './tables.ts';

/** Operations at the banks. */

export function operationQueries(db: Kysely<Tables>) {
  const operations = db.selectFrom('payment_operations').select(operationColumns);
  return {
    operationsOf: preparedQuery(({ paymentId }: { paymentId: string }) =>
      operations.where('payment_id', '=', paymentId).orderBy('id'),
    ),
    operation: preparedQuery(({ id }: { id: string }) => operations.where('id', '=', id)),
    givenBackBy: preparedQuery(({ client, runMode, since }: GivenBackQuery) =>
      db
        .selectFrom('payment_operations as operation')
        .innerJoin('payments', 'payments.id', 'operation.payment_id')
        .select(sql<number>`cast(coalesce(sum(operation.amount_cents), 0) as bigint)`.as('cents'))
        .where('operation.client', '=', client)
        .where('operation.created_at', '>=', since)
        .where('operation.status', 'not in', [sql.lit('REFUSED'), sql.lit('FAILED')])
        .where(
          sql`coalesce(operation.gives_back, case operation.kind when 'REFUND' then 1 else 0 end)`,
          '=',
          sql.lit(1),
        )
        .where('payments.effective_run_mode', '=', runMode),
    ),
    operationsToAsk: preparedQuery(({ now, at, id, limit }: DueValues) =>
      operations
        .where('next_ask_at', 'is not', sql.lit(null))
        .where('next_ask_at', '<=', now)
        .where('next_ask_at', '>=', at)
        .where((where) => where.or([where('next_ask_at', '>', at), where('id', '>', id)]))
        .orderBy('next_ask_at')
        .orderBy('id')
        .limit(limit),
    ),
    insertOperation: preparedQuery((row: OperationRow) =>
      db
        .insertInto('payment_operations')
        .values(Object.fromEntries(operationColumns.map((column) => [column, row[column]])) as OperationRow),
    ),
    updateOperation: preparedQuery((row: { id: string } & OperationChangeRow) =>
      db
        .updateTable('payment_operations')
        .set({
          attempt_id: row.attempt_id,
          gives_back: row.gives_back,
          status: row.status,
          bank_transaction: row.bank_transaction,
          bank_code: row.bank_code,
          reason: row.reason,
          asks: row.asks,
          next_ask_at: row.next_ask_at,
          created_at: row.created_at,
          updated_at: row.updated_at,
        })
        .where('id', '=', row.id),
    ),
  };
}

export function createOperationReads(
  { queries }: Preparation<typeof operationQueries>,
  connection: Connection,
): OperationReads {
  return {
    operationsOf: async (paymentId) => (await queries.operationsOf(connection, { paymentId })).rows.map(operationOf),
    operation: async (id) => {
      const [row] = (await queries.operation(connection, { id })).rows;
      return row === undefined ? null : operationOf(row);
    },
    givenBackBy: async (query) => {
      const [row] = (await queries.givenBackBy(connection, query)).rows;
      assert(row, 'a sum always has a row');
      return row.cents;
    },
    operationsToAsk: async (query) =>
      (await queries.operationsToAsk(connection, dueValues(query))).rows.map(operationOf),
  };
}

export function createOperationWrites(
  { queries }: Preparation<typeof operationQueries>,
  connection: Connection,
): OperationWrites {
  return {
    insertOperation: async (operation) => {
      await queries.insertOperation(connection, rowOfOperation(operation));
    },
    updateOperation: async (id, change) => {
      const { changes } = await queries.updateOperation(connection, { id, ...rowOfChange(change) });
      assert(changes === 1, 'the operation that changes is there');
    },
  };
}

type OperationChangeRow = Pick<
  OperationRow,
  | 'attempt_id'
  | 'gives_back'
  | 'status'
  | 'bank_transaction'
  | 'bank_code'
  | 'reason'
  | 'asks'
  | 'next_ask_at'
  | 'created_at'
  | 'updated_at'
>;

const rowOfChange = (change: OperationChange): OperationChangeRow => ({
  attempt_id: change.attemptId,
  gives_back: change.givesBack === null ? null : change.givesBack ? 1 : 0,
  status: change.status,
  bank_transaction: change.bankTransaction,
  bank_code: change.bankCode,
  reason: change.reason,
  asks: change.asks,
  next_ask_at: change.nextAskAt,
  created_at: change.createdAt,
  updated_at: change.updatedAt,
});

function rowOfOperation(operation: PaymentOperation): OperationRow {
  return {
    id: operation.id,
    payment_id: operation.paymentId,
    kind: operation.kind,
    amount_cents: operation.amountCents,
    origin: operation.origin,
    client: operation.client,
    ...rowOfChange(operation),
  };
}

function operationOf(row: OperationRow): PaymentOperation {
  assert(row.origin === 'CALLER' || row.origin === 'BANK', 'an operation is of a caller or of the bank');
  return {
    id: row.id,
    paymentId: row.payment_id,
    attemptId: row.attempt_id,
    kind: known(operationKind, row.kind),
    amountCents: row.amount_cents,
    givesBack: row.gives_back === null ? null : row.gives_back === 1,
    status: known(operationStatus, row.status),
    origin: row.origin,
    client: row.client,
    bankTransaction: row.bank_transaction,
    bankCode: row.bank_code,
    reason: row.reason,
    asks: row.asks,
    nextAskAt: row.next_ask_at,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}
