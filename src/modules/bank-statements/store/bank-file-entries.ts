import type { Kysely } from 'kysely';
import type { Connection } from '../../../store/connection.ts';
import type { Preparation } from '../../../store/preparation.ts';
import { preparedQuery, readRows, statementOf } from '../../../store/prepared-query.ts';
import type { BankImportReads, BankImportWrites, PlacedIdentity } from '../bank-import-store.ts';
import { bankEntryOf } from './bank-entries.ts';
import { type BankEntryRow, bankEntryColumns, bankFileEntries, type Tables } from './tables.ts';

/** The outcome of each entry of a file. */

export const bankFileEntryQueries = (db: Kysely<Tables>) => ({
  bankFileEntries: preparedQuery((page: { fileId: string; afterPlace: number; limit: number }) =>
    db
      .selectFrom('bank_file_entries')
      .select(bankFileEntries.columns)
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
    (await queries.bankFileEntries(connection, { fileId, afterPlace, limit })).rows.map(bankFileEntries.read),
  bankEntriesByIds: async (ids) => {
    if (ids.length === 0) return [];
    const query = db.selectFrom('bank_entries').select(bankEntryColumns).where('id', 'in', ids);
    return (await readRows<BankEntryRow>(connection, query.compile())).map(bankEntryOf);
  },
});

export const createBankFileEntryWrites = (
  { db }: Preparation<typeof bankFileEntryQueries>,
  connection: Connection,
): Pick<BankImportWrites, 'insertBankFileEntries' | 'identitiesAt'> => ({
  insertBankFileEntries: async (entries) => {
    if (entries.length === 0) return;
    const query = db
      .insertInto('bank_file_entries')
      .values(entries.map(bankFileEntries.write))
      .onConflict((conflict) => conflict.doNothing());
    await connection.execute(statementOf(query.compile()));
  },
  identitiesAt: async (fileId, places) => {
    if (places.length === 0) return [];
    const query = db
      .selectFrom('bank_file_entries')
      .innerJoin('bank_entries', 'bank_entries.id', 'bank_file_entries.entry_id')
      .select(['bank_file_entries.place', 'bank_entries.identity'])
      .where('bank_file_entries.file_id', '=', fileId)
      .where('bank_file_entries.place', 'in', places);
    return readRows<PlacedIdentity>(connection, query.compile());
  },
});
