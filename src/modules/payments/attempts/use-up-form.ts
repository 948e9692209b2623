import { StoreUnavailableError } from '../../../kernel/store-unavailable.ts';
import { untilFresh } from '../../../kernel/until-fresh.ts';
import { isHosted } from '../capabilities.ts';
import type { Payment } from '../payment.ts';
import type { Services } from '../ports.ts';
import type { ReturnOutcome } from '../provider.ts';
import { isSingleUse } from './attempts.ts';

const unpaid: ReadonlySet<ReturnOutcome> = new Set<ReturnOutcome>(['refused', 'cancelled', 'error']);

/**
 * The bank sent the browser back without a payment, because it refused or because the customer gave up. Where the bank
 * takes a form only once, this one is used up: the next answer gives the link, which makes a fresh form. The return proves
 * nothing about the money. Where the database takes no writes now, the customer still sees the page.
 */
export async function useUpForm(services: Services, payment: Payment, outcome: ReturnOutcome): Promise<void> {
  const isWaiting = payment.status === 'REQUIRES_ACTION' && isHosted(payment.flow);
  if (!isWaiting || !unpaid.has(outcome) || !isSingleUse(services, payment)) return;
  const givenAttempt = async (reads: Pick<Services['store'], 'lastAttemptOf'>) => {
    const last = await reads.lastAttemptOf(payment.id);
    return last?.status === 'OPEN' && last.formGivenAt !== null && last.openedAt === null ? last : null;
  };
  if ((await givenAttempt(services.store)) === null) return;
  const used = untilFresh(() =>
    services.store.transact(async (transaction) => {
      const given = await givenAttempt(transaction);
      if (given) await transaction.updateAttempt(given.id, { openedAt: services.clock() }, given);
    }),
  );
  await used.catch((error) => {
    if (!(error instanceof StoreUnavailableError)) throw error;
  });
}
