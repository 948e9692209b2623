import type { Kysely } from 'kysely';
import type { Connection } from '../../../store/connection.ts';
import type { Preparation } from '../../../store/preparation.ts';
import { preparedQuery, statementOf } from '../../../store/prepared-query.ts';
import { directionOf, known } from '../../payments/store/stored-values.ts';
import { type BankFileEntry, bankFileEntryOutcome, bankFileEntryReason } from '../bank-file-entry.ts';
import type { BankImportReads, BankImportWrites } from '../bank-import-store.ts';
import { bankEntryOf } from './bank-entries.ts';
import {
  type BankEntryRow,
  type BankFileEntryRow,
  bankEntryColumns,
  bankFileEntryColumns,
  type Tables,
} from './tables.ts';

/** The outcome of each entry of a file. */

export const bankFileEntryQueries = (db: Kysely<Tables>) => ({
  bankFileEntries: preparedQuery((page: { fileId: string; afterPlace: number; limit: number }) =>
    db
      .selectFrom('bank_file_entries')
      .select(bankFileEntryColumns)
      .where('file_id', '=', page.fileId)
      .where('place', '>', page.afterPlace)
      .orderBy('place')
      .limit(page.limit),
  ),
});

export const createBankFileEntryReads = (
  { db, queries }: Preparation<typeof bankFileEntryQueries>,
  connection: Connection,
): Pick<BankImportReads, 'bankFileEntries' | 'bankEntriesByIds'> => ({
  bankFileEntries: async (fileId, afterPlace, limit) =>
    (await queries.bankFileEntries(connection, { fileId, afterPlace, limit })).rows.map(entryOf),
  bankEntriesByIds: async (ids) => {
    if (ids.length === 0) return [];
    const query = db.selectFrom('bank_entries').select(bankEntryColumns).where('id', 'in', ids);
    return (await connection.execute<BankEntryRow>(statementOf(query.compile()))).rows.map(bankEntryOf);
  },
});

export const createBankFileEntryWrites = (
  { db }: Preparation<typeof bankFileEntryQueries>,
  connection: Connection,
): Pick<BankImportWrites, 'insertBankFileEntries'> => ({
  insertBankFileEntries: async (entries) => {
    if (entries.length === 0) return;
    const query = db
      .insertInto('bank_file_entries')
      .values(entries.map(rowOf))
      .onConflict((conflict) => conflict.doNothing());
    await connection.execute(statementOf(query.compile()));
  },
});

const rowOf = (entry: BankFileEntry): BankFileEntryRow => ({
  ...{ file_id: entry.fileId, place: entry.place, outcome: entry.outcome, reason: entry.reason },
  ...{ entry_id: entry.entryId, amount_cents: entry.amountCents, direction: entry.direction },
  ...{ booked_on: entry.bookedOn, reference: entry.reference },
});

const entryOf = (row: BankFileEntryRow): BankFileEntry => ({
  ...{ fileId: row.file_id, place: row.place, entryId: row.entry_id, amountCents: row.amount_cents },
  ...{ bookedOn: row.booked_on, reference: row.reference, direction: directionOf(row.direction) },
  outcome: known(bankFileEntryOutcome, row.outcome),
  reason: known(bankFileEntryReason, row.reason),
});
