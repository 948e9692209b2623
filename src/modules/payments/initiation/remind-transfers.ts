import { dayMs } from '../../../kernel/durations.ts';
import { untilFresh } from '../../../kernel/until-fresh.ts';
import { recordStep } from '../change-payment.ts';
import type { Services } from '../ports.ts';

const paymentsPerRead = 100;

/**
 * Writes one event, once, for an awaited transfer that is about to expire. Clients that follow the payment's events can
 * then remind the customer. Repeating it changes nothing.
 */
export async function remindOfTransfers(services: Services, keepsLease: () => Promise<boolean>): Promise<void> {
  const days = services.settings.bankTransferReminderDays;
  for (let last = days > 0; last; ) {
    const now = services.clock();
    const payments = await services.store.paymentsToRemind(now, now + days * dayMs, paymentsPerRead);
    for (const { id } of payments) {
      if (!(await keepsLease())) return;
      if (await remind(services, id)) services.announce(id);
    }
    last = payments.length === paymentsPerRead;
  }
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
