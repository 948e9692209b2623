import { StaleVersionError } from '../../../kernel/until-fresh.ts';
import { bankHasBatch } from '../../direct-debits/batches/close-batch.ts';
import type { Payment } from '../../payments/payment.ts';
import {
  type BankEntryRecord,
  type BankException,
  type BankExceptionClosing,
  type BankExceptionDetails,
  type BankExceptionKind,
  nothingSaid,
} from '../bank-import.ts';
import { type Booking, detailsOf } from '../matching/bank-booking.ts';
import { type Block, batchOfBlock } from '../matching/debits-of-block.ts';
import type { Services, Transaction } from '../ports.ts';
import { closedByRule } from './closed-by-rule.ts';

type Opening = Omit<BankException, 'id' | 'openedAt' | 'erasedAt' | Exclude<keyof BankExceptionClosing, 'paymentId'>>;

type Opener = Pick<Services, 'identifiers' | 'clock'>;

const undecided = { resolution: null, resolvedBy: null, resolvedAt: null, resolutionReason: null };

/**
 * @param openedAt earlier than now where it is the rest of another one
 * @returns false where the same thing gave one before
 */
export function openException(
  services: Opener,
  transaction: Transaction,
  opening: Opening,
  openedAt: number = services.clock(),
): Promise<boolean> {
  return transaction.insertBankException({
    ...opening,
    id: services.identifiers.newId('bkx'),
    status: 'OPEN',
    ...undecided,
    openedAt,
    erasedAt: null,
  });
}

const subjectOfBooking = (
  kind: BankExceptionKind,
  { entry, identity, detail, direction, amountCents }: Booking,
): string => `entry ${entry.iban} ${identity} ${detail} ${kind} ${direction} ${amountCents}`;

export const subjectOfCancelledBlock = (entryId: string): string => `block ${entryId} CANCELLED`;

/** Whether it is about the batch: it stands until a person decides, whatever the entry turns out to be. */
export const isOfCancelledBatch = ({ subject }: Pick<BankException, 'subject'>): boolean =>
  subject.endsWith(' CANCELLED');

export function openForBooking(
  services: Opener,
  transaction: Transaction,
  what: {
    readonly kind: BankExceptionKind;
    /** Where that is not the entry with its kind. */
    readonly subject?: string;
    readonly booking: Booking;
    readonly fileId: string;
    readonly entryId: string | null;
    readonly payment: Payment | null;
    /** Where that is not all that the bank says. */
    readonly details?: BankExceptionDetails;
    /** Where that is not the payment's, or the account's first one. */
    readonly idSociete?: string;
    /** Where that is not the booking's whole amount. */
    readonly amountCents?: number;
    /** The entry that counted before under the same reference, and the differences. */
    readonly contradicts?: Pick<BankExceptionDetails, 'countedEntryId' | 'differsIn'>;
  },
): Promise<boolean> {
  const { kind, booking, fileId, entryId, payment } = what;
  const { account, entry } = booking;
  return openException(services, transaction, {
    ...{ kind, fileId, entryId },
    subject: what.subject ?? subjectOfBooking(kind, booking),
    paymentId: payment?.id ?? null,
    idSociete: what.idSociete ?? payment?.idSociete ?? account.societes[0],
    runMode: account.runMode,
    amountCents: what.amountCents ?? booking.amountCents,
    direction: booking.direction,
    bookedOn: entry.bookedOn,
    reasonCode: booking.returnReason,
    details: what.details ?? { ...detailsOf(booking), ...what.contradicts },
  });
}

/**
 * A block is paid whose sum differed at first: the bank has the rest of the file too. If its batch was cancelled, a
 * person looks, and no other file takes the other debits until then.
 */
export async function callForCancelledBatch(
  services: Opener,
  transaction: Transaction,
  exception: BankException,
): Promise<void> {
  const batch = await batchOfBlock(transaction, exception.details.paymentInformationId);
  if (batch) await bankHasBatch(services, transaction, batch);
  if (batch?.status !== 'CANCELLED') return;
  await openException(services, transaction, {
    ...exception,
    ...{ subject: `${exception.subject} CANCELLED`, kind: 'CONTRADICTION', reasonCode: null },
  });
}

/** The same for a block that an older version counted, and whose batch was cancelled before its debits were paid. */
export async function callForCancelledBlock(services: Opener, transaction: Transaction, block: Block): Promise<void> {
  const { id, amountCents } = block.entry;
  if ((await transaction.bankExceptionsOf(id)).length > 0) return;
  await openForBlock(services, transaction, block, { subject: subjectOfCancelledBlock(id), amountCents });
}

/** A part of a block's money is of no debit of it. */
export const callForRest = (
  services: Opener,
  transaction: Transaction,
  block: Block,
  amountCents: number,
): Promise<boolean> =>
  openForBlock(services, transaction, block, { subject: `block ${block.entry.id} REST`, amountCents });

function openForBlock(
  services: Opener,
  transaction: Transaction,
  { paymentInformationId, entry }: Block,
  what: { readonly subject: string; readonly amountCents: number },
): Promise<boolean> {
  const { id: entryId, fileId, idSociete, runMode, direction, bookedOn } = entry;
  return openException(services, transaction, {
    ...{ ...what, kind: 'CONTRADICTION', fileId, entryId, paymentId: null, idSociete },
    ...{ runMode, direction, bookedOn, reasonCode: null },
    details: { ...nothingSaid, paymentInformationId },
  });
}

/** What the bank says of an entry that a rule placed. It waits for nothing; a person can raise it. */
export async function listForBooking(
  services: Opener,
  transaction: Transaction,
  { booking, entry }: { readonly booking: Booking; readonly entry: BankEntryRecord },
): Promise<void> {
  const at = services.clock();
  const { id: entryId, fileId, idSociete, runMode, bookedOn, amountCents, direction } = entry;
  await transaction.insertBankException({
    ...{ id: services.identifiers.newId('bkx'), subject: `listed ${entryId}`, fileId, entryId, paymentId: null },
    kind: direction === 'CREDIT' ? 'UNMATCHED_CREDIT' : 'UNMATCHED_DEBIT',
    ...{ idSociete, runMode, amountCents, direction, bookedOn, reasonCode: booking.returnReason },
    details: detailsOf(booking),
    ...{ status: 'SETTLED', ...undecided, resolvedBy: closedByRule, resolvedAt: at, erasedAt: null, openedAt: at },
  });
}

/**
 * Closes exceptions that a later message explained.
 * @throws StaleVersionError where a person decided about one in the meantime
 */
export async function settleExceptions(
  { clock }: Pick<Services, 'clock'>,
  transaction: Transaction,
  exceptions: readonly BankException[],
): Promise<void> {
  for (const { id, paymentId } of exceptions) {
    const isClosed = await transaction.closeBankException(id, {
      ...{ status: 'SETTLED', ...undecided, resolvedAt: clock(), paymentId },
    });
    if (!isClosed) throw new StaleVersionError(`the exception ${id} is not open any more`);
  }
}
