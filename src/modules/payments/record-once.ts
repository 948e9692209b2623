import { recordStep, type Step } from './change-payment.ts';
import type { Payment } from './payment.ts';
import type { Services } from './services.ts';
import type { Transaction } from './store.ts';

/** Appends an event that changes nothing, unless the story says the same already: an answer that comes again is no news. */
export async function recordOnce(
  services: Services,
  transaction: Transaction,
  payment: Payment,
  step: Pick<Step, 'type' | 'data'>,
): Promise<void> {
  if (!(await isTold(transaction, payment, step))) await recordStep(services, transaction, payment, step);
}

/** Whether an event of this type stands in the story with all of these facts. */
export async function isTold(
  transaction: Transaction,
  payment: Payment,
  { type, data }: Pick<Step, 'type' | 'data'>,
): Promise<boolean> {
  const story = await transaction.eventsOf(payment.id, 0, payment.version);
  const facts = Object.entries(data);
  return story.some((event) => event.type === type && facts.every(([name, value]) => event.data[name] === value));
}
