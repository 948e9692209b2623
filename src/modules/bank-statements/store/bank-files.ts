import { type Kysely, sql } from 'kysely';
import type { Connection } from '../../../store/connection.ts';
import { unread } from '../../../store/list-conditions.ts';
import type { Preparation } from '../../../store/preparation.ts';
import { done, first, insertRowOnce, pick, preparedQuery, readRows } from '../../../store/prepared-query.ts';
import type { BankFile, BankFileChange } from '../bank-import.ts';
import type { BankFileQuery, BankImportReads, BankImportWrites } from '../bank-import-store.ts';
import { type BankFileRow, bankFileChangeColumns, bankFileColumns, bankFiles, type Tables } from './tables.ts';

/** Files of banks, with their bytes. */

export function bankFileQueries(db: Kysely<Tables>) {
  const files = db.selectFrom('bank_files').select(bankFileColumns);
  return {
    bankFile: preparedQuery(({ id }: { id: string }) => files.where('id', '=', id)),
    bankFileByDigest: preparedQuery(({ digest }: { digest: string }) => files.where('digest', '=', digest)),
    bankFilesAt: preparedQuery(({ status, behindId, limit }: { status: string; behindId: string; limit: number }) =>
      db
        .selectFrom('bank_files')
        .select('id')
        .where('status', '=', status)
        .where('id', '>', behindId)
        .orderBy('id')
        .limit(limit),
    ),
    bankFilePart: preparedQuery(({ fileId, number }: { fileId: string; number: number }) =>
      db.selectFrom('bank_file_parts').select('bytes').where('file_id', '=', fileId).where('number', '=', number),
    ),
    abandonedUploads: preparedQuery(
      ({ behindId, untilId, limit }: { behindId: string; untilId: string; limit: number }) =>
        db
          .selectFrom('bank_file_parts')
          .select('file_id')
          .where('number', '=', sql.lit(0))
          .where('file_id', '>', behindId)
          .where('file_id', '<=', untilId)
          .where(({ not, exists, selectFrom }) =>
            not(
              exists(
                selectFrom('bank_files')
                  .select('bank_files.id')
                  .whereRef('bank_files.id', '=', 'bank_file_parts.file_id'),
              ),
            ),
          )
          .orderBy('file_id')
          .limit(limit),
    ),
    insertBankFilePart: insertRowOnce(db, 'bank_file_parts', ['file_id', 'number', 'bytes']),
    removeBankFileParts: preparedQuery(({ fileId }: { fileId: string }) =>
      db.deleteFrom('bank_file_parts').where('file_id', '=', fileId),
    ),
    insertBankFile: insertRowOnce(db, 'bank_files', bankFileColumns),
    changeBankFile: preparedQuery((row: ChangeRow & { readonly id: string; readonly from: string }) =>
      db
        .updateTable('bank_files')
        .set(pick(row, bankFileChangeColumns))
        .where('id', '=', row.id)
        .where('status', '=', row.from),
    ),
    moveBankFileParts: preparedQuery(({ fromId, toId }: { fromId: string; toId: string }) =>
      db.updateTable('bank_file_parts').set({ file_id: toId }).where('file_id', '=', fromId),
    ),
    ...unconfirmedQueries(db),
  };
}

function unconfirmedQueries(db: Kysely<Tables>) {
  const awaiting = db
    .selectFrom('bank_files')
    .select(bankFileColumns)
    .where('status', '=', sql.lit('AWAITS_CONFIRMATION'));
  return {
    unreadBankFiles: preparedQuery(({ behindId, limit }: { behindId: string; limit: number }) =>
      awaiting.where('format', 'is', null).where('id', '>', behindId).orderBy('id').limit(limit),
    ),
    // In the order of their ids, which is that in which they came: the index of the statuses walks along it.
    unconfirmedBankFiles: preparedQuery(
      ({ before, afterId, limit }: { before: number; afterId: string; limit: number }) =>
        awaiting.where('id', '>', afterId).where('updated_at', '<', before).orderBy('id').limit(limit),
    ),
    countUnconfirmedBankFiles: preparedQuery(({ runMode }: { runMode: string }) =>
      db
        .selectFrom('bank_files')
        .select(({ fn }) => fn.countAll<number>().as('found'))
        .where('status', '=', sql.lit('AWAITS_CONFIRMATION'))
        .where('run_mode', '=', runMode),
    ),
  };
}

export function createBankFileReads({ db, queries }: Preparation<typeof bankFileQueries>, connection: Connection) {
  return {
    bankFile: async (id) => first(await queries.bankFile(connection, { id }), bankFileOf),
    bankFileByDigest: async (digest) => first(await queries.bankFileByDigest(connection, { digest }), bankFileOf),
    bankFiles: async (query) => {
      const rows = await readRows<BankFileRow>(connection, listBankFiles(db, query).compile());
      return rows.map(bankFileOf);
    },
    unfinishedBankFiles: async (behindId, limit) => {
      const received = await queries.bankFilesAt(connection, { status: 'RECEIVED', behindId, limit });
      const importing = await queries.bankFilesAt(connection, { status: 'IMPORTING', behindId, limit });
      const waiting = await queries.unreadBankFiles(connection, { behindId, limit });
      const files = [...received.rows, ...importing.rows, ...waiting.rows].map(({ id }) => ({ id }));
      return files.toSorted((one, other) => (one.id < other.id ? -1 : 1)).slice(0, limit);
    },
    unconfirmedBankFiles: async ({ before, after, limit }) => {
      const page = { before, afterId: after.id, limit };
      return unread((await queries.unconfirmedBankFiles(connection, page)).rows, 'updated_at', bankFileOf);
    },
    countUnconfirmedBankFiles: async (runMode) =>
      (await queries.countUnconfirmedBankFiles(connection, { runMode })).rows[0]?.found ?? 0,
    abandonedUploads: async (of) => (await queries.abandonedUploads(connection, of)).rows.map(({ file_id }) => file_id),
    bankFilePart: async (fileId, number) =>
      (await queries.bankFilePart(connection, { fileId, number })).rows[0]?.bytes ?? null,
  } satisfies Partial<BankImportReads>;
}

/** Newest first, along the primary key: files are few, some hundreds a year. */
function listBankFiles(db: Kysely<Tables>, { limit, beforeId, visibleTo }: BankFileQuery) {
  return db
    .selectFrom('bank_files')
    .select(bankFileColumns)
    .where((where) =>
      where.and([
        ...(beforeId === null ? [] : [where('id', '<', beforeId)]),
        ...(visibleTo === null
          ? []
          : [
              where.or([
                where('received_by', '=', visibleTo.client),
                // A file of several sociétés: the caller of the list checks that the client has all of them.
                where.and([where('id_societe', 'is', null), where('societes', 'is not', null)]),
                visibleTo.societes.length === 0 ? sql<boolean>`1 = 0` : where('id_societe', 'in', visibleTo.societes),
              ]),
            ]),
      ]),
    )
    .orderBy('id', 'desc')
    .limit(limit);
}

export function createBankFileWrites({ queries }: Preparation<typeof bankFileQueries>, connection: Connection) {
  return {
    insertBankFilePart: (fileId, number, bytes) =>
      done(queries.insertBankFilePart(connection, { file_id: fileId, number, bytes })),
    insertBankFile: async (file) => (await queries.insertBankFile(connection, rowOfBankFile(file))).changes === 1,
    changeBankFile: async (id, from, change) =>
      (await queries.changeBankFile(connection, { id, from, ...rowOfChange(change) })).changes === 1,
    moveBankFileParts: (fromId, toId) => done(queries.moveBankFileParts(connection, { fromId, toId })),
    removeBankFileParts: (fileId) => done(queries.removeBankFileParts(connection, { fileId })),
  } satisfies Partial<BankImportWrites>;
}

type ChangeRow = Pick<BankFileRow, (typeof bankFileChangeColumns)[number]>;

const rowOfChange = (change: BankFileChange): ChangeRow => ({
  ...bankFiles.write(change),
  applied_count: change.counts.applied,
  repeated_count: change.counts.repeated,
  exception_count: change.counts.exceptions,
  ruled_count: change.counts.ruled,
  ignored_count: change.counts.ignored,
});

const rowOfBankFile = (file: BankFile): BankFileRow => ({ ...bankFiles.write(file), ...rowOfChange(file) });

const bankFileOf = (row: BankFileRow): BankFile => ({
  ...bankFiles.read(row),
  counts: {
    applied: row.applied_count,
    repeated: row.repeated_count,
    exceptions: row.exception_count,
    ruled: row.ruled_count,
    ignored: row.ignored_count,
  },
});
