import { untilFresh } from '../../../kernel/until-fresh.ts';
import { changeStatus } from '../change-payment.ts';
import type { Payment } from '../payment.ts';
import type { Services } from '../ports.ts';

/** Expires an overdue payment when it is read, even before the clock's own round. */
export async function expireIfDue(services: Services, payment: Payment): Promise<Payment> {
  if (!timeIsOver(services, payment)) return payment;
  const expired = await untilFresh(() =>
    services.store.transact(async (transaction) => {
      const current = await transaction.paymentById(payment.id);
      // Another request may have opened it again.
      if (current === null || !timeIsOver(services, current)) return current;
      return changeStatus(services, transaction, current, { to: 'EXPIRED', data: { cause: 'CLOCK' } });
    }),
  );
  services.announce(payment.id);
  return expired ?? payment;
}

/** From then on it cannot be paid, though it waits until the clock's next round. What the bank has counts all the same. */
export const timeIsOver = ({ clock }: Pick<Services, 'clock'>, { status, expiresAt }: Payment): boolean =>
  status === 'REQUIRES_ACTION' && expiresAt !== null && clock() >= expiresAt;
