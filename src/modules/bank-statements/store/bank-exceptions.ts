import { type Kysely, sql } from 'kysely';
import { rumKeyOf } from '../../../kernel/sepa/mandate.ts';
import { codesOfRepeats } from '../../../kernel/sepa/reason-codes.ts';
import type { Connection, Outcome } from '../../../store/connection.ts';
import { type AgedPage, agedBy, agedPage, columnsAre, isWithin, unread } from '../../../store/list-conditions.ts';
import { newestOfEach } from '../../../store/newest-of-each.ts';
import type { Preparation } from '../../../store/preparation.ts';
import { first, insertRowOnce, pick, preparedQuery, readRows } from '../../../store/prepared-query.ts';
import type { BankExceptionDetails } from '../bank-import.ts';
import type { BankExceptionQuery, BankImportReads, BankImportWrites } from '../bank-import-store.ts';
import { closedByRule } from '../exceptions/closed-by-rule.ts';
import { erasedSubject, subjectsOn } from '../exceptions/report-subject.ts';
import { type BankExceptionRow, bankExceptions, type Tables } from './tables.ts';

/** Exceptions of bank files, for a person. */

const closingColumns = [
  ...(['status', 'resolution', 'resolved_by', 'resolved_at', 'resolution_reason', 'payment_id'] as const),
] as const;
type Erasure = Readonly<Record<'id' | 'subject' | 'details', string>> & {
  readonly reason: string | null;
  readonly at: number;
};
type Called = (connection: Connection, what: { readonly id: string }) => Promise<Outcome<unknown>>;
type Closing = Pick<BankExceptionRow, 'id' | (typeof closingColumns)[number]>;

export function bankExceptionQueries(db: Kysely<Tables>) {
  const exceptions = db.selectFrom('bank_exceptions').select(bankExceptions.columns);
  const open = exceptions.where('status', '=', sql.lit('OPEN'));
  return {
    bankException: preparedQuery(({ id }: { id: string }) => exceptions.where('id', '=', id)),
    exceptionsOfEntry: preparedQuery(({ entryId }: { entryId: string }) =>
      exceptions.where('entry_id', '=', entryId).orderBy('id'),
    ),
    exceptionBySubject: preparedQuery(({ subject, erased }: { subject: string; erased: string }) =>
      exceptions.where((where) => where.or([where('subject', '=', subject), where('subject', '=', erased)])),
    ),
    repeatsWithoutPayment: preparedQuery(({ from, until }: ReturnType<typeof subjectsOn>) =>
      exceptions
        .where((where) => where.between('subject', from, until))
        .where('kind', '=', sql.lit('REPORT_UNCLEAR'))
        .where('reason_code', 'in', codesOfRepeats.map(sql.lit))
        .where('payment_id', 'is', null),
    ),
    openExceptionsOfPayment: preparedQuery(({ paymentId }: { paymentId: string }) =>
      open.where('payment_id', '=', paymentId).orderBy('id'),
    ),
    collectedExceptions: preparedQuery(
      ({ until, behindId, limit }: { until: number; behindId: string; limit: number }) =>
        open
          .where('resolution', '=', sql.lit('COLLECTED'))
          .where('resolved_at', '<=', until)
          .where('id', '>', behindId)
          .orderBy('id')
          .limit(limit),
    ),
    openExceptions: preparedQuery(({ kind, beforeId, limit }: { kind: string; beforeId: string; limit: number }) =>
      open.where('kind', '=', kind).where('id', '<', beforeId).orderBy('id', 'desc').limit(limit),
    ),
    exceptionsWithDetails: preparedQuery((page: AgedPage) =>
      exceptions.where('erased_at', 'is', null).where('status', '<>', sql.lit('OPEN')).$call(agedBy('opened_at', page)),
    ),
    debitsCalled: preparedQuery(({ id }: { id: string }) =>
      db.selectFrom('direct_debits').select('payment_id').where('end_to_end_id', '=', id),
    ),
    blocksCalled: preparedQuery(({ id }: { id: string }) =>
      db.selectFrom('direct_debits').select('payment_id').where('block_id', '=', id).limit(sql.lit(1)),
    ),
    mandatesCalled: preparedQuery(({ id }: { id: string }) =>
      db.selectFrom('mandate_references').select('mandate_id').where('rum_key', '=', id),
    ),
    ...changeQueries(db),
  };
}

const changeQueries = (db: Kysely<Tables>) => ({
  eraseBankException: preparedQuery((row: Erasure) =>
    db
      .updateTable('bank_exceptions')
      .set({ subject: row.subject, details: row.details, resolution_reason: row.reason, erased_at: row.at })
      .where('id', '=', row.id)
      .where('status', '<>', sql.lit('OPEN')),
  ),
  reopenBankException: preparedQuery(({ id }: { id: string }) =>
    db
      .updateTable('bank_exceptions')
      .set({ status: 'OPEN', resolved_by: null, resolved_at: null, erased_at: null })
      .where(({ and }) => and({ id, status: sql.lit('SETTLED'), resolved_by: closedByRule })),
  ),
  insertBankException: insertRowOnce(db, 'bank_exceptions', bankExceptions.columns),
  closeBankException: preparedQuery((row: Closing) =>
    db
      .updateTable('bank_exceptions')
      .set(pick(row, closingColumns))
      .where('id', '=', row.id)
      .where('status', '=', sql.lit('OPEN'))
      .where('resolution', 'is', null),
  ),
  finishBankException: preparedQuery(({ id }: { id: string }) =>
    db
      .updateTable('bank_exceptions')
      .set({ status: 'RESOLVED' })
      .where('id', '=', id)
      .where('status', '=', sql.lit('OPEN'))
      .where('resolution', 'is not', null),
  ),
});

export function createBankExceptionReads(
  { db, queries }: Preparation<typeof bankExceptionQueries>,
  connection: Connection,
) {
  const newestOf = async (owner: 'payment_id' | 'entry_id', owners: readonly string[], limit: number) => {
    const of = { table: 'bank_exceptions', columns: bankExceptions.columns, owner, owners, limit } as const;
    return (await newestOfEach<BankExceptionRow>(db, connection, of)).map(bankExceptions.read);
  };
  return {
    bankException: async (id) => first(await queries.bankException(connection, { id }), bankExceptions.read),
    collectedExceptions: async (until, behindId, limit) => {
      const { rows } = await queries.collectedExceptions(connection, { until, behindId, limit });
      return unread(rows, 'opened_at', bankExceptions.read);
    },
    openExceptions: async (kind, beforeId, limit) => {
      const { rows } = await queries.openExceptions(connection, { kind, beforeId, limit });
      return unread(rows, 'opened_at', bankExceptions.read);
    },
    bankExceptionsOf: async (entryId) =>
      (await queries.exceptionsOfEntry(connection, { entryId })).rows.map(bankExceptions.read),
    bankExceptionsOfPayments: (owners, limit) => newestOf('payment_id', owners, limit),
    bankExceptionsOfEntries: (owners) => newestOf('entry_id', owners, 1),
    bankExceptionsWithDetails: async (query) =>
      unread((await queries.exceptionsWithDetails(connection, agedPage(query))).rows, 'opened_at', bankExceptions.read),
    bankExceptions: async (query) => {
      if (query.societes?.length === 0) return [];
      const rows = await readRows<BankExceptionRow>(connection, listExceptions(db, query).compile());
      return rows.map(bankExceptions.read);
    },
  } satisfies Partial<BankImportReads>;
}

/** Newest first, along the index of the status or the file, or along the primary key. */
export function listExceptions(db: Kysely<Tables>, query: BankExceptionQuery) {
  return db
    .selectFrom('bank_exceptions')
    .select(bankExceptions.columns)
    .where((where) =>
      where.and([
        ...(query.beforeId === null ? [] : [where('id', '<', query.beforeId)]),
        ...(query.status === null ? [] : [where('status', '=', query.status)]),
        ...(query.withRuled
          ? []
          : [
              where.or([
                where('resolved_by', 'is', null),
                where('resolved_by', '<>', closedByRule),
                where('status', '<>', 'SETTLED'),
              ]),
            ]),
        ...(query.kind === null ? [] : [where('kind', '=', query.kind)]),
        ...columnsAre<keyof BankExceptionRow>([
          ['id_societe', query.idSociete ?? null],
          ['run_mode', query.runMode ?? null],
          ['file_id', query.fileId ?? null],
          ['resolution', query.resolution ?? null],
          ['id', query.ids ?? null],
        ]),
        ...isWithin(sql.ref('amount_cents'), query.amountCents ?? null),
        ...isWithin(sql.ref('booked_on'), query.booked ?? null),
        ...(query.societes === null ? [] : [where('id_societe', 'in', query.societes)]),
      ]),
    )
    .orderBy('id', 'desc')
    .limit(query.limit);
}

export function createBankExceptionWrites(
  { queries }: Preparation<typeof bankExceptionQueries>,
  connection: Connection,
) {
  const bySubject = (subject: string) =>
    queries.exceptionBySubject(connection, { subject, erased: erasedSubject(subject) });
  return {
    bankExceptionBySubject: async (subject) => first(await bySubject(subject), bankExceptions.read),
    repeatsWithoutPayment: async (messageId) =>
      (await queries.repeatsWithoutPayment(connection, subjectsOn(messageId))).rows.map(bankExceptions.read),
    insertBankException: async (exception) => {
      if ((await bySubject(exception.subject)).rows.length > 0) return false;
      return (await queries.insertBankException(connection, bankExceptions.write(exception))).changes === 1;
    },
    closeBankException: async (id, closing) => {
      const row = { id, ...bankExceptions.write(closing) };
      return (await queries.closeBankException(connection, row)).changes === 1;
    },
    finishBankException: async (id) => (await queries.finishBankException(connection, { id })).changes === 1,
    eraseBankException: async (id, at) => {
      const [row] = (await queries.bankException(connection, { id })).rows;
      if (!row) return false;
      const { subject, details, resolutionReason } = bankExceptions.read(row);
      // An id of a debit, a block or a mandate of ours stays. Another program wrote all others, maybe in words.
      const ours = async (called: Called, id: string | null, key = id) =>
        key !== null && (await called(connection, { id: key })).rows.length > 0 ? id : null;
      const { endToEndId, paymentInformationId, mandateReference } = details;
      const rumKey = mandateReference === null ? null : rumKeyOf(mandateReference);
      const erased: BankExceptionDetails = {
        ...details,
        ...{ counterparty: null, counterpartyIban: null, ultimateCounterparty: null, remittance: null },
        endToEndId: await ours(queries.debitsCalled, endToEndId),
        paymentInformationId: await ours(queries.blocksCalled, paymentInformationId),
        mandateReference: await ours(queries.mandatesCalled, mandateReference, rumKey),
      };
      const reason = resolutionReason === null ? null : 'erased';
      const change = { id, subject: erasedSubject(subject), details: JSON.stringify(erased), reason, at };
      return (await queries.eraseBankException(connection, change)).changes === 1;
    },
    reopenBankException: async (id) => (await queries.reopenBankException(connection, { id })).changes === 1,
    openBankExceptionsOfPayment: async (paymentId) =>
      (await queries.openExceptionsOfPayment(connection, { paymentId })).rows.map(bankExceptions.read),
  } satisfies Partial<BankImportWrites>;
}
