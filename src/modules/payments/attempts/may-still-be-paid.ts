import { endsUnpaid, isFinal } from '../../../kernel/vocabulary.ts';
import { isHosted } from '../capabilities.ts';
import { isToBeAsked } from '../inquiry/poll-unconfirmed-payments.ts';
import { isUnsettled } from '../operations/payment-operation.ts';
import type { Payment } from '../payment.ts';
import type { Services } from '../ports.ts';
import { mayBringMoney } from './attempts.ts';
import { customerRetryOf } from './customer-retry.ts';
import { askedAttempts, decidedAtOf } from './still-asked.ts';

type Known = Pick<Services, 'societes' | 'clock' | 'providers'>;

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
  const { status, expiresAt } = payment;
  if (!endsUnpaid(status)) return !isFinal(status);
  return (expiresAt !== null && services.clock() < expiresAt) || mayBePaidLate(services, reads, payment);
}

/** After its time, or where it was given up: then the client has decided about a form that its customer may have. */
async function mayBePaidLate(services: Known, reads: Services['store'], payment: Payment): Promise<boolean> {
  const { id, flow, version, expiresAt } = payment;
  if ((await customerRetryOf(services, reads, payment)) !== 'NO') return true;
  // A part has come, and the customer may send the rest.
  if (flow === 'BANK_TRANSFER') return (await reads.receivedFor(id)) > 0;
  if (!isHosted(flow)) return false;
  if ((await reads.operationsOf(id)).some(isUnsettled)) return true;
  const attempts = await reads.attemptsOf(id);
  if (attempts.some((attempt) => mayBringMoney(attempt, services.clock()))) return true;
  const decidedAt = decidedAtOf(await reads.eventsOf(id, 0, version));
  if ((await askedAttempts(reads, payment, decidedAt ?? undefined)).length > 0) return true;
  const last = attempts.at(-1);
  return expiresAt !== null && last !== undefined && (await isToBeAsked(services, reads, payment, last));
}
