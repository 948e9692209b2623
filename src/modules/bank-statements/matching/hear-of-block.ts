import { bankHasBatch } from '../../direct-debits/batches/close-batch.ts';
import type { StoredBatch } from '../../direct-debits/batches/direct-debit.ts';
import { type BankEntryRecord, nothingSaid } from '../bank-import.ts';
import { openForBooking, subjectOfCancelledBlock } from '../exceptions/bank-exceptions.ts';
import type { Services, Transaction } from '../ports.ts';
import type { Booking } from './bank-booking.ts';
import { batchOfBlock, batchOfNamed } from './debits-of-block.ts';
import { isCharge, isOfAccount, isOwnMoneyBack, type Match } from './match-booking.ts';

/**
 * A bank that charges for a debit or a block, or books a debit of the block that the gateway does not know, has the file
 * that it is in. If its batch was cancelled, a person looks once, and no other file takes the debits until then. An
 * account of another société says too little to close a batch: a person of its own société looks, who sees no words of
 * that account, and no other file takes the debits if the batch is cancelled meanwhile.
 */
export async function hearOfBlock(
  services: Services,
  transaction: Transaction,
  booking: Booking,
  { id: entryId, fileId }: Pick<BankEntryRecord, 'id' | 'fileId'>,
): Promise<void> {
  const { paymentInformationId } = booking;
  const isOfCharge = isChargeOfFile(booking);
  if (!isOfCharge && (paymentInformationId === null || !(await isUnknownDebit(transaction, booking)))) return;
  const batch = await (isOfCharge
    ? batchOfNamed(transaction, booking)
    : batchOfBlock(transaction, paymentInformationId));
  if (batch?.runMode !== booking.account.runMode) return;
  const isOwn = isOfItsAccount(booking, batch);
  if (isOwn) await bankHasBatch(services, transaction, batch);
  if (batch.status === 'SUBMITTED' || (isOwn && batch.status === 'CREATED')) return;
  for (const { kind, details } of await transaction.bankExceptionsOf(entryId)) {
    if (kind === 'CONTRADICTION' && (await batchOfNamed(transaction, details))?.id === batch.id) return;
  }
  const ids = { endToEndId: booking.endToEndId, paymentInformationId };
  await openForBooking(services, transaction, {
    ...{ kind: 'CONTRADICTION', subject: subjectOfCancelledBlock(entryId), booking, fileId, payment: null },
    idSociete: batch.idSociete,
    ...(isOwn ? { entryId } : { entryId: null, details: { ...nothingSaid, ...ids } }),
  });
}

/**
 * Money of a debit or a block of ours shows that the bank has its file, also where a person decided about the debit
 * before. A charge is heard of above.
 */
export async function hearOfMatch(
  services: Services,
  transaction: Transaction,
  booking: Booking,
  match: Match,
): Promise<void> {
  if (isCharge(booking) || (match.kind === 'EXCEPTION' && match.exception !== 'CONTRADICTION')) return;
  const batch = await batchOfNamed(transaction, booking);
  if (isOfItsAccount(booking, batch)) await bankHasBatch(services, transaction, batch);
}

/** Who may bring a statement of one société says nothing by it of the files of another. */
const isOfItsAccount = (booking: Booking, batch: StoredBatch | null): batch is StoredBatch =>
  batch !== null && isOfAccount(booking, { idSociete: batch.idSociete, effectiveRunMode: batch.runMode });

/** A stranger may write the id of a debit into a transfer, and the bank charges for that: it knows no block of ours. */
const isChargeOfFile = (booking: Booking): boolean =>
  isCharge(booking) &&
  (booking.paymentInformationId !== null || !ofOtherPayment.test(booking.entry.transactionCode ?? ''));

/** An ISO code of another kind of payment: neither the company's own debits (`IDDT`) nor a family that fits any payment. */
const ofOtherPayment = /^PMNT\/(?!(?:IDDT|MCOP|MDOP|NTAV|OTHR)\/)[^/]+\//;

/** Without an id, or with a known one, the match itself tells that the bank has the file. */
const isUnknownDebit = async (transaction: Transaction, booking: Booking): Promise<boolean> =>
  booking.endToEndId !== null &&
  !isOwnMoneyBack(booking) &&
  (await transaction.directDebitByEndToEndId(booking.endToEndId)) === null;
