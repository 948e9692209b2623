import { isSaidOfRepeat } from '../../../kernel/sepa/reason-codes.ts';
import type { PaymentStatus } from '../../../kernel/vocabulary.ts';
import type { Payment } from '../../payments/payment.ts';
import type { EventEffect } from '../../payments/ports.ts';
import type { BankException } from '../bank-import.ts';
import type { Services, Transaction } from '../ports.ts';
import { settleExceptions } from './bank-exceptions.ts';

type Settling = Readonly<Partial<Record<PaymentStatus, (exception: BankException) => boolean>>>;

/** Nothing is missing of what is there, or went back, also where a person says so. */
const isUnderpaid = ({ kind }: BankException): boolean => kind === 'UNDERPAID';
/** The later result of a debit shows whether it was accepted, although the bank called it a duplicate. */
const isRepeat = ({ kind, reasonCode }: BankException): boolean =>
  kind === 'REPORT_UNCLEAR' && isSaidOfRepeat(reasonCode);
const isEither = (exception: BankException): boolean => isUnderpaid(exception) || isRepeat(exception);

const ofFlow: Readonly<Partial<Record<Payment['flow'], Settling>>> = {
  BANK_TRANSFER: { PAID: isUnderpaid, RETURNED: isUnderpaid },
  HOSTED_PAGE_MANDATE: { PAID: isUnderpaid, REFUNDED: isUnderpaid, RETURNED: isUnderpaid },
  DIRECT_DEBIT: { PAID: isEither, REFUNDED: isEither, RETURNED: isEither, REFUSED: isRepeat },
};

/** Closes the exceptions of a payment that its new status answers. */
export function createExceptionEffect(services: Pick<Services, 'clock'>): EventEffect<Transaction> {
  return ({ id, flow, status }, { type }) => {
    const isAnswered = ofFlow[flow]?.[status];
    if (type !== 'STATUS_CHANGED' || !isAnswered) return null;
    return async (transaction) => {
      const open = await transaction.openBankExceptionsOfPayment(id);
      await settleExceptions(services, transaction, open.filter(isAnswered));
    };
  };
}
