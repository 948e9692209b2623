import { isSaidOfRepeat } from '../../../kernel/sepa/reason-codes.ts';
import { changeStatus } from '../../payments/change-payment.ts';
import type { Payment } from '../../payments/payment.ts';
import { canChange } from '../../payments/transitions.ts';
import type { BankException } from '../bank-import.ts';
import type { Reads, Services, Transaction } from '../ports.ts';
import { reportedMessageIn } from './report-subject.ts';

/**
 * A debit that the bank called a duplicate, without saying whether it took the first one on; or one that it refused
 * without saying which.
 */
export const isDoubtedDebit = ({ kind, paymentId, reasonCode, details }: BankException): boolean =>
  kind === 'REPORT_UNCLEAR' &&
  ((paymentId !== null && isSaidOfRepeat(reasonCode)) || (paymentId === null && details.refusedInMessage !== null));

/** Whether the debit still waits for its money in the reported file. A bank may leave out the id of the debit. */
export async function isStillDoubted(
  reads: Reads,
  { subject }: Pick<BankException, 'subject'>,
  payment: Payment,
): Promise<boolean> {
  const debit = await reads.directDebitOf(payment.id);
  if (debit?.state !== 'BATCHED' || !canChange(payment.status, 'REFUSED', 'BANK_STATEMENT')) return false;
  const messageId = reportedMessageIn(subject);
  const batch = messageId === null ? null : await reads.directDebitBatchByMessageId(messageId);
  return batch !== null && batch.id === debit.batchId;
}

/** A person found out that the bank did not take it on. */
export const refuseByHand = (
  services: Pick<Services, 'clock' | 'identifiers' | 'eventHandlers'>,
  transaction: Transaction,
  { fileId, reasonCode }: Pick<BankException, 'fileId' | 'reasonCode'>,
  payment: Payment,
): Promise<Payment> =>
  changeStatus(services, transaction, payment, {
    to: 'REFUSED',
    data: {
      cause: 'BANK_STATEMENT',
      bankFile: fileId,
      bankStatus: 'RJCT',
      bankCode: reasonCode,
      isDecidedByHand: true,
    },
  });
