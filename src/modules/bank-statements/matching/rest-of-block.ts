import { factOf } from '../../../kernel/stored-facts.ts';
import { untilFresh } from '../../../kernel/until-fresh.ts';
import { returnedOn } from '../../direct-debits/batches/debit-failure.ts';
import { recordStep } from '../../payments/change-payment.ts';
import type { PaymentEvent } from '../../payments/events/payment-event.ts';
import { lastEventOf, storyOf } from '../../payments/last-event.ts';
import type { Payment } from '../../payments/payment.ts';
import { wasReviewed } from '../../payments/review-payment.ts';
import type { BankException } from '../bank-import.ts';
import { callForRest } from '../exceptions/bank-exceptions.ts';
import type { Services } from '../ports.ts';
import { type Block, cameBackUnpaid, debitsIn } from './debits-of-block.ts';

/**
 * What is left of a block's money when its debits are paid. A debit that came back before its block was credited is
 * booked neither way. What nothing explains stays in suspense, and a person looks. A person's decision stays.
 * @param paidCents what was paid of it just now
 */
export async function placeRest(services: Services, block: Block, paidCents: number): Promise<void> {
  const { store, suspense } = services;
  const { id, amountCents, chargesCents } = block.entry;
  // Else the charge is booked with a debit that was paid.
  if (paidCents === 0 && chargesCents > 0) await bookFee(services, block);
  const keptBefore = await store.transact((transaction) => suspense.remaining(transaction, id));
  // Nearly always nothing is left, and no debit is read.
  if (keptBefore === 0 || (keptBefore === null && paidCents === amountCents)) return;
  const { bookedCents, returnedCents, feesCents, lastReturn } = await explained(store, block);
  const restCents = Math.max(0, amountCents - chargesCents + feesCents - bookedCents - returnedCents);
  if (keptBefore === null && restCents === 0) return;
  await store.transact(async (transaction) => {
    const decided = (await transaction.bankExceptionsOf(id)).filter(isCollected);
    const before = await suspense.remaining(transaction, id);
    if (before === null && decided.some(({ status }) => status === 'RESOLVED')) return;
    if (before === null) await suspense.enter(transaction, block.entry);
    const keptCents = before ?? (await suspense.remaining(transaction, id));
    if (keptCents === null) return;
    const looseCents = Math.max(0, keptCents - restCents);
    // What was booked without suspense is there twice now.
    const twiceCents = before === null ? Math.max(0, looseCents - returnedCents) : 0;
    if (twiceCents > 0) await suspense.releasePart(transaction, id, twiceCents);
    if (looseCents > twiceCents) await suspense.releasePart(transaction, id, looseCents - twiceCents, lastReturn);
    if (restCents > 0 && decided.length === 0)
      await callForRest(services, transaction, block, Math.min(restCents, keptCents));
  });
}

const isCollected = ({ resolution }: Pick<BankException, 'resolution'>): boolean => resolution === 'COLLECTED';

/**
 * Books what the bank kept of the block, with a debit that it paid or, without one, with a debit that came back before.
 * It may be repeated, and be done twice at once.
 * @param isCollected a person said that what is missing is a fee; else only the charge is, which the bank names
 */
export async function bookFee(services: Services, block: Block, isCollected = false): Promise<void> {
  const { entry } = block;
  const { ownCents, feesCents, feeWith } = await explained(services.store, block);
  const missingCents = isCollected ? Math.max(0, ownCents - entry.amountCents) : 0;
  const feeCents = missingCents + entry.chargesCents - feesCents;
  if (feeCents <= 0 || feeWith === null) return;
  const isFee = ({ type, data }: PaymentEvent): boolean =>
    type === 'NEWS_IGNORED' && factOf(data, 'bankEntry') === entry.id;
  await untilFresh(() =>
    services.store.transact(async (transaction) => {
      const payment = await transaction.paymentById(feeWith);
      if (payment === null || (await lastEventOf(transaction, feeWith, isFee)) !== null) return;
      await recordStep(services, transaction, payment, {
        type: 'NEWS_IGNORED',
        data: {
          ...{ bankEntry: entry.id, bankFile: entry.fileId, bookingDate: entry.bookedOn, bookedCents: 0, feeCents },
          ...{ bankStatus: entry.transactionCode, reason: 'it is only the fee of the block' },
        },
      });
    }),
  );
}

/**
 * The parts of a block's money that the books have, and that went back before.
 * `ownCents`: the debits that `openCentsOfBlock` counts. It leaves out some that a person said were paid, and counts some
 * that a person said came back.
 */
async function explained(store: Services['store'], { paymentInformationId, entry }: Block) {
  let [bookedCents, returnedCents, feesCents, ownCents] = [0, 0, 0, 0];
  let lastReturn: string | null = null;
  let feeWith: string | null = null;
  for await (const { paymentId, state } of debitsIn(store, paymentInformationId)) {
    const payment = await store.paymentById(paymentId);
    if (!payment) continue;
    let paid: PaymentEvent | null = null;
    for await (const event of storyOf(store, paymentId)) {
      const by = factOf(event.data, 'bankEntry');
      if (by === entry.id) feesCents += factOf(event.data, 'feeCents') ?? 0;
      // By no entry: a person said so, and this is the money.
      const isPaid = event.type === 'STATUS_CHANGED' && event.status === 'PAID';
      if (isPaid && (by ?? entry.id) === entry.id) paid = event;
    }
    if (paid) {
      // A part that was credited alone is no money of the block.
      const beforeCents = factOf(paid.data, 'receivedBeforeCents') ?? 0;
      const cents = payment.amountCents - beforeCents;
      bookedCents += cents;
      const isOutside = factOf(paid.data, 'bankEntry') === null && (state !== 'BATCHED' || beforeCents > 0);
      if (isOutside) continue;
      ownCents += cents;
      feeWith = paymentId;
      continue;
    }
    const isSaid = state === 'BATCHED' && (await isSaidToBeBack(store, payment));
    if (isSaid) ownCents += payment.amountCents;
    if (!(await cameBackUnpaid(store, payment))) continue;
    returnedCents += payment.amountCents;
    ownCents += payment.amountCents;
    feeWith ??= paymentId;
    const day = await returnedOn(store, payment);
    if (day !== null && (lastReturn === null || day > lastReturn)) lastReturn = day;
  }
  return { bookedCents, returnedCents, feesCents, ownCents, lastReturn, feeWith };
}

/** By the word of a person alone: no entry of the bank is of it. */
const isSaidToBeBack = async (store: Services['store'], payment: Payment): Promise<boolean> =>
  (payment.status === 'RETURNED' || payment.status === 'REFUNDED') &&
  (await store.receivedFor(payment.id)) === 0 &&
  (await wasReviewed(store, payment));
