import { walkItems } from '../../../kernel/walk-pages.ts';
import type { Presentation, StoredBatch } from '../../direct-debits/batches/direct-debit.ts';
import type { Payment } from '../../payments/payment.ts';
import type { BankEntryRecord, BankExceptionDetails } from '../bank-import.ts';
import type { Reads } from '../ports.ts';

/** The debits that the bank books as one sum, and the entry that is their money. */
export type Block = { readonly paymentInformationId: string; readonly entry: BankEntryRecord };

const debitsPerPage = 100;

type Read = (id: string, after: string, limit: number) => Promise<readonly Presentation[]>;
const walk = (read: Read, id: string): AsyncGenerator<Presentation, void> =>
  walkItems<Presentation, string>(
    debitsPerPage,
    '',
    (after, limit) => read(id, after, limit),
    ({ paymentId }) => paymentId,
  );

/** The debits of a block, in the order of their payments. */
export const debitsIn = ({ debitsOfBlock }: Pick<Reads, 'debitsOfBlock'>, block: string) => walk(debitsOfBlock, block);

/** The debits of a batch, in the order of their payments. */
export const debitsInBatch = ({ debitsOfBatch }: Pick<Reads, 'debitsOfBatch'>, id: string) => walk(debitsOfBatch, id);

/** The batch whose file has the debit that the bank names, or else the block. */
export async function batchOfNamed(
  reads: Pick<Reads, 'directDebitByEndToEndId' | 'debitsOfBlock' | 'directDebitBatch'>,
  { endToEndId, paymentInformationId }: Pick<BankExceptionDetails, 'endToEndId' | 'paymentInformationId'>,
): Promise<StoredBatch | null> {
  const named = endToEndId === null ? null : await reads.directDebitByEndToEndId(endToEndId);
  if (named === null) return batchOfBlock(reads, paymentInformationId);
  return named.batchId === null ? null : reads.directDebitBatch(named.batchId);
}

/** The batch whose file a block is in. */
export async function batchOfBlock(
  reads: Pick<Reads, 'debitsOfBlock' | 'directDebitBatch'>,
  block: string | null,
): Promise<StoredBatch | null> {
  const [debit] = block === null ? [] : await reads.debitsOfBlock(block, '', 1);
  return debit?.batchId ? reads.directDebitBatch(debit.batchId) : null;
}

/** All of it went back without having come alone. A fee that went with a return is less. */
export const cameBackUnpaid = async (
  reads: Pick<Reads, 'receivedFor'>,
  { id, status, amountCents }: Payment,
): Promise<boolean> => status === 'RETURNED' && (await reads.receivedFor(id)) <= -amountCents;
