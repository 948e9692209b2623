import assert from 'node:assert/strict';
import { type Kysely, sql } from 'kysely';
import {
  type BankEntryRecord,
  type BankException,
  type BankExceptionDetails,
  type BankExceptionQuery,
  type BankImportReads,
  type BankImportWrites,
  bankExceptionKind,
  bankExceptionStatus,
  bankResolution,
} from '../domain/bank-import.ts';
import {
  type BankEntryRow,
  type BankExceptionRow,
  bankEntryColumns,
  bankExceptionColumns,
} from './bank-file-tables.ts';
import type { BankMatchWrites } from './bank-matches.ts';
import type { Connection } from './connection.ts';
import { keptQuery, pick, statementOf } from './kept-query.ts';
import type { Preparation } from './reads.ts';
import { effectiveRunModeOf, known } from './rows.ts';
import type { Tables } from './tables.ts';

/** What files of banks say of our accounts, and what of it a person has to look at. */

type Identity = { readonly iban: string; readonly identity: string; readonly detail: number };
type Closing = Pick<
  BankExceptionRow,
  'id' | 'status' | 'resolution' | 'resolved_by' | 'resolved_at' | 'resolution_reason' | 'payment_id'
>;

export const bankEntryQueries = (db: Kysely<Tables>) => ({ ...entryQueries(db), ...exceptionQueries(db) });

function entryQueries(db: Kysely<Tables>) {
  const entries = db.selectFrom('bank_entries').select(bankEntryColumns);
  return {
    bankEntry: keptQuery(({ id }: { id: string }) => entries.where('id', '=', id)),
    bankEntryByIdentity: keptQuery(({ iban, identity, detail }: Identity) =>
      entries.where('iban', '=', iban).where('identity', '=', identity).where('detail', '=', detail),
    ),
    insertBankEntry: keptQuery((row: BankEntryRow) =>
      db.insertInto('bank_entries').values(pick(row, bankEntryColumns)),
    ),
    updateBankEntry: keptQuery((row: Pick<BankEntryRow, 'id' | 'outcome' | 'payment_id'>) =>
      db.updateTable('bank_entries').set({ outcome: row.outcome, payment_id: row.payment_id }).where('id', '=', row.id),
    ),
    bankEntryOfBlock: keptQuery(({ blockId }: { blockId: string }) =>
      entries
        .where('block_id', '=', blockId)
        .where('outcome', '=', sql.lit('APPLIED'))
        .where('payment_id', 'is', null)
        .limit(sql.lit(1)),
    ),
    appliedEntriesOf: keptQuery(({ paymentId }: { paymentId: string }) =>
      db
        .selectFrom('bank_entries')
        .select(['direction', 'amount_cents', 'charges_cents'])
        .where('payment_id', '=', paymentId)
        .where('outcome', '=', sql.lit('APPLIED')),
    ),
  };
}

function exceptionQueries(db: Kysely<Tables>) {
  const exceptions = db.selectFrom('bank_exceptions').select(bankExceptionColumns);
  const open = exceptions.where('status', '=', sql.lit('OPEN'));
  return {
    bankException: keptQuery(({ id }: { id: string }) => exceptions.where('id', '=', id)),
    openExceptionBySubject: keptQuery(({ subject }: { subject: string }) => open.where('subject', '=', subject)),
    openExceptionsOfEntry: keptQuery(({ entryId }: { entryId: string }) => open.where('entry_id', '=', entryId)),
    openExceptionsOfPayment: keptQuery(({ paymentId }: { paymentId: string }) =>
      open.where('payment_id', '=', paymentId),
    ),
    exceptionsWithDetails: keptQuery((page: { before: number; afterAt: number; afterId: string; limit: number }) =>
      exceptions
        .where('erased_at', 'is', null)
        .where('status', '<>', sql.lit('OPEN'))
        .where('opened_at', '<', page.before)
        .where(sql<boolean>`(opened_at, id) > (${page.afterAt}, ${page.afterId})`)
        .orderBy('opened_at')
        .orderBy('id')
        .limit(page.limit),
    ),
    eraseBankException: keptQuery((row: { id: string; details: string; reason: string | null; at: number }) =>
      db
        .updateTable('bank_exceptions')
        .set({ details: row.details, resolution_reason: row.reason, erased_at: row.at })
        .where('id', '=', row.id)
        .where('status', '<>', sql.lit('OPEN')),
    ),
    insertBankException: keptQuery((row: BankExceptionRow) =>
      db
        .insertInto('bank_exceptions')
        .values(pick(row, bankExceptionColumns))
        .onConflict((conflict) => conflict.doNothing()),
    ),
    closeBankException: keptQuery((row: Closing) =>
      db
        .updateTable('bank_exceptions')
        .set({
          status: row.status,
          resolution: row.resolution,
          resolved_by: row.resolved_by,
          resolved_at: row.resolved_at,
          resolution_reason: row.resolution_reason,
          payment_id: row.payment_id,
        })
        .where('id', '=', row.id)
        .where('status', '=', sql.lit('OPEN')),
    ),
  };
}

type EntryReads = Pick<
  BankImportReads,
  'bankException' | 'bankExceptions' | 'bankEntry' | 'receivedFor' | 'bankExceptionsWithDetails'
>;

export function createBankEntryReads({ db, queries }: Preparation, connection: Connection): EntryReads {
  return {
    bankEntry: async (id) => {
      const [row] = (await queries.bankEntry(connection, { id })).rows;
      return row ? bankEntryOf(row) : null;
    },
    receivedFor: async (paymentId) => {
      const { rows } = await queries.appliedEntriesOf(connection, { paymentId });
      return rows.reduce((sum, row) => sum + (row.direction === 'CREDIT' ? row.amount_cents : -row.amount_cents), 0);
    },
    bankException: async (id) => {
      const [row] = (await queries.bankException(connection, { id })).rows;
      return row ? bankExceptionOf(row) : null;
    },
    bankExceptionsWithDetails: async ({ before, after, limit }) => {
      const page = { before, afterAt: after.at, afterId: after.id, limit };
      return (await queries.exceptionsWithDetails(connection, page)).rows.map((row) => {
        const exception = bankExceptionOf(row);
        return { at: exception.openedAt, id: exception.id, exception };
      });
    },
    bankExceptions: async (query) => {
      if (query.societes?.length === 0) return [];
      const { rows } = await connection.execute<BankExceptionRow>(statementOf(listExceptions(db, query).compile()));
      return rows.map(bankExceptionOf);
    },
  };
}

/** Newest first, along the index of the status, or along the primary key. */
function listExceptions(db: Kysely<Tables>, query: BankExceptionQuery) {
  return db
    .selectFrom('bank_exceptions')
    .select(bankExceptionColumns)
    .where((where) =>
      where.and([
        ...(query.beforeId === null ? [] : [where('id', '<', query.beforeId)]),
        ...(query.status === null ? [] : [where('status', '=', query.status)]),
        ...(query.kind === null ? [] : [where('kind', '=', query.kind)]),
        ...(query.societes === null ? [] : [where('id_societe', 'in', query.societes)]),
      ]),
    )
    .orderBy('id', 'desc')
    .limit(query.limit);
}

type EntryWrites = Omit<
  BankImportWrites,
  'insertBankFilePart' | 'insertBankFile' | 'updateBankFile' | 'removeBankFileParts' | keyof BankMatchWrites
>;

export function createBankEntryWrites({ queries }: Preparation, connection: Connection): EntryWrites {
  return {
    bankEntryByIdentity: async (iban, identity, detail) => {
      const [row] = (await queries.bankEntryByIdentity(connection, { iban, identity, detail })).rows;
      return row ? bankEntryOf(row) : null;
    },
    insertBankEntry: async (entry) => {
      await queries.insertBankEntry(connection, rowOfBankEntry(entry));
    },
    updateBankEntry: async (id, { outcome, paymentId }) => {
      const { changes } = await queries.updateBankEntry(connection, { id, outcome, payment_id: paymentId });
      assert(changes === 1, 'the entry that changes is there');
    },
    bankEntryOfBlock: async (blockId) => {
      const [row] = (await queries.bankEntryOfBlock(connection, { blockId })).rows;
      return row ? bankEntryOf(row) : null;
    },
    openBankExceptionBySubject: async (subject) => {
      const [row] = (await queries.openExceptionBySubject(connection, { subject })).rows;
      return row ? bankExceptionOf(row) : null;
    },
    insertBankException: async (exception) =>
      (await queries.insertBankException(connection, rowOfBankException(exception))).changes === 1,
    closeBankException: async (id, closing) => {
      const row = {
        id,
        status: closing.status,
        resolution: closing.resolution,
        resolved_by: closing.resolvedBy,
        resolved_at: closing.resolvedAt,
        resolution_reason: closing.resolutionReason,
        payment_id: closing.paymentId,
      };
      return (await queries.closeBankException(connection, row)).changes === 1;
    },
    eraseBankException: async (id, at) => {
      const [row] = (await queries.bankException(connection, { id })).rows;
      if (!row) return false;
      const { details, resolutionReason } = bankExceptionOf(row);
      const erased: BankExceptionDetails = { ...details, counterparty: null, counterpartyIban: null, remittance: null };
      const reason = resolutionReason === null ? null : 'erased';
      const change = { id, details: JSON.stringify(erased), reason, at };
      return (await queries.eraseBankException(connection, change)).changes === 1;
    },
    openBankExceptionsOfEntry: async (entryId) =>
      (await queries.openExceptionsOfEntry(connection, { entryId })).rows.map(bankExceptionOf),
    openBankExceptionsOfPayment: async (paymentId) =>
      (await queries.openExceptionsOfPayment(connection, { paymentId })).rows.map(bankExceptionOf),
  };
}

function rowOfBankEntry(entry: BankEntryRecord): BankEntryRow {
  return {
    id: entry.id,
    iban: entry.iban,
    identity: entry.identity,
    detail: entry.detail,
    file_id: entry.fileId,
    id_societe: entry.idSociete,
    run_mode: entry.runMode,
    amount_cents: entry.amountCents,
    direction: entry.direction,
    charges_cents: entry.chargesCents,
    booked_on: entry.bookedOn,
    transaction_code: entry.transactionCode,
    return_reason: entry.returnReason,
    payment_id: entry.paymentId,
    outcome: entry.outcome,
    recorded_at: entry.recordedAt,
    block_id: entry.blockId,
  };
}

function bankEntryOf(row: BankEntryRow): BankEntryRecord {
  assert(row.outcome === 'APPLIED' || row.outcome === 'EXCEPTION', 'an entry is applied or an exception');
  return {
    id: row.id,
    iban: row.iban,
    identity: row.identity,
    detail: row.detail,
    fileId: row.file_id,
    idSociete: row.id_societe,
    runMode: effectiveRunModeOf(row.run_mode),
    amountCents: row.amount_cents,
    direction: directionOf(row.direction),
    chargesCents: row.charges_cents,
    bookedOn: row.booked_on,
    transactionCode: row.transaction_code,
    returnReason: row.return_reason,
    paymentId: row.payment_id,
    outcome: row.outcome,
    recordedAt: row.recorded_at,
    blockId: row.block_id,
  };
}

function directionOf(value: string): 'CREDIT' | 'DEBIT' {
  assert(value === 'CREDIT' || value === 'DEBIT', 'money comes or goes');
  return value;
}

function rowOfBankException(exception: BankException): BankExceptionRow {
  return {
    id: exception.id,
    subject: exception.subject,
    kind: exception.kind,
    file_id: exception.fileId,
    entry_id: exception.entryId,
    payment_id: exception.paymentId,
    id_societe: exception.idSociete,
    run_mode: exception.runMode,
    amount_cents: exception.amountCents,
    direction: exception.direction,
    booked_on: exception.bookedOn,
    reason_code: exception.reasonCode,
    details: JSON.stringify(exception.details),
    status: exception.status,
    resolution: exception.resolution,
    resolved_by: exception.resolvedBy,
    resolved_at: exception.resolvedAt,
    resolution_reason: exception.resolutionReason,
    opened_at: exception.openedAt,
  };
}

function bankExceptionOf(row: BankExceptionRow): BankException {
  return {
    id: row.id,
    subject: row.subject,
    kind: known(bankExceptionKind, row.kind),
    fileId: row.file_id,
    entryId: row.entry_id,
    paymentId: row.payment_id,
    idSociete: row.id_societe,
    runMode: effectiveRunModeOf(row.run_mode),
    amountCents: row.amount_cents,
    direction: directionOf(row.direction),
    bookedOn: row.booked_on,
    reasonCode: row.reason_code,
    details: JSON.parse(row.details) as BankExceptionDetails,
    status: known(bankExceptionStatus, row.status),
    resolution: row.resolution === null ? null : known(bankResolution, row.resolution),
    resolvedBy: row.resolved_by,
    resolvedAt: row.resolved_at,
    resolutionReason: row.resolution_reason,
    openedAt: row.opened_at,
  };
}
