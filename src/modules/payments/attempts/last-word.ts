import { factOf } from '../../../kernel/stored-facts.ts';
import type { PaymentEvent } from '../events/payment-event.ts';

/** What the bank says of the money of a transaction, beside what the payment rests on. Its last word counts. */

/** The contradiction of money that came for a payment which another transaction had paid. */
export const paidTwice = 'paid twice';

/** The contradiction of money that was paid, and that the bank did not collect after all. */
export const didNotCome = 'the bank says that this money did not come';

/** The contradiction of money that came where none was left, by an earlier word of the bank or by a person's. */
export const cameAfterAll = 'the bank says that this money came after all';

/** Whether money came beside what the payment rested on. */
export const hasComeBeside = ({ type, data }: PaymentEvent): boolean =>
  type === 'CONTRADICTION' && (data.reason === paidTwice || data.reason === cameAfterAll);

/** A person decided about the payment. */
export const isDecision = ({ type, data }: PaymentEvent): boolean =>
  type === 'STATUS_CHANGED' && data.cause === 'REVIEW';

const isDenial = ({ type, data }: PaymentEvent): boolean => type === 'CONTRADICTION' && data.reason === didNotCome;

const isPaidBy = ({ type, status, data }: PaymentEvent): boolean =>
  type === 'STATUS_CHANGED' && data.cause === 'BANK_NEWS' && status === 'PAID';

/** The transactions of a story that have not come by the bank's last word. */
export function deniedIn(story: readonly PaymentEvent[]): ReadonlySet<string | null> {
  const denied = new Set<string | null>();
  for (const event of story) {
    const number = factOf(event.data, 'bankTransaction');
    if (isDenial(event)) denied.add(number);
    else if (hasComeBeside(event) || isPaidBy(event)) denied.delete(number);
  }
  return denied;
}
