import { bankHasBatch } from '../../direct-debits/batches/bank-has-batch.ts';
import type { BankEntryRecord } from '../bank-import.ts';
import { openForBooking } from '../exceptions/bank-exceptions.ts';
import type { Services, Transaction } from '../ports.ts';
import type { Booking } from './bank-booking.ts';
import { isCharge } from './match-booking.ts';

/**
 * A bank that charges for a block has the file that it is in. If its batch was cancelled, a person looks once, and no
 * other file takes the debits until then.
 */
export async function hearOfCharge(
  services: Services,
  transaction: Transaction,
  booking: Booking,
  { id: entryId, fileId }: Pick<BankEntryRecord, 'id' | 'fileId'>,
): Promise<void> {
  const { paymentInformationId, account } = booking;
  if (paymentInformationId === null || !isCharge(booking)) return;
  const [debit] = await transaction.debitsOfBlock(paymentInformationId, '', 1);
  const batch = debit?.batchId ? await transaction.directDebitBatch(debit.batchId) : null;
  if (batch?.runMode !== account.runMode) return;
  await bankHasBatch(services, transaction, batch);
  if (batch.status !== 'CANCELLED') return;
  const before = await transaction.bankExceptionsOf(entryId);
  if (before.some(({ kind }) => kind === 'CONTRADICTION')) return;
  await openForBooking(services, transaction, { kind: 'CONTRADICTION', booking, fileId, entryId, payment: null });
}
