import { type ReasonCode, reasonOf } from '../../../kernel/sepa/reason-codes.ts';
import { factOf } from '../../../kernel/stored-facts.ts';
import type { PaymentEvent } from '../../payments/events/payment-event.ts';
import { lastEventOf } from '../../payments/last-event.ts';
import type { Payment } from '../../payments/payment.ts';
import type { Services } from '../ports.ts';

/** Why a direct debit was refused, or came back. */
export type DebitFailure = {
  /** The bank's code, known or not; null where it gave none. */
  readonly code: string | null;
  /** Null for a code that is not on the list. */
  readonly reason: ReasonCode | null;
  readonly isRefund: boolean;
  readonly feeCents: number;
  readonly bookedOn: string | null;
  readonly at: number;
};

const debits: ReadonlySet<Payment['flow']> = new Set(['DIRECT_DEBIT', 'HOSTED_PAGE_MANDATE']);

/** Null for a payment that is no direct debit, or did not fail. */
export async function debitFailureOf(
  { store }: Pick<Services, 'store'>,
  { id, flow, status }: Payment,
): Promise<DebitFailure | null> {
  if (!debits.has(flow) || (status !== 'REFUSED' && status !== 'RETURNED')) return null;
  const last = await lastChangeTo(store, id, status);
  return last && failureOf(last);
}

/** The day on which the bank booked the return of a payment; null where it did not come back, or gave no day. */
export async function returnedOn(reads: Reading, { id, status }: Payment): Promise<string | null> {
  const last = status === 'RETURNED' ? await lastChangeTo(reads, id, status) : null;
  return last && factOf(last.data, 'bookingDate');
}

type Reading = Pick<Services['store'], 'eventsOf'>;

const lastChangeTo = (reads: Reading, paymentId: string, status: Payment['status']): Promise<PaymentEvent | null> =>
  lastEventOf(reads, paymentId, (event) => event.type === 'STATUS_CHANGED' && event.status === status);

function failureOf({ at, data }: PaymentEvent): DebitFailure {
  const code = factOf(data, 'bankCode');
  return {
    ...{ code, reason: reasonOf(code), isRefund: factOf(data, 'isRefund') === true, at },
    // A debit that was refused before it was booked cost nothing.
    feeCents: factOf(data, 'feeCents') ?? 0,
    bookedOn: factOf(data, 'bookingDate'),
  };
}
