import { addTargetDays, type CalendarDate, parisDateOf } from '../../../kernel/sepa/target-calendar.ts';
import { untilFresh } from '../../../kernel/until-fresh.ts';
import { recordStep } from '../../payments/change-payment.ts';
import { processDueItems, type Rounds } from '../../payments/inquiry/process-due-items.ts';
import type { Services } from '../ports.ts';

/**
 * By then a debit is credited, refused, or returned on the bank's own account, which it may do for five TARGET days; the
 * rest is for statements that are brought once a week.
 */
const patienceTargetDays = 14;

/**
 * Calls a person, once, to debits at the bank that neither a statement nor a report has answered. A later answer of the
 * bank still counts.
 */
export async function reviewSilentDebits(services: Services, rounds: Rounds): Promise<void> {
  const dueBy = addTargetDays(parisDateOf(services.clock()), -patienceTargetDays);
  await processDueItems(
    rounds,
    ({ id }, limit) => services.store.debitsToReview({ dueBy, behindId: id, limit }),
    ({ id }) => review(services, id, dueBy),
  );
}

async function review(services: Services, id: string, dueBy: CalendarDate): Promise<void> {
  const isCalled = await untilFresh(() =>
    services.store.transact(async (transaction) => {
      const payment = await transaction.paymentById(id);
      const debit = await transaction.directDebitOf(id);
      if (payment?.status !== 'SUBMITTED' || debit === null || debit.dueDate > dueBy) return false;
      const reason = 'the bank neither booked it nor refused it';
      await recordStep(services, transaction, payment, {
        type: 'REVIEW_NEEDED',
        data: { from: payment.status, cause: 'CLOCK', reason, dueDate: debit.dueDate },
        change: { status: 'NEEDS_REVIEW' },
      });
      return true;
    }),
  );
  if (isCalled) services.announce(id);
}
