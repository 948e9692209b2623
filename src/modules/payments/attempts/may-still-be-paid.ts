import { addTargetDays, parisDateOf } from '../../../kernel/sepa/target-calendar.ts';
import { endsUnpaid, isFinal } from '../../../kernel/vocabulary.ts';
import { isHosted } from '../capabilities.ts';
import type { PaymentEvent } from '../events/payment-event.ts';
import { isToBeAsked } from '../inquiry/poll-unconfirmed-payments.ts';
import { isUnsettled } from '../operations/payment-operation.ts';
import type { Payment } from '../payment.ts';
import type { Services } from '../ports.ts';
import { holdsMoney } from '../reconcile-update.ts';
import { mayBringMoney } from './attempts.ts';
import { customerRetryOf } from './customer-retry.ts';
import { askedAttempts, decidedAtOf } from './still-asked.ts';

type Known = Pick<Services, 'societes' | 'clock'>;

/**
 * Whether money may still come by which the payment becomes paid: it waits, its customer can try again, or what the bank
 * knows of an attempt is not known here. While it is true, a second payment for the same may be paid beside it.
 * A payment that has not ended, or was paid, reads nothing.
 */
export function mayStillBePaid(
  services: Known,
  reads: Services['store'],
  payment: Payment,
): Promise<boolean> | boolean {
  const { status } = payment;
  return endsUnpaid(status) ? mayBePaidAfterAll(services, reads, payment) : !isFinal(status);
}

async function mayBePaidAfterAll(services: Known, reads: Services['store'], payment: Payment): Promise<boolean> {
  const { id, version, expiresAt } = payment;
  const story = await reads.eventsOf(id, 0, version);
  const isInTime = expiresAt !== null && services.clock() < expiresAt;
  if ((isInTime && !hadMoney(story)) || (await mayBePaidLate(services, reads, payment, story))) return true;
  // Where it has changed since it was read, the doubt may have ended because the bank said that it was paid.
  return (await reads.paymentById(id))?.version !== version;
}

/** Its money ended at the bank, and its customer is on no page of the bank any more. */
function hadMoney(story: readonly PaymentEvent[]): boolean {
  const last = story.findLast(({ type }) => type === 'STATUS_CHANGED');
  return last?.type === 'STATUS_CHANGED' && holdsMoney.has(last.data.from);
}

/** Of a transfer that was ordered on the last day: the bank's file that shows it comes so many TARGET days later. */
const transferDays = 3;

const mayBeOnItsWay = ({ clock }: Known, { status, expiresAt }: Payment): boolean =>
  status === 'EXPIRED' &&
  expiresAt !== null &&
  parisDateOf(clock()) <= addTargetDays(parisDateOf(expiresAt), transferDays);

/** After its time, or where it was given up: then the client has decided about a form that its customer may have. */
async function mayBePaidLate(
  services: Known,
  reads: Services['store'],
  payment: Payment,
  story: readonly PaymentEvent[],
): Promise<boolean> {
  const { id, flow, expiresAt } = payment;
  if ((await customerRetryOf(services, reads, payment)) !== 'NO') return true;
  // A part has come, and the customer may send the rest.
  if (flow === 'BANK_TRANSFER') return mayBeOnItsWay(services, payment) || (await reads.receivedFor(id)) > 0;
  if (!isHosted(flow)) return false;
  if ((await reads.operationsOf(id)).some(isUnsettled)) return true;
  const attempts = await reads.attemptsOf(id);
  if (attempts.some((attempt) => mayBringMoney(attempt, services.clock()))) return true;
  if ((await askedAttempts(reads, payment, decidedAtOf(story) ?? undefined)).length > 0) return true;
  const last = attempts.at(-1);
  return expiresAt !== null && last !== undefined && (await isToBeAsked(services, reads, payment, last));
}
