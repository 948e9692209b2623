import type { BankFileEntryReason } from '../bank-file-entry.ts';
import type { BankEntryRecord, BankException, BankExceptionKind, BankFile } from '../bank-import.ts';
import type { EntryFacts } from '../entry-facts.ts';
import { isOfCancelledBatch, openForBooking, settleExceptions } from '../exceptions/bank-exceptions.ts';
import { addFacts, type Place, placeOf } from '../import/same-entry.ts';
import { isNotice, isTerse, knownAs } from '../import/same-in-other-format.ts';
import type { Services, Transaction } from '../ports.ts';
import { applyMatch, type StepOutcome } from './apply-match.ts';
import { applyRule, ruledBy, takeBackOfRule, takeFromRule } from './apply-rule.ts';
import { asRecorded, type Booking, isKnownEverywhere } from './bank-booking.ts';
import { type Ruling, ruleBooking } from './bank-rules.ts';
import { batchBookingTotal } from './batch-booking-total.ts';
import { hearOfBlock } from './hear-of-block.ts';
import type { Match } from './match.ts';
import { isOfAccount, matchBooking } from './match-booking.ts';
import { withOwnIds } from './own-ids.ts';
import { blockMatches } from './settle-batch-booking.ts';
import { isKeptInSuspense } from './suspense-account.ts';

const repeated = (reason: BankFileEntryReason, known: BankEntryRecord | null = null): StepOutcome => ({
  ...{ kind: 'repeated', paymentIds: [], reason },
  ...(known && { entryId: known.id }),
});
const ignored = (reason: BankFileEntryReason): StepOutcome => ({ kind: 'ignored', paymentIds: [], reason });

/**
 * Counts a booking once, whichever files contain it, and applies it to its payment. A booking that cannot be matched
 * without a guess becomes an exception, and is tried again when another file adds facts.
 */
export async function applyBooking(
  services: Services,
  transaction: Transaction,
  file: Pick<BankFile, 'id' | 'format'>,
  given: Booking,
): Promise<StepOutcome> {
  if (given.entry.status !== 'BOOKED') return ignored('NOT_BOOKED');
  // Without the bank's reference, a notice cannot be distinguished from the same entry in the statement, which is
  // final.
  const counts = given.account.countsNotices && (isKnownEverywhere(given) || isTerse(file.format));
  if (isNotice(file.format) && !counts) return ignored('NOTICE');
  const own = await withItsBlock(transaction, await withOwnIds(transaction, given));
  if (own === null) return repeated('IN_BLOCK');
  // Banks say something by an entry of nothing now and then: no money moved.
  if (own.amountCents === 0 && own.chargesCents === 0) return ignored('NO_MONEY');
  const place = await placeOf(transaction, file, await knownAs(transaction, file, own));
  const { booking, facts } = place;
  const known = place.known ?? onlyPart(place.part, booking);
  if (known) await addFacts(transaction, known, facts);
  if (place.contradicts) return openForOther(services, transaction, file, { ...place, known }, place.contradicts);
  if (known) {
    const outcome = await applyAgain(services, transaction, file, asRecorded(booking, known), known);
    await hearOfBlock(services, transaction, booking, known);
    return outcome;
  }
  if (await isCountedOtherwise(services, transaction, booking, place.part)) {
    if (place.part) await hearOfBlock(services, transaction, booking, place.part);
    return repeated('COUNTED_OTHERWISE', place.part);
  }
  const match = await matchWithBlock(transaction, booking, null);
  const ruling = await ruleBooking(transaction, booking, match);
  const entry = recordOf(services, file.id, { booking, match, facts, ruling });
  await transaction.insertBankEntry(entry);
  const outcome =
    ruling && entry.ruled
      ? await applyRule(services, transaction, { booking, ruling, entry })
      : await applyMatch(services, transaction, { booking, match, entry });
  await hearOfBlock(services, transaction, booking, entry);
  return { ...outcome, entryId: entry.id };
}

/**
 * The bank's reference belongs to another entry already: one of the two may be forged, or the bank gave it again. It is
 * recorded once beside the other, and a person decides.
 */
async function openForOther(
  services: Services,
  transaction: Transaction,
  file: Pick<BankFile, 'id'>,
  { booking, known, facts }: Place,
  { counted, differsIn }: NonNullable<Place['contradicts']>,
): Promise<StepOutcome> {
  if (known) return repeated('KNOWN', known);
  const match = { kind: 'EXCEPTION', exception: 'SAME_REFERENCE', payment: null } as const;
  const entry = recordOf(services, file.id, { booking, match, facts, ruling: null });
  await transaction.insertBankEntry(entry);
  const [named, another] = facts.payments;
  const payment = named === undefined || another !== undefined ? null : await transaction.paymentById(named);
  await openForBooking(services, transaction, {
    ...{ kind: match.exception, booking, fileId: file.id, entryId: entry.id },
    payment: payment && isOfAccount(booking, payment) ? payment : null,
    contradicts: { countedEntryId: counted.id, differsIn },
  });
  await hearOfBlock(services, transaction, booking, entry);
  return { kind: 'exceptions', paymentIds: [], entryId: entry.id };
}

/** One file has the entry as a whole, and the other lists the only payment in it: they say the same. */
function onlyPart(part: BankEntryRecord | null, { entry, detail }: Booking): BankEntryRecord | null {
  if (part === null) return null;
  const isWhole = part.detail < 0 && isTerse(part.facts?.format ?? null) && detail === 0 && entry.details.length === 1;
  return isWhole || (entry.isWhole && part.detail === 0 && part.facts?.listed === 1) ? part : null;
}

/** A block of ours is counted with the first of the payments that stand for it: null for the others. */
async function withItsBlock(transaction: Transaction, booking: Booking): Promise<Booking | null> {
  const sum = batchBookingTotal(booking);
  if (sum === null || booking.paymentInformationId === null) return booking;
  const [ours] = await transaction.debitsOfBlock(booking.paymentInformationId, '', 1);
  if (!ours) return booking;
  return sum === 'COUNTED' ? null : sum;
}

/** The same entry again: repeated, unless it was not understood and this file says more. */
async function applyAgain(
  services: Services,
  transaction: Transaction,
  file: Pick<BankFile, 'id'>,
  booking: Booking,
  known: BankEntryRecord,
): Promise<StepOutcome> {
  if (known.outcome === 'APPLIED') {
    const { paymentInformationId } = booking;
    const isBlock = known.paymentId === null && paymentInformationId !== null;
    if (!isBlock) return repeated('KNOWN', known);
    // Its payments may not have been reached before a crash.
    const kind = known.fileId === file.id ? 'applied' : 'repeated';
    return {
      ...{ kind, paymentIds: [], reason: 'BLOCK', entryId: known.id },
      block: { paymentInformationId, entry: known },
    };
  }
  const waiting = (await waitingOf(transaction, known.id)).filter(isNotOfOther);
  if (waiting.length === 0 && known.ruled === null) return repeated('KNOWN', known);
  const match = await matchWithBlock(transaction, booking, known.id);
  // What a rule placed is taken back where another file says that it is about a payment.
  const isOfRules = known.ruled === null || (await ruleBooking(transaction, booking, match)) !== null;
  if (match.kind === 'EXCEPTION' && isOfRules && !(await tellsMore(transaction, booking, match.exception, waiting))) {
    // Its amount was in doubt until this file stated it.
    const wasInDoubt = waiting.some(({ kind }) => kind === 'ENTRY_FAULT');
    if (wasInDoubt && isKeptInSuspense(match.exception, known)) await services.suspense.enter(transaction, known);
    return repeated('KNOWN', known);
  }
  await settleExceptions(services, transaction, waiting);
  await takeFromRule(transaction, known);
  await takeBackOfRule(services, transaction, known.id);
  const { amountCents, chargesCents } = booking;
  const blockId = known.blockId ?? blockOf(booking);
  const entry = { ...known, ...outcomeOf(match), ruled: null, amountCents, chargesCents, blockId };
  await transaction.updateBankEntry(entry.id, entry);
  return { ...(await applyMatch(services, transaction, { booking, match, entry })), entryId: entry.id };
}

/**
 * A bank gives an entry as one sum in one file and payment by payment in another: the first that is understood counts.
 */
async function isCountedOtherwise(
  services: Services,
  transaction: Transaction,
  booking: Booking,
  part: BankEntryRecord | null,
): Promise<boolean> {
  if (booking.detail < 0) return isListed(services, transaction, booking);
  if (part === null || part.detail >= 0) return false;
  if (part.outcome === 'APPLIED') return true;
  if (booking.detail > 0)
    return (await transaction.bankEntryByIdentity(booking.entry.iban, booking.identity, 0)) === null;
  const waiting = await waitingOf(transaction, part.id);
  // The payments take the place of the sum; once a person has decided about it, it stays decided.
  if (waiting.length === 0 && part.ruled === null) return true;
  await withdraw(services, transaction, [part], waiting);
  return false;
}

/**
 * The sum replaces the payments if none of them was understood, and no person decided about one. Otherwise it is
 * listed.
 */
async function isListed(services: Services, transaction: Transaction, booking: Booking): Promise<boolean> {
  const listed = await transaction.listedBankEntries(booking.entry.iban, booking.identity);
  if (listed.length === 0) return false;
  if ((await matchWithBlock(transaction, booking, null)).kind === 'EXCEPTION') return true;
  const waiting: BankException[] = [];
  for (const { id, outcome, ruled } of listed) {
    const open = outcome === 'EXCEPTION' ? await waitingOf(transaction, id) : [];
    if (open.length === 0 && ruled === null) return true;
    waiting.push(...open);
  }
  await withdraw(services, transaction, listed, waiting);
  return false;
}

/** Entries that count no more, because others say the same. */
async function withdraw(
  services: Services,
  transaction: Transaction,
  entries: readonly BankEntryRecord[],
  waiting: readonly BankException[],
): Promise<void> {
  await settleExceptions(services, transaction, waiting);
  for (const entry of entries) {
    await takeFromRule(transaction, entry);
    await services.suspense.release(transaction, entry.id);
  }
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

/** What a match explains. What an entry tells of a cancelled batch stands all the same. */
const waitingOf = async (transaction: Transaction, entryId: string): Promise<readonly BankException[]> =>
  (await transaction.bankExceptionsOf(entryId)).filter((one) => one.status === 'OPEN' && !isOfCancelledBatch(one));

const unmatched: ReadonlySet<BankExceptionKind> = new Set(['UNMATCHED_CREDIT', 'UNMATCHED_DEBIT']);

/**
 * Nothing was known of the entry, and this file names what it is about: a person decides about that. Of an entry that
 * contradicts itself its block is known, if it names one.
 */
async function tellsMore(
  transaction: Transaction,
  { direction, paymentInformationId }: Booking,
  found: BankExceptionKind,
  waiting: readonly BankException[],
): Promise<boolean> {
  const isUnmatched = ({ kind }: Pick<BankException, 'kind'>): boolean => unmatched.has(kind);
  if (found === 'ENTRY_FAULT')
    return waiting.some(isUnmatched) && isOfBlock(transaction, { direction, paymentInformationId });
  if (!unmatched.has(found)) return waiting.every((one) => isUnmatched(one) || one.kind === 'ENTRY_FAULT');
  const [fault] = waiting.filter(({ kind }) => kind === 'ENTRY_FAULT');
  return fault !== undefined && !(await isOfBlock(transaction, { direction, ...fault.details }));
}

const isOfBlock = async (
  transaction: Transaction,
  { direction, paymentInformationId }: Pick<Booking, 'direction' | 'paymentInformationId'>,
): Promise<boolean> =>
  direction === 'CREDIT' &&
  paymentInformationId !== null &&
  (await transaction.debitsOfBlock(paymentInformationId, '', 1)).length > 0;

/** Another entry's exception under this reference, as an older version stored it. */
const isNotOfOther = ({ kind }: BankException): boolean => kind !== 'SAME_REFERENCE';

type Recorded = {
  readonly booking: Booking;
  readonly match: Match;
  readonly facts: EntryFacts;
  readonly ruling: Ruling | null;
};

function recordOf(services: Services, fileId: string, { booking, match, facts, ruling }: Recorded): BankEntryRecord {
  const { account, entry } = booking;
  const payment = 'payment' in match ? match.payment : null;
  return {
    id: services.identifiers.newId('bke'),
    iban: entry.iban,
    identity: booking.identity,
    detail: booking.detail,
    fileId,
    idSociete: payment?.idSociete ?? account.societes[0],
    runMode: account.runMode,
    amountCents: booking.amountCents,
    direction: booking.direction,
    chargesCents: booking.chargesCents,
    bookedOn: entry.bookedOn,
    transactionCode: entry.transactionCode,
    returnReason: booking.returnReason,
    ...outcomeOf(match),
    ruled: ruling && ruledBy(ruling),
    recordedAt: services.clock(),
    blockId: blockOf(booking),
    facts,
  };
}

/** The block that it books in one sum. */
const blockOf = ({ endToEndId, paymentInformationId }: Booking): string | null =>
  endToEndId === null ? paymentInformationId : null;

function outcomeOf(match: Match): Pick<BankEntryRecord, 'outcome' | 'paymentId'> {
  if (match.kind === 'EXCEPTION') return { outcome: 'EXCEPTION', paymentId: null };
  return { outcome: 'APPLIED', paymentId: match.kind === 'BLOCK' ? null : match.payment.id };
}
