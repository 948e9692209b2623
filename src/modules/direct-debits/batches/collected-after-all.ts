import type { Payment } from '../../payments/payment.ts';
import { changeMandateStatus, updateMandate } from '../mandates/change-mandate.ts';
import type { Services, Transaction } from '../ports.ts';
import { changeDebit } from './change-debit.ts';
import type { Presentation } from './direct-debit.ts';
import { laterOf } from './direct-debit-dates.ts';
import { endToEndIdOf } from './plan-direct-debit.ts';

type Writing = Pick<Services, 'clock' | 'identifiers'>;

/**
 * The bank collected a debit by a file that was cancelled here. No batch takes its next presentation, and its mandate was
 * used after all.
 * @param collected the presentation in the cancelled file
 */
export async function collectedAfterAll(
  services: Writing,
  transaction: Transaction,
  collected: Presentation,
): Promise<void> {
  const next = await transaction.directDebitOf(collected.paymentId);
  if (next?.state === 'WAITING') await changeDebit(transaction, next, { state: 'WITHDRAWN' });
  await useMandate(services, transaction, collected);
}

/**
 * The presentation that money without an id may be of: the one before a waiting one, if its file was downloaded before it
 * was cancelled.
 */
export async function maybeCollected(transaction: Transaction, payment: Payment): Promise<Presentation | null> {
  const next = payment.flow === 'DIRECT_DEBIT' ? await transaction.directDebitOf(payment.id) : null;
  if (next?.state !== 'WAITING' || next.presentation === 1) return null;
  const before = await transaction.directDebitByEndToEndId(endToEndIdOf(payment, next.presentation - 1));
  const batch = before?.batchId ? await transaction.directDebitBatch(before.batchId) : null;
  return batch === null || batch.firstDownloadedAt === null ? null : before;
}

async function useMandate(
  services: Writing,
  transaction: Transaction,
  { mandateId, batchId, dueDate, sequence }: Presentation,
): Promise<void> {
  const mandate = await transaction.mandateById(mandateId);
  if (mandate === null) throw new Error(`the mandate ${mandateId} of a debit is not there`);
  const change = { collections: mandate.collections + 1, lastCollectedOn: laterOf(dueDate, mandate.lastCollectedOn) };
  const ends = sequence === 'OOFF' || sequence === 'FNAL';
  if (ends && mandate.status === 'ACTIVE' && batchId !== null) {
    const data = { cause: 'COLLECTION', batch: batchId } as const;
    await changeMandateStatus(services, transaction, mandate, { to: 'COMPLETED', by: 'bank', data, change });
    return;
  }
  await updateMandate(services, transaction, mandate, change);
}
