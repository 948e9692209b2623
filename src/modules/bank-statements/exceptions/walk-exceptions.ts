import { walkItems } from '../../../kernel/walk-pages.ts';
import type { BankException } from '../bank-import.ts';
import type { BankExceptionQuery, BankImportReads } from '../bank-import-store.ts';

const exceptionsPerRead = 200;

/** Every exception that matches, newest first. */
export const walkExceptions = (
  store: Pick<BankImportReads, 'bankExceptions'>,
  query: Omit<BankExceptionQuery, 'limit' | 'beforeId'>,
): AsyncGenerator<BankException, void> =>
  walkItems<BankException, string | null>(
    exceptionsPerRead,
    null,
    (beforeId, limit) => store.bankExceptions({ ...query, beforeId, limit }),
    ({ id }) => id,
  );
