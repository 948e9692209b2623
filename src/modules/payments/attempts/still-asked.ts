import type { PaymentEvent } from '../events/payment-event.ts';
import type { Attempt, Payment } from '../payment.ts';
import type { Reads } from '../ports.ts';

/** What the bank is still asked about a payment. Its answer may be that the payment was paid. */

/**
 * Those of the attempts that a message reported as paid, and that the bank has not confirmed.
 * @param since only where the last message came then or later, in milliseconds
 */
export async function reportedAmong(
  reads: Pick<Reads, 'reportOf'>,
  attempts: readonly Attempt[],
  since?: number,
): Promise<readonly Attempt[]> {
  const reported: Attempt[] = [];
  for (const attempt of attempts) {
    const report = await reads.reportOf(attempt.id);
    if (report !== null && (since === undefined || report.since >= since)) reported.push(attempt);
  }
  return reported;
}

/**
 * Those, and the attempts about which the bank's answer was lost.
 * @param since when a person decided, in milliseconds: they looked at the bank, so only a later report counts
 */
export const askedAttempts = async (
  reads: Pick<Reads, 'attemptsOf' | 'reportOf' | 'attemptsWithLostInquiry'>,
  { id }: Pick<Payment, 'id'>,
  since?: number,
): Promise<readonly Attempt[]> => [
  ...(since === undefined ? await reads.attemptsWithLostInquiry(id) : []),
  ...(await reportedAmong(reads, await reads.attemptsOf(id), since)),
];

/** When a person decided how it stands now. After that it may have been opened again, and paid. */
export function decidedAtOf(story: readonly PaymentEvent[]): number | null {
  const last = story.findLast(({ type }) => type === 'STATUS_CHANGED');
  return last?.type === 'STATUS_CHANGED' && last.data.cause === 'REVIEW' ? last.at : null;
}
