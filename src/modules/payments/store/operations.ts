import assert from 'node:assert/strict';
import { type Kysely, sql } from 'kysely';
import { StaleVersionError } from '../../../kernel/until-fresh.ts';
import type { Connection } from '../../../store/connection.ts';
import { unread } from '../../../store/list-conditions.ts';
import type { Preparation } from '../../../store/preparation.ts';
import { done, first, insertRow, pick, preparedQuery } from '../../../store/prepared-query.ts';
import type { GivenBackQuery, OperationReads, OperationWrites } from '../operations/payment-operation.ts';
import { type DueValues, dueBy, dueValues } from './clock-walks.ts';
import { type OperationRow, paymentOperations, type Tables } from './tables.ts';

/** Operations at the banks. */

export function operationQueries(db: Kysely<Tables>) {
  const operations = db.selectFrom('payment_operations').select(paymentOperations.columns);
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
    operationsToAsk: preparedQuery((values: DueValues) =>
      operations.where('next_ask_at', 'is not', sql.lit(null)).$call(dueBy('next_ask_at', 'id', values)),
    ),
    insertOperation: insertRow(db, 'payment_operations', paymentOperations.columns),
    updateOperation: preparedQuery((row: { id: string; from: string; sentAt: number } & OperationChangeRow) =>
      db
        .updateTable('payment_operations')
        .set(pick(row, changeColumns))
        .where(({ and }) => and({ id: row.id, status: row.from, created_at: row.sentAt })),
    ),
  };
}

export function createOperationReads(
  { queries }: Preparation<typeof operationQueries>,
  connection: Connection,
): OperationReads {
  return {
    operationsOf: async (paymentId) =>
      (await queries.operationsOf(connection, { paymentId })).rows.map(paymentOperations.read),
    operation: async (id) => first(await queries.operation(connection, { id }), paymentOperations.read),
    givenBackBy: async (query) => {
      const [row] = (await queries.givenBackBy(connection, query)).rows;
      assert(row, 'a sum always has a row');
      return row.cents;
    },
    operationsToAsk: async (query) =>
      unread((await queries.operationsToAsk(connection, dueValues(query))).rows, 'next_ask_at', paymentOperations.read),
  };
}

export function createOperationWrites(
  { queries }: Preparation<typeof operationQueries>,
  connection: Connection,
): OperationWrites {
  return {
    insertOperation: (operation) => done(queries.insertOperation(connection, paymentOperations.write(operation))),
    updateOperation: async ({ id, status: from, createdAt: sentAt }, change) => {
      const row = { ...paymentOperations.write(change), id, from, sentAt };
      const { changes } = await queries.updateOperation(connection, row);
      if (changes === 0) throw new StaleVersionError(`operation ${id} is not as it was read any more`);
    },
  };
}

const changeColumns = [
  ...(['attempt_id', 'gives_back', 'status', 'bank_transaction', 'bank_code', 'reason', 'asks'] as const),
  ...(['next_ask_at', 'not_shown_at', 'created_at', 'updated_at'] as const),
] as const satisfies readonly (keyof OperationRow)[];
type OperationChangeRow = Pick<OperationRow, (typeof changeColumns)[number]>;
