import assert from 'node:assert/strict';
import { minuteMs } from '../../../kernel/durations.ts';
import { untilFresh } from '../../../kernel/until-fresh.ts';
import { actingAs } from '../../payments/acting-as.ts';
import { recordStep } from '../../payments/change-payment.ts';
import type { BankException } from '../bank-import.ts';
import type { Block } from '../matching/debits-of-block.ts';
import { explained, placeRest } from '../matching/rest-of-block.ts';
import { settleBatchBooking } from '../matching/settle-batch-booking.ts';
import type { Services } from '../ports.ts';
import { walkExceptions } from './walk-exceptions.ts';

/**
 * Carries out `COLLECTED`, which is recorded: pays the debits page by page, then books what is still missing as the fee
 * of the bank, and closes the exception. It may be repeated, and be done twice at once.
 */
export async function payCollected(given: Services, exception: BankException): Promise<void> {
  const { id, entryId, resolvedBy, details } = exception;
  const entry = entryId === null ? null : await given.store.bankEntry(entryId);
  assert(entry && resolvedBy !== null && details.paymentInformationId !== null, 'a person said it of a block');
  const services = actingAs(given, resolvedBy);
  const block: Block = { paymentInformationId: details.paymentInformationId, entry };
  await placeRest(services, block, await settleBatchBooking(services, block));
  const { ownCents, feesCents, lastPaid } = await explained(services.store, block);
  // The charge of the entry, if a debit has it. An older version that died in between booked the whole fee with one.
  const feeBefore = feesCents - entry.chargesCents;
  const feeCents = ownCents - entry.amountCents - feeBefore;
  await untilFresh(() =>
    services.store.transact(async (transaction) => {
      const payment = lastPaid === null ? null : await transaction.paymentById(lastPaid);
      if (!(await transaction.finishBankException(id)) || feeCents <= 0 || payment === null) return;
      await recordStep(services, transaction, payment, {
        type: 'NEWS_IGNORED',
        data: {
          ...{ bankEntry: entry.id, bankFile: entry.fileId, bookingDate: entry.bookedOn, bookedCents: 0, feeCents },
          ...{ bankStatus: entry.transactionCode, reason: 'it is only the fee of the block' },
        },
      });
    }),
  );
}

/** Decisions whose process died. A living one carries out its own. */
export async function* collectedLongAgo({ store, clock }: Pick<Services, 'store' | 'clock'>) {
  const query = { status: 'OPEN', resolution: 'COLLECTED', kind: null, societes: null } as const;
  for await (const exception of walkExceptions(store, query)) {
    if ((exception.resolvedAt ?? 0) <= clock() - minuteMs) yield exception;
  }
}
