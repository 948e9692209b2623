import { bankHasBatch } from '../../direct-debits/batches/close-batch.ts';
import type { StoredBatch } from '../../direct-debits/batches/direct-debit.ts';
import type { Payment } from '../../payments/payment.ts';
import { type BankEntryRecord, type BankException, type BankExceptionKind, nothingSaid } from '../bank-import.ts';
import { openForBooking, subjectOfCancelledBlock } from '../exceptions/bank-exceptions.ts';
import { evidence } from '../exceptions/debits-in-doubt.ts';
import type { Services, Transaction } from '../ports.ts';
import { asRecorded, type Booking } from './bank-booking.ts';
import { batchOfNamed } from './debits-of-block.ts';
import type { Match } from './match.ts';
import { isCharge, isOfAccount, isOwnMoneyBack } from './match-booking.ts';

/**
 * An entry that names a debit or a block, or charges for one, shows that the bank has its file. What the match opened of
 * it tells that already: a person decides. Else the batch is closed, also where a file names an entry only after it was
 * applied or decided; if the batch was cancelled, a person looks once, and no other file takes the debits until then. An
 * account of another société says too little to close a batch, and its people decide nothing of it: a person of the
 * batch's own société looks, who sees no words of that account.
 */
export async function hearOfBlock(
  services: Services,
  transaction: Transaction,
  booking: Booking,
  { id: entryId, fileId }: Pick<BankEntryRecord, 'id' | 'fileId'>,
): Promise<void> {
  if (isOwnMoneyBack(booking) || (isCharge(booking) && !isChargeOfFile(booking))) return;
  const batch = await batchOfNamed(transaction, booking);
  if (batch?.runMode !== booking.account.runMode) return;
  const isOwn = isOfItsAccount(booking, batch);
  if (batch.status === 'SUBMITTED' && (batch.bankShowedAt !== null || !isOwn)) return;
  const first = await transaction.bankExceptionBySubject(subjectOfCancelledBlock(entryId));
  const telling = isCharge(booking) || (await isUnknownDebit(transaction, booking)) ? ofUnknown : evidence;
  let told: BankException | undefined;
  for (const one of [...(first ? [first] : []), ...(isOwn ? await transaction.bankExceptionsOf(entryId) : [])]) {
    if (one.status === 'SETTLED' || !telling.includes(one.kind)) continue;
    if ((await batchOfNamed(transaction, one.details))?.id === batch.id) told ??= one;
  }
  if (isOwn && (told ?? { kind: 'CONTRADICTION' }).kind === 'CONTRADICTION')
    await bankHasBatch(services, transaction, batch);
  if (told || batch.status === 'SUBMITTED' || (isOwn && batch.status === 'CREATED')) return;
  const entry = isOwn ? await transaction.bankEntry(entryId) : null;
  if (entry?.outcome === 'APPLIED' && (await goesBackAgain(transaction, booking, batch))) return;
  const { endToEndId, paymentInformationId } = booking;
  await openForBooking(services, transaction, {
    ...{ kind: 'CONTRADICTION', booking, fileId, payment: null },
    idSociete: batch.idSociete,
    // The payments of a sum may be of several batches.
    subject: subjectOfCancelledBlock(first ? `${entryId} ${batch.id}` : entryId),
    ...(entry
      ? { entryId, ...(await namedInSuspense(transaction, booking, entry)) }
      : { entryId: null, details: { ...nothingSaid, endToEndId, paymentInformationId } }),
  });
}

type Named = Partial<Pick<BankException, 'amountCents' | 'details'> & { readonly payment: Payment | null }>;

/**
 * A person left the money of the entry in suspense before the bank named what it is of. It may still be said to be of
 * the debit, or the block, that the bank names now.
 */
async function namedInSuspense(transaction: Transaction, booking: Booking, entry: BankEntryRecord): Promise<Named> {
  const { endToEndId, detail, entry: whole } = booking;
  if (entry.outcome === 'APPLIED' || isCharge(booking)) return {};
  if (entry.detail !== detail && whole.details.length > 1) return sumOfBlock(transaction, booking, entry);
  // The first file may not have said which part is the bank's charge.
  const { amountCents, chargesCents } = asRecorded(booking, entry);
  await transaction.updateBankEntry(entry.id, { ...entry, amountCents, chargesCents });
  const debit = endToEndId === null ? null : await transaction.directDebitByEndToEndId(endToEndId);
  return { payment: debit && (await transaction.paymentById(debit.paymentId)) };
}

/** The bank lists the payments of a sum. It is a block of ours if they are its debits, and it is the sum of those. */
async function sumOfBlock(
  transaction: Transaction,
  { entry: { details } }: Booking,
  { amountCents, direction, detail }: BankEntryRecord,
): Promise<Named> {
  const blocks = new Set<string | null>();
  for (const listed of details) {
    const { endToEndId } = listed;
    const debit = endToEndId === null ? null : await transaction.directDebitByEndToEndId(endToEndId);
    blocks.add(listed.direction === 'CREDIT' ? (debit?.blockId ?? null) : null);
    if (blocks.size > 1) return {};
  }
  const [block = null] = blocks;
  const isSum = detail < 0 && direction === 'CREDIT' && block !== null;
  if (!isSum || (await transaction.openCentsOfBlock(block)) !== amountCents) return {};
  return { amountCents, details: { ...nothingSaid, paymentInformationId: block } };
}

/** The return of a debit whose credit called a person for the batch: it says nothing more of the file. */
async function goesBackAgain(transaction: Transaction, booking: Booking, batch: StoredBatch): Promise<boolean> {
  const { direction, isReturn, endToEndId } = booking;
  const isOfDebit = direction === 'DEBIT' && isReturn && endToEndId !== null;
  const debit = isOfDebit ? await transaction.directDebitByEndToEndId(endToEndId) : null;
  if (debit === null) return false;
  const block = debit.blockId === null ? null : await transaction.bankEntryOfBlock(debit.blockId);
  const called = [
    ...(await transaction.bankExceptionsOfPayments([debit.paymentId], exceptionsAtMost)),
    ...(block ? await transaction.bankExceptionsOf(block.id) : []),
  ];
  for (const { kind, direction: way, status, details } of called) {
    const isOfCredit = kind === 'CONTRADICTION' && way === 'CREDIT' && status !== 'SETTLED';
    if (isOfCredit && (await batchOfNamed(transaction, details))?.id === batch.id) return true;
  }
  return false;
}

/** A debit has no more. */
const exceptionsAtMost = 100;

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

/** The match itself is no evidence of these, but under a reference that was used before. */
const ofUnknown: readonly BankExceptionKind[] = ['CONTRADICTION', 'SAME_REFERENCE'];

const isUnknownDebit = async (transaction: Transaction, { endToEndId }: Booking): Promise<boolean> =>
  endToEndId !== null && (await transaction.directDebitByEndToEndId(endToEndId)) === null;
