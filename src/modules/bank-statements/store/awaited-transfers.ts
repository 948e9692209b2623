import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Connection } from '../../../store/connection.ts';
import { columnsAre } from '../../../store/list-conditions.ts';
import type { Preparation } from '../../../store/preparation.ts';
import { readRows } from '../../../store/prepared-query.ts';
import { type PaymentRow, paymentColumns, paymentOf } from '../../payments/store/payment-row.ts';
import { isVisibleTo } from '../../payments/store/visible-to.ts';
import type { TransferQuery, TransferReads } from '../awaited-transfer.ts';
import type { bankMatchQueries } from './bank-matches.ts';

export const createTransferReads = (
  { db }: Preparation<typeof bankMatchQueries>,
  connection: Connection,
): TransferReads => ({
  awaitedTransfers: async (query) =>
    (await readRows<PaymentRow>(connection, listAwaited(query).compile(db))).map(paymentOf),
  receivedForPayments: async (ids) => {
    if (ids.length === 0) return new Map();
    const query = sql<{ readonly payment_id: string; readonly cents: number }>`
      select payment_id, cast(sum(case direction when 'CREDIT' then amount_cents else -amount_cents end) as bigint) as cents
      from bank_entries where payment_id in (${sql.join([...ids])}) and outcome = 'APPLIED' group by payment_id`;
    const rows = await readRows<{ readonly payment_id: string; readonly cents: number }>(connection, query.compile(db));
    return new Map(rows.map((row) => [row.payment_id, row.cents]));
  },
});

/** Along the partial index of what is awaited: a few thousand at most. */
export function listAwaited(query: TransferQuery): RawBuilder<PaymentRow> {
  const columns = sql.join(paymentColumns.map((column) => sql.ref(`payments.${column}`)));
  const conditions: readonly RawBuilder<SqlBool>[] = [
    sql<SqlBool>`flow = 'BANK_TRANSFER' and status = 'REQUIRES_ACTION'`,
    ...columnsAre<keyof PaymentRow>([
      ['effective_run_mode', query.runMode],
      ['id_societe', query.idSociete],
    ]),
    isVisibleTo(query.visibleTo),
    ...(query.expiresBy === null ? [] : [sql<SqlBool>`expires_at <= ${query.expiresBy}`]),
    ...(query.isInPart ? [hasEntry] : []),
    ...(query.beforeId === null ? [] : [sql<SqlBool>`${id} < ${query.beforeId}`]),
  ];
  return sql<PaymentRow>`select ${columns} from payments where ${sql.join(conditions, sql` and `)}
    order by ${id} desc limit ${query.limit}`;
}

/** Not by the key: along it, every payment would be looked at. */
const id = sql`payments.id || ''`;

const hasEntry = sql<SqlBool>`exists (select 1 from bank_entries
  where bank_entries.payment_id = payments.id and bank_entries.outcome = 'APPLIED')`;
