import type { Payment } from '../../payments/payment.ts';
import { changeMandateStatus, updateMandate } from '../mandates/change-mandate.ts';
import { canChangeMandate, endsMandate } from '../mandates/mandate.ts';
import type { Services, Transaction } from '../ports.ts';
import { changeDebit } from './change-debit.ts';
import type { Presentation } from './direct-debit.ts';
import { laterOf } from './direct-debit-dates.ts';
import { endToEndIdOf } from './plan-direct-debit.ts';

type Writing = Pick<Services, 'clock' | 'identifiers'>;

/**
 * The bank collected a debit by a file that was cancelled here, or one that had ended: its mandate was used after all. No
 * batch takes the next presentation. The last one is BATCHED again, as every collected one, so that it counts once.
 * @param collected the presentation that the bank had
 */
export async function collectedAfterAll(
  services: Writing,
  transaction: Transaction,
  collected: Presentation,
): Promise<void> {
  const last = await transaction.directDebitOf(collected.paymentId);
  if (last?.state === 'WAITING') await changeDebit(transaction, last, { state: 'WITHDRAWN' });
  if (last?.endToEndId === collected.endToEndId) await changeDebit(transaction, collected, { state: 'BATCHED' });
  await useMandate(services, transaction, collected);
}

/**
 * The presentation that used its mandate after all, if the money is of one. Money that names the last one is of it, where
 * the bank refused it or a person ended its payment. Other money may be of the one before a waiting one, if its file was
 * downloaded before it was cancelled.
 * @param named the id of a presentation that the money names
 */
export async function maybeCollected(
  transaction: Transaction,
  payment: Payment,
  named: string | null,
): Promise<Presentation | null> {
  const next = payment.flow === 'DIRECT_DEBIT' ? await transaction.directDebitOf(payment.id) : null;
  if (next?.endToEndId === named && next.batchId !== null) return next.state === 'BATCHED' ? null : next;
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
  const mayEnd = canChangeMandate(mandate.status, 'COMPLETED', 'COLLECTION');
  if (endsMandate(sequence) && mayEnd && batchId !== null) {
    const data = { cause: 'COLLECTION', batch: batchId } as const;
    await changeMandateStatus(services, transaction, mandate, { to: 'COMPLETED', by: 'bank', data, change });
    return;
  }
  await updateMandate(services, transaction, mandate, change);
}
