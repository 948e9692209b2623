import { parseEventFacts } from './events/event-data.ts';
import type { OutgoingMessage } from './events/outgoing-message.ts';
import { actorOf, type NewPaymentEvent, type PaymentEvent } from './events/payment-event.ts';
import type { Payment } from './payment.ts';
import type { Services, Transaction } from './ports.ts';

type Telling = Pick<Services, 'eventHandlers' | 'actor'>;

/** An event, and all that is written with it. Every event is made here. */
export type Happening = {
  readonly event: PaymentEvent;
  /** Messages of the outbox. */
  readonly messages: readonly OutgoingMessage[];
  /** Lines of the journal, and whatever else needs the transaction. */
  readonly effects: readonly ((transaction: Transaction) => Promise<void>)[];
};

/** @param payment as it stands after the event; its version is the event's place in the story */
export function happeningOf({ eventHandlers, actor }: Telling, payment: Payment, happened: NewPaymentEvent): Happening {
  const isNamed = actor === undefined || actorOf(happened) !== null;
  const named = isNamed ? happened : { ...happened, ...parseEventFacts(happened.type, { ...happened.data, actor }) };
  const event = { ...named, sequence: payment.version };
  const messages: OutgoingMessage[] = [];
  const effects: Happening['effects'][number][] = [];
  for (const handle of eventHandlers) {
    const brought = handle(payment, event);
    if (typeof brought === 'function') effects.push(brought);
    else if (brought !== null) messages.push(...brought);
  }
  return { event, messages, effects };
}

/** Appends an event to the story of a payment, with all that is written with it, in the caller's transaction. */
export async function appendEvent(
  services: Telling,
  transaction: Transaction,
  payment: Payment,
  happened: NewPaymentEvent,
): Promise<void> {
  const { event, messages, effects } = happeningOf(services, payment, happened);
  await transaction.appendEvent(event, event.sequence);
  for (const message of messages) await transaction.insertMessage(message);
  for (const effect of effects) await effect(transaction);
}
