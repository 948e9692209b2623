import { ofLastHour } from '../attempts/known-unpaid.ts';
import { attemptHoldsMoney } from '../attempts/paying-attempt.ts';
import type { Attempt } from '../payment.ts';
import type { Services } from '../ports.ts';

const newestAsked = 5;

/**
 * The attempts that the bank may have something new to say about, newest first: those with money, those that it has not
 * decided, those of the last hour, and the newest ones. Each visit of a link may open one, and each form may be paid.
 */
export function attemptsToAsk(services: Pick<Services, 'clock'>, attempts: readonly Attempt[]): readonly Attempt[] {
  const recent = new Set([...ofLastHour(services, attempts), ...attempts.slice(-newestAsked)]);
  return attempts
    .filter((attempt) => recent.has(attempt) || attemptHoldsMoney.has(attempt.status) || attempt.status === 'PENDING')
    .toReversed();
}
