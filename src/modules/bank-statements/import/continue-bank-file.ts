import { untilFresh } from '../../../kernel/until-fresh.ts';
import { pagesOf } from '../../../kernel/walk-pages.ts';
import { createHeldLease } from '../../../workers/held-lease.ts';
import type { Failed } from '../../../workers/unless-fails.ts';
import { actingAs } from '../../payments/acting-as.ts';
import type { BankFileEntry } from '../bank-file-entry.ts';
import type { BankFile, BankFileChange, BankFileCounts, ImportStep, OwnAccount } from '../bank-import.ts';
import { BankFileError, type BankFilePiece, type BankStatement, type StatementBalances } from '../files/bank-file.ts';
import { unpacked } from '../files/unpack.ts';
import { applyBooking } from '../matching/apply-booking.ts';
import type { StepOutcome } from '../matching/apply-match.ts';
import { type Booking, bookingOf, isAlone, referenceOfEntry, stepsOfEntry } from '../matching/bank-booking.ts';
import { placeRest } from '../matching/rest-of-block.ts';
import { reconsiderBlocks, settleBatchBooking } from '../matching/settle-batch-booking.ts';
import type { Services, Transaction } from '../ports.ts';
import { applyReport } from './apply-report.ts';
import { checkBankFile, checkedChange, ownAccounts, refusedChange } from './check-bank-file.ts';
import { notedEntry } from './note-entries.ts';
import { recordedFirst } from './same-entry.ts';
import { namedFirst } from './same-in-other-format.ts';
import { notingStatements, trackStatementSequence } from './track-statement-sequence.ts';

/** Steps of one transaction. A crash loses at most these, and other transactions wait little. */
export const stepsPerBatch = 50;

/** One process at a time imports, so that two files with the same entry come one after the other. */
const lease = { name: 'bank-import', forMs: 60_000 } as const;

export type Progress = (done: number, steps: number) => void;

export type ContinueOptions = {
  /** How many steps at most; the rest is left to the worker. */
  readonly maximumSteps?: number;
  readonly progress?: Progress;
  /** False where the work is to stop. */
  readonly goesOn?: () => Promise<boolean>;
  /** See `reconsiderBlocks`. */
  readonly unreadable?: Failed;
};

/**
 * Continues a file: reads it to its end, then applies it step by step. An interrupted import resumes; steps that were
 * done change nothing. Skipped if another process works on the file.
 */
export async function continueBankFile(
  services: Services,
  fileId: string,
  options: ContinueOptions = {},
): Promise<BankFile> {
  const found = await services.store.bankFile(fileId);
  if (found === null) throw new Error(`there is no file ${fileId}`);
  const file = isUnread(found) ? await checkStored(services, found) : found;
  if (file.status !== 'IMPORTING') return file;
  const { store, clock, identifiers } = services;
  const { keeps, giveBack } = createHeldLease({ store, clock, ...lease, holder: identifiers.newToken() });
  if (!(await keeps())) return file;
  try {
    // As the last process left it.
    const current = (await store.bankFile(fileId)) ?? file;
    return current.status === 'IMPORTING'
      ? await importSteps(actingAs(services, current.receivedBy), current, { ...options, keeps })
      : current;
  } finally {
    await giveBack();
  }
}

const isUnread = ({ status, format }: BankFile): boolean =>
  status === 'RECEIVED' || (status === 'AWAITS_CONFIRMATION' && format === null);

async function checkStored(services: Services, file: BankFile): Promise<BankFile> {
  const { store } = services;
  const change = await checkedOrRefused(services, file);
  // Another process may have checked it, or a person decided about it, in the meantime.
  const isOurs = await store.transact((transaction) => transaction.changeBankFile(file.id, file.status, change));
  return isOurs ? { ...file, ...change } : ((await store.bankFile(file.id)) ?? file);
}

async function checkedOrRefused(services: Services, file: BankFile): Promise<BankFileChange> {
  const { store, clock } = services;
  try {
    const checked = await checkBankFile(services, file.rights, piecesOf(services, file));
    await checkAgainstSchema(services, checked.version, bytesOf(store, file.id));
    return checkedChange(file, checked, clock());
  } catch (error) {
    if (!(error instanceof BankFileError)) throw error;
    return refusedChange(file, error.message, clock());
  }
}

/** A larger file is checked only by the reading rules, because a schema needs all of it in memory. */
const schemaCheckedBytes = 16 * 1024 * 1024;

export async function checkAgainstSchema(
  { checkSchema }: Pick<Services, 'checkSchema'>,
  version: string | null,
  bytes: AsyncIterable<Uint8Array>,
): Promise<void> {
  if (checkSchema === null || version === null) return;
  for await (const file of unpacked(bytes)) {
    const parts: Uint8Array[] = [];
    let size = 0;
    for await (const part of file) {
      size += part.length;
      if (size <= schemaCheckedBytes) parts.push(part);
    }
    const refusal = size > schemaCheckedBytes ? null : await checkSchema(version, Buffer.concat(parts));
    if (refusal) throw refusal;
  }
}

const piecesOf = ({ store, readBankFile }: Services, { id }: BankFile): AsyncIterable<BankFilePiece> =>
  readBankFile(bytesOf(store, id));

export async function* bytesOf(store: Services['store'], fileId: string): AsyncGenerator<Uint8Array> {
  for (let number = 0; ; number++) {
    const part = await store.bankFilePart(fileId, number);
    if (part === null) return;
    yield part;
  }
}

/** A file as steps, in its order. */
export async function* stepsOf(pieces: AsyncIterable<BankFilePiece>): AsyncGenerator<ImportStep> {
  let seen = new Map<string, { occurrences: number; readonly all: number[] }>();
  let passed = 0;
  for await (const piece of pieces) {
    if (piece.kind === 'STATEMENT') seen = new Map();
    if (piece.kind === 'STATUS') {
      passed++;
      yield piece;
    }
    if (piece.kind !== 'ENTRY') continue;
    const { entry } = piece;
    const reference = referenceOfEntry(entry);
    const own = Array.from({ length: stepsOfEntry(entry) }, () => ++passed);
    const ofReference = (reference === null ? null : seen.get(reference)) ?? { occurrences: 0, all: [] };
    if (reference !== null) seen.set(reference, ofReference);
    const occurrence = ++ofReference.occurrences;
    for (const place of own) ofReference.all.push(place);
    const isWhole = entry.fault !== null || entry.isWhole || entry.details.length === 0;
    const steps = { own, all: ofReference.all, occurrence };
    for (const index of own.keys()) yield { kind: 'ENTRY', entry, detail: isWhole ? -1 : index, steps };
  }
}

type Running = ContinueOptions & { readonly keeps: () => Promise<boolean> };

async function importSteps(services: Services, file: BankFile, running: Running): Promise<BankFile> {
  const { maximumSteps = Number.POSITIVE_INFINITY, progress, goesOn = async () => true, keeps, unreadable } = running;
  const accounts = ownAccounts(services.societes);
  const last = file.done + maximumSteps;
  let current = file;
  let passed = 0;
  let batch: ImportStep[] = [];
  const statements: BankStatement[] = [];
  const balances: StatementBalances[] = [];
  for await (const step of stepsOf(notingStatements(piecesOf(services, file), statements, balances))) {
    if (++passed <= file.done) continue;
    batch.push(step);
    if (batch.length < stepsPerBatch) continue;
    current = await applyBatch(services, accounts, current, batch);
    batch = [];
    progress?.(current.done, current.steps);
    if (current.done >= last || !(await goesOn()) || !(await keeps())) return current;
  }
  if (batch.length > 0) current = await applyBatch(services, accounts, current, batch);
  await reconsiderBlocks(services, unreadable);
  const change = { ...current, status: 'IMPORTED', updatedAt: services.clock() } as const;
  await trackStatementSequence(services, file, accounts, statements);
  for (const page of pagesOf(stepsPerBatch, [...balances.entries()])) {
    await services.store.transact(async (transaction) => {
      for (const [place, one] of page) await transaction.insertStatementBalances(file.id, place, one);
    });
  }
  await services.store.transact((transaction) => transaction.changeBankFile(file.id, 'IMPORTING', change));
  progress?.(change.done, change.steps);
  return change;
}

/**
 * The payments of a block follow, page by page, before the steps after it, which may be about them. The file's progress
 * is written with the results of the last steps, so that a crash in between repeats the block. A process that was held
 * up for longer than its lease leaves a file as it is that another one has imported since.
 */
async function applyBatch(
  services: Services,
  accounts: ReadonlyMap<string, OwnAccount | null>,
  file: BankFile,
  batch: readonly ImportStep[],
): Promise<BankFile> {
  const { store, clock } = services;
  const outcomes: StepOutcome[] = [];
  for (const step of batch) if (step.kind === 'STATUS') outcomes.push(await applyReport(services, file, step.report));
  const places = placesOf(file, accounts, batch);
  const inOrder = await store.transact((transaction) => inImportOrder(transaction, file, [...places.keys()]));
  for (let done = 0; ; ) {
    const { applied, block, change } = await untilFresh(() =>
      store.transact(async (transaction) => {
        const applied = await applyBookings(services, transaction, file, places, inOrder.slice(done));
        const all = [...outcomes, ...applied];
        const next = { ...file, done: file.done + batch.length, counts: counted(file.counts, all), updatedAt: clock() };
        const block = applied.at(-1)?.block ?? null;
        if (block === null) await transaction.changeBankFile(file.id, 'IMPORTING', next);
        return { applied, block, change: next };
      }),
    );
    done += applied.length;
    outcomes.push(...applied);
    if (block === null) {
      for (const { paymentIds } of outcomes) for (const id of paymentIds) services.announce(id);
      return change;
    }
    await placeRest(services, block, await settleBatchBooking(services, block));
  }
}

/** The order in which the bookings of a batch are applied. */
export const inImportOrder = async (
  transaction: Transaction,
  file: Pick<BankFile, 'id' | 'format'>,
  bookings: readonly Booking[],
): Promise<readonly Booking[]> => recordedFirst(transaction, file, await namedFirst(transaction, file, bookings));

/** The bookings of the steps, and the place of each in the file. */
export function placesOf(
  file: Pick<BankFile, 'id' | 'done'>,
  accounts: ReadonlyMap<string, OwnAccount | null>,
  batch: readonly ImportStep[],
): ReadonlyMap<Booking, number> {
  const places = new Map<Booking, number>();
  for (const [index, step] of batch.entries()) {
    if (step.kind !== 'ENTRY') continue;
    const account = accounts.get(step.entry.iban);
    // The config may have changed since the file was read.
    if (!account) throw new Error(`the account of the file ${file.id} is not in the config any more`);
    places.set(bookingOf(step, account), file.done + index + 1);
  }
  return places;
}

/** To the first one that is the money of a block, or to the end. */
async function applyBookings(
  services: Services,
  transaction: Transaction,
  file: BankFile,
  places: ReadonlyMap<Booking, number>,
  bookings: readonly Booking[],
): Promise<StepOutcome[]> {
  const outcomes: StepOutcome[] = [];
  const noted: BankFileEntry[] = [];
  const note = () => transaction.insertBankFileEntries(noted.splice(0));
  for (const booking of bookings) {
    // Which of the recorded entries the others of its reference are.
    if (!isAlone(booking)) await note();
    const outcome = await applyBooking(services, transaction, file, booking);
    outcomes.push(outcome);
    noted.push(notedEntry(file.id, places.get(booking) ?? 0, booking, outcome));
    if (outcome.block) break;
  }
  await note();
  return outcomes;
}

function counted(before: BankFileCounts, outcomes: readonly StepOutcome[]): BankFileCounts {
  const count = (kind: StepOutcome['kind']): number => outcomes.filter((outcome) => outcome.kind === kind).length;
  return {
    applied: before.applied + count('applied'),
    repeated: before.repeated + count('repeated'),
    exceptions: before.exceptions + count('exceptions'),
    ruled: before.ruled + count('ruled'),
    ignored: before.ignored + count('ignored'),
  };
}
