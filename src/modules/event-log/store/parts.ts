import { createLedgerReads, createLedgerWrites, ledgerQueries } from './event-log.ts';

/** The module's part of the store; `src/app/store.ts` joins the parts of all. */
export const eventLogParts = {
  createQueries: ledgerQueries,
  reads: [createLedgerReads],
  writes: [createLedgerWrites],
} as const;
