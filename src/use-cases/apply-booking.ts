import type { BankEntryRecord, BankException, BankFile } from '../domain/bank-import.ts';
import type { Transaction } from '../domain/store.ts';
import { addDays } from '../domain/target-calendar.ts';
import { type Booking, isKnownEverywhere } from './bank-booking.ts';
import { openForBooking, settleExceptions } from './bank-exceptions.ts';
import { carryOut, type StepOutcome } from './carry-out-match.ts';
import { type Match, matchBooking } from './match-booking.ts';
import type { Services } from './services.ts';
import { blockMatches } from './settle-block.ts';
import { sumOfBlock } from './sum-of-block.ts';

const repeated: StepOutcome = { kind: 'repeated', paymentIds: [] };
const ignored: StepOutcome = { kind: 'ignored', paymentIds: [] };

/**
 * Counts a booking once, whatever files bring it, and applies it to the payment that it is about. What cannot be
 * matched without a guess is an exception, and tried again where another file says more of it.
 */
export async function applyBooking(
  services: Services,
  transaction: Transaction,
  file: Pick<BankFile, 'id' | 'format'>,
  given: Booking,
): Promise<StepOutcome> {
  if (given.entry.status !== 'BOOKED') return ignored;
  // A notice without the bank's reference cannot be told from the same entry in the statement, which is final.
  const counts = given.account.countsNotices && isKnownEverywhere(given);
  if (file.format === 'CAMT_054' && !counts) return ignored;
  const booking = await withItsBlock(transaction, given);
  if (booking === null) return repeated;
  // Banks say something by an entry of nothing now and then: no money moved.
  if (booking.amountCents === 0 && booking.chargesCents === 0) return ignored;
  const { iban } = booking.entry;
  const known = await transaction.bankEntryByIdentity(iban, booking.identity, booking.detail);
  if (known) return applyAgain(services, transaction, file, booking, known);
  if (await isCountedOtherwise(services, transaction, booking)) return repeated;
  const match = await matchWithBlock(transaction, booking, null);
  const entry = recordOf(services, file.id, booking, match);
  await transaction.insertBankEntry(entry);
  return carryOut(services, transaction, { booking, match, entry });
}

/** A block of ours is counted with the first of the payments that stand for it: null for the others. */
async function withItsBlock(transaction: Transaction, booking: Booking): Promise<Booking | null> {
  const sum = sumOfBlock(booking);
  if (sum === null || booking.paymentInformationId === null) return booking;
  const [ours] = await transaction.debitsOfBlock(booking.paymentInformationId, '', 1);
  if (!ours) return booking;
  return sum.detail === booking.detail ? sum.booking : null;
}

/** The same entry again: repeated, unless it was not understood and this file says more. */
async function applyAgain(
  services: Services,
  transaction: Transaction,
  file: Pick<BankFile, 'id' | 'format'>,
  booking: Booking,
  known: BankEntryRecord,
): Promise<StepOutcome> {
  const fileId = file.id;
  if (await isAnother(transaction, file, booking, known)) {
    const what = { kind: 'SAME_REFERENCE', booking, fileId, entryId: known.id, payment: null } as const;
    return (await openForBooking(services, transaction, what)) ? { kind: 'exceptions', paymentIds: [] } : repeated;
  }
  if (known.outcome === 'APPLIED') {
    const { paymentInformationId } = booking;
    const isBlock = known.paymentId === null && paymentInformationId !== null;
    if (!isBlock) return repeated;
    // Its payments may not have been reached before a crash.
    const kind = known.fileId === fileId ? 'applied' : 'repeated';
    return { kind, paymentIds: [], block: { paymentInformationId, entry: known } };
  }
  const waiting = await transaction.openBankExceptionsOfEntry(known.id);
  if (waiting.length === 0) return repeated;
  const match = await matchWithBlock(transaction, booking, known.id);
  if (match.kind === 'EXCEPTION') return repeated;
  await settleExceptions(services, transaction, waiting);
  const entry = { ...known, ...outcomeOf(match) };
  await transaction.updateBankEntry(entry.id, entry);
  return carryOut(services, transaction, { booking, match, entry });
}

/** A notice may be dated before the statement: by a weekend, or by the holidays around Easter. */
const noticeAheadDays = 7;

/** A bank that gives a reference again, for other money, would have that money lost in silence. */
async function isAnother(
  transaction: Transaction,
  { format }: Pick<BankFile, 'format'>,
  { amountCents, direction, entry: { bookedOn } }: Booking,
  known: BankEntryRecord,
): Promise<boolean> {
  if (known.amountCents !== amountCents || known.direction !== direction) return true;
  if (bookedOn === null || known.bookedOn === null || bookedOn === known.bookedOn) return false;
  const isOfStatements = format === 'CAMT_053' && (await transaction.bankFile(known.fileId))?.format === 'CAMT_053';
  const [earlier = '', later = ''] = [bookedOn, known.bookedOn].toSorted();
  return isOfStatements || addDays(earlier, noticeAheadDays) < later;
}

/**
 * A bank gives an entry as one sum in one file and payment by payment in another: the first that is understood counts.
 */
async function isCountedOtherwise(services: Services, transaction: Transaction, booking: Booking): Promise<boolean> {
  const { iban } = booking.entry;
  if (booking.detail < 0) return isListed(services, transaction, booking);
  const sum = await transaction.bankEntryByIdentity(iban, booking.identity, -1);
  if (sum === null) return false;
  if (sum.outcome === 'APPLIED') return true;
  const waiting = await transaction.openBankExceptionsOfEntry(sum.id);
  const isFirst = booking.detail === 0;
  // The payments take the place of the sum; once a person has decided about it, it stays decided.
  if (isFirst && waiting.length > 0) {
    await settleExceptions(services, transaction, waiting);
    await services.suspense.release(transaction, sum.id);
  }
  const first = isFirst ? null : await transaction.bankEntryByIdentity(iban, booking.identity, 0);
  return isFirst ? waiting.length === 0 : first === null;
}

/** The sum takes the place of the payments where none of them was understood, and nobody decided about one; but it is. */
async function isListed(services: Services, transaction: Transaction, booking: Booking): Promise<boolean> {
  const listed = await transaction.listedBankEntries(booking.entry.iban, booking.identity);
  if (listed.length === 0) return false;
  if ((await matchWithBlock(transaction, booking, null)).kind === 'EXCEPTION') return true;
  const waiting: BankException[] = [];
  for (const { id, outcome } of listed) {
    const open = outcome === 'EXCEPTION' ? await transaction.openBankExceptionsOfEntry(id) : [];
    if (open.length === 0) return true;
    waiting.push(...open);
  }
  await settleExceptions(services, transaction, waiting);
  for (const { id } of listed) await services.suspense.release(transaction, id);
  return false;
}

/** A block counts once, where the amount is that of its debits. */
async function matchWithBlock(transaction: Transaction, booking: Booking, entryId: string | null): Promise<Match> {
  const match = await matchBooking(transaction, booking);
  if (match.kind !== 'BLOCK') return match;
  const { paymentInformationId } = match;
  const { amountCents } = booking;
  switch (await blockMatches(transaction, { paymentInformationId, amountCents, entryId })) {
    case 'WHOLE':
      return match;
    case 'PAID_BEFORE':
      return { kind: 'EXCEPTION', exception: 'CONTRADICTION', payment: null };
    case 'DIFFERS':
      return { kind: 'EXCEPTION', exception: 'BLOCK_DIFFERS', payment: null };
  }
}

function recordOf(services: Services, fileId: string, booking: Booking, match: Match): BankEntryRecord {
  const { account, entry } = booking;
  const payment = 'payment' in match ? match.payment : null;
  return {
    id: services.identifiers.newId('bke'),
    iban: entry.iban,
    identity: booking.identity,
    detail: booking.detail,
    fileId,
    idSociete: payment?.idSociete ?? account.societes[0] ?? '',
    runMode: account.runMode,
    amountCents: booking.amountCents,
    direction: booking.direction,
    chargesCents: booking.chargesCents,
    bookedOn: entry.bookedOn,
    transactionCode: entry.transactionCode,
    returnReason: booking.returnReason,
    ...outcomeOf(match),
    recordedAt: services.clock(),
    blockId: booking.endToEndId === null ? booking.paymentInformationId : null,
  };
}

function outcomeOf(match: Match): Pick<BankEntryRecord, 'outcome' | 'paymentId'> {
  if (match.kind === 'EXCEPTION') return { outcome: 'EXCEPTION', paymentId: null };
  return { outcome: 'APPLIED', paymentId: match.kind === 'BLOCK' ? null : match.payment.id };
}
