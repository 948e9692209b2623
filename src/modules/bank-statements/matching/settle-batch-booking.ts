import type { Unread } from '../../../kernel/aged.ts';
import { factOf } from '../../../kernel/stored-facts.ts';
import { StaleVersionError, untilFresh } from '../../../kernel/until-fresh.ts';
import { walkItems } from '../../../kernel/walk-pages.ts';
import type { Failed } from '../../../workers/unless-fails.ts';
import { collectedAfterAll } from '../../direct-debits/batches/collected-after-all.ts';
import type { Presentation } from '../../direct-debits/batches/direct-debit.ts';
import { changeStatus } from '../../payments/change-payment.ts';
import type { PaymentEvent } from '../../payments/events/payment-event.ts';
import { lastEventOf } from '../../payments/last-event.ts';
import type { Payment } from '../../payments/payment.ts';
import type { BankException } from '../bank-import.ts';
import { callForCancelledBatch, callForCancelledBlock, settleExceptions } from '../exceptions/bank-exceptions.ts';
import type { Services, Transaction } from '../ports.ts';
import { type Block, debitsIn } from './debits-of-block.ts';
import { placeRest } from './rest-of-block.ts';

/** Direct debits that the bank books block by block: one amount for many payments. */

const debitsPerPage = 100;
const blocksPerRead = 200;
/** After the id of each exception. */
const afterEachException = 'bkx_g';

/**
 * Whether an entry is the money of the block: the sum of its debits that were not refused and were not credited one by
 * one, and no other entry was that before.
 */
export async function blockMatches(
  transaction: Transaction,
  { paymentInformationId, amountCents, entryId }: BlockMoney,
): Promise<'WHOLE' | 'PAID_BEFORE' | 'DIFFERS'> {
  if (await isPaidByOther(transaction, paymentInformationId, entryId)) return 'PAID_BEFORE';
  return (await transaction.openCentsOfBlock(paymentInformationId)) === amountCents ? 'WHOLE' : 'DIFFERS';
}

/** Of two entries that are applied to one block at once, the second waits here until the first is committed. */
export async function isPaidByOther(
  transaction: Transaction,
  paymentInformationId: string,
  entryId: string | null,
): Promise<boolean> {
  await transaction.nextSequence(`block ${paymentInformationId}`);
  const paidBy = await transaction.bankEntryOfBlock(paymentInformationId);
  return paidBy !== null && paidBy.id !== entryId;
}

type BlockMoney = {
  readonly paymentInformationId: string;
  readonly amountCents: number;
  /** The entry, where it is recorded already. */
  readonly entryId: string | null;
};

/**
 * Pays the block's debits, page by page. Paid and returned debits stay, so it may be repeated.
 * The charge of the entry is booked with the first one.
 * @returns what this run paid, in cents
 */
export async function settleBatchBooking(services: Services, block: Block): Promise<number> {
  const { paymentInformationId, entry } = block;
  let feeCents = entry.chargesCents;
  let paidCents = 0;
  for (let after: string | null = ''; after !== null; ) {
    const page = await untilFresh(() => services.store.transact((t) => settlePage(t, after ?? '')));
    for (const id of page.paymentIds) services.announce(id);
    if (page.paymentIds.length > 0) feeCents = 0;
    paidCents += page.paidCents;
    after = page.next;
  }
  return paidCents;

  async function settlePage(transaction: Transaction, behind: string) {
    const debits = await transaction.debitsOfBlock(paymentInformationId, behind, debitsPerPage);
    const paymentIds: string[] = [];
    let paidCents = 0;
    for (const debit of debits) {
      const { paymentId } = debit;
      if (!(await isOpenInBlock(transaction, debit))) continue;
      const payment = await transaction.paymentById(paymentId);
      if (!payment || !isAwaited(payment)) continue;
      if (debit.state === 'BATCHED' && payment.status === 'PENDING') {
        throw new StaleVersionError(`the batch of ${paymentId} was cancelled since its debits were read`);
      }
      // A part of it was credited alone, so it is not in the sum.
      if ((await transaction.receivedFor(paymentId)) > 0) continue;
      const isFirst = paymentIds.length === 0;
      const data = {
        cause: 'BANK_STATEMENT' as const,
        ...{ bankEntry: entry.id, bankFile: entry.fileId, bookingDate: entry.bookedOn },
        ...{ bookedCents: payment.amountCents, bankStatus: entry.transactionCode },
        feeCents: isFirst ? await feeToBook(transaction, block, { feeCents, first: paymentId }) : 0,
      };
      await changeStatus(services, transaction, payment, { to: 'PAID', data });
      if (debit.state === 'WITHDRAWN') {
        await collectedAfterAll(services, transaction, debit);
        await callForCancelledBlock(services, transaction, block);
      }
      paymentIds.push(paymentId);
      paidCents += payment.amountCents;
    }
    const next = debits.length < debitsPerPage ? null : (debits.at(-1)?.paymentId ?? null);
    return { paymentIds, paidCents, next };
  }
}

/** 0 where another run, or one before a crash, booked it with the first debit that it paid. */
async function feeToBook(
  transaction: Pick<Transaction, 'debitsOfBlock' | 'eventsOf'>,
  { paymentInformationId, entry: { id } }: Block,
  { feeCents, first }: { readonly feeCents: number; readonly first: string },
): Promise<number> {
  if (feeCents === 0) return 0;
  for await (const { paymentId } of debitsIn(transaction, paymentInformationId)) {
    if (paymentId === first) break;
    const isOfEntry = ({ data }: PaymentEvent): boolean => factOf(data, 'bankEntry') === id;
    if ((await lastEventOf(transaction, paymentId, isOfEntry)) !== null) return 0;
  }
  return feeCents;
}

/** It is at the bank; or its batch was cancelled, and it waits for another one. The same as `openCentsOfBlock`. */
export async function isOpenInBlock(
  transaction: Pick<Transaction, 'directDebitOf'>,
  { paymentId, state }: Pick<Presentation, 'paymentId' | 'state'>,
): Promise<boolean> {
  if (state !== 'WITHDRAWN') return state === 'BATCHED';
  return (await transaction.directDebitOf(paymentId))?.state === 'WAITING';
}

/** Includes our debits that the bank left unanswered for so long that a person was called. */
export const isAwaited = ({ status, flow }: Payment): boolean =>
  status === 'SUBMITTED' || status === 'PENDING' || (status === 'NEEDS_REVIEW' && flow === 'DIRECT_DEBIT');

function isReadable({ id, read }: Unread<BankException>, unreadable: Failed | undefined): boolean {
  try {
    read();
    return true;
  } catch (error) {
    if (unreadable === undefined) throw error;
    unreadable(id, error);
    return false;
  }
}

const isUndecided = ({ status, resolution }: BankException): boolean => status === 'OPEN' && resolution === null;

/**
 * Looks again at blocks with a wrong sum, which the bank's refusals may explain now.
 * @param unreadable called with an exception that cannot be read, which so holds up no other; left out: it is thrown
 */
export async function reconsiderBlocks(services: Services, unreadable?: Failed): Promise<void> {
  const read = (beforeId: string, limit: number) => services.store.openExceptions('BLOCK_DIFFERS', beforeId, limit);
  for await (const exception of walkItems(blocksPerRead, afterEachException, read, ({ id }) => id)) {
    const { id } = exception;
    if (!isReadable(exception, unreadable)) continue;
    const block = await services.store.transact((transaction) => whole(transaction, id));
    if (!block) continue;
    // The exception stays open until the payments are settled, so that a crash in between has them done again.
    await placeRest(services, block, await settleBatchBooking(services, block));
    await untilFresh(() =>
      services.store.transact(async (transaction) => {
        // The payments have the money, also where a person decided about it in the meantime.
        const exception = await transaction.bankException(id);
        if (exception && isUndecided(exception)) {
          await settleExceptions(services, transaction, [exception]);
          await callForCancelledBatch(services, transaction, exception);
        }
        const { entry, paymentInformationId: blockId } = block;
        await transaction.updateBankEntry(entry.id, { outcome: 'APPLIED', paymentId: null, blockId });
      }),
    );
  }

  async function whole(transaction: Transaction, id: string) {
    const exception = await transaction.bankException(id);
    const paymentInformationId = exception?.details.paymentInformationId ?? null;
    if (!exception || !isUndecided(exception)) return null;
    if (exception.entryId === null || paymentInformationId === null) return null;
    const entry = await transaction.bankEntry(exception.entryId);
    if (!entry) return null;
    const money = { paymentInformationId, amountCents: entry.amountCents, entryId: entry.id };
    if ((await blockMatches(transaction, money)) !== 'WHOLE') return null;
    return { paymentInformationId, entry };
  }
}
