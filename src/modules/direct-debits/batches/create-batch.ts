import assert from 'node:assert/strict';
import { setTimeout } from 'node:timers/promises';
import { actingName, type Caller, requirePower } from '../../../kernel/caller.ts';
import { type Issue, MandateStateError } from '../../../kernel/errors.ts';
import { judgeInput } from '../../../kernel/parse-input.ts';
import { type MandateScheme, mandateScheme } from '../../../kernel/sepa/mandate.ts';
import { addDays, parisDateOf } from '../../../kernel/sepa/target-calendar.ts';
import { StaleVersionError, untilFresh } from '../../../kernel/until-fresh.ts';
import { actingAs } from '../../payments/acting-as.ts';
import { messageCounter } from '../counters.ts';
import type { BuildDirectDebitFile, DirectDebitFile } from '../files/direct-debit-input.ts';
import { problemsOfScheme } from '../mandates/create-mandate.ts';
import type { Services } from '../ports.ts';
import { type BatchCreation, createBatchInput } from './batch-input.ts';
import { batchOfKey, claimBatchKey, type KeyedRequest } from './batch-key.ts';
import type { StoredBatch } from './direct-debit.ts';
import { accountAsked, type DirectDebitAccount } from './direct-debit-account.ts';
import { type BatchPlan, type BatchProgress, type BatchScope, type HeldBackDebit, planBatch } from './plan-batch.ts';
import { recordBatch, recordNotTaken } from './record-batch.ts';
import { writeBatchFile } from './write-batch-file.ts';

export type BatchServices = Pick<
  Services,
  | ('store' | 'clock' | 'identifiers' | 'settings' | 'societes' | 'eventHandlers' | 'announce')
  | ('debitsInDoubt' | 'debitsRefusedInVain')
> & { readonly buildDirectDebitFile: BuildDirectDebitFile };

export const requireBatches = (caller: Caller): void => requirePower(caller, 'batches', 'work with batches');

export type CreatedBatches = {
  /** One batch for each scheme with due debits. */
  readonly batches: readonly StoredBatch[];
  readonly heldBack: readonly HeldBackDebit[];
  readonly moreIsDue: boolean;
  readonly replayed: boolean;
};

/**
 * Collects due debits into one file for each scheme. Payments, mandates, batch and file change in one transaction, so a
 * batch exists whole or not at all. The same key again answers the existing batches.
 * @throws InvalidInputError, NotAllowedError, IdempotencyConflictError, MandateStateError
 */
export async function createDirectDebitBatch(
  given: BatchServices,
  caller: Caller,
  input: unknown,
  onProgress?: BatchProgress,
): Promise<CreatedBatches> {
  const services = actingAs(given, actingName(caller));
  const { request, books, scopes } = judgeRequest(services, caller, input);
  const results: CreatedBatches[] = [];
  await oneAtATime(services, books, async () => {
    for (const scope of scopes) results.push(await createOne(services, { caller, request, scope, onProgress }));
  });
  return {
    batches: results.flatMap(({ batches }) => batches),
    heldBack: results.flatMap(({ heldBack }) => heldBack),
    moreIsDue: results.some(({ moreIsDue }) => moreIsDue),
    replayed: results.some(({ replayed }) => replayed),
  };
}

/** The batch that would be made now. Nothing is written. */
export async function rehearseDirectDebitBatch(
  services: BatchServices,
  caller: Caller,
  input: unknown,
  onProgress?: BatchProgress,
): Promise<readonly { readonly scheme: MandateScheme; readonly plan: BatchPlan }[]> {
  const { scopes } = judgeRequest(services, caller, input);
  const rehearsed: { scheme: MandateScheme; plan: BatchPlan }[] = [];
  for (const scope of scopes) {
    const details = { messageId: 'REHEARSAL', now: services.clock() };
    const planned = await planBatch(services, scope, onProgress);
    const { plan } = writeBatchFile(services.buildDirectDebitFile, scope, planned, details);
    rehearsed.push({ scheme: scope.scheme, plan });
  }
  return rehearsed;
}

/** @throws what `createDirectDebitBatch` refuses before it looks at a debit */
export const checkBatchRequest = (services: BatchServices, caller: Caller, input: unknown): void =>
  void judgeRequest(services, caller, input);

type Books = Pick<BatchScope, 'idSociete' | 'runMode'>;

/** @throws InvalidInputError that names every problem, NotAllowedError */
function judgeRequest(
  services: BatchServices,
  caller: Caller,
  given: unknown,
): { readonly request: BatchCreation; readonly books: Books; readonly scopes: readonly BatchScope[] } {
  const { input: request, judged } = judgeInput(createBatchInput, given, (usable, found) => {
    requireBatches(caller);
    const asked = accountAsked(services, caller, usable);
    if (asked === null) return null;
    const { account } = asked;
    found.push(...problemsOfCutOff(services, account, usable.cutOff), ...problemsOfScheme(account, usable.scheme));
    return asked;
  });
  assert(judged, 'a batch without a problem has an account');
  const { schemes } = judged.account.directDebit;
  const { idSociete, cutOff } = request;
  const books = { idSociete, runMode: judged.runMode };
  const scopes = mandateScheme.names
    .filter((scheme) => schemes.includes(scheme) && (!request.scheme || request.scheme === scheme))
    .map((scheme) => ({ ...judged, idSociete, scheme, cutOff }));
  return { request, books, scopes };
}

function problemsOfCutOff(
  { clock }: Pick<BatchServices, 'clock'>,
  { directDebit: { earliestDays } }: DirectDebitAccount,
  cutOff: string | undefined,
): Issue[] {
  const latest = addDays(parisDateOf(clock()), earliestDays);
  if (cutOff === undefined || cutOff <= latest) return [];
  const message = `cutOff must be ${latest} at the latest: the bank takes no debit more than ${earliestDays} days before.`;
  return [{ path: ['cutOff'], message }];
}

const leaseMs = 120_000;
const patienceMs = 60_000;
const lookAgainMs = 100;

/**
 * Saves work: two callers do not collect the same debits at once. Correctness does not depend on it, because each
 * payment changes by compare-and-set. For all schemes together: who is sent away has made no batch of another one.
 */
async function oneAtATime(
  { store, clock, identifiers }: BatchServices,
  { runMode, idSociete }: Books,
  work: () => Promise<void>,
): Promise<void> {
  const name = `direct-debit-batch ${runMode} ${idSociete}`;
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
    await work();
  } finally {
    await store.transact((transaction) => transaction.releaseLease(name, holder));
  }
}

type Asked = KeyedRequest & { readonly scope: BatchScope; readonly onProgress: BatchProgress | undefined };

async function createOne(services: BatchServices, asked: Asked): Promise<CreatedBatches> {
  const { caller, scope, onProgress } = asked;
  const nothing = { batches: [], heldBack: [], moreIsDue: false, replayed: false };
  return untilFresh(async () => {
    const now = services.clock();
    const messageId = await newMessageId(services, scope, now);
    const planned = await planBatch(services, scope, onProgress);
    const { plan, file } = writeBatchFile(services.buildDirectDebitFile, scope, planned, { messageId, now });
    const { taken, postponed, heldBack, moreIsDue } = plan;
    const made = file && { batch: batchOf(services, caller, scope, file, now), file };
    const existing = made
      ? await services.store.transact(async (transaction) => {
          const known = await claimBatchKey(transaction, asked, made.batch);
          if (known !== null) return known;
          const doubted = await services.debitsInDoubt(transaction, scope);
          if (taken.some(({ payment }) => doubted.has(payment.id))) throw new StaleVersionError('a debit is in doubt');
          await recordBatch(services, transaction, plan, made, onProgress);
          return null;
        })
      : await batchOfKey(services.store, asked);
    if (existing) return { ...nothing, batches: [existing], replayed: true };
    if (!made) await services.store.transact((transaction) => recordNotTaken(services, transaction, plan));
    for (const { payment } of [...taken, ...postponed]) services.announce(payment.id);
    return { batches: made ? [made.batch] : [], heldBack, moreIsDue, replayed: false };
  });
}

/** `DDT-20261125-000042`: the name contains the run mode, and each mode has its own counter. */
async function newMessageId({ store }: BatchServices, { runMode }: BatchScope, now: number): Promise<string> {
  const number = (await store.transact((transaction) => transaction.nextSequence(messageCounter(runMode)))) + 1;
  return `DD${runMode.charAt(0)}-${parisDateOf(now).replaceAll('-', '')}-${String(number).padStart(6, '0')}`;
}

function batchOf(
  { identifiers }: BatchServices,
  caller: Caller,
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
    createdBy: actingName(caller),
    createdAt,
    firstDownloadedBy: null,
    firstDownloadedAt: null,
    closedBy: null,
    bankShowedAt: null,
    closedAt: null,
  };
}
