import { isSaidOfRepeat } from '../../../kernel/sepa/reason-codes.ts';
import { changeStatus } from '../../payments/change-payment.ts';
import type { Payment } from '../../payments/payment.ts';
import { canChange } from '../../payments/transitions.ts';
import type { BankException } from '../bank-import.ts';
import type { Services, Transaction } from '../ports.ts';

/**
 * A debit that the bank called a duplicate, without saying whether it took the first one on; or one that it refused
 * without saying which.
 */
export const isDoubtedDebit = ({ kind, paymentId, reasonCode, details }: BankException): boolean =>
  kind === 'REPORT_UNCLEAR' &&
  ((paymentId !== null && isSaidOfRepeat(reasonCode)) || (paymentId === null && details.refusedInMessage !== null));

/** Whether the debit still waits for its money: by the id in the report, or in the reported file. */
export async function isStillDoubted(
  transaction: Transaction,
  { paymentId, details: { endToEndId, refusedInMessage } }: BankException,
  payment: Payment,
): Promise<boolean> {
  const debit = await transaction.directDebitOf(payment.id);
  if (debit?.state !== 'BATCHED' || !canChange(payment.status, 'REFUSED', 'BANK_STATEMENT')) return false;
  if (paymentId !== null) return debit.endToEndId === endToEndId;
  const batch = refusedInMessage === null ? null : await transaction.directDebitBatchByMessageId(refusedInMessage);
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
