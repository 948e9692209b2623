import assert from 'node:assert/strict';
import { StaleVersionError } from '../../kernel/until-fresh.ts';
import type { PaymentStatus } from '../../kernel/vocabulary.ts';
import { appendEvent } from './append-event.ts';
import type { EventDataOf, EventFacts } from './events/event-data.ts';
import type { NewPaymentEvent } from './events/payment-event.ts';
import type { Payment } from './payment.ts';
import type { PaymentChange } from './payment-store.ts';
import type { Services, Transaction } from './ports.ts';
import { canChange } from './transitions.ts';

/** The services that changing a payment needs. */
export type Writing = Pick<Services, 'clock' | 'identifiers' | 'eventHandlers' | 'actor'>;

type Change = Omit<PaymentChange, 'updatedAt'>;
export type Step = EventFacts & { readonly change?: Change };

type WithoutFrom<Data> = Data extends unknown ? Omit<Data, 'from'> : never;
/** The cause of a change and its facts. */
export type ChangeFacts = WithoutFrom<EventDataOf<'STATUS_CHANGED'>>;

/**
 * Changes a payment and appends the event that says why, in the caller's transaction.
 * @throws StaleVersionError where the payment is no longer the version that was read.
 */
export async function recordStep(
  services: Writing,
  transaction: Transaction,
  payment: Payment,
  { change = {}, ...facts }: Step,
): Promise<Payment> {
  const updatedAt = services.clock();
  if (!(await transaction.updatePayment(payment.id, payment.version, { ...change, updatedAt }))) {
    throw new StaleVersionError(`payment ${payment.id} is not at version ${payment.version} any more`);
  }
  const changed: Payment = { ...payment, ...change, version: payment.version + 1, updatedAt };
  const id = services.identifiers.newId('evt');
  const event: NewPaymentEvent = { id, paymentId: payment.id, status: changed.status, at: updatedAt, ...facts };
  await appendEvent(services, transaction, changed, event);
  return changed;
}

/** Changes the status by the state table. Whether the change is allowed is for the caller to ask first. */
export async function changeStatus(
  services: Writing,
  transaction: Transaction,
  payment: Payment,
  { to, data, change = {} }: { to: Exclude<PaymentStatus, 'NEEDS_REVIEW'>; data: ChangeFacts; change?: Change },
): Promise<Payment> {
  assert(canChange(payment.status, to, data.cause), `${payment.status} cannot become ${to} by ${data.cause}`);
  return recordStep(services, transaction, payment, {
    type: 'STATUS_CHANGED',
    data: { from: payment.status, ...data },
    change: { ...change, status: to },
  });
}
