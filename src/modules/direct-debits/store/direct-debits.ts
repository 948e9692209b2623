import assert from 'node:assert/strict';
import { mandateScheme } from '../../../kernel/sepa/mandate.ts';
import { isCalendarDate } from '../../../kernel/sepa/target-calendar.ts';
import { paymentStatus } from '../../../kernel/vocabulary.ts';
import type { Connection } from '../../../store/connection.ts';
import { columnsAre } from '../../../store/list-conditions.ts';
import type { Preparation } from '../../../store/preparation.ts';
import { first, statementOf } from '../../../store/prepared-query.ts';
import type { PaymentRow } from '../../payments/store/payment-row.ts';
import { paymentOf } from '../../payments/store/payment-row.ts';
import { effectiveRunModeOf, known } from '../../payments/store/stored-values.ts';
import {
  type BatchQuery,
  batchStatus,
  type DirectDebitReads,
  type DirectDebitWrites,
  type DueDebit,
  directDebitState,
  type Presentation,
  type StoredBatch,
} from '../batches/direct-debit.ts';
import { type DirectDebitFileVersion, directDebitFileVersions } from '../files/direct-debit-input.ts';
import { type PendingAmendment, sequenceType } from '../mandates/mandate.ts';
import type { directDebitQueries } from './direct-debit-queries.ts';
import { type BatchRow, batchColumns, type DirectDebitRow, directDebitColumns } from './direct-debit-tables.ts';
import type { MandateRow } from './mandate-tables.ts';
import { mandateOf } from './mandates.ts';

export function createDirectDebitReads(
  { db, queries }: Preparation<typeof directDebitQueries>,
  connection: Connection,
): DirectDebitReads {
  return {
    directDebitOf: async (paymentId) => first(await queries.directDebitOf(connection, { paymentId }), debitOf),
    directDebitsOfPayments: async (ids) => {
      if (ids.length === 0) return new Map();
      const query = db.selectFrom('direct_debits').select(directDebitColumns).where('payment_id', 'in', ids);
      const statement = statementOf(query.orderBy('presentation').compile());
      const { rows } = await connection.execute<DirectDebitRow>(statement);
      return new Map(rows.map((row) => [row.payment_id, debitOf(row)]));
    },
    directDebitByEndToEndId: async (endToEndId) =>
      first(await queries.directDebitByEndToEndId(connection, { endToEndId }), debitOf),
    dueDebits: async ({ after, ...query }) => {
      const behind = { afterDate: after?.dueDate ?? '', afterPaymentId: after?.paymentId ?? '' };
      // The builder cannot tell which of the many columns has which type.
      const { rows } = await queries.dueDebits(connection, { ...query, ...behind });
      return (rows as readonly unknown[] as readonly DueRow[]).map(dueDebitOf);
    },
    debitsOfBatch: async (batchId, afterPaymentId, limit) =>
      (await queries.debitsOfBatch(connection, { batchId, afterPaymentId, limit })).rows.map(debitOf),
    debitsOfBlock: async (blockId, afterPaymentId, limit) =>
      (await queries.debitsOfBlock(connection, { blockId, afterPaymentId, limit })).rows.map(debitOf),
    debitsOfMandate: async (mandateId, limit) =>
      (await queries.debitsOfMandate(connection, { mandateId, limit })).rows.map(debitOf),
    debitsOfAmount: async (of) => (await queries.debitsOfAmount(connection, of)).rows.map(debitOf),
    hasOpenDebit: async (mandateId) => (await queries.openDebitOf(connection, { mandateId })).rows.length > 0,
    directDebitBatch: async (id) => first(await queries.directDebitBatch(connection, { id }), batchOf),
    directDebitBatchByMessageId: async (messageId) =>
      first(await queries.directDebitBatchByMessageId(connection, { messageId }), batchOf),
    directDebitBatches: async (query) => {
      const statement = statementOf(listBatches(db, query).compile());
      return (await connection.execute<BatchRow>(statement)).rows.map(batchOf);
    },
    directDebitFile: async (batchId) =>
      first(await queries.directDebitFile(connection, { batchId }), ({ bytes }) =>
        Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength),
      ),
    debitsToReview: async (query) => (await queries.debitsToReview(connection, query)).rows.map(paymentOf),
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
    insertDirectDebit: async (debit) => {
      await queries.insertDirectDebit(connection, rowOfDebit(debit));
    },
    updateDirectDebit: async (debit, from) =>
      (await queries.updateDirectDebit(connection, { ...rowOfDebit(debit), from })).changes === 1,
    insertDirectDebitBatch: async (batch, file) => {
      await queries.insertDirectDebitBatch(connection, rowOfBatch(batch));
      await queries.insertDirectDebitFile(connection, { batch_id: batch.id, bytes: file });
    },
    updateDirectDebitBatch: async (batch) => {
      const row = { ...rowOfBatch(batch), expectedVersion: batch.version - 1 };
      return (await queries.updateDirectDebitBatch(connection, row)).changes === 1;
    },
  };
}

function listBatches(db: Preparation<typeof directDebitQueries>['db'], query: BatchQuery) {
  const { idSociete, runModes, statuses, societes, beforeId, limit } = query;
  return db
    .selectFrom('direct_debit_batches')
    .select(batchColumns)
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

function rowOfDebit(debit: Presentation): DirectDebitRow {
  return {
    payment_id: debit.paymentId,
    presentation: debit.presentation,
    end_to_end_id: debit.endToEndId,
    mandate_id: debit.mandateId,
    id_societe: debit.idSociete,
    run_mode: debit.runMode,
    scheme: debit.scheme,
    state: debit.state,
    amount_cents: debit.amountCents,
    due_date: debit.dueDate,
    notified_at: debit.notifiedAt,
    batch_id: debit.batchId,
    block_id: debit.blockId,
    sequence_type: debit.sequence,
    amendment: debit.amendment && JSON.stringify(debit.amendment),
    previous_collected_on: debit.previousCollectedOn,
    created_at: debit.createdAt,
  };
}

function debitOf(row: DirectDebitRow): Presentation {
  assert(isCalendarDate(row.due_date), 'a debit falls due on a date');
  return {
    paymentId: row.payment_id,
    presentation: row.presentation,
    endToEndId: row.end_to_end_id,
    mandateId: row.mandate_id,
    idSociete: row.id_societe,
    runMode: effectiveRunModeOf(row.run_mode),
    scheme: known(mandateScheme, row.scheme),
    state: known(directDebitState, row.state),
    amountCents: row.amount_cents,
    dueDate: row.due_date,
    notifiedAt: row.notified_at,
    batchId: row.batch_id,
    blockId: row.block_id,
    sequence: row.sequence_type === null ? null : known(sequenceType, row.sequence_type),
    amendment: row.amendment === null ? null : (JSON.parse(row.amendment) as PendingAmendment),
    previousCollectedOn: row.previous_collected_on,
    createdAt: row.created_at,
  };
}

type Prefixed<Row, Prefix extends string> = {
  readonly [Column in keyof Row & string as `${Prefix}${Column}`]: Row[Column];
};
type DueRow = DirectDebitRow & Prefixed<PaymentRow, 'p_'> & Prefixed<MandateRow, 'm_'>;

function dueDebitOf(row: DueRow): DueDebit {
  return {
    debit: debitOf(row),
    payment: paymentOf(withoutPrefix<PaymentRow>(row, 'p_')),
    mandate: mandateOf(withoutPrefix<MandateRow>(row, 'm_')),
  };
}

const withoutPrefix = <Row>(row: object, prefix: string): Row =>
  Object.fromEntries(
    Object.entries(row).flatMap(([column, value]) =>
      column.startsWith(prefix) ? [[column.slice(prefix.length), value]] : [],
    ),
  ) as Row;

function rowOfBatch(batch: StoredBatch): BatchRow {
  return {
    id: batch.id,
    message_id: batch.messageId,
    id_societe: batch.idSociete,
    run_mode: batch.runMode,
    scheme: batch.scheme,
    cut_off: batch.cutOff,
    status: batch.status,
    version: batch.version,
    debits: batch.debits,
    total_cents: batch.totalCents,
    file_name: batch.fileName,
    file_digest: batch.fileDigest,
    file_bytes: batch.fileBytes,
    file_format: batch.fileFormat,
    created_by: batch.createdBy,
    created_at: batch.createdAt,
    first_downloaded_by: batch.firstDownloadedBy,
    first_downloaded_at: batch.firstDownloadedAt,
    closed_by: batch.closedBy,
    closed_at: batch.closedAt,
  };
}

function batchOf(row: BatchRow): StoredBatch {
  assert(isCalendarDate(row.cut_off), 'a batch has a cut-off date');
  const fileFormat = directDebitFileVersions.find((version) => version === row.file_format);
  assert(fileFormat, 'a batch is in a version that we write');
  return {
    id: row.id,
    messageId: row.message_id,
    idSociete: row.id_societe,
    runMode: effectiveRunModeOf(row.run_mode),
    scheme: known(mandateScheme, row.scheme),
    cutOff: row.cut_off,
    status: known(batchStatus, row.status),
    version: row.version,
    debits: row.debits,
    totalCents: row.total_cents,
    fileName: row.file_name,
    fileDigest: row.file_digest,
    fileBytes: row.file_bytes,
    fileFormat: fileFormat satisfies DirectDebitFileVersion,
    createdBy: row.created_by,
    createdAt: row.created_at,
    firstDownloadedBy: row.first_downloaded_by,
    firstDownloadedAt: row.first_downloaded_at,
    closedBy: row.closed_by,
    closedAt: row.closed_at,
  };
}
