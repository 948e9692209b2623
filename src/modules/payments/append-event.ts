import { parseEventFacts } from './events/event-data.ts';
import { actorOf, type NewPaymentEvent } from './events/payment-event.ts';
import type { Payment } from './payment.ts';
import type { Services, Transaction } from './ports.ts';

/**
 * Appends an event to a payment's story. The event handlers run in the same transaction: they write the messages of the
 * outbox and the lines of the journal. Every event passes here.
 * @param payment as it stands after the event; its version is the event's place in the story
 */
export async function appendEvent(
  { eventHandlers, actor }: Pick<Services, 'eventHandlers' | 'actor'>,
  transaction: Transaction,
  payment: Payment,
  happened: NewPaymentEvent,
): Promise<void> {
  const isNamed = actor === undefined || actorOf(happened) !== null;
  const event = isNamed ? happened : { ...happened, ...parseEventFacts(happened.type, { ...happened.data, actor }) };
  await transaction.appendEvent(event, payment.version);
  for (const effect of eventHandlers) await effect(transaction, payment, { ...event, sequence: payment.version });
}
