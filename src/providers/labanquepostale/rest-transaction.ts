import type { ProviderUpdate } from '../../modules/payments/provider.ts';
import { debitFactsOf, readMeaning } from './meanings.ts';
import { directDebit } from './messages.ts';
import type { RestTransaction } from './rest-answer.ts';

/** A transaction as the REST API shows it, in a message, in an order, or in the answer to an operation. */

type Of = Pick<ProviderUpdate, 'attemptReference' | 'idSociete' | 'runMode'>;

export const meaningOf = ({ detailedStatus, operationType, transactionDetails, uuid }: RestTransaction) =>
  readMeaning({
    status: detailedStatus,
    operationType,
    isDirectDebit: transactionDetails?.cardDetails?.effectiveBrand === directDebit,
    transaction: uuid,
  });

export function updateOf({ attemptReference, idSociete, runMode }: Of, transaction: RestTransaction): ProviderUpdate {
  const { uuid, detailedStatus, amount, currency } = transaction;
  const { operation, status, meaning } = meaningOf(transaction);
  // Only the form's message gives the amount of a partial authorisation. 0 cannot be mistaken for the whole.
  const amountCents = detailedStatus === 'PARTIALLY_AUTHORISED' ? 0 : amount;
  return {
    attemptReference,
    operation,
    status,
    ...debitFactsOf(meaning),
    bankTransaction: uuid,
    bankStatus: detailedStatus,
    bankCode: /^[A-Za-z0-9]{1,8}$/.exec(transaction.detailedErrorCode ?? '')?.[0] ?? null,
    amountCents,
    // The REST API has letters where the form has digits. 999 is "no currency", which contradicts every payment.
    currency: currency === 'EUR' ? '978' : '999',
    idSociete,
    runMode,
    testEvidence: null,
    tellsCapture: true,
    // The same as that of the form's message.
    deduplicationKey: [uuid, detailedStatus, operation, status, amountCents, attemptReference].join(':'),
  };
}
