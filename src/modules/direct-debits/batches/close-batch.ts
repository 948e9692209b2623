import { createHash } from 'node:crypto';
import { recordAudit } from '../../../kernel/audit/record-audit.ts';
import {
  actingName,
  type Caller,
  holds,
  requireFreshProof,
  requireMoneyRight,
  runModesOf,
  worksAt,
  worksFor,
} from '../../../kernel/caller.ts';
import { MandateStateError, refuseInput } from '../../../kernel/errors.ts';
import { isIdOf } from '../../../kernel/identifiers.ts';
import { parseInput } from '../../../kernel/parse-input.ts';
import { StaleVersionError, untilFresh } from '../../../kernel/until-fresh.ts';
import { type EffectiveRunMode, ownTarget } from '../../../kernel/vocabulary.ts';
import { walkItems } from '../../../kernel/walk-pages.ts';
import { actingAs } from '../../payments/acting-as.ts';
import { changeStatus } from '../../payments/change-payment.ts';
import { wasReviewed } from '../../payments/review-payment.ts';
import { forgetEndedUse, revertMandateUse } from '../mandates/revert-mandate-use.ts';
import type { Transaction } from '../ports.ts';
import { cancelBatchInput, submitBatchInput } from './batch-input.ts';
import { changeDebit } from './change-debit.ts';
import { checkHandOver } from './check-hand-over.ts';
import { type BatchServices, requireBatches } from './create-batch.ts';
import type { BatchQuery, Presentation, StoredBatch } from './direct-debit.ts';
import { endToEndIdOf } from './plan-direct-debit.ts';

/** A batch after a submission or cancellation. */

export type ChangedBatch = { readonly batch: StoredBatch; readonly changed: boolean };

export const maySeeBatch = (
  services: Pick<BatchServices, 'settings'>,
  caller: Caller,
  { idSociete, runMode }: Pick<StoredBatch, 'idSociete' | 'runMode'>,
): boolean =>
  holds(caller, 'batches') &&
  worksFor(caller, idSociete) &&
  worksAt(caller, ownTarget) &&
  runModesOf(services, caller).includes(runMode);

/** Null for an unknown batch and for one that the caller may not see: the two look alike. */
export async function readBatch(
  services: Pick<BatchServices, 'store' | 'settings'>,
  caller: Caller,
  id: string,
): Promise<StoredBatch | null> {
  const batch = isIdOf('bat', id) ? await services.store.directDebitBatch(id) : null;
  return batch && maySeeBatch(services, caller, batch) ? batch : null;
}

export async function listBatches(
  services: Pick<BatchServices, 'store' | 'settings'>,
  caller: Caller,
  { runMode = null, ...query }: Omit<BatchQuery, 'societes' | 'runModes'> & { runMode?: EffectiveRunMode | null },
): Promise<readonly StoredBatch[]> {
  const { societes } = caller;
  if (!holds(caller, 'batches') || !worksAt(caller, ownTarget)) return [];
  const runModes = runModesOf(services, caller).filter((mode) => runMode === null || mode === runMode);
  return services.store.directDebitBatches({ ...query, societes: societes && [...societes], runModes });
}

/**
 * The file as it was written, byte by byte. The batch keeps who downloaded it first, and when; the audit log each
 * download, for the file holds whole accounts and names. Null where the caller may not see the batch.
 * @param prepare takes the bytes before the download is recorded; where it fails, nothing is recorded.
 * @throws NotAllowedError where the proof of a person is too old, and in LIVE without a key.
 * @throws MandateStateError where the batch was cancelled, since another one collects its debits; before the first
 * download also where `check-hand-over.ts` keeps it
 */
export async function downloadBatchFile(
  services: Pick<
    BatchServices,
    'store' | 'settings' | 'clock' | 'identifiers' | 'societes' | 'debitsInDoubt' | 'debitsRefusedInVain'
  >,
  caller: Caller,
  id: string,
  prepare?: (bytes: Buffer) => Promise<void>,
): Promise<{ readonly batch: StoredBatch; readonly bytes: Buffer } | null> {
  const found = await readBatch(services, caller, id);
  if (found === null) return null;
  requireMoneyRight(caller, found.runMode);
  requireFreshProof(caller, services.clock(), 'have the file of a batch');
  const bytes = await services.store.directDebitFile(id);
  const digest = bytes && createHash('sha256').update(bytes).digest('hex');
  if (!bytes || digest !== found.fileDigest) throw new Error(`the file of batch ${id} is not the one that was written`);
  await prepare?.(bytes);
  const batch = await untilFresh(() =>
    services.store.transact(async (transaction) => {
      // A command has its own entry.
      if (caller.operator === undefined)
        await recordAudit(services, transaction, caller, { action: 'downloadBatchFile', object: id });
      const current = (await transaction.directDebitBatch(id)) ?? found;
      if (current.status === 'CANCELLED') throw new MandateStateError(wasCancelled);
      if (current.firstDownloadedAt !== null) return current;
      await checkHandOver(services, transaction, current, bytes.toString());
      const change = { firstDownloadedBy: actingName(caller), firstDownloadedAt: services.clock() };
      return updateBatch(transaction, { ...current, ...change });
    }),
  );
  return { batch, bytes };
}

const wasCancelled =
  'The batch is CANCELLED: its debits wait for another batch, so its file must not go to the bank any more.';

/**
 * Records that the bank has the file: from then on the batch cannot be cancelled here. After a restore it may have one that
 * was never downloaded; its first download is checked all the same.
 * @throws InvalidInputError, NotAllowedError, MandateStateError
 */
export function markBatchSubmitted(services: BatchServices, caller: Caller, input: unknown): Promise<ChangedBatch> {
  const { id } = parseInput(submitBatchInput, input);
  return changeBatch(services, caller, id, async (transaction, batch) => {
    if (batch.status === 'SUBMITTED') return { batch, changed: false };
    if (batch.status !== 'CREATED')
      throw new MandateStateError(`The batch is ${batch.status}: it cannot be submitted.`);
    return { batch: await closeBatch(services, transaction, batch, actingName(caller), 'SUBMITTED'), changed: true };
  });
}

/**
 * Takes a batch back that the bank does not have: its payments wait for another one, under new references.
 * @throws InvalidInputError, NotAllowedError, MandateStateError
 */
export async function cancelDirectDebitBatch(
  given: BatchServices,
  caller: Caller,
  input: unknown,
): Promise<ChangedBatch> {
  const { id, fileWasNotSent } = parseInput(cancelBatchInput, input);
  const services = actingAs(given, actingName(caller));
  const payments: string[] = [];
  const result = await changeBatch(services, caller, id, async (transaction, batch) => {
    payments.length = 0;
    if (batch.status === 'CANCELLED') return { batch, changed: false };
    if (batch.status !== 'CREATED') {
      throw new MandateStateError(`The batch is ${batch.status}: what the bank has is cancelled at the bank.`);
    }
    if (batch.firstDownloadedAt !== null && fileWasNotSent !== true) {
      const message = 'fileWasNotSent must be true: the file was downloaded, and a bank that has it would still debit.';
      refuseInput('fileWasNotSent', message);
    }
    const read = (after: string, limit: number) => transaction.debitsOfBatch(id, after, limit);
    for await (const debit of walkItems(debitsPerRead, '', read, ({ paymentId }) => paymentId)) {
      await takeBack(services, transaction, debit, { by: actingName(caller), fileWasNotSent: fileWasNotSent === true });
      payments.push(debit.paymentId);
    }
    return { batch: await closeBatch(services, transaction, batch, actingName(caller), 'CANCELLED'), changed: true };
  });
  for (const paymentId of payments) services.announce(paymentId);
  return result;
}

const debitsPerRead = 500;

async function takeBack(
  services: BatchServices,
  transaction: Transaction,
  debit: Presentation,
  { by, fileWasNotSent }: { readonly by: string; readonly fileWasNotSent: boolean },
): Promise<void> {
  // A person ended it: it waits for no other batch.
  if (debit.state !== 'BATCHED') return forgetEndedUse(services, transaction, debit);
  const payment = await transaction.paymentById(debit.paymentId);
  const isOpen = payment?.status === 'SUBMITTED' || payment?.status === 'NEEDS_REVIEW';
  if (payment === null || !(isOpen || (await wasReviewed(transaction, payment)))) {
    throw new MandateStateError('The bank has answered to a debit of this batch already: it cannot be cancelled here.');
  }
  // The person may have seen at the bank that it has the file.
  if (!(isOpen || fileWasNotSent)) {
    const message = 'fileWasNotSent must be true: a person decided that a debit of this batch was paid or came back.';
    refuseInput('fileWasNotSent', message);
  }
  const presentation = debit.presentation + 1;
  const endToEndId = endToEndIdOf(payment, presentation);
  const data = { cause: 'CALLER', batch: debit.batchId, endToEndId, dueDate: debit.dueDate } as const;
  if (isOpen) await changeStatus(services, transaction, payment, { to: 'PENDING', data });
  await changeDebit(transaction, debit, { state: 'WITHDRAWN' });
  await revertMandateUse(services, transaction, debit, { by, wasSent: false });
  if (!isOpen) return;
  const nothingYet = { batchId: null, blockId: null, sequence: null, amendment: null, previousCollectedOn: null };
  await transaction.insertDirectDebit({ ...debit, presentation, endToEndId, state: 'WAITING', ...nothingYet });
}

function changeBatch(
  services: BatchServices,
  caller: Caller,
  id: string,
  change: (transaction: Transaction, batch: StoredBatch) => Promise<ChangedBatch>,
): Promise<ChangedBatch> {
  requireBatches(caller);
  return untilFresh(() =>
    services.store.transact(async (transaction) => {
      const batch = await transaction.directDebitBatch(id);
      if (batch === null || !maySeeBatch(services, caller, batch)) {
        refuseInput('id', 'There is no such batch.');
      }
      requireMoneyRight(caller, batch.runMode);
      return change(transaction, batch);
    }),
  );
}

/**
 * The bank showed that it has the file of a batch: from then on the batch cannot be cancelled here. Its first word counts,
 * whatever a client said before.
 */
export async function bankHasBatch(
  { clock }: Pick<BatchServices, 'clock'>,
  transaction: Transaction,
  batch: StoredBatch,
): Promise<void> {
  if (batch.bankShowedAt !== null) return;
  const bankShowedAt = clock();
  const isOpen = batch.status === 'CREATED';
  const closing = isOpen ? ({ status: 'SUBMITTED', closedBy: 'bank', closedAt: bankShowedAt } as const) : {};
  await updateBatch(transaction, { ...batch, ...closing, bankShowedAt });
}

const closeBatch = (
  { clock }: Pick<BatchServices, 'clock'>,
  transaction: Transaction,
  batch: StoredBatch,
  closedBy: string,
  status: StoredBatch['status'],
): Promise<StoredBatch> => updateBatch(transaction, { ...batch, status, closedBy, closedAt: clock() });

async function updateBatch(transaction: Transaction, change: StoredBatch): Promise<StoredBatch> {
  const batch = { ...change, version: change.version + 1 };
  if (!(await transaction.updateDirectDebitBatch(batch))) throw new StaleVersionError(`batch ${batch.id} has changed`);
  return batch;
}

/** Downloaded with a key: the address alone opens nothing. */
export const downloadUrlOf = (publicUrl: string, { id }: Pick<StoredBatch, 'id'>): string =>
  `${publicUrl}/direct-debit-batches/${id}/file`;
