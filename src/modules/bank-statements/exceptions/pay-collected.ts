import assert from 'node:assert/strict';
import { minuteMs } from '../../../kernel/durations.ts';
import { walkItems } from '../../../kernel/walk-pages.ts';
import { actingAs } from '../../payments/acting-as.ts';
import type { BankException } from '../bank-import.ts';
import type { Block } from '../matching/debits-of-block.ts';
import { bookFee, placeRest } from '../matching/rest-of-block.ts';
import { settleBatchBooking } from '../matching/settle-batch-booking.ts';
import type { Services } from '../ports.ts';

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
  const paidCents = await settleBatchBooking(services, block);
  // The fee first: with it, suspense has the whole amount of the debits that came back.
  await bookFee(services, block, true);
  await placeRest(services, block, paidCents);
  await services.store.transact((transaction) => transaction.finishBankException(id));
}

/** Decisions whose process died. A living one carries out its own. */
export function collectedLongAgo({ store, clock }: Pick<Services, 'store' | 'clock'>) {
  const until = clock() - minuteMs;
  const read = (behindId: string, limit: number) => store.collectedExceptions(until, behindId, limit);
  return walkItems(exceptionsPerRead, '', read, ({ id }) => id);
}

const exceptionsPerRead = 20;
