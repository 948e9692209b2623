import type { PaymentEvent } from './events/payment-event.ts';
import type { PaymentReads } from './payment-store.ts';

const eventsPerRead = 200;

/** The newest matching event of a payment; null where there is none. */
export async function lastEventOf(
  reads: Pick<PaymentReads, 'eventsOf'>,
  paymentId: string,
  isMeant: (event: PaymentEvent) => boolean,
): Promise<PaymentEvent | null> {
  let last: PaymentEvent | null = null;
  for (let after = 0; ; ) {
    const events = await reads.eventsOf(paymentId, after, eventsPerRead);
    last = events.findLast(isMeant) ?? last;
    after = events.at(-1)?.sequence ?? after;
    if (events.length < eventsPerRead) return last;
  }
}
