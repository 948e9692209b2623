import { moneyInSuspense } from '../accounting/suspense-account.ts';
import type { BankException } from '../bank-statements/bank-import.ts';
import { forgetWords } from '../search/forget-words.ts';
import type { Reads, Services } from './ports.ts';

type Known = Pick<BankException, 'id' | 'status' | 'entryId'>;
type SuspenseReads = Parameters<typeof moneyInSuspense>[0];

/** Whether its payer is still needed: it is open, or its money is in suspense and may have to be paid back. */
export async function needsPayer(
  reads: Pick<Reads, keyof SuspenseReads>,
  { status, entryId }: Known,
): Promise<boolean> {
  if (status === 'OPEN') return true;
  const money = entryId === null ? null : await moneyInSuspense(reads, entryId);
  return money !== null && money.remainingCents !== 0;
}

/** Removes the payer from closed exceptions, unless their money went back into suspense in the meantime. */
export function eraseExceptions(
  { store, clock }: Pick<Services, 'store' | 'clock'>,
  exceptions: readonly Known[],
): Promise<void> {
  return store.transact(async (transaction) => {
    const at = clock();
    const ids = exceptions.map(({ id }) => id);
    await forgetWords(transaction, ids, at);
    for (const exception of exceptions)
      if (!(await needsPayer(transaction, exception))) await transaction.eraseBankException(exception.id, at);
  });
}
