import { walkItems } from '../../kernel/walk-pages.ts';
import type { PaymentEvent } from './events/payment-event.ts';
import type { PaymentReads } from './payment-store.ts';

const eventsPerRead = 200;

/** Every event of a payment, in their order. */
export const storyOf = (reads: Pick<PaymentReads, 'eventsOf'>, paymentId: string) =>
  walkItems(
    eventsPerRead,
    0,
    (after, limit) => reads.eventsOf(paymentId, after, limit),
    ({ sequence }) => sequence,
  );

/** The newest matching event of a payment; null where there is none. */
export async function lastEventOf(
  reads: Pick<PaymentReads, 'eventsOf'>,
  paymentId: string,
  isMeant: (event: PaymentEvent) => boolean,
): Promise<PaymentEvent | null> {
  let last: PaymentEvent | null = null;
  for await (const event of storyOf(reads, paymentId)) if (isMeant(event)) last = event;
  return last;
}
