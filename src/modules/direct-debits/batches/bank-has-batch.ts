import { StaleVersionError } from '../../../kernel/until-fresh.ts';
import type { Services, Transaction } from '../ports.ts';
import type { StoredBatch } from './direct-debit.ts';

/** The bank showed that it has the file of a batch: from then on the batch cannot be cancelled here. */
export async function bankHasBatch(
  { clock }: Pick<Services, 'clock'>,
  transaction: Pick<Transaction, 'updateDirectDebitBatch'>,
  batch: StoredBatch,
): Promise<void> {
  if (batch.status !== 'CREATED') return;
  const shown = { ...batch, status: 'SUBMITTED', version: batch.version + 1, closedBy: 'bank' } as const;
  const isOurs = await transaction.updateDirectDebitBatch({ ...shown, closedAt: clock() });
  if (!isOurs) throw new StaleVersionError(`batch ${batch.id} has changed`);
}
