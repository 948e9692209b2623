import { walkItems } from '../../../kernel/walk-pages.ts';
import type { Presentation, StoredBatch } from '../../direct-debits/batches/direct-debit.ts';
import type { Reads } from '../ports.ts';

const debitsPerPage = 100;

/** The debits of a block, in the order of their payments. */
export const debitsIn = (reads: Pick<Reads, 'debitsOfBlock'>, block: string): AsyncGenerator<Presentation, void> =>
  walkItems<Presentation, string>(
    debitsPerPage,
    '',
    (after, limit) => reads.debitsOfBlock(block, after, limit),
    ({ paymentId }) => paymentId,
  );

/** The batch whose file a block is in. */
export async function batchOfBlock(
  reads: Pick<Reads, 'debitsOfBlock' | 'directDebitBatch'>,
  block: string | null,
): Promise<StoredBatch | null> {
  const [debit] = block === null ? [] : await reads.debitsOfBlock(block, '', 1);
  return debit?.batchId ? reads.directDebitBatch(debit.batchId) : null;
}
