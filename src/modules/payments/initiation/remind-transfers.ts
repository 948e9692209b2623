import { dayMs } from '../../../kernel/durations.ts';
import { untilFresh } from '../../../kernel/until-fresh.ts';
import { recordStep } from '../change-payment.ts';
import { processDueItems, type Rounds } from '../inquiry/process-due-items.ts';
import type { Services } from '../ports.ts';

/**
 * Writes one event, once, for an awaited transfer that is about to expire. Clients that follow the payment's events can
 * then remind the customer. Repeating it changes nothing.
 */
export async function remindOfTransfers(services: Services, rounds: Rounds): Promise<void> {
  const now = services.clock();
  const expiresBy = now + services.settings.bankTransferReminderDays * dayMs;
  await processDueItems(
    rounds,
    (behind, limit) => services.store.paymentsToRemind({ now, expiresBy, behind, limit }),
    async ({ id }) => {
      if (await remind(services, id)) services.announce(id);
    },
  );
}

function remind(services: Services, id: string): Promise<boolean> {
  return untilFresh(() =>
    services.store.transact(async (transaction) => {
      const payment = await transaction.paymentById(id);
      if (payment?.status !== 'REQUIRES_ACTION' || payment.flow !== 'BANK_TRANSFER') return false;
      if (!(await transaction.claimReminder(id, services.clock()))) return false;
      const data = { amountCents: payment.amountCents, expiresAt: payment.expiresAt };
      await recordStep(services, transaction, payment, { type: 'REMINDER_DUE', data });
      return true;
    }),
  );
}
