import { isDebtorsRefund } from '../../../kernel/sepa/reason-codes.ts';
import { collectedAfterAll, maybeCollected } from '../../direct-debits/batches/collected-after-all.ts';
import { returnedOn } from '../../direct-debits/batches/debit-failure.ts';
import { suspendMandateForBank } from '../../direct-debits/mandates/suspend-mandate.ts';
import { changeStatus, recordStep } from '../../payments/change-payment.ts';
import type { EntryFacts } from '../../payments/events/facts.ts';
import type { Payment } from '../../payments/payment.ts';
import type { BankFileEntryReason } from '../bank-file-entry.ts';
import { type BankEntryRecord, nothingSaid } from '../bank-import.ts';
import { openForBooking, subjectOfCancelledBlock } from '../exceptions/bank-exceptions.ts';
import type { Services, Transaction } from '../ports.ts';
import type { Booking } from './bank-booking.ts';
import { hearOfMatch } from './hear-of-block.ts';
import type { Match } from './match.ts';
import { movedSurplus, recordPartialReturn, settleSurplus } from './partial-return.ts';
import { postIncomingPayment } from './post-incoming-payment.ts';
import { isKeptInSuspense } from './suspense-account.ts';

/** The result of a step. */
export type StepOutcome = {
  readonly kind: 'applied' | 'repeated' | 'exceptions' | 'ruled' | 'ignored';
  /** Payments that changed, to be announced after the commit. */
  readonly paymentIds: readonly string[];
  /** Left out: what its kind says. */
  readonly reason?: BankFileEntryReason;
  /** The record that it is in, where it is in one. */
  readonly entryId?: string;
  /** A block whose payments are settled next, page by page. */
  readonly block?: { readonly paymentInformationId: string; readonly entry: BankEntryRecord };
};

type Carried = { readonly booking: Booking; readonly match: Match; readonly entry: BankEntryRecord };

/** Applies the match. The entry is written already. */
export async function applyMatch(services: Services, transaction: Transaction, found: Carried): Promise<StepOutcome> {
  const { booking, match, entry } = await withCharge(transaction, found);
  const ids = { fileId: entry.fileId, entryId: entry.id };
  const data = factsOf(booking, entry);
  await hearOfMatch(services, transaction, booking, match);
  switch (match.kind) {
    case 'EXCEPTION': {
      const { exception: kind, payment } = match;
      await openForBooking(services, transaction, { kind, booking, ...ids, payment });
      if (isKeptInSuspense(kind, entry)) await services.suspense.enter(transaction, entry);
      // Whichever money a return is of, its reason is about the mandate.
      if (payment && kind === 'CONTRADICTION')
        await suspendMandateForBank(services, transaction, payment, booking.returnReason);
      return { kind: 'exceptions', paymentIds: [] };
    }
    case 'BLOCK':
      if (match.isOfCancelledBatch)
        await openForBooking(services, transaction, { kind: 'CONTRADICTION', booking, ...ids, payment: null });
      return {
        kind: 'applied',
        reason: 'BLOCK',
        paymentIds: [],
        block: { paymentInformationId: match.paymentInformationId, entry },
      };
    case 'RECEIVED': {
      const { payment, ofCancelledBatch } = match;
      const collected = ofCancelledBatch ?? (await maybeCollected(transaction, payment, booking.endToEndId));
      const isFirst = (await transaction.receivedFor(payment.id)) === booking.amountCents;
      for (const { kind, amountCents } of await postIncomingPayment(services, transaction, payment, data)) {
        await openForBooking(services, transaction, { kind, booking, ...ids, payment, amountCents });
      }
      // A rest of it uses the mandate no second time.
      if (collected && isFirst) await collectedAfterAll(services, transaction, collected);
      // A person who decided about the batch is not called again.
      if (ofCancelledBatch && !(await transaction.bankExceptionBySubject(subjectOfCancelledBlock(entry.id))))
        await openForBooking(services, transaction, { kind: 'CONTRADICTION', booking, ...ids, payment });
      return { kind: 'applied', paymentIds: [payment.id] };
    }
    case 'SETTLED_BEFORE_RETURN':
      await recordStep(services, transaction, match.payment, {
        type: 'NEWS_IGNORED',
        data: { ...data, reason: 'it was settled before it was returned' },
      });
      // Neither the money nor its return is booked: together they are nothing but their charges.
      await services.suspense.release(transaction, entry.id, await returnedOn(transaction, match.payment));
      return { kind: 'applied', paymentIds: [match.payment.id] };
    case 'PART_RETURNED': {
      const { payment } = match;
      await services.suspense.release(transaction, entry.id);
      const returned = { ...data, bankCode: booking.returnReason };
      for (const { kind, amountCents } of await recordPartialReturn(services, transaction, payment, returned)) {
        await openForBooking(services, transaction, { kind, booking, ...ids, payment, amountCents });
      }
      return { kind: 'applied', paymentIds: [payment.id] };
    }
    case 'RETURNED':
      // Released from suspense: the payment's own entry now books it.
      await services.suspense.release(transaction, entry.id);
      await returnPayment(services, transaction, match, booking, data);
      return { kind: 'applied', paymentIds: [match.payment.id] };
  }
}

/** What the bank took beside is its charge, also in the record: only the rest goes back of what was received. */
async function withCharge(transaction: Transaction, found: Carried): Promise<Carried> {
  const { booking, match } = found;
  const besideCents = 'besideCents' in match ? (match.besideCents ?? 0) : 0;
  if (besideCents === 0) return found;
  const charged = {
    amountCents: booking.amountCents - besideCents,
    chargesCents: booking.chargesCents + besideCents,
  };
  const entry = { ...found.entry, ...charged };
  await transaction.updateBankEntry(entry.id, entry);
  return { match, booking: { ...booking, ...charged }, entry };
}

/** The facts of an entry in events: ids, codes, amounts. */
export const factsOf = (booking: Booking, entry: BankEntryRecord): EntryFacts => ({
  bankEntry: entry.id,
  bankFile: entry.fileId,
  bookingDate: entry.bookedOn,
  bookedCents: booking.amountCents,
  feeCents: booking.chargesCents,
  bankStatus: entry.transactionCode,
});

async function returnPayment(
  services: Services,
  transaction: Transaction,
  { payment }: Extract<Match, { kind: 'RETURNED' }>,
  booking: Booking,
  data: EntryFacts,
): Promise<void> {
  const { amountCents, returnReason } = booking;
  // A part of it may have come, and be in the books, without the payment having been paid.
  const receivedBeforeCents = (await transaction.receivedFor(payment.id)) + amountCents;
  await changeStatus(services, transaction, payment, {
    to: 'RETURNED',
    data: {
      cause: 'BANK_STATEMENT',
      ...data,
      ...(receivedBeforeCents > 0 && { receivedBeforeCents }),
      ...{ bankCode: returnReason, isRefund: isDebtorsRefund(returnReason) },
    },
  });
  await settleSurplus(services, transaction, payment);
  const isMore = payment.flow === 'BANK_TRANSFER' && amountCents > receivedBeforeCents;
  if (isMore) await callForGiven(services, transaction, payment, { booking, data });
  await suspendMandateForBank(services, transaction, payment, returnReason);
}

/** The bank took back with a transfer what its surplus had paid: a person looks at those payments. */
async function callForGiven(
  services: Services,
  transaction: Transaction,
  payment: Payment,
  { booking, data: { bankEntry: entryId, bankFile: fileId } }: { readonly booking: Booking; readonly data: EntryFacts },
): Promise<void> {
  const { given } = await movedSurplus(transaction, payment);
  for (const [id, amountCents] of given) {
    const receiver = await transaction.paymentById(id);
    await openForBooking(services, transaction, {
      ...{ kind: 'CONTRADICTION', subject: `entry ${entryId} SURPLUS ${id}`, booking, fileId, entryId },
      ...{ payment: receiver, amountCents },
      ...(receiver?.idClient !== payment.idClient && { details: nothingSaid }),
    });
  }
}
