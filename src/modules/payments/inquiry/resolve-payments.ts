import { dayMs } from '../../../kernel/durations.ts';
import { untilFresh } from '../../../kernel/until-fresh.ts';
import type { GrowingPauses } from '../../../workers/growing-pauses.ts';
import { letGo } from '../attempts/paying-attempt.ts';
import { changeStatus } from '../change-payment.ts';
import { callableAccount } from '../operations/authorize-operation.ts';
import { isUnsettled } from '../operations/payment-operation.ts';
import { resolveByInquiry } from '../operations/resolve-operation.ts';
import type { Payment } from '../payment.ts';
import type { Services } from '../ports.ts';
import { processDueItems, type Resolver, type Resolving } from './process-due-items.ts';
import { askAbout } from './provider-inquiry.ts';

/** Asks about operations in doubt that are due. */
export async function settleOperations(resolving: Resolving): Promise<void> {
  const { services } = resolving;
  const now = services.clock();
  await processDueItems(
    resolving,
    (behind, limit) => services.store.operationsToAsk({ now, behind, limit }),
    ({ read }) => resolveByInquiry(services, read()),
  );
}

/**
 * An authorisation is given up only after a last question to the bank, or when that cannot be answered for a day. While
 * an operation on it is in doubt it stays.
 */
const patienceMs = dayMs;

/**
 * Expires payments that were not paid in time. A later message still counts.
 * @param pauses between the last questions about an authorisation
 */
export async function expirePayments(resolving: Resolving, pauses: GrowingPauses): Promise<void> {
  const { services } = resolving;
  const now = services.clock();
  await processDueItems(
    resolving,
    (behind, limit) => services.store.paymentsToExpire({ now, behind, limit }),
    ({ read }) => expire(services, read(), pauses, now),
  );
}

async function expire(services: Resolver, payment: Payment, pauses: GrowingPauses, now: number): Promise<void> {
  const isHeld = payment.status === 'AUTHORIZED';
  if (isHeld && (await isInDoubt(services.store, payment))) return;
  if (isHeld && !(await isAnswered(services, payment, pauses, now))) return;
  await untilFresh(() =>
    services.store.transact(async (transaction) => {
      const current = await transaction.paymentById(payment.id);
      if (current?.status !== payment.status || current.expiresAt !== payment.expiresAt) return;
      if (isHeld && (await isInDoubt(transaction, current))) return;
      await changeStatus(services, transaction, current, { to: 'EXPIRED', data: { cause: 'CLOCK' } });
      if (current.status === 'AUTHORIZED') await letGo(transaction, current, 'EXPIRED');
    }),
  );
  services.announce(payment.id);
}

/** What was asked of the bank decides: the money may be taken already. */
const isInDoubt = async (reads: Pick<Services['store'], 'operationsOf'>, { id }: Payment): Promise<boolean> =>
  (await reads.operationsOf(id)).some(isUnsettled);

async function isAnswered(services: Resolver, payment: Payment, pauses: GrowingPauses, now: number): Promise<boolean> {
  const account = callableAccount(services, payment);
  const attempts = await services.store.attemptsOf(payment.id);
  const attempt = attempts.find(({ status }) => status === 'AUTHORIZED');
  if (!account || !attempt) return true;
  const isLast = now >= (payment.expiresAt ?? now) + patienceMs;
  if (!isLast && pauses.isResting(payment.id, now)) return false;
  pauses.rest(payment.id, now);
  const isSilent = (await askAbout(services, payment, attempt, account)) === 'UNKNOWN';
  if (!isSilent) pauses.end(payment.id);
  return !isSilent || isLast;
}
