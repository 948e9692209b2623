import type { Caller } from '../../../kernel/caller.ts';
import type { BankFileEntry } from '../bank-file-entry.ts';
import {
  type BankExceptionKind,
  type BankFile,
  type BankFileCounts,
  type ImportStep,
  noCounts,
} from '../bank-import.ts';
import { applyBooking } from '../matching/apply-booking.ts';
import type { StepOutcome } from '../matching/apply-match.ts';
import { type Booking, isAlone } from '../matching/bank-booking.ts';
import { ruledEntryOf } from '../matching/bank-rules.ts';
import type { Services, Transaction } from '../ports.ts';
import { applyReport } from './apply-report.ts';
import { checkBankFiles, rightsOf } from './bank-rights.ts';
import { type CheckedFile, checkBankFile, ownAccounts } from './check-bank-file.ts';
import {
  checkAgainstSchema,
  inImportOrder,
  type Progress,
  placesOf,
  stepsOf,
  stepsPerBatch,
} from './continue-bank-file.ts';
import { newBankFile } from './import-bank-file.ts';
import { notedEntry } from './note-entries.ts';

/** The outcome that an entry would have, and the payment that it would change. */
export type RehearsedEntry = Omit<BankFileEntry, 'fileId' | 'entryId'> & {
  readonly counterparty: string | null;
  readonly paymentId: string | null;
  readonly exception: BankExceptionKind | null;
  /** The rule that would place it; null for the default, and for all others. */
  readonly rule: string | null;
};

type Found = Pick<RehearsedEntry, 'paymentId' | 'exception' | 'rule'>;

export type Rehearsal = {
  readonly checked: CheckedFile;
  /** Of the entries that were tried. */
  readonly counts: BankFileCounts;
  /** How many steps were tried. */
  readonly tried: number;
};

type Given = {
  readonly name: string;
  /** Gives the bytes anew each time. */
  readonly open: () => AsyncIterable<Uint8Array>;
};

type Options = {
  readonly progress?: Progress;
  /** Receives the outcome that each entry would have, in their order. */
  readonly onEntry?: (entry: RehearsedEntry) => void;
  /** The rest is not tried. */
  readonly maximumSteps?: number;
};

/**
 * Rehearses an import, with nothing kept: each entry, and each line of a status report, is tried alone.
 * @throws BankFileError, NotAllowedError
 */
export async function rehearseBankFile(
  services: Services,
  caller: Caller,
  { name, open }: Given,
  { progress = () => undefined, onEntry = () => undefined, maximumSteps = Number.POSITIVE_INFINITY }: Options = {},
): Promise<Rehearsal> {
  checkBankFiles(caller);
  const rights = rightsOf(services, caller);
  const checked = await checkBankFile(services, rights, services.readBankFile(open()));
  await checkAgainstSchema(services, checked.version, open());
  const accounts = ownAccounts(services.societes);
  const counts = { ...noCounts };
  const id = services.identifiers.newId('bkf');
  const given = { id, name, digest: id, sizeBytes: 0, source: 'COMMAND_LINE' } as const;
  const file: BankFile = { ...newBankFile(services, caller, given), ...checked, status: 'IMPORTING' };
  const transact = rehearsing(services, file);
  const rehearsed: Rehearsed = { services, accounts, file, transact, counts, repeated: new Map(), onEntry };
  let tried = 0;
  let batch: ImportStep[] = [];
  for await (const step of stepsOf(services.readBankFile(open()))) {
    if (tried >= maximumSteps) break;
    progress(tried++, checked.steps);
    batch.push(step);
    if (batch.length < stepsPerBatch) continue;
    await rehearseBatch(rehearsed, tried - batch.length, batch);
    batch = [];
  }
  await rehearseBatch(rehearsed, tried - batch.length, batch);
  return { checked, counts, tried };
}

type Rehearsed = Required<Pick<Options, 'onEntry'>> & {
  readonly services: Services;
  readonly accounts: ReturnType<typeof ownAccounts>;
  readonly file: BankFile;
  readonly transact: Services['store']['transact'];
  readonly counts: Record<StepOutcome['kind'], number>;
  /** The entries that other files brought, by their place. */
  readonly repeated: Map<number, BankFileEntry>;
};

/** In the order of the import. */
async function rehearseBatch(
  { services, accounts, file, transact, counts, repeated, onEntry }: Rehearsed,
  done: number,
  batch: readonly ImportStep[],
): Promise<void> {
  for (const step of batch) {
    if (step.kind === 'STATUS') counts[(await applyReport(services, file, step.report, transact)).kind]++;
  }
  const places = placesOf({ ...file, done }, accounts, batch);
  const entries = new Map<number, RehearsedEntry>();
  for (const booking of await transact((transaction) => inImportOrder(transaction, file, [...places.keys()]))) {
    const place = places.get(booking) ?? 0;
    const { outcome, found } = await transact(async (transaction) => {
      await transaction.insertBankFileEntries(othersOf(booking, repeated));
      const outcome = await applyBooking(services, transaction, file, booking);
      return { outcome, found: await foundBy(transaction, outcome) };
    });
    counts[outcome.kind]++;
    if (outcome.kind === 'repeated') repeated.set(place, notedEntry(file.id, place, booking, outcome));
    entries.set(place, rehearsedEntry(place, booking, outcome, found));
  }
  for (const place of places.values()) {
    const entry = entries.get(place);
    if (entry) onEntry(entry);
  }
}

/** Which of the recorded entries the others of its reference are. */
const othersOf = (booking: Booking, repeated: ReadonlyMap<number, BankFileEntry>): readonly BankFileEntry[] =>
  isAlone(booking) ? [] : (booking.steps?.all ?? []).flatMap((place) => repeated.get(place) ?? []);

function rehearsedEntry(place: number, booking: Booking, outcome: StepOutcome, found: Found): RehearsedEntry {
  const { fileId: _file, entryId: _entry, ...noted } = notedEntry('', place, booking, outcome);
  const { names } = ruledEntryOf(booking);
  return { ...noted, ...found, counterparty: names.find((name) => name !== null) ?? null };
}

/** Transactions that give their result and are rolled back. */
const rehearsing =
  ({ store }: Services, file: BankFile): Services['store']['transact'] =>
  async <T>(work: (transaction: Transaction) => Promise<T>): Promise<T> => {
    const rollBack = new Error('a rehearsal is not committed');
    const { promise, resolve } = Promise.withResolvers<T>();
    try {
      await store.transact(async (transaction) => {
        await transaction.insertBankFile(file);
        resolve(await work(transaction));
        throw rollBack;
      });
    } catch (error) {
      if (error !== rollBack) throw error;
    }
    return promise;
  };

/** As long as it is not rolled back. */
async function foundBy(transaction: Transaction, { entryId, kind }: StepOutcome): Promise<Found> {
  const entry = entryId === undefined ? null : await transaction.bankEntry(entryId);
  // What is applied may leave a part to decide: less than the payment came, or more.
  const isPlaced = kind === 'exceptions' || kind === 'applied';
  const exceptions = isPlaced && entry ? await transaction.bankExceptionsOf(entry.id) : [];
  const exception = exceptions.find(({ status }) => status === 'OPEN');
  return {
    paymentId: entry?.paymentId ?? exception?.paymentId ?? null,
    exception: exception?.kind ?? null,
    rule: entry?.ruled?.rule ?? null,
  };
}
