import { factOf } from '../../../kernel/stored-facts.ts';
import { returnedOn } from '../../direct-debits/batches/debit-failure.ts';
import { lastEventOf } from '../../payments/last-event.ts';
import { wasReviewed } from '../../payments/review-payment.ts';
import type { BankException } from '../bank-import.ts';
import { callForRest } from '../exceptions/bank-exceptions.ts';
import type { Services } from '../ports.ts';
import { type Block, debitsIn } from './debits-of-block.ts';

/**
 * What is left of a block's money when its debits are paid. A debit that came back before its block was credited is
 * booked neither way. What nothing explains stays in suspense, and a person looks. A person's decision stays.
 * @param paidCents what was paid of it just now
 */
export async function placeRest(services: Services, block: Block, paidCents: number): Promise<void> {
  const { store, suspense } = services;
  const { id, amountCents } = block.entry;
  const keptBefore = await store.transact((transaction) => suspense.remaining(transaction, id));
  // Nearly always nothing is left, and no debit is read.
  if (keptBefore === 0 || (keptBefore === null && paidCents === amountCents)) return;
  const { bookedCents, returnedCents, lastReturn } = await explained(store, block);
  const restCents = Math.max(0, amountCents - bookedCents - returnedCents);
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
 * The parts of a block's money that the books have, and that went back before.
 * `ownCents`: the debits that `openCentsOfBlock` counts. It leaves out some that a person said were paid, and counts some
 * that a person said came back.
 */
export async function explained(store: Services['store'], { paymentInformationId, entry }: Block) {
  let [bookedCents, returnedCents, feesCents, ownCents] = [0, 0, 0, 0];
  let lastReturn: string | null = null;
  let lastPaid: string | null = null;
  for await (const { paymentId, state } of debitsIn(store, paymentInformationId)) {
    const payment = await store.paymentById(paymentId);
    if (!payment) continue;
    const paid = await lastEventOf(
      store,
      paymentId,
      // By no entry: a person said so, and this is the money.
      ({ type, status, data }) =>
        type === 'STATUS_CHANGED' && status === 'PAID' && (factOf(data, 'bankEntry') ?? entry.id) === entry.id,
    );
    if (paid) {
      // A part that was credited alone is no money of the block.
      const beforeCents = factOf(paid.data, 'receivedBeforeCents') ?? 0;
      const cents = payment.amountCents - beforeCents;
      bookedCents += cents;
      feesCents += factOf(paid.data, 'feeCents') ?? 0;
      const isOutside = factOf(paid.data, 'bankEntry') === null && (state !== 'BATCHED' || beforeCents > 0);
      if (isOutside) continue;
      ownCents += cents;
      lastPaid = paymentId;
      continue;
    }
    const cameBack = payment.status === 'RETURNED' || payment.status === 'REFUNDED';
    const receivedCents = cameBack ? await store.receivedFor(paymentId) : 0;
    const isSaid = cameBack && receivedCents === 0 && state === 'BATCHED' && (await wasReviewed(store, payment));
    if (isSaid) ownCents += payment.amountCents;
    if (payment.status !== 'RETURNED' || receivedCents > -payment.amountCents) continue;
    returnedCents += payment.amountCents;
    ownCents += payment.amountCents;
    const day = await returnedOn(store, payment);
    if (day !== null && (lastReturn === null || day > lastReturn)) lastReturn = day;
  }
  return { bookedCents, returnedCents, feesCents, ownCents, lastReturn, lastPaid };
}
