import { centsToDecimal } from '../../../kernel/money.ts';
import { factOf } from '../../../kernel/stored-facts.ts';
import type { Presentation } from '../../direct-debits/batches/direct-debit.ts';
import { lastEventOf } from '../../payments/last-event.ts';
import type { Payment } from '../../payments/payment.ts';
import { canChange } from '../../payments/transitions.ts';
import type { BankEntryRecord, BankException } from '../bank-import.ts';
import { type Block, cameBackUnpaid, debitsIn } from '../matching/debits-of-block.ts';
import { besideAtMostCents } from '../matching/partial-return.ts';
import { isAwaited, isOpenInBlock, isPaidByOther } from '../matching/settle-batch-booking.ts';
import type { Services, Transaction } from '../ports.ts';
import { openException } from './bank-exceptions.ts';
import { isUnpaidBlock } from './money-of-cancelled.ts';
import { refuseByHand } from './refuse-doubted-debit.ts';

/**
 * A person's decisions about a block whose sum differs from its debits. Either one debit is missing in it, and the bank
 * reported it nowhere. Or it is the block's money all the same: with refused debits that the bank takes back one by
 * one, or less its fee.
 */

/** Whether the debit is in the block and waits for its money, also where the block is of a cancelled batch. */
export async function isMissing(
  transaction: Transaction,
  { details: { paymentInformationId } }: BankException,
  { id, status }: Payment,
): Promise<boolean> {
  if (paymentInformationId === null || !canChange(status, 'REFUSED', 'BANK_STATEMENT')) return false;
  for await (const debit of debitsIn(transaction, paymentInformationId)) {
    if (debit.paymentId === id) return isOpenInBlock(transaction, debit);
  }
  return false;
}

/** Whether the sum is right without the debit is found out afterwards: until then it waits under a name of its own. */
export async function refuseMissing(
  services: Pick<Services, 'clock' | 'identifiers' | 'eventHandlers'>,
  transaction: Transaction,
  exception: BankException,
  payment: Payment,
): Promise<Payment> {
  const unexplained: BankException = { ...exception, kind: 'BLOCK_DIFFERS', reasonCode: null };
  const refused = await refuseByHand(services, transaction, unexplained, payment);
  const subject = `${exception.subject} WITHOUT ${payment.reference}`;
  await openException(services, transaction, { ...unexplained, subject, paymentId: null });
  return refused;
}

/** Société and run mode are those of the debits: several sociétés may share the account. */
export type CollectedBlock = Block & {
  /** The entry is more than the block: the rest waits in suspense. */
  readonly hasRest: boolean;
} & Pick<Presentation, 'idSociete' | 'runMode'>;

/** Why the block's debits cannot be paid by the entry, or how. */
export async function collectable(
  transaction: Transaction,
  exception: BankException,
): Promise<CollectedBlock | string> {
  const paymentInformationId = exception.details.paymentInformationId;
  const entry = exception.entryId === null ? null : await transaction.bankEntry(exception.entryId);
  // A block whose reference another entry had. It is applied whole, or not at all.
  const isOfOther = exception.kind === 'SAME_REFERENCE' && entry?.outcome === 'EXCEPTION';
  // Of a credit that contradicts itself, a person found that its amount is right.
  const isFault = exception.kind === 'ENTRY_FAULT' && entry?.direction === 'CREDIT';
  const isBlock =
    exception.kind === 'BLOCK_DIFFERS' ||
    ((isOfOther || isFault) && entry?.blockId === paymentInformationId) ||
    isUnpaidBlock(exception, entry);
  if (!isBlock || paymentInformationId === null || entry === null) {
    return 'Only a block whose amount differs can be said to be collected.';
  }
  if (await isPaidByOther(transaction, paymentInformationId, entry.id)) return 'Another entry paid this block.';
  const [first] = await transaction.debitsOfBlock(paymentInformationId, '', 1);
  if (!first || !(await hasAwaited(transaction, { paymentInformationId, entry }))) {
    return 'No debit of the block waits for its money.';
  }
  const missingCents = (await transaction.openCentsOfBlock(paymentInformationId)) - entry.amountCents;
  if (missingCents > (isOfOther ? 0 : besideAtMostCents)) {
    const missing = centsToDecimal(missingCents);
    return `${missing} EUR are missing, which is more than a fee: say by ASSIGNED which debit was not collected.`;
  }
  if (missingCents > 0 && (await othersWait(transaction, entry))) {
    return 'Other payments of the same entry wait, and may be what is missing: decide about them first.';
  }
  const { idSociete, runMode } = first;
  return { paymentInformationId, entry, idSociete, runMode, hasRest: missingCents < 0 };
}

/** Other unplaced payments of the same entry explain a difference, so it is no fee. */
async function othersWait(transaction: Transaction, entry: BankEntryRecord): Promise<boolean> {
  for (const { id, outcome } of await transaction.listedBankEntries(entry.iban, entry.identity)) {
    const isPlaced = id === entry.id || outcome === 'APPLIED';
    if (!isPlaced && (await transaction.bankExceptionsOf(id)).some(({ status }) => status === 'OPEN')) return true;
  }
  return false;
}

/**
 * Or has a debit that came back before the block was credited. Or one that the entry paid, where an older version died
 * before it closed the exception.
 */
async function hasAwaited(transaction: Transaction, { paymentInformationId, entry }: Block): Promise<boolean> {
  for await (const debit of debitsIn(transaction, paymentInformationId)) {
    const payment = (await isOpenInBlock(transaction, debit)) ? await transaction.paymentById(debit.paymentId) : null;
    if (payment === null) continue;
    if (isAwaited(payment) || (await cameBackUnpaid(transaction, payment))) return true;
    if (await isPaidBy(transaction, payment, entry.id)) return true;
  }
  return false;
}

const isPaidBy = async (transaction: Transaction, { id, status }: Payment, entryId: string): Promise<boolean> =>
  status === 'PAID' &&
  (await lastEventOf(transaction, id, ({ data }) => factOf(data, 'bankEntry') === entryId)) !== null;
