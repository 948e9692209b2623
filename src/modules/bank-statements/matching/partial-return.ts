import { factOf } from '../../../kernel/stored-facts.ts';
import { recordStep } from '../../payments/change-payment.ts';
import type { EntryFacts } from '../../payments/events/facts.ts';
import { storyOf } from '../../payments/last-event.ts';
import type { Payment } from '../../payments/payment.ts';
import { wasReviewed } from '../../payments/review-payment.ts';
import { awaitsMoney } from '../../payments/transitions.ts';
import { halves, isOfMove, isOfSurplus } from '../bank-import.ts';
import { openException, settleExceptions } from '../exceptions/bank-exceptions.ts';
import type { Reads, Services, Transaction } from '../ports.ts';

type Returning = Pick<Services, 'clock' | 'identifiers' | 'eventHandlers'>;

/**
 * The bank takes back a part of an unpaid or returned transfer's money, or a surplus. The payment stays as it is, and
 * the received sum shrinks. The entry is written already, so the received sum is without it.
 * @returns what is missing now, where a part is still there
 */
export async function recordPartialReturn(
  services: Returning,
  transaction: Transaction,
  payment: Payment,
  data: EntryFacts & { readonly bankCode: string | null },
): Promise<readonly { readonly kind: 'UNDERPAID'; readonly amountCents: number }[]> {
  const receivedCents = await transaction.receivedFor(payment.id);
  const isAwaited = awaitsMoney(payment.status);
  const isOwn = isAwaited || data.bookedCents > (await surplusOf(transaction, payment));
  await recordStep(services, transaction, payment, {
    type: 'MONEY_RETURNED',
    data: { ...data, receivedCents, reason: isOwn ? 'UNDERPAID' : 'SURPLUS' },
  });
  if (!isAwaited) {
    await settleSurplus(services, transaction, payment);
    return [];
  }
  await settleUnderpaid(services, transaction, payment);
  return receivedCents > 0 ? [{ kind: 'UNDERPAID', amountCents: payment.amountCents - receivedCents }] : [];
}

/**
 * Its exceptions say no more than is still here: a person who reads one may give the money back. What went back is the one
 * that it is as much as, or else the newest. What is left of one is asked as another, which is as old.
 */
export async function settleSurplus(services: Returning, transaction: Transaction, payment: Payment): Promise<void> {
  const open = (await transaction.openBankExceptionsOfPayment(payment.id)).filter(isOfSurplus).toReversed();
  const leftCents = Math.max(0, await surplusOf(transaction, payment));
  let goneCents = open.reduce((sum, { amountCents }) => sum + amountCents, -leftCents);
  const same = open.find(({ amountCents }) => amountCents === goneCents);
  for (const one of same ? [same] : open) {
    if (goneCents <= 0) return;
    await settleExceptions(services, transaction, [one]);
    const amountCents = one.amountCents - goneCents;
    if (amountCents > 0) {
      const left = { ...one, subject: `${one.subject} LEFT ${amountCents}`, amountCents };
      await openException(services, transaction, left, one.openedAt);
    }
    goneCents = -amountCents;
  }
}

/** The surplus that is still here, in cents. It is read from the payment's events, as the books are. */
export async function surplusOf(reads: Reads, { id, amountCents }: Payment): Promise<number> {
  let surplusCents = 0;
  for await (const { type, status, data } of storyOf(reads, id)) {
    surplusCents += factOf(data, 'surplusCents') ?? 0;
    if (type === 'MONEY_RETURNED' && data.reason === 'SURPLUS') surplusCents -= data.bookedCents;
    if (type === 'STATUS_CHANGED' && status === 'RETURNED')
      surplusCents -= Math.max(0, (factOf(data, 'bookedCents') ?? 0) - amountCents);
  }
  return surplusCents;
}

/** The surpluses that a person moved from a payment or to it, in cents. The bank does not know of them. */
export type MovedSurplus = {
  /** By the payment that received it from this one, and still has it. */
  readonly given: ReadonlyMap<string, number>;
  readonly givenCents: number;
  readonly takenCents: number;
};

export async function movedSurplus(reads: Reads, { id }: Pick<Payment, 'id'>): Promise<MovedSurplus> {
  const given = new Map<string, number>();
  let [givenCents, takenCents] = [0, 0];
  for await (const { data } of storyOf(reads, id)) {
    const entryId = factOf(data, 'bankEntry');
    const entry = entryId === null ? null : await reads.bankEntry(entryId);
    if (!entry || !isOfMove(entry)) continue;
    const { iban, identity, direction, amountCents } = entry;
    const to = direction === 'DEBIT' ? await reads.bankEntryByIdentity(iban, identity, halves.come) : null;
    if (direction === 'CREDIT') takenCents += amountCents;
    // What a payment has no more, the bank has taken back from it before.
    if (!to?.paymentId || (await reads.receivedFor(to.paymentId)) <= 0) continue;
    given.set(to.paymentId, (given.get(to.paymentId) ?? 0) + amountCents);
    givenCents += amountCents;
  }
  return { given, givenCents, takenCents };
}

/** More than this no bank takes for a return. */
export const besideAtMostCents = 5_000;

/**
 * The charge in what the bank took beyond all that a payment has, by the word of a person; null where it may be money of
 * another payment as well. What the surplus paid goes back whole.
 */
export function chargeBeyond(excessCents: number, { given, givenCents, takenCents }: MovedSurplus): number | null {
  if (excessCents <= 0 || excessCents === givenCents || [...given.values()].includes(excessCents)) return 0;
  const isOfIt = takenCents === 0 && [...given.values()].every((cents) => excessCents < cents);
  return isOfIt && excessCents <= besideAtMostCents ? excessCents : null;
}

/** What still stands in the customer's name of a transfer that the bank took back in part, in cents. */
export async function leftInReturned(reads: Reads, payment: Payment): Promise<number> {
  // By the word of a person all of it went back.
  if (payment.status !== 'RETURNED' || (await wasReviewed(reads, payment))) return 0;
  return (await reads.receivedFor(payment.id)) - (await surplusOf(reads, payment));
}

/** The sums that came beside the one that paid it, in cents: the bank may take back one of them. */
export async function partsThatCame(reads: Reads, { id }: Payment): Promise<readonly number[]> {
  const parts: number[] = [];
  for await (const { type, data } of storyOf(reads, id)) if (type === 'MONEY_RECEIVED') parts.push(data.bookedCents);
  return parts;
}

/** Before another sum is missing. */
export async function settleUnderpaid(services: Returning, transaction: Transaction, payment: Payment): Promise<void> {
  const open = await transaction.openBankExceptionsOfPayment(payment.id);
  await settleExceptions(
    services,
    transaction,
    open.filter(({ kind }) => kind === 'UNDERPAID'),
  );
}
