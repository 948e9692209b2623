import type { Caller } from '../../../kernel/caller.ts';
import { NotAllowedError } from '../../../kernel/errors.ts';
import { centsToDecimal } from '../../../kernel/money.ts';
import { startOfParisDay } from '../../../kernel/sepa/target-calendar.ts';
import type { Payment } from '../payment.ts';
import type { Services, Transaction } from '../ports.ts';

/**
 * How much a client may give back in a day of Paris, in each run mode. What is on its way or in doubt counts, and what a
 * bank surely did not do counts no more. Called in the transaction that records the operation.
 * @throws NotAllowedError
 */
export async function checkRefundCeiling(
  { clock, refundOverCeiling }: Pick<Services, 'clock' | 'refundOverCeiling'>,
  transaction: Transaction,
  { client, refundCeilingCents }: Caller,
  { id: payment, effectiveRunMode: runMode }: Payment,
  amountCents: number,
): Promise<void> {
  if (refundCeilingCents === undefined) return;
  // Of two at once the second waits here until the first has committed, and then sees it.
  await transaction.nextSequence(`refund ceiling ${client}`);
  const given = await transaction.givenBackBy({ client, runMode, since: startOfParisDay(clock()) });
  const left = Math.max(0, refundCeilingCents - given);
  if (amountCents <= left) return;
  refundOverCeiling?.({ client, payment, amountCents, leftCents: left });
  throw new NotAllowedError(
    `This client may give back ${centsToDecimal(refundCeilingCents)} EUR a day (refundCeilingCents), and ` +
      `${centsToDecimal(left)} EUR of it are left today: ${centsToDecimal(amountCents)} EUR are too much.`,
  );
}
