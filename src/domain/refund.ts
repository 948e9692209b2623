import { closedSet, type NameOf } from './closed-set.ts';
import type { PaymentEvent } from './payment.ts';

export const refundStatus = closedSet('RefundStatus', 'How far a refund has come.', {
  PENDING: 'The bank has it and has not decided.',
  DONE: 'The bank gave the money back.',
  REFUSED: 'The bank did not give the money back.',
});
export type RefundStatus = NameOf<typeof refundStatus>;

export type Refund = {
  readonly id: string;
  readonly amountCents: number;
  readonly status: RefundStatus;
  readonly bankTransaction: string | null;
  readonly at: number;
};

/** The refund that an event tells of: one that was made at the bank's own back office, as its notification says. */
export function refundOf({ id, at, data }: PaymentEvent): Refund | null {
  const { operation, amountCents, newsStatus, bankTransaction } = data;
  if (operation !== 'CREDIT' || typeof amountCents !== 'number') return null;
  const status =
    newsStatus === 'PAID' ? 'DONE' : newsStatus === 'PENDING' || newsStatus === 'AUTHORIZED' ? 'PENDING' : 'REFUSED';
  return { id, at, amountCents, status, bankTransaction: typeof bankTransaction === 'string' ? bankTransaction : null };
}
