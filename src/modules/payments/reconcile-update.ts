import { endsUnpaid, type PaymentStatus } from '../../kernel/vocabulary.ts';
import type { WordOfMoney } from './attempts/denied-money.ts';
import { cameAfterAll, didNotCome, paidTwice } from './attempts/last-word.ts';
import { attemptHoldsMoney, type HeldMoney } from './attempts/paying-attempt.ts';
import type { Attempt, Payment } from './payment.ts';
import type { ProviderUpdate } from './provider.ts';
import { canChange } from './transitions.ts';

/** An authentic update, with the recorded payment and attempts that it is about. */
export type UpdateContext = {
  readonly payment: Payment;
  readonly attempt: Attempt;
  /** The payment's other attempts. */
  readonly others: readonly Attempt[];
  readonly update: ProviderUpdate;
  /** The money of the attempt's own transaction and of the others, where that decides. */
  readonly left: (Pick<HeldMoney, 'isGivenBack' | 'isDenied' | 'ownCents'> & { readonly otherCents: number }) | null;
  /** What was said of this money before, where the payment was paid. */
  readonly word: WordOfMoney | null;
};

export type Reconciliation = {
  /** The attempt's new status, whatever happens to the payment; null where it stays. */
  readonly attemptStatus: ProviderUpdate['status'] | null;
} & ({ readonly kind: 'APPLY' | 'KNOWN' } | { readonly kind: 'LATE' | 'CONTRADICTION'; readonly reason: string });

/**
 * Decides what an update does to its attempt and its payment. It reads and writes nothing. All rules about late,
 * repeated and surplus messages are here.
 */
export function reconcileUpdate(context: UpdateContext): Reconciliation {
  const { payment, attempt, others, update, left, word } = context;
  const holds = attemptHoldsMoney.has(attempt.status);
  const isSame = attempt.bankTransaction === update.bankTransaction;
  // Money that the bank has denied comes anew.
  const isSameMoney = holds && isSame && !(left?.isDenied && update.status === 'PAID');
  const isOtherMoney = holds && !isSame;
  const isPaidByAnother = left
    ? left.otherCents > 0 || (payment.status === 'REFUNDED' && !left.isGivenBack)
    : others.some(({ status }) => attemptHoldsMoney.has(status));
  // A second transaction of the same attempt is for a person to look at: the first one stays while its money does.
  const stays = isOtherMoney && mayHoldMoney(payment) && word?.reason !== cameAfterAll;
  const attemptStatus = !stays && isNewer(attempt, update) ? update.status : null;
  if (word?.reason) return { kind: 'CONTRADICTION', reason: word.reason, attemptStatus };
  // Where no attempt had brought money, a person has said that the payment is paid: here it is.
  const isSurplus = isSameMoney
    ? takesBeside(context)
    : isOtherMoney || isPaidByAnother || payment.status === 'REFUNDED';
  if (bringsMoney.has(update.status) && mayHoldMoney(payment) && isSurplus) {
    return { kind: 'CONTRADICTION', reason: paidTwice, attemptStatus };
  }
  if (update.status === payment.status || isKnown(context, isSameMoney)) {
    return { kind: 'KNOWN', attemptStatus };
  }
  const endsOwn = isSameMoney && endsUnpaid(update.status);
  const endsPayment = endsOwn && !isPaidByAnother && update.bankTransaction !== null;
  if (isWithdrawn(context, endsPayment)) return { kind: 'CONTRADICTION', reason: didNotCome, attemptStatus: null };
  if (!endsOwn) return { ...verdictOf(context, false), attemptStatus };
  // An authorisation is no longer held. A paid transaction is given back only by a cancellation.
  const ends = update.bankTransaction !== null && (attempt.status === 'AUTHORIZED' || update.status === 'CANCELLED');
  return { ...verdictOf(context, endsPayment), attemptStatus: ends ? update.status : null };
}

/**
 * Whether the bank takes a sum that was only held, and on which the payment does not rest; also where that sum alone was
 * given back, and the payment says that all was.
 */
function takesBeside({ payment, attempt, update, left }: UpdateContext): boolean {
  if (attempt.status !== 'AUTHORIZED' || update.status !== 'PAID' || left?.ownCents !== 0) return false;
  return !left.isGivenBack || (payment.status === 'REFUNDED' && left.otherCents > 0);
}

function verdictOf(context: UpdateContext, endsPayment: boolean): { kind: 'APPLY' } | { kind: 'LATE'; reason: string } {
  const reason = whyNot(context, endsPayment);
  return reason === null ? { kind: 'APPLY' } : { kind: 'LATE', reason };
}

/** Why an authentic update does not change the payment, or null where it does. */
function whyNot({ payment, attempt, others, update }: UpdateContext, endsPayment: boolean): string | null {
  if (endsUnpaid(update.status) && !endsPayment) {
    // Only the very transaction that paid can be cancelled: another attempt's end takes no money back.
    if (holdsMoney.has(payment.status)) return 'the payment was made by another transaction';
    // Another attempt can still bring money, so the end of this one is not the payment's end.
    if (others.some(({ status }) => status === 'PENDING')) return 'another attempt is pending';
    if (attempt.status !== 'PENDING' && others.some(({ number }) => number > attempt.number)) {
      return 'a newer attempt is open';
    }
    if (attempt.status === 'PENDING' && isOfAnother(attempt, update)) return 'late: another transaction is pending';
  }
  if (isOutrun(attempt, update)) return `late: the transaction is ${attempt.status}`;
  return canChange(payment.status, update.status, 'BANK_NEWS') ? null : `late: the payment is ${payment.status}`;
}

/** Whether the record already says the same. */
function isKnown({ payment, attempt, update, left }: UpdateContext, isSameMoney: boolean): boolean {
  // A failed attempt that is known as failed, even if another attempt paid.
  if (endsUnpaid(update.status) && update.status === attempt.status) return true;
  if (isGivenUp(attempt, update)) return true;
  // Paid and given back: what the customer tries next is other money.
  if (isSameMoney && update.status === 'PAID' && attempt.status === 'PAID' && left?.ownCents === 0) return true;
  if (!isSameMoney || !holdsMoney.has(payment.status)) return false;
  // Before the money has left, the bank gives back the whole by cancelling.
  const isRefunded = payment.status === 'REFUNDED' && left?.isGivenBack === true;
  return update.status === attempt.status || (update.status === 'CANCELLED' && isRefunded);
}

/** Whether the bank takes back its own statement about the money, other than by returning the whole. */
function isWithdrawn({ payment: { status }, update, word }: UpdateContext, endsPayment: boolean): boolean {
  const isRefunded = status === 'PARTIALLY_REFUNDED' || status === 'REFUNDED';
  if (update.status === 'CANCELLED') return endsPayment && isRefunded;
  if (endsUnpaid(update.status) && word?.hasCome) return true;
  return endsPayment && (isRefunded || status === 'PAID');
}

/** Whether the attempt takes the update's status. An update never takes money away from it. */
function isNewer(attempt: Attempt, update: ProviderUpdate): boolean {
  if (isOutrun(attempt, update) || isGivenUp(attempt, update)) return false;
  if (endsUnpaid(attempt.status as PaymentStatus) && update.status === 'PENDING') return true;
  if (attempt.status === 'PENDING' && endsUnpaid(update.status) && isOfAnother(attempt, update)) return false;
  return attemptRank[update.status] >= attemptRank[attempt.status];
}

/**
 * A transaction that has ended is not pending any more. A pending message of another transaction counts: the customer
 * tried again on the bank's own page. Without a transaction number it may be another one, so the gateway waits for it.
 */
const isOutrun = (attempt: Attempt, update: ProviderUpdate): boolean =>
  update.status === 'PENDING' && endsUnpaid(attempt.status as PaymentStatus) && isOfSame(attempt, update);

/** An authorisation that was given up is not held again because the bank still holds it. */
export const isGivenUp = (attempt: Attempt, update: ProviderUpdate): boolean =>
  update.status === 'AUTHORIZED' && attempt.status === 'EXPIRED' && isOfSame(attempt, update);

const isOfSame = (attempt: Attempt, update: ProviderUpdate): boolean =>
  attempt.bankTransaction !== null && attempt.bankTransaction === update.bankTransaction;

/**
 * Whether the end of an attempt that is pending is not that of its transaction. An end without a number is that of a
 * customer who gave up: the bank made no transaction. Where it is the transaction's own after all, the bank's answer to
 * an inquiry ends it, and finally a person.
 */
const isOfAnother = (attempt: Attempt, update: ProviderUpdate): boolean =>
  attempt.bankTransaction !== null && attempt.bankTransaction !== update.bankTransaction;

export const bringsMoney: ReadonlySet<PaymentStatus> = new Set<PaymentStatus>(['PAID', 'AUTHORIZED']);
export const holdsMoney = new Set<PaymentStatus>(['PAID', 'AUTHORIZED', 'PARTIALLY_REFUNDED', 'REFUNDED', 'RETURNED']);

/** For a payment in review the attempts show which money came. */
const mayHoldMoney = ({ status }: Payment): boolean => holdsMoney.has(status) || status === 'NEEDS_REVIEW';

/** A later message never takes money away from an attempt. */
const attemptRank: Readonly<Record<Attempt['status'], number>> = {
  OPEN: 0,
  SUPERSEDED: 0,
  PENDING: 1,
  REFUSED: 2,
  CANCELLED: 2,
  EXPIRED: 2,
  FAILED: 2,
  AUTHORIZED: 3,
  PAID: 4,
};
