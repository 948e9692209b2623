import { type SendOptions, sendFile } from '../../api/send-file.ts';
import type {
  BankExceptionKind,
  BankFileEntryOutcome,
  BankFileEntryReason,
  BankFileFormat,
  BankFileStatus,
} from '../../generated/operations.ts';

/** The outcome that a file would have, as `…/check` answers. */
export type FileCheck = {
  readonly refusal: string | null;
  readonly format: BankFileFormat | null;
  readonly runMode: 'TEST' | 'LIVE' | null;
  readonly societes: readonly string[];
  readonly steps: number;
  readonly tried: number;
  readonly counts: Readonly<Record<'applied' | 'repeated' | 'exceptions' | 'ruled' | 'ignored', number>>;
  readonly entries: readonly CheckedEntry[];
};

export type CheckedEntry = {
  readonly place: number;
  readonly outcome: BankFileEntryOutcome;
  readonly reason: BankFileEntryReason;
  readonly amountCents: number;
  readonly direction: 'CREDIT' | 'DEBIT';
  readonly bookedOn: string | null;
  readonly counterparty: string | null;
  readonly exception: BankExceptionKind | null;
  readonly rule: string | null;
  readonly payment: { readonly id: string; readonly reference: string } | null;
};

export type Brought = { readonly id: string; readonly status: BankFileStatus; readonly repeated: boolean };

/** Above it a file is imported without a look at it first. */
export const checkedBytes = 8 * 1024 * 1024;

export const checkFile = (file: File, options: SendOptions): Promise<FileCheck> =>
  sendFile(`/console/bank-files/check?${new URLSearchParams({ name: file.name })}`, file, options);

export const bringFile = (file: File, options: SendOptions): Promise<Brought> =>
  sendFile(`/console/bank-files?${new URLSearchParams({ name: file.name })}`, file, options);

export const checkStoredFile = (id: string, options: SendOptions): Promise<FileCheck> =>
  sendFile(`/console/bank-files/${id}/check`, null, options);
