import type { Kysely } from 'kysely';
import { directDebitQueries } from './direct-debit-queries.ts';
import { createDirectDebitReads, createDirectDebitWrites } from './direct-debits.ts';
import { mandateQueries } from './mandate-queries.ts';
import { createMandateReads, createMandateWrites } from './mandates.ts';
import type { Tables } from './tables.ts';

/** The module's part of the store; `src/app/store.ts` joins the parts of all. */
export const directDebitParts = {
  createQueries: (db: Kysely<Tables>) => ({ ...mandateQueries(db), ...directDebitQueries(db) }),
  reads: [createMandateReads, createDirectDebitReads],
  writes: [createMandateWrites, createDirectDebitWrites],
} as const;
