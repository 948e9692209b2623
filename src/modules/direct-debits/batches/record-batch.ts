import type { CalendarDate } from '../../../kernel/sepa/target-calendar.ts';
import { changeStatus } from '../../payments/change-payment.ts';
import type { DirectDebitFile } from '../files/direct-debit-input.ts';
import { changeMandateStatus, recordMandateStep, updateMandate } from '../mandates/change-mandate.ts';
import { endsMandate, type Mandate } from '../mandates/mandate.ts';
import type { Services, Transaction } from '../ports.ts';
import { changeDebit } from './change-debit.ts';
import type { StoredBatch } from './direct-debit.ts';
import { laterOf } from './direct-debit-dates.ts';
import type { BatchPlan, BatchProgress, PlannedDebit } from './plan-batch.ts';
import { postpone } from './pre-notify-debit.ts';

/** Writes a batch beside everything that it changes, in the caller's transaction: whole, or not there. */

type Writing = Pick<Services, 'clock' | 'identifiers' | 'eventHandlers'>;

export type MadeBatch = { readonly batch: StoredBatch; readonly file: DirectDebitFile };

const debitsPerProgress = 500;

/** @throws StaleVersionError where a payment or a mandate is not as it was planned with any more */
export async function recordBatch(
  services: Writing,
  transaction: Transaction,
  plan: BatchPlan,
  { batch, file }: MadeBatch,
  onProgress: BatchProgress = () => undefined,
): Promise<void> {
  const blocks = new Map(
    file.blocks.flatMap(({ paymentInformationId, endToEndIds }) =>
      endToEndIds.map((endToEndId) => [endToEndId, paymentInformationId] as const),
    ),
  );
  await recordNotTaken(services, transaction, plan);
  for (const use of usesOf(plan.taken)) await useMandate(services, transaction, use, batch);
  for (const [index, planned] of plan.taken.entries()) {
    if (index % debitsPerProgress === 0) onProgress('RECORDED', index);
    const blockId = blocks.get(planned.debit.endToEndId);
    if (blockId === undefined) throw new Error('a debit of the batch stands in no block of its file');
    await submit(services, transaction, planned, { batch, blockId });
  }
  await transaction.insertDirectDebitBatch(batch, file.bytes);
}

/** The debits that no batch can take before another day was announced, and those that none will take. */
export async function recordNotTaken(
  services: Writing,
  transaction: Transaction,
  { postponed, over }: Pick<BatchPlan, 'postponed' | 'over'>,
): Promise<void> {
  for (const debit of postponed) await postpone(services, transaction, debit);
  for (const debit of over) await transaction.updateDirectDebit({ ...debit, state: 'WITHDRAWN' }, 'WAITING');
}

/** The effect of a batch on one of its mandates. */
type MandateUse = {
  readonly mandate: Mandate;
  readonly debits: number;
  readonly lastDueDate: CalendarDate;
  readonly ends: boolean;
};

function usesOf(taken: readonly PlannedDebit[]): readonly MandateUse[] {
  const uses = new Map<string, MandateUse>();
  for (const { mandate, dueDate, sequence } of taken) {
    const { debits, lastDueDate } = uses.get(mandate.id) ?? { debits: 0, lastDueDate: mandate.lastCollectedOn };
    uses.set(mandate.id, {
      mandate,
      debits: debits + 1,
      lastDueDate: laterOf(dueDate, lastDueDate),
      ends: endsMandate(sequence),
    });
  }
  return [...uses.values()];
}

async function useMandate(
  services: Writing,
  transaction: Transaction,
  { mandate, debits, lastDueDate, ends }: MandateUse,
  { id: batch, createdBy: by }: StoredBatch,
): Promise<void> {
  const data = { batch, ...(mandate.amendment && { amendment: Object.keys(mandate.amendment).join(' ') }) };
  const change = { collections: mandate.collections + debits, lastCollectedOn: lastDueDate, amendment: null };
  if (ends) {
    await changeMandateStatus(services, transaction, mandate, {
      to: 'COMPLETED',
      by,
      data: { cause: 'COLLECTION', ...data },
      change,
    });
  } else if (mandate.amendment) {
    await recordMandateStep(services, transaction, mandate, { type: 'AMENDMENT_SENT', by, data, change });
  } else await updateMandate(services, transaction, mandate, change);
}

async function submit(
  services: Writing,
  transaction: Transaction,
  planned: PlannedDebit,
  { batch, blockId }: { readonly batch: StoredBatch; readonly blockId: string },
): Promise<void> {
  const { mandate, dueDate, sequence, amendment } = planned;
  const { payment, debit } =
    dueDate === planned.debit.dueDate ? planned : await postpone(services, transaction, planned);
  await changeStatus(services, transaction, payment, {
    to: 'SUBMITTED',
    data: {
      cause: 'BATCH',
      ...{ batch: batch.id, messageId: batch.messageId, endToEndId: debit.endToEndId },
      ...{ rum: mandate.rum, sequence, dueDate },
    },
  });
  await changeDebit(transaction, debit, {
    ...{ state: 'BATCHED', batchId: batch.id, blockId, sequence, amendment },
    previousCollectedOn: mandate.lastCollectedOn,
  });
}
