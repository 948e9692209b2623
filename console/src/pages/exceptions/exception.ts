import type { ExceptionQuery } from '../../generated/operations.ts';

export type Exception = Extract<ExceptionQuery['node'], { readonly __typename: 'BankException' }>;
/** How to call its amount. The bank did not book the amount of `UNDERPAID` (what is missing) and `OVERPAID` (the surplus). */
export const amountOf = ({
  kind,
  isCredit,
}: Pick<Exception, 'kind' | 'isCredit'>): 'missing' | 'surplus' | 'came' | 'went' => {
  if (kind === 'UNDERPAID') return 'missing';
  if (kind === 'OVERPAID') return 'surplus';
  return isCredit ? 'came' : 'went';
};

/** What had come for its payment with this entry; null where the amount is the booked one, or the payment is not known. */
export const receivedCents = ({ kind, amount, payment }: Exception): number | null => {
  if (payment === null) return null;
  if (kind === 'UNDERPAID') return payment.amount.cents - amount.cents;
  return kind === 'OVERPAID' ? payment.amount.cents + amount.cents : null;
};

export type FoundPayment = Exception['candidates'][number]['payment'];
