import { createHash } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { type BatchCreation, createBatchInput } from '../domain/batch-input.ts';
import type { Caller } from '../domain/caller.ts';
import type { StoredBatch } from '../domain/direct-debit.ts';
import type { BuildDirectDebitFile, DirectDebitFile } from '../domain/direct-debit-file.ts';
import { IdempotencyConflictError, InvalidInputError, MandateStateError, NotAllowedError } from '../domain/errors.ts';
import { type MandateScheme, mandateScheme } from '../domain/mandate.ts';
import { parseInput } from '../domain/parse-input.ts';
import type { Transaction } from '../domain/store.ts';
import { addDays, parisDateOf } from '../domain/target-calendar.ts';
import { changeMandateStatus, recordMandateStep } from './change-mandate.ts';
import { changeStatus, StaleVersionError, untilFresh } from './change-payment.ts';
import { requireDirectDebitAccount } from './direct-debit-account.ts';
import {
  type BatchPlan,
  type BatchProgress,
  type BatchScope,
  type HeldBackDebit,
  type MandateUse,
  type PlannedDebit,
  planBatch,
  usesOf,
  writeBatchFile,
} from './plan-batch.ts';
import { chooseRunMode } from './run-mode.ts';
import type { Services } from './services.ts';

export type BatchServices = Pick<
  Services,
  'store' | 'clock' | 'identifiers' | 'settings' | 'societes' | 'effects' | 'announce'
> & { readonly buildDirectDebitFile: BuildDirectDebitFile };

export type CreatedBatches = {
  /** One for each scheme of which something is due. */
  readonly batches: readonly StoredBatch[];
  readonly heldBack: readonly HeldBackDebit[];
  readonly moreIsDue: boolean;
  readonly replayed: boolean;
};

/**
 * Collects what is due into one file for each scheme. Payments, mandates, batch and file change in one transaction, so
 * that a batch is whole or not there; asked again with the same key, it answers the batches that are there.
 * @throws InvalidInputError, NotAllowedError, IdempotencyConflictError, MandateStateError
 */
export async function createDirectDebitBatch(
  services: BatchServices,
  caller: Caller,
  input: unknown,
  onProgress?: BatchProgress,
): Promise<CreatedBatches> {
  const request = parseInput(createBatchInput, input);
  const scopes = scopesOf(services, caller, request);
  const results: CreatedBatches[] = [];
  for (const scope of scopes)
    results.push(await oneAtATime(services, scope, () => createOne(services, caller, { request, scope, onProgress })));
  return {
    batches: results.flatMap(({ batches }) => batches),
    heldBack: results.flatMap(({ heldBack }) => heldBack),
    moreIsDue: results.some(({ moreIsDue }) => moreIsDue),
    replayed: results.some(({ replayed }) => replayed),
  };
}

/** What a batch would take now: nothing is written. */
export async function rehearseDirectDebitBatch(
  services: BatchServices,
  caller: Caller,
  input: unknown,
): Promise<readonly { readonly scheme: MandateScheme; readonly plan: BatchPlan }[]> {
  const scopes = scopesOf(services, caller, parseInput(createBatchInput, input));
  const rehearsed: { scheme: MandateScheme; plan: BatchPlan }[] = [];
  for (const scope of scopes) {
    const details = { messageId: 'REHEARSAL', now: services.clock() };
    const planned = await planBatch(services, scope);
    const { plan } = writeBatchFile(services.buildDirectDebitFile, scope, planned, details);
    rehearsed.push({ scheme: scope.scheme, plan });
  }
  return rehearsed;
}

export function checkOperations({ scopes }: Caller): void {
  if (scopes.has('operations')) return;
  throw new NotAllowedError('This client may not work with batches: that takes the scope operations.');
}

function scopesOf(services: BatchServices, caller: Caller, request: BatchCreation): readonly BatchScope[] {
  checkOperations(caller);
  const { idSociete, cutOff } = request;
  const runMode = chooseRunMode(services, caller, request.runMode, 'runMode');
  const account = requireDirectDebitAccount(services, caller, idSociete, runMode);
  const { schemes, earliestDays } = account.directDebit;
  const latest = addDays(parisDateOf(services.clock()), earliestDays);
  if (cutOff > latest) {
    const message = `cutOff must be ${latest} at the latest: the bank takes no debit more than ${earliestDays} days before.`;
    throw new InvalidInputError([{ path: ['cutOff'], message }]);
  }
  if (request.scheme && !schemes.includes(request.scheme)) {
    const message = `scheme must be one that the société's bank takes: ${schemes.join(', ')}.`;
    throw new InvalidInputError([{ path: ['scheme'], message }]);
  }
  return mandateScheme.names
    .filter((scheme) => schemes.includes(scheme) && (!request.scheme || request.scheme === scheme))
    .map((scheme) => ({ account, idSociete, runMode, scheme, cutOff }));
}

const leaseMs = 120_000;
const patienceMs = 60_000;
const lookAgainMs = 100;

/**
 * Two who ask at once do not both collect the same debits only for one of them to begin anew; and nothing rests on it,
 * for each payment is changed by compare-and-set.
 */
async function oneAtATime<T>(
  { store, clock, identifiers }: BatchServices,
  { runMode, idSociete, scheme }: BatchScope,
  work: () => Promise<T>,
): Promise<T> {
  const name = `direct-debit-batch ${runMode} ${idSociete} ${scheme}`;
  const holder = identifiers.newId('bat');
  const claim = (): Promise<boolean> => {
    const now = clock();
    return store.transact((transaction) => transaction.claimLease({ name, holder, now, until: now + leaseMs }));
  };
  for (let waited = 0; !(await claim()); waited += lookAgainMs) {
    if (waited >= patienceMs) {
      throw new MandateStateError('Another batch of this société is being made. Nothing was changed; ask again later.');
    }
    await setTimeout(lookAgainMs);
  }
  try {
    return await work();
  } finally {
    await store.transact((transaction) => transaction.releaseLease(name, holder));
  }
}

type Asked = {
  readonly request: BatchCreation;
  readonly scope: BatchScope;
  readonly onProgress: BatchProgress | undefined;
};

async function createOne(
  services: BatchServices,
  caller: Caller,
  { request, scope, onProgress }: Asked,
): Promise<CreatedBatches> {
  const nothing = { batches: [], heldBack: [], moreIsDue: false, replayed: false };
  return untilFresh(async () => {
    const now = services.clock();
    const messageId = await newMessageId(services, scope, now);
    const planned = await planBatch(services, scope, onProgress);
    const { plan, file } = writeBatchFile(services.buildDirectDebitFile, scope, planned, { messageId, now });
    const { heldBack, moreIsDue } = plan;
    if (file === null) {
      const batch = await replayOf(services, caller, request, scope);
      return batch ? { ...nothing, batches: [batch], replayed: true } : { ...nothing, heldBack };
    }
    const batch = batchOf(services, caller, scope, file, now);
    const existing = await services.store.transact((transaction) =>
      commitBatch(services, transaction, { caller, request, scope, batch, plan, file, onProgress }),
    );
    if (existing) return { ...nothing, batches: [existing], replayed: true };
    for (const { payment } of plan.taken) services.announce(payment.id);
    return { batches: [batch], heldBack, moreIsDue, replayed: false };
  });
}

/** `DDT-20261125-000042`: the mode stands in it, and each mode counts for itself. */
async function newMessageId({ store }: BatchServices, { runMode }: BatchScope, now: number): Promise<string> {
  const number = (await store.transact((transaction) => transaction.nextSequence(`pain.008 ${runMode}`))) + 1;
  return `DD${runMode.charAt(0)}-${parisDateOf(now).replaceAll('-', '')}-${String(number).padStart(6, '0')}`;
}

function batchOf(
  { identifiers }: BatchServices,
  { client }: Caller,
  { idSociete, runMode, scheme, cutOff }: BatchScope,
  file: DirectDebitFile,
  createdAt: number,
): StoredBatch {
  const id = identifiers.newId('bat');
  return {
    id,
    messageId: file.messageId,
    ...{ idSociete, runMode, scheme, cutOff },
    status: 'CREATED',
    version: 1,
    debits: file.count,
    totalCents: file.controlSumCents,
    fileName: file.name,
    fileDigest: file.digest,
    fileBytes: file.bytes.length,
    fileFormat: file.version,
    createdBy: client,
    createdAt,
    firstDownloadedBy: null,
    firstDownloadedAt: null,
    closedBy: null,
    closedAt: null,
  };
}

type Commit = Asked & {
  readonly caller: Caller;
  readonly batch: StoredBatch;
  readonly plan: BatchPlan;
  readonly file: DirectDebitFile;
};

/** All of the batch, or the one that the same key made before. */
async function commitBatch(
  services: BatchServices,
  transaction: Transaction,
  { caller, request, scope, batch, plan, file, onProgress }: Commit,
): Promise<StoredBatch | null> {
  const existing = await claim(transaction, caller, request, scope, batch);
  if (existing) return existing;
  const blocks = new Map(
    file.blocks.flatMap(({ paymentInformationId, endToEndIds }) =>
      endToEndIds.map((endToEndId) => [endToEndId, paymentInformationId] as const),
    ),
  );
  for (const use of usesOf(plan.taken)) await useMandate(services, transaction, use, batch);
  for (const [index, planned] of plan.taken.entries()) {
    if (index % debitsPerProgress === 0) onProgress?.('RECORDED', index);
    const blockId = blocks.get(planned.debit.endToEndId);
    if (blockId === undefined) throw new Error('a debit of the batch stands in no block of its file');
    await submit(services, transaction, planned, { batch, blockId });
  }
  await transaction.insertDirectDebitBatch(batch, file.bytes);
  return null;
}

const debitsPerProgress = 500;

async function useMandate(
  services: BatchServices,
  transaction: Transaction,
  { mandate, debits, lastDueDate, ends }: MandateUse,
  { id: batch, createdBy: by }: StoredBatch,
): Promise<void> {
  const data = { batch, ...(mandate.amendment && { amendment: Object.keys(mandate.amendment).join(' ') }) };
  const change = { collections: mandate.collections + debits, lastCollectedOn: lastDueDate, amendment: null };
  if (ends) {
    await changeMandateStatus(services, transaction, mandate, {
      to: 'COMPLETED',
      cause: 'COLLECTION',
      by,
      data,
      change,
    });
  } else if (mandate.amendment) {
    await recordMandateStep(services, transaction, mandate, { type: 'AMENDMENT_SENT', by, data, change });
  } else {
    // An ordinary use is told by the payment's own story.
    const used = { ...mandate, ...change, version: mandate.version + 1, updatedAt: services.clock() };
    if (!(await transaction.updateMandate(used))) throw new StaleVersionError(`mandate ${mandate.id} has changed`);
  }
}

async function submit(
  services: BatchServices,
  transaction: Transaction,
  { payment, debit, mandate, dueDate, sequence, amendment }: PlannedDebit,
  { batch, blockId }: { readonly batch: StoredBatch; readonly blockId: string },
): Promise<void> {
  await changeStatus(services, transaction, payment, {
    to: 'SUBMITTED',
    cause: 'BATCH',
    data: {
      batch: batch.id,
      messageId: batch.messageId,
      endToEndId: debit.endToEndId,
      rum: mandate.rum,
      sequence,
      dueDate,
      ...(dueDate !== debit.dueDate && { previousDueDate: debit.dueDate }),
    },
  });
  const submitted = { ...debit, state: 'BATCHED', dueDate, batchId: batch.id, blockId, sequence, amendment } as const;
  const isOurs = await transaction.updateDirectDebit(
    { ...submitted, previousCollectedOn: mandate.lastCollectedOn },
    'WAITING',
  );
  if (!isOurs) throw new StaleVersionError(`the debit of ${payment.id} does not wait any more`);
}

const scopeOfKey = ({ client }: Caller, { runMode, scheme }: BatchScope): string =>
  `${client} createDirectDebitBatch ${runMode} ${scheme}`;

const fingerprintOf = ({ idSociete, cutOff, runMode, scheme = null }: BatchCreation): string =>
  createHash('sha256')
    .update(JSON.stringify([idSociete, cutOff, runMode, scheme]))
    .digest('hex');

async function claim(
  transaction: Transaction,
  caller: Caller,
  request: BatchCreation,
  scope: BatchScope,
  { id, createdAt: at }: Pick<StoredBatch, 'id' | 'createdAt'>,
): Promise<StoredBatch | null> {
  if (!request.idempotencyKey) return null;
  const fingerprint = fingerprintOf(request);
  const key = { scope: scopeOfKey(caller, scope), key: request.idempotencyKey };
  const answer = await transaction.claimIdempotencyKey({ ...key, fingerprint, paymentId: id, at });
  if (answer.claimed) return null;
  if (answer.fingerprint !== fingerprint) {
    throw new IdempotencyConflictError('This idempotency key was used before for another request.', ['idempotencyKey']);
  }
  return transaction.directDebitBatch(answer.paymentId);
}

class NothingClaimed extends Error {}

/** Where nothing is due, the same key may have collected it: looked up without taking the key. */
async function replayOf(
  { store, identifiers, clock }: BatchServices,
  caller: Caller,
  request: BatchCreation,
  scope: BatchScope,
): Promise<StoredBatch | null> {
  if (!request.idempotencyKey) return null;
  try {
    return await store.transact(async (transaction) => {
      const batch = { id: identifiers.newId('bat'), createdAt: clock() };
      const existing = await claim(transaction, caller, request, scope, batch);
      if (existing === null) throw new NothingClaimed('nothing is due, and the key stays free');
      return existing;
    });
  } catch (error) {
    if (error instanceof NothingClaimed) return null;
    throw error;
  }
}
