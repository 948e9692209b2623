import assert from 'node:assert/strict';
import { asIs, checked, json, oneOf, orNull, type RowOf, recordOf } from '../../../store/record.ts';
import type { Tables as DirectDebitTables } from '../../direct-debits/store/tables.ts';
import { direction, runMode } from '../../payments/store/stored-values.ts';
import { type BankFileEntry, bankFileEntryOutcome, bankFileEntryReason } from '../bank-file-entry.ts';
import {
  type BankEntryRecord,
  type BankException,
  type BankExceptionDetails,
  type BankFile,
  bankExceptionKind,
  bankExceptionStatus,
  bankFileSource,
  bankFileStatus,
  bankResolution,
  nothingSaid,
  type StatementBalances,
} from '../bank-import.ts';
import type { BankEntryAlias } from '../bank-import-store.ts';
import type { EntryFacts } from '../entry-facts.ts';
import { bankFileFormat } from '../files/bank-file.ts';

export const bankFiles = recordOf<Omit<BankFile, 'counts'>>()({
  ...asIs('id', 'name', 'digest', 'sizeBytes', 'receivedBy', 'receivedAt', 'reason', 'version', 'idSociete'),
  ...asIs('decidedBy', 'decidedAt', 'steps', 'done', 'updatedAt'),
  source: oneOf(bankFileSource),
  rights: json<BankFile['rights']>(),
  status: oneOf(bankFileStatus),
  format: orNull(oneOf(bankFileFormat)),
  societes: orNull(json<readonly string[]>()),
  runMode: orNull(runMode),
});
export type BankFileRow = RowOf<typeof bankFiles> & {
  readonly applied_count: number;
  readonly repeated_count: number;
  readonly exception_count: number;
  readonly ignored_count: number;
  readonly ruled_count: number;
};

export type BankFilePartRow = { readonly file_id: string; readonly number: number; readonly bytes: Uint8Array };

export const bankEntries = recordOf<Omit<BankEntryRecord, 'ruled'>>()({
  ...asIs('id', 'iban', 'identity', 'detail', 'fileId', 'idSociete', 'amountCents', 'chargesCents', 'bookedOn'),
  ...asIs('transactionCode', 'returnReason', 'paymentId', 'recordedAt', 'blockId'),
  runMode,
  direction,
  outcome: checked((kept: string) => {
    assert(kept === 'APPLIED' || kept === 'EXCEPTION', 'an entry is applied or an exception');
    return kept;
  }),
  facts: orNull(json<EntryFacts>()),
});
export type BankEntryRow = RowOf<typeof bankEntries> & {
  readonly rule_action: string | null;
  readonly rule_name: string | null;
  readonly entry_cents: number | null;
};

export const bankFileEntries = recordOf<BankFileEntry>()({
  ...asIs('fileId', 'place', 'entryId', 'amountCents', 'bookedOn', 'reference'),
  outcome: oneOf(bankFileEntryOutcome),
  reason: oneOf(bankFileEntryReason),
  direction,
});

export const statementBalances = recordOf<StatementBalances & { readonly fileId: string; readonly place: number }>()(
  asIs('fileId', 'place', 'statementId', 'iban', 'number', 'firstDay', 'lastDay', 'openingCents', 'closingCents'),
);
export type StatementBalancesRow = RowOf<typeof statementBalances>;

/** A statement of an account, by the bank's own number. */
export type BankStatementRow = {
  readonly iban: string;
  readonly number: number;
  readonly day: string;
  readonly file_id: string;
};

export const bankExceptions = recordOf<BankException>()({
  ...asIs('id', 'subject', 'fileId', 'entryId', 'paymentId', 'idSociete', 'amountCents', 'bookedOn', 'reasonCode'),
  ...asIs('resolvedBy', 'resolvedAt', 'resolutionReason', 'openedAt', 'erasedAt'),
  kind: oneOf(bankExceptionKind),
  runMode,
  direction,
  details: {
    ...json<BankExceptionDetails>(),
    // An older version wrote fewer of them.
    read: (kept: string) => ({ ...nothingSaid, ...(JSON.parse(kept) as BankExceptionDetails) }),
  },
  status: oneOf(bankExceptionStatus),
  resolution: orNull(oneOf(bankResolution)),
});
export type BankExceptionRow = RowOf<typeof bankExceptions>;

/** The columns of a file that change after it came. */
export const bankFileChangeColumns = [
  ...(['source', 'received_by', 'rights', 'societes', 'decided_by', 'decided_at'] as const),
  ...(['status', 'reason', 'format', 'version', 'id_societe', 'run_mode', 'steps', 'done'] as const),
  ...(['applied_count', 'repeated_count', 'exception_count', 'ruled_count', 'ignored_count', 'updated_at'] as const),
] as const satisfies readonly (keyof BankFileRow)[];

export const bankFileColumns: readonly (keyof BankFileRow)[] = [
  ...bankFiles.columns,
  ...(['applied_count', 'repeated_count', 'exception_count', 'ruled_count', 'ignored_count'] as const),
];

export const bankEntryColumns: readonly (keyof BankEntryRow)[] = [
  ...bankEntries.columns,
  ...(['rule_action', 'rule_name', 'entry_cents'] as const),
];

export type Tables = DirectDebitTables & {
  readonly bank_files: BankFileRow;
  readonly bank_file_parts: BankFilePartRow;
  readonly bank_entries: BankEntryRow;
  readonly bank_file_entries: RowOf<typeof bankFileEntries>;
  /** Under which name another file has the entry. */
  readonly bank_entry_aliases: BankEntryAlias;
  readonly bank_exceptions: BankExceptionRow;
  readonly bank_statements: BankStatementRow;
  readonly statement_balances: StatementBalancesRow;
};
