import assert from 'node:assert/strict';
import { sql } from 'kysely';
import { mandateScheme } from '../../../kernel/sepa/mandate.ts';
import { isCalendarDate } from '../../../kernel/sepa/target-calendar.ts';
import { paymentStatus } from '../../../kernel/vocabulary.ts';
import type { Connection } from '../../../store/connection.ts';
import { columnsAre } from '../../../store/list-conditions.ts';
import type { Preparation } from '../../../store/preparation.ts';
import { done, first, readRows } from '../../../store/prepared-query.ts';
import type { PaymentRow } from '../../payments/store/payment-row.ts';
import { paymentOf } from '../../payments/store/payment-row.ts';
import { known } from '../../payments/store/stored-values.ts';
import type {
  BatchQuery,
  DebitUnderMandate,
  DirectDebitReads,
  DirectDebitWrites,
  DueDebit,
  Presentation,
} from '../batches/direct-debit.ts';
import { type directDebitQueries, mandateOfDebit, ownOfDebit } from './direct-debit-queries.ts';
import { type BatchRow, batches, type DirectDebitRow, directDebits } from './direct-debit-tables.ts';
import type { MandateRow } from './mandate-tables.ts';
import { mandateOf } from './mandates.ts';

const batchOf = ({ batchId }: Presentation): string => batchId ?? assert.fail('what reports a change is in a file');

export function createDirectDebitReads(
  { db, queries }: Preparation<typeof directDebitQueries>,
  connection: Connection,
): DirectDebitReads {
  return {
    directDebitOf: async (paymentId) =>
      first(await queries.directDebitOf(connection, { paymentId }), directDebits.read),
    directDebitsOfPayments: async (ids) => {
      if (ids.length === 0) return new Map();
      const query = db.selectFrom('direct_debits').select(directDebits.columns).where('payment_id', 'in', ids);
      const rows = await readRows<DirectDebitRow>(connection, query.orderBy('presentation').compile());
      return new Map(rows.map((row) => [row.payment_id, directDebits.read(row)]));
    },
    directDebitByEndToEndId: async (endToEndId) =>
      first(await queries.directDebitByEndToEndId(connection, { endToEndId }), directDebits.read),
    dueDebits: async ({ after, ...query }) => {
      const behind = { afterDate: after?.dueDate ?? '', afterPaymentId: after?.paymentId ?? '' };
      // The builder cannot tell which of the many columns has which type.
      const { rows } = await queries.dueDebits(connection, { ...query, ...behind });
      return (rows as readonly unknown[] as readonly DueRow[]).map(dueDebitOf);
    },
    debitsOfBatch: async (id, afterPaymentId, limit) =>
      (await queries.debitsOfBatch(connection, { id, afterPaymentId, limit })).rows.map(directDebits.read),
    debitsOfBlock: async (id, afterPaymentId, limit) =>
      (await queries.debitsOfBlock(connection, { id, afterPaymentId, limit })).rows.map(directDebits.read),
    debitsOfMandate: async (mandateId, limit) =>
      (await queries.debitsOfMandate(connection, { mandateId, limit })).rows.map(directDebits.read),
    // Sorted here: no index of a mandate's debits has this order, and few of them report a change.
    reportsOf: async (mandateId) =>
      (await queries.reportsOf(connection, { mandateId })).rows
        .map(directDebits.read)
        .toSorted((one, other) => batchOf(other).localeCompare(batchOf(one))),
    endedUses: async (of) => (await queries.endedUses(connection, of)).rows.map(directDebits.read),
    unsentUses: async (mandateIds, batchId) =>
      (await readRows<UnderMandateRow>(connection, unsentUses(db, mandateIds, batchId).compile())).map(underMandateOf),
    debitsOfAmount: async (of) => (await queries.debitsOfAmount(connection, of)).rows.map(directDebits.read),
    hasOpenDebit: async (mandateId) => (await queries.openDebitOf(connection, { mandateId })).rows.length > 0,
    directDebitBatch: async (id) => first(await queries.directDebitBatch(connection, { id }), batches.read),
    directDebitBatchByMessageId: async (messageId) =>
      first(await queries.directDebitBatchByMessageId(connection, { messageId }), batches.read),
    directDebitBatches: async (query) =>
      (await readRows<BatchRow>(connection, listBatches(db, query).compile())).map(batches.read),
    directDebitFile: async (batchId) =>
      first(await queries.directDebitFile(connection, { batchId }), ({ bytes }) =>
        Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength),
      ),
    debitsToReview: async (query) => (await queries.debitsToReview(connection, query)).rows,
    waitingDebitDays: async (query) =>
      (await queries.waitingDebitDays(connection, query)).rows.map(({ scheme, due_date: dueDate, debits, cents }) => {
        assert(isCalendarDate(dueDate), 'a debit falls due on a date');
        return { dueDate, scheme: known(mandateScheme, scheme), debits, cents };
      }),
    outcomesOfBatch: async (batchId) => {
      const [row] = (await queries.outcomesOfBatch(connection, { batchId })).rows;
      return paymentStatus.names.flatMap((status) => {
        const [debits, cents] = [row?.[`debits ${status}`], row?.[`cents ${status}`]];
        return debits && typeof cents === 'number' ? [{ status, debits, cents }] : [];
      });
    },
    overdueDebits: async (query) => (await queries.overdueDebits(connection, query)).rows[0]?.found ?? 0,
  };
}

export function createDirectDebitWrites(
  { queries }: Preparation<typeof directDebitQueries>,
  connection: Connection,
): DirectDebitWrites {
  return {
    insertDirectDebit: (debit) => done(queries.insertDirectDebit(connection, directDebits.write(debit))),
    updateDirectDebit: async (debit, from) =>
      (await queries.updateDirectDebit(connection, { ...directDebits.write(debit), from })).changes === 1,
    insertDirectDebitBatch: async (batch, file) => {
      await queries.insertDirectDebitBatch(connection, batches.write(batch));
      await queries.insertDirectDebitFile(connection, { batch_id: batch.id, bytes: file });
    },
    updateDirectDebitBatch: async (batch) => {
      const row = { ...batches.write(batch), expectedVersion: batch.version - 1 };
      return (await queries.updateDirectDebitBatch(connection, row)).changes === 1;
    },
  };
}

function listBatches(db: Preparation<typeof directDebitQueries>['db'], query: BatchQuery) {
  const { idSociete, runModes, statuses, societes, beforeId, limit } = query;
  return db
    .selectFrom('direct_debit_batches')
    .select(batches.columns)
    .where((builder) =>
      builder.and([
        ...columnsAre<keyof BatchRow>([
          ['run_mode', runModes],
          ['id_societe', idSociete],
          ['status', statuses],
          ['id_societe', societes],
        ]),
        ...(beforeId === null ? [] : [builder('id', '<', beforeId)]),
      ]),
    )
    .orderBy('id', 'desc')
    .limit(limit);
}

const unsentUses = (db: Preparation<typeof directDebitQueries>['db'], mandateIds: readonly string[], batchId: string) =>
  db
    .selectFrom('direct_debits')
    .innerJoin('mandates', 'mandates.id', 'direct_debits.mandate_id')
    // One statement: it sees the mandates and their debits at one moment.
    .select([...ownOfDebit, ...mandateOfDebit])
    // Literals, as in the partial index.
    .where('direct_debits.state', '=', sql.lit('BATCHED'))
    .where('mandate_id', 'in', mandateIds)
    .where('batch_id', 'in', ({ selectFrom }) =>
      selectFrom('direct_debit_batches')
        .select('id')
        .where((batch) => batch.or([batch('status', '=', sql.lit('CREATED')), batch('id', '=', batchId)]))
        .where('first_downloaded_at', 'is', null),
    )
    .orderBy('batch_id', 'desc');

type Prefixed<Row, Prefix extends string> = {
  readonly [Column in keyof Row & string as `${Prefix}${Column}`]: Row[Column];
};
type UnderMandateRow = DirectDebitRow & Prefixed<MandateRow, 'm_'>;
type DueRow = UnderMandateRow & Prefixed<PaymentRow, 'p_'>;

const underMandateOf = (row: UnderMandateRow): DebitUnderMandate => ({
  debit: directDebits.read(row),
  mandate: mandateOf(withoutPrefix<MandateRow>(row, 'm_')),
});

const dueDebitOf = (row: DueRow): DueDebit => ({
  ...underMandateOf(row),
  payment: paymentOf(withoutPrefix<PaymentRow>(row, 'p_')),
});

const withoutPrefix = <Row>(row: object, prefix: string): Row =>
  Object.fromEntries(
    Object.entries(row).flatMap(([column, value]) =>
      column.startsWith(prefix) ? [[column.slice(prefix.length), value]] : [],
    ),
  ) as Row;
