import type { Caller } from '../../../kernel/caller.ts';
import type { BankFileEntry } from '../bank-file-entry.ts';
import { type BankExceptionKind, type BankFile, type BankFileCounts, noCounts } from '../bank-import.ts';
import { BankFileError } from '../files/bank-file.ts';
import { applyBooking } from '../matching/apply-booking.ts';
import type { StepOutcome } from '../matching/apply-match.ts';
import { type Booking, bookingOf } from '../matching/bank-booking.ts';
import { ruledEntryOf } from '../matching/bank-rules.ts';
import type { Services, Transaction } from '../ports.ts';
import { checkBankFiles, rightsOf } from './bank-rights.ts';
import { type CheckedFile, checkBankFile, ownAccounts } from './check-bank-file.ts';
import { checkAgainstSchema, type Progress, stepsOf } from './continue-bank-file.ts';
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

/** Carries the outcome out of a transaction that is not to be committed. */
class Rehearsed extends Error {
  override readonly name = 'Rehearsed';
  readonly outcome: StepOutcome;
  readonly found: Pick<RehearsedEntry, 'paymentId' | 'exception' | 'rule'>;
  constructor(outcome: StepOutcome, found: Rehearsed['found']) {
    super('a rehearsal is not committed');
    this.outcome = outcome;
    this.found = found;
  }
}

/**
 * Rehearses an import, with nothing kept: each entry is tried alone. Lines of a status report are only counted.
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
  let tried = 0;
  for await (const step of stepsOf(services.readBankFile(open()))) {
    if (tried >= maximumSteps) break;
    progress(tried++, checked.steps);
    if (step.kind !== 'ENTRY') {
      counts.applied++;
      continue;
    }
    const account = accounts.get(step.entry.iban);
    if (!account) throw new BankFileError('the account is of no société of this gateway', step.entry.place);
    const booking = bookingOf(step, account);
    const { outcome, found } = await rehearse(services, file, booking);
    counts[outcome.kind]++;
    onEntry(rehearsedEntry(tried, booking, outcome, found));
  }
  return { checked, counts, tried };
}

function rehearsedEntry(
  place: number,
  booking: Booking,
  outcome: StepOutcome,
  found: Rehearsed['found'],
): RehearsedEntry {
  const { fileId: _file, entryId: _entry, ...noted } = notedEntry('', place, booking, outcome);
  const { names } = ruledEntryOf(booking);
  return { ...noted, ...found, counterparty: names.find((name) => name !== null) ?? null };
}

async function rehearse(
  services: Services,
  file: BankFile,
  booking: Booking,
): Promise<Pick<Rehearsed, 'outcome' | 'found'>> {
  try {
    await services.store.transact(async (transaction) => {
      await transaction.insertBankFile(file);
      const outcome = await applyBooking(services, transaction, file, booking);
      throw new Rehearsed(outcome, await foundBy(transaction, outcome));
    });
  } catch (error) {
    if (error instanceof Rehearsed) return error;
    throw error;
  }
  throw new Error('a rehearsal was committed');
}

/** As long as it is not rolled back. */
async function foundBy(transaction: Transaction, { entryId, kind }: StepOutcome): Promise<Rehearsed['found']> {
  const entry = entryId === undefined ? null : await transaction.bankEntry(entryId);
  const exceptions = kind === 'exceptions' && entry ? await transaction.bankExceptionsOf(entry.id) : [];
  const exception = exceptions.find(({ status }) => status === 'OPEN');
  return {
    paymentId: entry?.paymentId ?? exception?.paymentId ?? null,
    exception: exception?.kind ?? null,
    rule: entry?.ruled?.rule ?? null,
  };
}
