import { isSaidOfRepeat } from '../../../kernel/sepa/reason-codes.ts';
import type { PaymentStatus } from '../../../kernel/vocabulary.ts';
import type { EventEffect } from '../../payments/ports.ts';
import { settleExceptions } from '../exceptions/bank-exceptions.ts';
import type { Services, Transaction } from '../ports.ts';

const decided = new Set<PaymentStatus>(['PAID', 'RETURNED', 'REFUSED']);

/** Whether a debit that the bank called a duplicate was taken on, what becomes of it says. */
export function createReportEffect(services: Pick<Services, 'clock'>): EventEffect<Transaction> {
  return async (transaction, { id, flow, status }, { type }) => {
    if (flow !== 'DIRECT_DEBIT' || type !== 'STATUS_CHANGED' || !decided.has(status)) return;
    const open = await transaction.openBankExceptionsOfPayment(id);
    await settleExceptions(
      services,
      transaction,
      open.filter(({ kind, reasonCode }) => kind === 'REPORT_UNCLEAR' && isSaidOfRepeat(reasonCode)),
    );
  };
}
