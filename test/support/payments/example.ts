import { parseInitiation, requestedFields } from '../../../src/modules/payments/initiation/initiation.ts';
import type { Attempt, Payment } from '../../../src/modules/payments/payment.ts';
import { cardPayment } from '../requests.ts';

/** A payment by card that waits for its customer, for rules that read no store; what is given replaces the example's. */
export const waitingPayment = (change: Partial<Payment> & Pick<Payment, 'id' | 'token'>): Payment => ({
  reference: '4K7M-9QXT',
  client: 'anonymous',
  ...requestedFields(parseInitiation(cardPayment)),
  effectiveRunMode: 'TEST',
  commentaire: null,
  accounting: null,
  flow: 'HOSTED_PAGE',
  status: 'REQUIRES_ACTION',
  version: 1,
  derivedKey: null,
  createdAt: 0,
  updatedAt: 0,
  expiresAt: null,
  ...change,
});

/** Its first attempt, which is open. */
export const openAttempt = (
  { id: paymentId, reference }: Pick<Payment, 'id' | 'reference'>,
  { number = 1, ...change }: Partial<Attempt> & Pick<Attempt, 'id' | 'createdAt'>,
): Attempt => ({
  paymentId,
  number,
  reference: `${reference}-${number}`,
  sequence: null,
  status: 'OPEN',
  bankTransaction: null,
  bankCode: null,
  openedAt: null,
  formGivenAt: null,
  ...change,
});
