import { walkItems } from '../../../kernel/walk-pages.ts';
import type { StoredBatch } from '../../direct-debits/batches/direct-debit.ts';
import type { DebitsInDoubt } from '../../direct-debits/ports.ts';
import type { BankException } from '../bank-import.ts';
import type { Reads } from '../ports.ts';
import { reportedMessageIn } from './bank-exceptions.ts';
import { walkExceptions } from './walk-exceptions.ts';

const debitsPerPage = 500;

/**
 * Debits that the bank may collect by a file that was cancelled here: it accepted the file, or credited a block of it
 * with another amount. Until a person has decided about that, no other file takes them.
 */
export const debitsInDoubt: DebitsInDoubt<Reads> = async (reads, { idSociete, runMode }) => {
  const batches = new Set<string>();
  for (const kind of ['CONTRADICTION', 'BLOCK_DIFFERS'] as const) {
    for await (const exception of walkExceptions(reads, { status: 'OPEN', kind, runMode, societes: null })) {
      const batch = await batchOf(reads, exception);
      if (batch?.status === 'CANCELLED' && batch.idSociete === idSociete) batches.add(batch.id);
    }
  }
  const payments = new Set<string>();
  for (const id of batches) {
    const read = (after: string, limit: number) => reads.debitsOfBatch(id, after, limit);
    for await (const { paymentId } of walkItems(debitsPerPage, '', read, (debit) => debit.paymentId)) {
      payments.add(paymentId);
    }
  }
  return payments;
};

/** The batch whose file a report is on, or in which the credited block is. */
async function batchOf(reads: Reads, { kind, subject, details }: BankException): Promise<StoredBatch | null> {
  const messageId = reportedMessageIn(subject);
  if (messageId !== null) return reads.directDebitBatchByMessageId(messageId);
  const blockId = details.paymentInformationId;
  if (kind !== 'BLOCK_DIFFERS' || blockId === null) return null;
  const [debit] = await reads.debitsOfBlock(blockId, '', 1);
  return debit?.batchId ? reads.directDebitBatch(debit.batchId) : null;
}
