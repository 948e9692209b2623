import type { Presentation } from '../../direct-debits/batches/direct-debit.ts';
import type { Payment } from '../../payments/payment.ts';
import { hostedTargets } from '../../payments/provider.ts';
import { awaitsMoney, canChange } from '../../payments/transitions.ts';
import { undoneBy } from '../bank-import.ts';
import type { Reads } from '../ports.ts';
import type { Booking } from './bank-booking.ts';
import { batchOfBlock, cameBackUnpaid } from './debits-of-block.ts';
import { exception, type Match } from './match.ts';
import { referencesOf } from './match-reference.ts';
import {
  besideAtMostCents,
  chargeBeyond,
  leftInReturned,
  movedSurplus,
  partsThatCame,
  surplusOf,
} from './partial-return.ts';
import { collectedIn, isOfSecondCredit, lastPaid, mayBePaidByOther } from './paying-presentation.ts';
import { isAwaited } from './settle-batch-booking.ts';

/** Payments of ours that a booking names in whatever way, and the block of the direct debit that it names, or its own. */
export async function namedPayments(
  reads: Reads,
  booking: Booking,
): Promise<{ readonly payments: readonly string[]; readonly block: string | null }> {
  const { endToEndId, paymentInformationId } = booking;
  const debit = endToEndId === null ? null : await reads.directDebitByEndToEndId(endToEndId);
  if (debit) return { payments: [debit.paymentId], block: debit.blockId };
  const isSum = endToEndId === null && paymentInformationId !== null;
  const [ofBlock] = isSum ? await reads.debitsOfBlock(paymentInformationId, '', 1) : [];
  if (ofBlock) return { payments: [], block: paymentInformationId };
  const named = [...(await hostedPayments(reads, booking)), ...(await transfersNamed(reads, booking))];
  return { payments: [...new Set(named.map(({ id }) => id))].toSorted(), block: null };
}

/** In the order: our own ids, the block, the reference that the payer was given. */
export async function matchBooking(reads: Reads, booking: Booking): Promise<Match> {
  if (booking.entry.fault !== null) return exception('ENTRY_FAULT');
  const { isReversal } = booking.entry;
  if (isReversal && !isReturnOfMoney(booking)) return exception('REVERSAL');
  return (
    (await matchDebit(reads, booking)) ??
    (await matchBlock(reads, booking)) ??
    (await matchHosted(reads, booking)) ??
    (await matchReference(reads, booking)) ??
    exception(booking.direction === 'CREDIT' ? 'UNMATCHED_CREDIT' : isReversal ? 'REVERSAL' : 'UNMATCHED_DEBIT')
  );
}

/**
 * Some banks also mark a return as a reversal of the earlier credit. Any other reversal may correct the bank's own
 * mistake, for instance the same debit credited twice.
 */
const isReturnOfMoney = ({ direction, isReturn }: Booking): boolean => direction === 'DEBIT' && isReturn;

/** A transfer of the company that could not be carried out. It repeats our text, and pays nothing. */
export const isOwnMoneyBack = ({ direction, isReturn }: Booking): boolean => direction === 'CREDIT' && isReturn;

export const isOfAccount = ({ account }: Booking, payment: Pick<Payment, 'idSociete' | 'effectiveRunMode'>): boolean =>
  account.societes.includes(payment.idSociete) && account.runMode === payment.effectiveRunMode;

async function matchDebit(reads: Reads, booking: Booking): Promise<Match | null> {
  if (booking.endToEndId === null) return null;
  const debit = await reads.directDebitByEndToEndId(booking.endToEndId);
  const payment = debit && (await reads.paymentById(debit.paymentId));
  if (!debit || !payment) return null;
  if (!isOfAccount(booking, payment)) return exception('WRONG_ACCOUNT');
  const current = await reads.directDebitOf(payment.id);
  if (!current || debit.state === 'WAITING') return exception('CONTRADICTION', payment);
  // A charge for a debit of a cancelled file shows that the bank has the file.
  if (isCharge(booking)) return exception(debit.state === 'WITHDRAWN' ? 'CONTRADICTION' : 'UNMATCHED_DEBIT', payment);
  if (current.endToEndId === debit.endToEndId) return decideDebit(reads, booking, payment);
  return decideReplaced(reads, booking, payment, { debit, current });
}

/** Of a presentation whose batch was cancelled. Where the next one is at the bank too, no rule can place a booking. */
async function decideReplaced(
  reads: Reads,
  booking: Booking,
  payment: Payment,
  { debit, current }: { readonly debit: Presentation; readonly current: Presentation },
): Promise<Match> {
  const isOver = current.state === 'WITHDRAWN';
  if (!isOver && current.state !== 'WAITING') return exception('CONTRADICTION', payment);
  const match = await decideDebit(reads, booking, payment);
  if (match.kind === 'RECEIVED') return { ...match, ofCancelledBatch: debit };
  const isOfOther = match.kind === 'RETURNED' && (!isOver || (await mayBePaidByOther(reads, payment, debit)));
  const isPart = match.kind === 'EXCEPTION' && match.exception === 'AMOUNT_DIFFERS' && booking.direction === 'CREDIT';
  return isOfOther || !(isOver || isPart) ? exception('CONTRADICTION', payment) : match;
}

/** The meaning of a booked amount for a direct debit. */
async function decideDebit(reads: Reads, booking: Booking, payment: Payment): Promise<Match> {
  if (isOwnMoneyBack(booking)) return exception('UNMATCHED_CREDIT', payment);
  const besideCents = chargeBeside(booking, payment.amountCents);
  if (booking.amountCents !== payment.amountCents + besideCents) {
    return (await isRest(reads, booking, payment))
      ? { kind: 'RECEIVED', payment }
      : exception('AMOUNT_DIFFERS', payment);
  }
  if (isOfPerson(payment)) return exception('CONTRADICTION', payment);
  if (booking.direction === 'DEBIT') {
    const isAllowed =
      canChange(payment.status, 'RETURNED', 'BANK_STATEMENT') &&
      !(await isOfSecondCredit(reads, booking, payment, payment.amountCents));
    return isAllowed ? { kind: 'RETURNED', payment, besideCents } : exception('CONTRADICTION', payment);
  }
  if (awaitsMoney(payment.status)) return { kind: 'RECEIVED', payment };
  const isOwed = await cameBackUnpaid(reads, payment);
  const isFirst = isOwed && !(await lastPaid(reads, payment)) && !(await cameWithBlock(reads, payment));
  return isFirst ? { kind: 'SETTLED_BEFORE_RETURN', payment } : exception('CONTRADICTION', payment);
}

/** The money of a block is received for none of its debits, and leaves a returned one as it is. */
async function cameWithBlock(reads: Reads, { id }: Payment): Promise<boolean> {
  const blockId = (await reads.directDebitOf(id))?.blockId ?? null;
  return blockId !== null && (await reads.bankEntryOfBlock(blockId)) !== null;
}

/**
 * The charge that the bank names beside a return, if it explains the difference between the taken and the received sum.
 * Some banks write the sum of both as the amount.
 */
const chargeBeside = ({ direction, isReturn, amountCents, besideCents }: Booking, cameCents: number): number =>
  direction === 'DEBIT' && isReturn && cameCents > 0 && amountCents === cameCents + besideCents ? besideCents : 0;

/** The same where one of several sums goes back. Where the bank took exactly one of them, no charge is in it. */
const chargeWithin = (booking: Booking, sums: readonly number[]): number =>
  sums.includes(booking.amountCents) ? 0 : Math.max(...sums.map((cents) => chargeBeside(booking, cents)));

/** A debit of ours without an answer of the bank, or a debit on the bank's page with a contradiction. */
const isOfPerson = ({ status, flow }: Payment): boolean => status === 'NEEDS_REVIEW' && flow !== 'DIRECT_DEBIT';

/** Exactly the missing part of a debit, after a person decided that another amount was a part of it. */
async function isRest(reads: Reads, { direction, amountCents }: Booking, payment: Payment): Promise<boolean> {
  if (direction !== 'CREDIT' || !isAwaited(payment) || amountCents > payment.amountCents) return false;
  const receivedCents = await reads.receivedFor(payment.id);
  return receivedCents > 0 && receivedCents + amountCents === payment.amountCents;
}

/**
 * The same after a person assigned the booking to this debit. Then another amount may be a part, or more than it. A return
 * is of the money that paid it, and of the surplus where the bank took as much. What it took beyond is its fee. The
 * payment's own amount never changes.
 */
export async function decideDebitByHand(reads: Reads, booking: Booking, payment: Payment): Promise<Match> {
  const besideCents = booking.amountCents - payment.amountCents;
  if (booking.direction === 'CREDIT') {
    const debit = await reads.directDebitOf(payment.id);
    const ofCancelledBatch = debit?.state === 'BATCHED' ? null : await collectedIn(reads, booking, payment.id);
    if (besideCents === 0) {
      const match = await decideReturnedByHand(reads, payment, await decideDebit(reads, booking, payment));
      return match.kind === 'RECEIVED' && ofCancelledBatch ? { ...match, ofCancelledBatch } : match;
    }
    if (!isAwaited(payment)) return exception('CONTRADICTION', payment);
    if (ofCancelledBatch) return { kind: 'RECEIVED', payment, ofCancelledBatch };
    // A debit that is not at the bank yet would still be collected whole.
    const isSent = payment.flow === 'HOSTED_PAGE_MANDATE' || debit?.state === 'BATCHED';
    return isSent ? { kind: 'RECEIVED', payment } : exception('CONTRADICTION', payment);
  }
  const isAllowed = !isOfPerson(payment) && canChange(payment.status, 'RETURNED', 'BANK_STATEMENT');
  const surplusCents = await surplusOf(reads, payment);
  const isPartOfIt = besideCents >= 0 && besideCents < surplusCents;
  const beyondCents = isPartOfIt ? besideCents : besideCents - surplusCents;
  // The bank has no fee of an entry that it never booked.
  const feeCents = isPartOfIt && undoneBy(booking) !== null ? 0 : beyondCents;
  return isAllowed && feeCents >= 0 && feeCents <= besideAtMostCents
    ? { kind: 'RETURNED', payment, besideCents: feeCents }
    : exception('CONTRADICTION', payment);
}

/**
 * The money of a returned debit is there after all: the bank undid its return, or the customer paid otherwise. Only where
 * nothing of it is left: its money went back as it had come, or none came alone.
 */
async function decideReturnedByHand(reads: Reads, payment: Payment, match: Match): Promise<Match> {
  if (payment.status !== 'RETURNED' || match.kind !== 'EXCEPTION') return match;
  const leftCents = (await reads.receivedFor(payment.id)) - (await surplusOf(reads, payment));
  return leftCents === 0 || leftCents <= -payment.amountCents ? { kind: 'RECEIVED', payment } : match;
}

/** What a payer sent: it is the bank's credit of no debit. Of ISO 20022, SWIFT, or CFONB 240. */
export const isSentByPayer = ({ direction, entry }: Booking): boolean =>
  direction === 'CREDIT' && /\/RCDT\/| NTRF$|^CFONB240 20$/.test(entry.transactionCode ?? '');

async function matchBlock(reads: Reads, booking: Booking): Promise<Match | null> {
  const { direction, paymentInformationId, endToEndId } = booking;
  if (paymentInformationId === null || endToEndId !== null) return null;
  if (isOwnMoneyBack(booking) || isCharge(booking)) return null;
  const [first] = await reads.debitsOfBlock(paymentInformationId, '', 1);
  if (!first) return null;
  const isOurs = isOfAccount(booking, { idSociete: first.idSociete, effectiveRunMode: first.runMode });
  if (!isOurs) return exception('WRONG_ACCOUNT');
  // Which of its debits are taken back, only the bank can say.
  if (direction === 'DEBIT') return exception('REVERSAL');
  const batch = await batchOfBlock(reads, paymentInformationId);
  return { kind: 'BLOCK', paymentInformationId, isOfCancelledBatch: batch?.status === 'CANCELLED' };
}

/** The bank's fee for a block or a debit: of ISO 20022, or SWIFT. A return is none. */
export const isCharge = ({ direction, isReturn, entry }: Booking): boolean =>
  direction === 'DEBIT' &&
  !isReturn &&
  /(?:\/(?:CHRG|COMM|COMT|FEES|TAXE)| N(?:CHG|COM))$/.test(entry.transactionCode ?? '');

/** Our name of an attempt at a bank's page: `4K7M-9QXT-1`. */
const attemptReference = /\b[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-\d{1,4}\b/g;

/**
 * A debit that the bank's page made under its own mandate. Its id is the bank's choice, so it is recognised by our
 * order number, anywhere in the text, with exactly the amount.
 */
async function matchHosted(reads: Reads, booking: Booking): Promise<Match | null> {
  const [payment, another] = await hostedPayments(reads, booking);
  if (!payment) return null;
  if (another) return exception('AMBIGUOUS');
  if (!isOfAccount(booking, payment)) return exception('WRONG_ACCOUNT');
  return isCharge(booking) ? exception('UNMATCHED_DEBIT', payment) : decideDebit(reads, booking, payment);
}

async function hostedPayments(reads: Reads, booking: Booking): Promise<readonly Payment[]> {
  const text = [booking.endToEndId ?? '', booking.remittance.join(''), booking.remittance.join(' ')].join('\n');
  const references = new Set(text.toUpperCase().match(attemptReference) ?? []);
  const payments = new Map<string, Payment>();
  for (const reference of [...references].slice(0, referencesTried)) {
    for (const target of hostedTargets) {
      const attempt = await reads.attemptByReference(target, reference);
      const payment = attempt && (await reads.paymentById(attempt.paymentId));
      if (payment?.flow === 'HOSTED_PAGE_MANDATE') payments.set(payment.id, payment);
    }
  }
  return [...payments.values()];
}

/** A text with more references than these is no message of a payer. */
const referencesTried = 5;

async function transfersNamed(reads: Reads, booking: Booking): Promise<readonly Payment[]> {
  const payments: Payment[] = [];
  for (const reference of referencesOf(booking).slice(0, referencesTried)) {
    const payment = await reads.paymentByReference(reference);
    if (payment?.flow === 'BANK_TRANSFER') payments.push(payment);
  }
  return payments;
}

async function matchReference(reads: Reads, booking: Booking): Promise<Match | null> {
  const [payment, another] = await transfersNamed(reads, booking);
  if (!payment) return null;
  if (another) return exception('AMBIGUOUS');
  if (!isOfAccount(booking, payment)) return exception('WRONG_ACCOUNT');
  return decideTransfer(reads, booking, payment);
}

/** The meaning of a booked amount for an awaited transfer. */
async function decideTransfer(reads: Reads, booking: Booking, payment: Payment): Promise<Match> {
  const { direction, isReturn, amountCents } = booking;
  if (isOwnMoneyBack(booking)) return exception('UNMATCHED_CREDIT', payment);
  if (payment.status === 'NEEDS_REVIEW') return exception('CONTRADICTION', payment);
  if (direction === 'CREDIT') return { kind: 'RECEIVED', payment };
  if (!isReturn) return exception('UNMATCHED_DEBIT', payment);
  const receivedCents = await reads.receivedFor(payment.id);
  const isUnpaid = awaitsMoney(payment.status);
  const isPaid = canChange(payment.status, 'RETURNED', 'BANK_STATEMENT');
  // As much as this goes back without a change of the payment.
  const looseCents = isUnpaid ? receivedCents : await surplusOf(reads, payment);
  const parts = booking.besideCents > 0 ? await partsThatCame(reads, payment) : [];
  const looseCharge = chargeWithin(booking, [looseCents, ...parts.filter((cents) => cents < looseCents)]);
  if (amountCents - looseCharge <= looseCents) return { kind: 'PART_RETURNED', payment, besideCents: looseCharge };
  if (!isPaid) return exception(isUnpaid ? 'AMOUNT_DIFFERS' : 'CONTRADICTION', payment);
  // With its surplus, or without. If that paid another one, only a person can say whose money goes back.
  const { givenCents } = await movedSurplus(reads, payment);
  const wholes = [receivedCents, payment.amountCents, receivedCents + givenCents];
  const besideCents = chargeWithin(booking, wholes);
  const isWhole = givenCents === 0 && wholes.includes(amountCents - besideCents);
  return isWhole
    ? { kind: 'RETURNED', payment, besideCents }
    : { ...exception('AMOUNT_DIFFERS', payment), besideCents };
}

/**
 * The same after a person assigned the booking to this transfer. Then a partly returned one is returned, and a sum that
 * the bank took beyond all that came is its fee. Of a returned one, what is left may go back in further parts.
 */
export async function decideTransferByHand(reads: Reads, booking: Booking, payment: Payment): Promise<Match> {
  const match = await decideTransfer(reads, booking, payment);
  if (match.kind !== 'EXCEPTION') return match;
  if (booking.amountCents <= (await leftInReturned(reads, payment)))
    return { kind: 'PART_RETURNED', payment, besideCents: 0 };
  if (!canChange(payment.status, 'RETURNED', 'BANK_STATEMENT')) return match;
  const receivedCents = await reads.receivedFor(payment.id);
  const besideCents = chargeBeyond(booking.amountCents - receivedCents, await movedSurplus(reads, payment));
  return receivedCents > 0 && besideCents !== null ? { kind: 'RETURNED', payment, besideCents } : match;
}
