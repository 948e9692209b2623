import assert from 'node:assert/strict';
import { StaleVersionError } from '../../kernel/until-fresh.ts';
import type { PaymentStatus } from '../../kernel/vocabulary.ts';
import { appendEvent } from './append-event.ts';
import type { EventData, Payment, PaymentEventType } from './payment.ts';
import type { Services } from './services.ts';
import type { PaymentChange, Transaction } from './store.ts';
import { canChange, type TransitionCause } from './transitions.ts';

/** What it takes to change a payment. */
type Writing = Pick<Services, 'clock' | 'identifiers' | 'effects' | 'actor'>;

export type Step = {
  readonly type: PaymentEventType;
  readonly data: EventData;
  readonly change?: Omit<PaymentChange, 'updatedAt'>;
};

/**
 * Changes a payment and appends the event that says why, in the caller's transaction.
 * @throws StaleVersionError where the payment is no longer the version that was read.
 */
export async function recordStep(
  services: Writing,
  transaction: Transaction,
  payment: Payment,
  { type, data, change = {} }: Step,
): Promise<Payment> {
  const updatedAt = services.clock();
  if (!(await transaction.updatePayment(payment.id, payment.version, { ...change, updatedAt }))) {
    throw new StaleVersionError(`payment ${payment.id} is not at version ${payment.version} any more`);
  }
  const changed: Payment = { ...payment, ...change, version: payment.version + 1, updatedAt };
  const id = services.identifiers.newId('evt');
  const event = { id, paymentId: payment.id, type, status: changed.status, at: updatedAt, data };
  await appendEvent(services, transaction, changed, event);
  return changed;
}

/** Changes the status by the state table. Whether the change is allowed is for the caller to ask first. */
export async function changeStatus(
  services: Writing,
  transaction: Transaction,
  payment: Payment,
  {
    to,
    cause,
    data = {},
    change = {},
  }: { to: PaymentStatus; cause: TransitionCause; data?: EventData; change?: Step['change'] },
): Promise<Payment> {
  assert(canChange(payment.status, to, cause), `${payment.status} cannot become ${to} by ${cause}`);
  return recordStep(services, transaction, payment, {
    type: to === 'NEEDS_REVIEW' ? 'CONTRADICTION' : 'STATUS_CHANGED',
    data: { from: payment.status, cause, ...data },
    change: { ...change, status: to },
  });
}
