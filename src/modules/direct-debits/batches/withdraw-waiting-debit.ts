import { StaleVersionError } from '../../../kernel/until-fresh.ts';
import type { Payment } from '../../payments/payment.ts';
import type { Transaction } from '../ports.ts';

/** No batch takes the debit any more: the bank has collected it by an earlier file. */
export async function withdrawWaitingDebit(transaction: Transaction, { id }: Pick<Payment, 'id'>): Promise<void> {
  const debit = await transaction.directDebitOf(id);
  if (debit?.state !== 'WAITING') return;
  if (!(await transaction.updateDirectDebit({ ...debit, state: 'WITHDRAWN' }, 'WAITING'))) {
    throw new StaleVersionError(`the debit of ${id} does not wait any more`);
  }
}
