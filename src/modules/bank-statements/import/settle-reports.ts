import { isSaidOfRepeat } from '../../../kernel/sepa/reason-codes.ts';
import type { PaymentStatus } from '../../../kernel/vocabulary.ts';
import type { EventEffect } from '../../payments/ports.ts';
import { settleExceptions } from '../exceptions/bank-exceptions.ts';
import type { Services, Transaction } from '../ports.ts';

const decided = new Set<PaymentStatus>(['PAID', 'RETURNED', 'REFUSED']);

/** The later result of a debit shows whether it was accepted, although the bank called it a duplicate. */
export function createReportEffect(services: Pick<Services, 'clock'>): EventEffect<Transaction> {
  return ({ id, flow, status }, { type }) => {
    if (flow !== 'DIRECT_DEBIT' || type !== 'STATUS_CHANGED' || !decided.has(status)) return null;
    return async (transaction) => {
      const open = await transaction.openBankExceptionsOfPayment(id);
      const unclear = open.filter(({ kind, reasonCode }) => kind === 'REPORT_UNCLEAR' && isSaidOfRepeat(reasonCode));
      await settleExceptions(services, transaction, unclear);
    };
  };
}
