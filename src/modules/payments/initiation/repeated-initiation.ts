import { setImmediate, setTimeout } from 'node:timers/promises';
import { ValueTakenError } from '../../../kernel/transacting.ts';
import { endsUnpaid, isFinal } from '../../../kernel/vocabulary.ts';
import { mayBringMoney, reopenPayment } from '../attempts/attempts.ts';
import { centsOf, heldMoneyOf } from '../attempts/paying-attempt.ts';
import { askedAttempts, reportedAmong } from '../attempts/still-asked.ts';
import { changeStatus, recordStep } from '../change-payment.ts';
import { holderOf } from '../claimed-key.ts';
import { isErased, type Payment } from '../payment.ts';
import type { Reads, Services, Transaction } from '../ports.ts';
import { payableSociete } from './check-availability.ts';
import { timeIsOver } from './expire-payment.ts';
import { expiryOf } from './expiry.ts';
import { type InitiatedPayment, type RecordingPlan, recordWithin } from './record-initiation.ts';

/**
 * The payment that an earlier request with the same key recorded; null where there is none.
 * @throws IdempotencyConflictError
 */
export async function earlierInitiation(services: Services, plan: RecordingPlan): Promise<InitiatedPayment | null> {
  const { store } = services;
  if (plan.key) {
    const holder = await store.idempotencyKey(plan.scope, plan.key.key);
    return holder && replay(store, await store.paymentById(holderOf(holder, plan.key.fingerprint)));
  }
  if (plan.derivedKey === null) return null;
  const existing = await store.paymentByDerivedKey(plan.derivedKey);
  if (existing === null) return null;
  if (meaningOfRepeat(services, plan, existing) === 'SAME') return replay(store, existing);
  if (plan.isCallerGone && takesMoney(existing)) await untilEndsAreRead();
  return store.transact((transaction) => repeatWithin(services, plan, transaction, existing.id));
}

/**
 * A gateway that stood still reads a request and, in the next turn of its event loop, that the connection has ended. The
 * end may also come a moment later, where the whole machine stood still. The turn after the pause reads all connections.
 */
async function untilEndsAreRead(): Promise<void> {
  await setTimeout(10);
  await setImmediate();
}

/** Decides again in the transaction, on the payment as it is there. */
async function repeatWithin(
  services: Services,
  plan: RecordingPlan,
  transaction: Transaction,
  id: string,
): Promise<InitiatedPayment | null> {
  const existing = await transaction.paymentById(id);
  if (existing === null || existing.derivedKey !== plan.derivedKey) return null;
  switch (meaningOfRepeat(services, plan, existing)) {
    case 'SAME':
      return replay(transaction, existing);
    case 'RETRY': {
      if (await mayBePaid(services, transaction, existing)) return replay(transaction, existing);
      // An erased payment has no payer who could try again.
      return isErased(existing)
        ? succeed(services, plan, transaction, existing)
        : retry(services, transaction, existing);
    }
    case 'NEW':
      return existing.idCommande !== '0' && (await mayBePaidAgain(services, transaction, existing))
        ? replay(transaction, existing)
        : succeed(services, plan, transaction, existing);
  }
}

/** A new payment under the key, which is taken from the existing one as it was read. */
async function succeed(
  services: Services,
  plan: RecordingPlan,
  transaction: Transaction,
  existing: Payment,
): Promise<InitiatedPayment> {
  await recordStep(services, transaction, existing, { type: 'SUCCEEDED', data: {}, change: { derivedKey: null } });
  const recorded = await recordWithin(services, plan, transaction);
  if (recorded === null) throw new ValueTakenError('the reference of a new payment is taken');
  return recorded;
}

/**
 * Whether the customer could pay twice: money is there of a payment that ended or was given back, or the bank may still
 * say that an attempt was paid.
 */
async function mayBePaid(services: Services, transaction: Transaction, existing: Payment): Promise<boolean> {
  if ((await askedAttempts(transaction, existing)).length > 0) return true;
  const attempts = await transaction.attemptsOf(existing.id);
  if (attempts.some((attempt) => mayBringMoney(attempt, services.clock()))) return true;
  return isMoneyThere(transaction, existing);
}

const isMoneyThere = async (transaction: Transaction, existing: Payment): Promise<boolean> =>
  centsOf(await heldMoneyOf(transaction, existing)) > 0;

/**
 * Of a payment whose money went back. A debit that was returned leaves its attempt pending: nothing more comes of it, though
 * the bank is asked about it now and then.
 */
async function mayBePaidAgain(services: Services, transaction: Transaction, existing: Payment): Promise<boolean> {
  if (existing.status === 'REFUNDED') return mayBePaid(services, transaction, existing);
  if (existing.status !== 'RETURNED') return false;
  const reported = await reportedAmong(transaction, await transaction.attemptsOf(existing.id));
  return reported.length > 0 || isMoneyThere(transaction, existing);
}

/** Without a page on which a customer agrees. */
const takesMoney = ({ flow }: Payment): boolean => flow === 'DIRECT_DEBIT' || flow === 'BOOKING';

/**
 * What a repeated legacy URL means, if a payment exists under its derived key. A caller that gave up may have repeated its
 * request elsewhere and cancelled the payment: no money is taken for it again.
 */
function meaningOfRepeat(
  services: Services,
  { isCallerGone }: Pick<RecordingPlan, 'isCallerGone'>,
  existing: Payment,
): 'SAME' | 'RETRY' | 'NEW' {
  const isGone = takesMoney(existing) && isCallerGone?.() === true;
  if (existing.idCommande === '0') {
    // A direct debit waits for its batch and a booking for nothing, but a double click must still find them.
    const isOpen =
      isGone ||
      existing.status === 'REQUIRES_ACTION' ||
      (existing.flow === 'DIRECT_DEBIT' && !isFinal(existing.status)) ||
      (existing.flow === 'BOOKING' && existing.status === 'PAID');
    return isOpen && services.clock() < existing.createdAt + services.settings.repeatWindowMs ? 'SAME' : 'NEW';
  }
  if (isGone) return 'SAME';
  if (existing.status === 'REFUNDED' || existing.status === 'RETURNED') return 'NEW';
  // There is no page on which to try again: another debit has a reference and a notice of its own.
  if (existing.flow === 'DIRECT_DEBIT') return endsUnpaid(existing.status) ? 'NEW' : 'SAME';
  // A booking that accounting took back has no customer who could try again.
  if (existing.flow === 'BOOKING' && existing.status === 'CANCELLED') return 'NEW';
  return endsUnpaid(existing.status) || timeIsOver(services, existing) ? 'RETRY' : 'SAME';
}

async function replay(reads: Pick<Reads, 'lastAttemptOf'>, payment: Payment | null): Promise<InitiatedPayment> {
  if (payment === null) throw new Error('an idempotency key names a payment that is not there');
  return { payment, attempt: await reads.lastAttemptOf(payment.id), replayed: true };
}

/** A new attempt on a payment that ended without money. */
async function retry(services: Services, transaction: Transaction, existing: Payment): Promise<InitiatedPayment> {
  payableSociete(services, existing);
  const ended =
    existing.status === 'REQUIRES_ACTION'
      ? await changeStatus(services, transaction, existing, { to: 'EXPIRED', data: { cause: 'CLOCK' } })
      : existing;
  const last = await transaction.lastAttemptOf(existing.id);
  const expiresAt = expiryOf(services, existing.flow, services.clock());
  return { ...(await reopenPayment(services, transaction, ended, last, { given: null, expiresAt })), replayed: true };
}
