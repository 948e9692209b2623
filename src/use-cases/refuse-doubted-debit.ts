import type { BankException } from '../domain/bank-import.ts';
import type { Payment } from '../domain/payment.ts';
import { isSaidOfRepeat } from '../domain/reason-codes.ts';
import type { Transaction } from '../domain/store.ts';
import { canChange } from '../domain/transitions.ts';
import { changeStatus } from './change-payment.ts';
import type { Services } from './services.ts';

/** A debit that the bank called a duplicate, without saying whether it took the first one on. */
export const isDoubtedDebit = ({ kind, paymentId, reasonCode }: BankException): boolean =>
  kind === 'REPORT_UNCLEAR' && paymentId !== null && isSaidOfRepeat(reasonCode);

/** Whether the debit that was reported still waits for its money, under the id of the report. */
export async function isStillDoubted(
  transaction: Transaction,
  { details }: BankException,
  payment: Payment,
): Promise<boolean> {
  const debit = await transaction.directDebitOf(payment.id);
  const isSame = debit?.state === 'BATCHED' && debit.endToEndId === details.endToEndId;
  return isSame && canChange(payment.status, 'REFUSED', 'BANK_STATEMENT');
}

/** A person found out that the bank took it on neither time. */
export const refuseDoubtedDebit = (
  services: Pick<Services, 'clock' | 'identifiers' | 'effects'>,
  transaction: Transaction,
  { fileId, reasonCode }: BankException,
  payment: Payment,
): Promise<Payment> =>
  changeStatus(services, transaction, payment, {
    to: 'REFUSED',
    cause: 'BANK_STATEMENT',
    data: { bankFile: fileId, bankStatus: 'RJCT', bankCode: reasonCode, isDecidedByHand: true },
  });
