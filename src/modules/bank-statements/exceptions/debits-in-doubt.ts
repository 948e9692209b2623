import type { Caller } from '../../../kernel/caller.ts';
import { bankHasBatch, maySeeBatch } from '../../direct-debits/batches/close-batch.ts';
import type { StoredBatch } from '../../direct-debits/batches/direct-debit.ts';
import type { DebitsInDoubt, DebitsRefusedInVain } from '../../direct-debits/ports.ts';
import type { BankException, BankExceptionKind, BankResolution } from '../bank-import.ts';
import { mayDecide } from '../import/bank-rights.ts';
import { societesOf } from '../import/check-bank-file.ts';
import { batchOfNamed, debitsInBatch } from '../matching/debits-of-block.ts';
import { exceptionsAtMost } from '../matching/paying-presentation.ts';
import type { Reads, Services, Transaction } from '../ports.ts';
import { reportedMessageIn } from './report-subject.ts';
import { walkExceptions } from './walk-exceptions.ts';

/** Kinds in which a bank shows that it has a file: by a report on it, or by an entry that names a debit or block of it. */
export const evidence: readonly BankExceptionKind[] = [
  ...(['CONTRADICTION', 'BLOCK_DIFFERS', 'REPORT_UNCLEAR', 'AMOUNT_DIFFERS'] as const),
  ...(['SAME_REFERENCE', 'REVERSAL', 'WRONG_ACCOUNT', 'ENTRY_FAULT'] as const),
];

/**
 * Debits that the bank may collect by a file that was cancelled here: it reported on the file, or booked something of
 * it. Until a person has decided about that, no other file takes them.
 */
export const debitsInDoubt: DebitsInDoubt<Reads> = async (reads, { idSociete, runMode }) => {
  const batches = new Set<string>();
  for (const kind of evidence) {
    for await (const exception of walkExceptions(reads, { status: 'OPEN', kind, runMode, societes: null })) {
      const batch = await batchOf(reads, exception);
      if (batch?.status === 'CANCELLED' && batch.idSociete === idSociete) batches.add(batch.id);
    }
  }
  const payments = new Set<string>();
  for (const id of batches) {
    for await (const { paymentId } of debitsInBatch(reads, id)) payments.add(paymentId);
  }
  return payments;
};

/** Such a refusal is a contradiction, whatever a person decides about it. */
export const debitsRefusedInVain: DebitsRefusedInVain<Reads> = async (reads, { messageId }, payments) => {
  const exceptions = await reads.bankExceptionsOfPayments(payments, exceptionsAtMost);
  const refusals = exceptions.filter(
    ({ kind, subject }) => kind === 'CONTRADICTION' && reportedMessageIn(subject) === messageId,
  );
  return new Set(refusals.map(({ paymentId }) => paymentId ?? ''));
};

/**
 * A person decided about what shows that the bank has a file: it shows so for good. Under a reference that was used
 * before, `HANDLED` says that the bank did not book this. On an account of other sociétés, it counts where the person
 * works for that of the batch.
 */
export async function keepEvidence(
  services: Pick<Services, 'clock' | 'societes'>,
  transaction: Transaction,
  caller: Caller,
  { exception, resolution }: { readonly exception: BankException; readonly resolution: BankResolution },
): Promise<void> {
  const { kind, runMode, entryId } = exception;
  if (!evidence.includes(kind) || (kind === 'SAME_REFERENCE' && resolution === 'HANDLED')) return;
  const batch = await batchOf(transaction, exception);
  if (batch?.runMode !== runMode) return;
  const entry = entryId === null ? null : await transaction.bankEntry(entryId);
  const isOfIt = societesOf(services, entry, exception).includes(batch.idSociete);
  if (isOfIt || mayDecide(caller, batch.idSociete)) await bankHasBatch(services, transaction, batch);
}

/** The batch that an exception is about, where the caller may see it. */
export async function batchOfException(
  services: Pick<Services, 'settings'> & { readonly store: Reads },
  caller: Caller,
  exception: BankException,
): Promise<StoredBatch | null> {
  const batch = await batchOf(services.store, exception);
  return batch && maySeeBatch(services, caller, batch) ? batch : null;
}

/** The batch whose file a report is on, or in which the booked debit or block is. */
async function batchOf(reads: Reads, { subject, details }: BankException): Promise<StoredBatch | null> {
  const messageId = reportedMessageIn(subject);
  if (messageId !== null) return reads.directDebitBatchByMessageId(messageId);
  return batchOfNamed(reads, details);
}
