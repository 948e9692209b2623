import type { Attempt, Payment } from '../payment.ts';
import type { Reads } from '../ports.ts';

/** What the bank is still asked about a payment. Its answer may be that the payment was paid. */

/**
 * The attempts that a message reported as paid, and that the bank has not confirmed.
 * @param since only where the last message came then or later, in milliseconds
 */
export async function reportedAttempts(
  reads: Pick<Reads, 'attemptsOf' | 'reportOf'>,
  { id }: Pick<Payment, 'id'>,
  since?: number,
): Promise<readonly Attempt[]> {
  const reported: Attempt[] = [];
  for (const attempt of await reads.attemptsOf(id)) {
    const report = await reads.reportOf(attempt.id);
    if (report !== null && (since === undefined || report.since >= since)) reported.push(attempt);
  }
  return reported;
}

/** Those, and the attempts about which the bank's answer was lost. */
export const askedAttempts = async (
  reads: Pick<Reads, 'attemptsOf' | 'reportOf' | 'attemptsWithLostInquiry'>,
  payment: Pick<Payment, 'id'>,
): Promise<readonly Attempt[]> => [
  ...(await reads.attemptsWithLostInquiry(payment.id)),
  ...(await reportedAttempts(reads, payment)),
];
