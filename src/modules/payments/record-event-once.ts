import { recordStep } from './change-payment.ts';
import type { EventFacts } from './events/event-data.ts';
import type { PaymentEvent } from './events/payment-event.ts';
import type { Payment } from './payment.ts';
import type { Services, Transaction } from './ports.ts';

/** Appends an event that changes nothing, unless the story has it already: a repeated answer adds no event. */
export async function recordEventOnce(
  services: Services,
  transaction: Transaction,
  payment: Payment,
  facts: EventFacts,
): Promise<void> {
  if (!(await isRecorded(transaction, payment, facts))) await recordStep(services, transaction, payment, facts);
}

/** Whether the story has an event of this type with all of these facts. */
export async function isRecorded(
  transaction: Transaction,
  payment: Payment,
  { type, data }: EventFacts,
): Promise<boolean> {
  const story = await transaction.eventsOf(payment.id, 0, payment.version);
  const facts = Object.entries(data);
  const says = (event: PaymentEvent): boolean => {
    const said = new Map<string, unknown>(Object.entries(event.data));
    return facts.every(([name, value]) => said.get(name) === value);
  };
  return story.some((event) => event.type === type && says(event));
}
