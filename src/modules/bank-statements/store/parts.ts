import type { Kysely } from 'kysely';
import { createTransferReads } from './awaited-transfers.ts';
import { bankEntryQueries, createBankEntryReads, createBankEntryWrites } from './bank-entries.ts';
import { bankExceptionQueries, createBankExceptionReads, createBankExceptionWrites } from './bank-exceptions.ts';
import { bankFileEntryQueries, createBankFileEntryReads, createBankFileEntryWrites } from './bank-file-entries.ts';
import { bankFileQueries, createBankFileReads, createBankFileWrites } from './bank-files.ts';
import { bankMatchQueries, createBankMatchReads, createBankMatchWrites } from './bank-matches.ts';
import { createReconciliationReads, createReconciliationWrites, reconciliationQueries } from './reconciled-entries.ts';
import type { Tables } from './tables.ts';

/** The module's part of the store; `src/app/store.ts` joins the parts of all. */
export const bankStatementParts = {
  createQueries: (db: Kysely<Tables>) => ({
    ...bankFileQueries(db),
    ...bankEntryQueries(db),
    ...bankFileEntryQueries(db),
    ...bankExceptionQueries(db),
    ...bankMatchQueries(db),
    ...reconciliationQueries(db),
  }),
  reads: [
    createBankFileReads,
    createBankEntryReads,
    createBankFileEntryReads,
    createBankExceptionReads,
    createBankMatchReads,
    createTransferReads,
    createReconciliationReads,
  ],
  writes: [
    createBankFileWrites,
    createBankEntryWrites,
    createBankFileEntryWrites,
    createBankExceptionWrites,
    createBankMatchWrites,
    createReconciliationWrites,
  ],
} as const;
