import { isHosted } from '../capabilities.ts';
import type { PaymentEvent } from '../events/payment-event.ts';
import { timeIsOver } from '../initiation/expire-payment.ts';
import { isUnsettled } from '../operations/payment-operation.ts';
import { payLinkHasExpired } from '../pay-link.ts';
import { isErased, type Payment } from '../payment.ts';
import { allPayments } from '../payment-store.ts';
import type { Services } from '../ports.ts';
import { attemptHoldsMoney } from './paying-attempt.ts';
import { reportedAmong } from './still-asked.ts';

/**
 * Whether the customer may try again a payment that ended without money. `DOUBT`: the bank may still say that an earlier
 * attempt was paid, so nothing new is opened.
 */
export type CustomerRetry = 'OFFERED' | 'DOUBT' | 'NO';

type Known = Pick<Services, 'societes' | 'clock'>;
type RetryReads = Pick<Services['store'], 'attemptsOf' | 'eventsOf' | 'operationsOf' | 'reportOf' | 'payments'>;

export async function customerRetryOf(services: Known, reads: RetryReads, payment: Payment): Promise<CustomerRetry> {
  // The clock ends it in its next round.
  const isOver = timeIsOver(services, payment);
  if (!mayStillBeTried(services, isOver ? { ...payment, status: 'EXPIRED' } : payment)) return 'NO';
  const story = await reads.eventsOf(payment.id, 0, payment.version);
  if (!(isOver || endedByCustomer(payment, story)) || (await isReplaced(reads, payment, story))) return 'NO';
  return (await isInDoubt(reads, payment, story)) ? 'DOUBT' : 'OFFERED';
}

/**
 * Whether the way in which it ended leaves room for another attempt. A client that cancels leaves no `expiresAt`, and an
 * erasure no payer.
 */
function mayStillBeTried({ societes, clock }: Known, payment: Payment): boolean {
  const { flow, status, expiresAt, idSociete } = payment;
  const isPaidByCustomer = isHosted(flow) || flow === 'BANK_TRANSFER';
  if (!isPaidByCustomer || !(status in leftFor) || expiresAt === null) return false;
  if (isErased(payment) || payLinkHasExpired(payment, clock())) return false;
  return clock() < expiresAt || societes.get(idSociete)?.customerPages?.retryAfterExpiry === true;
}

/**
 * From which statuses a payment ends by its customer or their bank. What was authorised and is lost, and what the bank
 * cancels or lets run out after it took the payment on, was ended by the shop in the bank's back office.
 */
const leftFor: Readonly<Partial<Record<Payment['status'], readonly Payment['status'][]>>> = {
  REFUSED: ['REQUIRES_ACTION', 'PENDING'],
  FAILED: ['REQUIRES_ACTION', 'PENDING'],
  CANCELLED: ['REQUIRES_ACTION'],
  EXPIRED: ['REQUIRES_ACTION'],
};

/** By a message about an attempt, or by the clock; never by a client, a statement or a person. */
function endedByCustomer({ status }: Payment, story: readonly PaymentEvent[]): boolean {
  const last = story.findLast(({ type }) => type === 'STATUS_CHANGED');
  if (last?.type !== 'STATUS_CHANGED' || last.status !== status) return false;
  const { data } = last;
  const isOfAttempt = data.cause === 'BANK_NEWS' && 'newsStatus' in data;
  return (isOfAttempt || data.cause === 'CLOCK') && leftFor[status]?.includes(data.from) === true;
}

/** The client has a newer payment for the same: a customer with both links could pay both. */
async function isReplaced(
  { payments }: Pick<RetryReads, 'payments'>,
  { id, client, effectiveRunMode: runMode, idSociete, idOrigin, idClient, idCommande }: Payment,
  story: readonly PaymentEvent[],
): Promise<boolean> {
  if (story.some(({ type }) => type === 'SUCCEEDED')) return true;
  if (idCommande === '0') return false;
  const order = { client, runMode, idSociete, idOrigin, idClient, idCommande };
  const [newest] = await payments({ ...allPayments, ...order, limit: 1 });
  return newest !== undefined && newest.id > id;
}

async function isInDoubt(reads: RetryReads, payment: Payment, story: readonly PaymentEvent[]): Promise<boolean> {
  if (story.some(({ type }) => type === 'CONTRADICTION')) return true;
  const attempts = await reads.attemptsOf(payment.id);
  if (attempts.some(({ status }) => status === 'PENDING' || attemptHoldsMoney.has(status))) return true;
  if ((await reads.operationsOf(payment.id)).some(isUnsettled)) return true;
  return (await reportedAmong(reads, attempts)).length > 0;
}
