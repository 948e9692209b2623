import type { BankExceptionKind } from '../domain/bank-import.ts';
import { referencesOf } from '../domain/match-reference.ts';
import type { Payment } from '../domain/payment.ts';
import type { Transaction } from '../domain/store.ts';
import { canChange } from '../domain/transitions.ts';
import type { Booking } from './bank-booking.ts';

/** What a booking is about, and what is to be done: nothing is guessed. */
export type Match =
  /** Money for an awaited transfer. */
  | { readonly kind: 'TRANSFER'; readonly payment: Payment }
  /** Money of a direct debit. */
  | { readonly kind: 'SETTLED'; readonly payment: Payment }
  /** The same, where its return was known first. */
  | { readonly kind: 'SETTLED_BEFORE_RETURN'; readonly payment: Payment }
  | { readonly kind: 'RETURNED'; readonly payment: Payment }
  /** Money of a whole block of ours. */
  | { readonly kind: 'BLOCK'; readonly paymentInformationId: string }
  | { readonly kind: 'EXCEPTION'; readonly exception: BankExceptionKind; readonly payment: Payment | null };

const exception = (kind: BankExceptionKind, payment: Payment | null = null): Match => ({
  kind: 'EXCEPTION',
  exception: kind,
  payment,
});

/** In the order: our own ids, the block, the reference that the payer was given. */
export async function matchBooking(transaction: Transaction, booking: Booking): Promise<Match> {
  if (booking.entry.fault !== null) return exception('ENTRY_FAULT');
  if (booking.entry.isReversal) return exception('REVERSAL');
  return (
    (await matchDebit(transaction, booking)) ??
    (await matchBlock(transaction, booking)) ??
    (await matchHosted(transaction, booking)) ??
    (await matchReference(transaction, booking)) ??
    exception(booking.direction === 'CREDIT' ? 'UNMATCHED_CREDIT' : 'UNMATCHED_DEBIT')
  );
}

const isOfAccount = ({ account }: Booking, payment: Pick<Payment, 'idSociete' | 'effectiveRunMode'>): boolean =>
  account.societes.includes(payment.idSociete) && account.runMode === payment.effectiveRunMode;

async function matchDebit(transaction: Transaction, booking: Booking): Promise<Match | null> {
  if (booking.endToEndId === null) return null;
  const debit = await transaction.directDebitByEndToEndId(booking.endToEndId);
  const payment = debit && (await transaction.paymentById(debit.paymentId));
  if (!debit || !payment) return null;
  if (!isOfAccount(booking, payment)) return exception('WRONG_ACCOUNT');
  // What is booked of a presentation that was given up, or replaced by another, is nothing that a rule can place.
  const current = await transaction.directDebitOf(payment.id);
  if (current?.endToEndId !== debit.endToEndId || debit.state === 'WAITING') return exception('CONTRADICTION', payment);
  if (booking.amountCents !== payment.amountCents) return exception('AMOUNT_DIFFERS', payment);
  return decideDebit(transaction, booking, payment);
}

/** What a booked amount means for a direct debit. */
export async function decideDebit(transaction: Transaction, booking: Booking, payment: Payment): Promise<Match> {
  if (booking.direction === 'DEBIT') {
    const isAllowed = canChange(payment.status, 'RETURNED', 'BANK_STATEMENT');
    return isAllowed ? { kind: 'RETURNED', payment } : exception('CONTRADICTION', payment);
  }
  if (canChange(payment.status, 'PAID', 'BANK_STATEMENT')) return { kind: 'SETTLED', payment };
  if (payment.status === 'RETURNED' && (await transaction.receivedFor(payment.id)) < 0) {
    return { kind: 'SETTLED_BEFORE_RETURN', payment };
  }
  return exception('CONTRADICTION', payment);
}

async function matchBlock(transaction: Transaction, booking: Booking): Promise<Match | null> {
  const { direction, paymentInformationId, endToEndId } = booking;
  if (direction !== 'CREDIT' || paymentInformationId === null || endToEndId !== null) return null;
  const [first] = await transaction.debitsOfBlock(paymentInformationId, '', 1);
  if (!first) return null;
  const isOurs = isOfAccount(booking, { idSociete: first.idSociete, effectiveRunMode: first.runMode });
  return isOurs ? { kind: 'BLOCK', paymentInformationId } : exception('WRONG_ACCOUNT');
}

/** As we name an attempt at a bank's page: `4K7M-9QXT-1`. */
const attemptReference = /\b[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-\d{1,4}\b/g;

/**
 * A debit that the bank's page made under a mandate of its own: which id it gives it is the bank's affair, so that it is
 * known by our own order number, wherever that stands, with exactly the amount.
 */
async function matchHosted(transaction: Transaction, booking: Booking): Promise<Match | null> {
  const text = [booking.endToEndId ?? '', booking.remittance.join(''), booking.remittance.join(' ')].join('\n');
  const references = new Set(text.toUpperCase().match(attemptReference) ?? []);
  const payments = new Map<string, Payment>();
  for (const reference of [...references].slice(0, referencesTried)) {
    const attempt = await transaction.attemptByReference('LABANQUEPOSTALE', reference);
    const payment = attempt && (await transaction.paymentById(attempt.paymentId));
    if (payment?.flow === 'HOSTED_PAGE_MANDATE') payments.set(payment.id, payment);
  }
  const [payment, another] = payments.values();
  if (!payment) return null;
  if (another) return exception('AMBIGUOUS');
  if (!isOfAccount(booking, payment)) return exception('WRONG_ACCOUNT');
  if (booking.amountCents !== payment.amountCents) return exception('AMOUNT_DIFFERS', payment);
  return decideDebit(transaction, booking, payment);
}

/** A text with more references than these is no message of a payer. */
const referencesTried = 5;

async function matchReference(transaction: Transaction, booking: Booking): Promise<Match | null> {
  const payments: Payment[] = [];
  for (const reference of referencesOf(booking).slice(0, referencesTried)) {
    const payment = await transaction.paymentByReference(reference);
    if (payment?.flow === 'BANK_TRANSFER') payments.push(payment);
  }
  const [payment, another] = payments;
  if (!payment) return null;
  if (another) return exception('AMBIGUOUS');
  if (!isOfAccount(booking, payment)) return exception('WRONG_ACCOUNT');
  return decideTransfer(booking, payment);
}

/** What a booked amount means for an awaited transfer. */
export function decideTransfer(booking: Booking, payment: Payment): Match {
  if (payment.status === 'NEEDS_REVIEW') return exception('CONTRADICTION', payment);
  if (booking.direction === 'CREDIT') return { kind: 'TRANSFER', payment };
  const isWhole = booking.amountCents === payment.amountCents;
  if (booking.isReturn && isWhole && canChange(payment.status, 'RETURNED', 'BANK_STATEMENT')) {
    return { kind: 'RETURNED', payment };
  }
  return exception(booking.isReturn ? 'CONTRADICTION' : 'UNMATCHED_DEBIT', payment);
}
