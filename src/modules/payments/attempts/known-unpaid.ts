import { hourMs } from '../../../kernel/durations.ts';
import { askAbout, type BankAccess } from '../inquiry/provider-inquiry.ts';
import { callableAccount } from '../operations/authorize-operation.ts';
import type { Attempt, Payment } from '../payment.ts';
import type { Services } from '../ports.ts';
import { isSilentAbout, sharedAnswer } from './asked-lately.ts';
import { askedAttempts } from './still-asked.ts';

/** Before another form is given out: whether an earlier one was paid, and the bank's message was lost. */

export const ofLastHour = ({ clock }: Pick<Services, 'clock'>, attempts: readonly Attempt[]): readonly Attempt[] =>
  attempts.filter(({ createdAt }) => clock() < createdAt + hourMs);

/** A payment on a bank's page takes longer than this. A page that is loaded twice asks no bank. */
const quickestPaymentMs = 10_000;

/** The attempts of the last hour that the customer had the time to pay. */
export const ofPayableAge = (services: Pick<Services, 'clock'>, attempts: readonly Attempt[]): readonly Attempt[] =>
  ofLastHour(services, attempts).filter(({ createdAt }) => services.clock() >= createdAt + quickestPaymentMs);

/**
 * Asks the bank about each of these attempts that it was not asked about a moment ago, and applies what it says. False
 * where an answer did not come: it is not known then that nothing was paid. The resolver has asked about older attempts;
 * those are asked about again whose answer is still to come.
 */
export async function isKnownUnpaid(
  services: Services & BankAccess,
  payment: Payment,
  recent: readonly Attempt[],
): Promise<boolean> {
  const account = callableAccount(services, payment);
  if (!account) return true;
  const asked = await askedAttempts(services.store, payment);
  const toAsk = [...new Map([...recent, ...asked].map((attempt) => [attempt.id, attempt])).values()];
  if (toAsk.some((attempt) => isSilentAbout(services, attempt))) return false;
  for (const attempt of toAsk) {
    const ask = (): ReturnType<typeof askAbout> => askAbout(services, payment, attempt, account);
    if ((await sharedAnswer(services, attempt, ask)) === 'UNKNOWN') return false;
  }
  return true;
}
