import type { Caller } from '../../../kernel/caller.ts';
import { NotAllowedError } from '../../../kernel/errors.ts';
import { centsToDecimal } from '../../../kernel/money.ts';
import { startOfParisDay } from '../../../kernel/sepa/target-calendar.ts';
import type { Payment } from '../payment.ts';
import type { Services, Transaction } from '../ports.ts';

/**
 * Enforces a client's daily limit of refunds (a day of Paris), in each run mode. Operations in progress or in doubt
 * count; those that certainly did not happen do not. Called in the transaction that records the operation.
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
  // Of two requests at once the second waits here until the first has committed, and then counts it.
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
