import type { PaymentQuery } from '../../generated/operations.ts';
import type { actionTexts } from './action-texts.ts';

type Payment = Pick<NonNullable<PaymentQuery['payment']>, 'status' | 'events'>;

export type Decision = keyof (typeof actionTexts)['fr']['choices'];

const all: readonly Decision[] = ['PAID', 'REFUSED', 'CANCELLED', 'FAILED', 'RETURNED', 'REFUNDED'];

const didNotCome = 'the bank says that this money did not come';
const comes: ReadonlySet<string | null> = new Set(['the bank says that this money came after all', 'paid twice']);
const goesBack: ReadonlySet<string | null> = new Set([
  'the payment was made by another transaction',
  'the bank did it, but the payment was made by another transaction',
]);
const isOfSurplus = 'it gives back what was paid twice';

/** What a person can decide now, by the rule of `reviewPayment`: the bank's last word about each transaction counts. */
export function decisionsOf({ status, events }: Payment): readonly Decision[] {
  if (status === 'NEEDS_REVIEW') return all;
  const came = new Set<string | null>();
  let isDenied = false;
  let surplus = 0;
  for (const { node } of events.edges) {
    const { type, reason, cause, bankTransaction } = node;
    if (type === 'STATUS_CHANGED' && (node.status === 'PAID' || node.status === 'AUTHORIZED')) {
      if (cause === 'BANK_NEWS' && bankTransaction !== null) came.add(bankTransaction);
    } else if (type === 'STATUS_CHANGED' && node.previousStatus !== 'RETURNED') {
      came.clear();
      surplus = 0;
    } else if (comes.has(reason)) came.add(bankTransaction);
    else if (reason === didNotCome || goesBack.has(reason)) came.delete(bankTransaction);
    else if (reason === isOfSurplus) surplus++;
    isDenied ||= reason === didNotCome;
  }
  const isThere = came.size > surplus;
  if (status === 'RETURNED') return isThere ? ['PAID'] : [];
  const wasPaid = status === 'PAID' || status === 'PARTIALLY_REFUNDED' || status === 'REFUNDED';
  return wasPaid && isDenied && !isThere ? ['RETURNED'] : [];
}
