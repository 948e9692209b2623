import { forRequest, notingRefusals } from '../../../kernel/audit/record-audit.ts';
import { gatherBytes } from '../../../kernel/bytes/bounded-bytes.ts';
import type { Caller } from '../../../kernel/caller.ts';
import { refuseInput } from '../../../kernel/errors.ts';
import { readPayments } from '../../payments/read-payments.ts';
import { type BankFile, noCounts } from '../bank-import.ts';
import { BankFileError } from '../files/bank-file.ts';
import type { Services } from '../ports.ts';
import { checkedBytes } from './bank-file-content.ts';
import { checkBankFiles } from './bank-rights.ts';
import { bytesOf } from './continue-bank-file.ts';
import { importBankFile, stepsBeforeAnswer } from './import-bank-file.ts';
import { readStoredBankFile } from './read-bank-files.ts';
import { type Rehearsal, type RehearsedEntry, rehearseBankFile } from './rehearse-bank-file.ts';

/** The outcome that a file would have: each entry's, or why it would be refused as a whole. */
export type FileCheck = {
  readonly refusal: string | null;
  readonly format: BankFile['format'];
  readonly version: string | null;
  readonly runMode: BankFile['runMode'];
  readonly societes: readonly string[];
  /** Entries and payments within entries; `tried` of them were rehearsed. */
  readonly steps: number;
  readonly tried: number;
  readonly counts: Rehearsal['counts'];
  readonly entries: readonly (Omit<RehearsedEntry, 'paymentId'> & {
    readonly payment: { readonly id: string; readonly reference: string } | null;
  })[];
};

/** A file that a person brings to the console: looked at first, then imported. */
export type ConsoleFiles = {
  /** @throws InvalidInputError, NotAllowedError */
  readonly bring: (
    caller: Caller,
    given: { readonly name: string; readonly bytes: AsyncIterable<Uint8Array>; readonly request: string },
  ) => Promise<Pick<BankFile, 'id' | 'status'> & { readonly repeated: boolean }>;
  /** Nothing of it is kept. @throws InvalidInputError, NotAllowedError */
  readonly check: (
    caller: Caller,
    given: { readonly name: string; readonly bytes: AsyncIterable<Uint8Array> },
  ) => Promise<FileCheck>;
  /** The same for one that waits for a confirmation. Null: there is none. @throws NotAllowedError */
  readonly checkStored: (caller: Caller, id: string) => Promise<FileCheck | null>;
};

export function createConsoleFiles(services: Services): ConsoleFiles {
  return {
    bring: async (caller, { request, ...given }) => {
      const acting = forRequest(services, request);
      const { file, repeated } = await notingRefusals(acting, caller, 'importBankFile', () =>
        importBankFile(acting, caller, { ...given, source: 'UPLOAD' }),
      );
      return { id: file.id, status: file.status, repeated };
    },
    check: async (caller, { name, bytes }) => {
      checkBankFiles(caller);
      const whole = await gathered(bytes);
      return checked(services, caller, name, async function* open() {
        yield whole;
      });
    },
    checkStored: async (caller, id) => {
      const file = await readStoredBankFile(services, caller, id);
      if (file?.status !== 'AWAITS_CONFIRMATION') return null;
      return checked(services, caller, file.name, () => bytesOf(services.store, file.id));
    },
  };
}

async function gathered(bytes: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const whole = await gatherBytes(bytes, checkedBytes);
  if (whole === null) {
    refuseInput('content', `The file is larger than ${checkedBytes} bytes: import it without a look at it first.`);
  }
  if (whole.length === 0) refuseInput('content', 'The file is empty.');
  return whole;
}

async function checked(
  services: Services,
  caller: Caller,
  name: string,
  open: () => AsyncIterable<Uint8Array>,
): Promise<FileCheck> {
  const entries: RehearsedEntry[] = [];
  try {
    const {
      checked: file,
      counts,
      tried,
    } = await rehearseBankFile(
      services,
      caller,
      { name, open },
      { maximumSteps: stepsBeforeAnswer, onEntry: (entry) => void entries.push(entry) },
    );
    const seen = await readPayments(
      services,
      caller,
      entries.flatMap(({ paymentId }) => paymentId ?? []),
    );
    const { format, version, runMode, societes, steps } = file;
    return {
      ...{ refusal: null, format, version, runMode, societes: societes ?? [], steps, tried, counts },
      entries: entries.map(({ paymentId, ...entry }) => {
        const payment = paymentId === null ? undefined : seen.get(paymentId);
        return { ...entry, payment: payment ? { id: payment.id, reference: payment.reference } : null };
      }),
    };
  } catch (error) {
    if (!(error instanceof BankFileError)) throw error;
    return {
      ...{ refusal: error.message, format: null, version: null, runMode: null, societes: [], steps: 0, tried: 0 },
      ...{ counts: noCounts, entries: [] },
    };
  }
}
