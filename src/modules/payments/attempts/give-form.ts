import type { Attempt, Payment } from '../payment.ts';
import type { Services } from '../ports.ts';
import { isSingleUse } from './attempts.ts';

/** Whether there is nothing to record: it was, or the bank takes the same form again. */
export const isGiven = (services: Pick<Services, 'providers'>, payment: Payment, attempt: Attempt): boolean =>
  attempt.formGivenAt !== null || !isSingleUse(services, payment);

/**
 * Records that an answer contains the attempt's form, if its bank takes a form only once. The link then opens its own
 * attempt. False where the link was opened first: then only that customer has the form.
 */
export async function giveForm(services: Services, payment: Payment, attempt: Attempt): Promise<boolean> {
  if (isGiven(services, payment, attempt)) return true;
  return services.store.transact(async (transaction) => {
    if (await transaction.giveForm(attempt.id, services.clock())) return true;
    const now = await transaction.attemptByReference(payment.paymentTarget, attempt.reference);
    return now?.formGivenAt !== null && now?.openedAt === null;
  });
}
