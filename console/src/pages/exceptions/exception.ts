import type { ExceptionQuery, PaymentStatus } from '../../generated/operations.ts';

export type Exception = Extract<ExceptionQuery['node'], { readonly __typename: 'BankException' }>;
type Asked = Pick<Exception, 'kind' | 'status' | 'isCredit' | 'amount'> & {
  readonly payment: Pick<NonNullable<Exception['payment']>, 'status' | 'amount'> | null;
};

const ended: ReadonlySet<string> = new Set<PaymentStatus>(['CANCELLED', 'EXPIRED', 'REFUSED', 'FAILED']);

/** A part came, and its payment was cancelled or refused, expired or failed before the rest. */
export const hasEnded = ({ kind, payment }: Pick<Asked, 'kind' | 'payment'>): boolean =>
  kind === 'UNDERPAID' && payment !== null && ended.has(payment.status);

export const isOfSurplus = (kind: Exception['kind']): boolean => kind === 'OVERPAID' || kind === 'SURPLUS';

/** It is assigned to the payment that the bank names, or to none. */
export const isContradictingCredit = ({ kind, isCredit }: Pick<Exception, 'kind' | 'isCredit'>): boolean =>
  kind === 'CONTRADICTION' && isCredit;

/** Who may see no batch learns it from the payment that it can be assigned to. */
export const isOfCancelledBatch = ({ batch, candidates, ...asked }: Exception): boolean =>
  batch?.status === 'CANCELLED' || (isContradictingCredit(asked) && candidates.length > 0);

/** How to call its amount. The bank did not book that of `UNDERPAID` (what is missing), and of a surplus a part may be left. */
export const amountOf = (asked: Asked): 'missing' | 'toReturn' | 'surplus' | 'came' | 'went' => {
  const { kind, status, isCredit } = asked;
  // Once it is closed its money went back, or a person knows of it.
  if (hasEnded(asked)) return status === 'OPEN' ? 'toReturn' : 'came';
  if (kind === 'UNDERPAID') return 'missing';
  if (isOfSurplus(kind)) return 'surplus';
  return isCredit ? 'came' : 'went';
};

/** The amount that a person decides about. A payment that has ended waits for nothing more, so all that came counts. */
export const centsOf = (asked: Asked): number => (hasEnded(asked) ? (receivedCents(asked) ?? 0) : asked.amount.cents);

/** What had come for its payment with this entry; null where the amount is the booked one, or the payment is not known. */
export const receivedCents = ({ kind, amount, payment }: Asked): number | null => {
  if (payment === null) return null;
  if (kind === 'UNDERPAID') return payment.amount.cents - amount.cents;
  return kind === 'OVERPAID' ? payment.amount.cents + amount.cents : null;
};

export type FoundPayment = Exception['candidates'][number]['payment'];
