import assert from 'node:assert/strict';
import { setTimeout } from 'node:timers/promises';
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
 * Somebody else changed the payment in the meantime: read it again and decide anew. On PostgreSQL each statement sees
 * what was committed before it, so that a unit of work reads the payment first and then what belongs to it: what changes
 * in between has moved the version. Read the other way round, an operation that was settled in between would be settled
 * again, for the payment is the newest.
 */
export class StaleVersionError extends Error {
  override readonly name = 'StaleVersionError';
}

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

/** Of some dozens that change the same thing at once, one gets through each time. */
const mostTries = 15;
const longestPauseMs = 100;

/**
 * Runs a unit of work again where somebody else changed the same thing first. Each waits a moment of its own before it
 * reads again, longer from try to try, so that those who met do not meet again. Not for use in a transaction, which
 * would be held open meanwhile.
 */
export async function untilFresh<T>(work: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof StaleVersionError) || tries === mostTries) throw error;
    }
    await setTimeout(Math.random() * Math.min(longestPauseMs, 5 * 2 ** tries));
  }
}
