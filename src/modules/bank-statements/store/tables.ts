import type { Tables as DirectDebitTables } from '../../direct-debits/store/tables.ts';

export type BankFileRow = {
  readonly id: string;
  readonly name: string;
  readonly digest: string;
  readonly size_bytes: number;
  readonly source: string;
  readonly received_by: string;
  readonly rights: string;
  readonly received_at: number;
  readonly status: string;
  readonly reason: string | null;
  readonly format: string | null;
  readonly version: string | null;
  readonly id_societe: string | null;
  readonly run_mode: string | null;
  readonly steps: number;
  readonly done: number;
  readonly applied_count: number;
  readonly repeated_count: number;
  readonly exception_count: number;
  readonly ignored_count: number;
  readonly ruled_count: number;
  readonly updated_at: number;
  readonly societes: string | null;
  readonly decided_by: string | null;
  readonly decided_at: number | null;
};

export type BankFilePartRow = { readonly file_id: string; readonly number: number; readonly bytes: Uint8Array };

export type BankEntryRow = {
  readonly id: string;
  readonly iban: string;
  readonly identity: string;
  readonly detail: number;
  readonly file_id: string;
  readonly id_societe: string;
  readonly run_mode: string;
  readonly amount_cents: number;
  readonly direction: string;
  readonly charges_cents: number;
  readonly booked_on: string | null;
  readonly transaction_code: string | null;
  readonly return_reason: string | null;
  readonly payment_id: string | null;
  readonly outcome: string;
  readonly recorded_at: number;
  readonly block_id: string | null;
  readonly facts: string | null;
  readonly rule_action: string | null;
  readonly rule_name: string | null;
  readonly entry_cents: number | null;
};

export type BankFileEntryRow = {
  readonly file_id: string;
  readonly place: number;
  readonly outcome: string;
  readonly reason: string;
  readonly entry_id: string | null;
  readonly amount_cents: number;
  readonly direction: string;
  readonly booked_on: string | null;
  readonly reference: string | null;
};

export const bankFileEntryColumns = [
  ...(['file_id', 'place', 'outcome', 'reason', 'entry_id', 'amount_cents', 'direction', 'booked_on'] as const),
  'reference',
] as const satisfies readonly (keyof BankFileEntryRow)[];

/** Under which name another file has the entry. */
export type BankEntryAliasRow = {
  readonly iban: string;
  readonly alias: string;
  readonly identity: string;
  readonly source: string;
};

export type StatementBalancesRow = {
  readonly file_id: string;
  readonly place: number;
  readonly iban: string;
  readonly statement_id: string;
  readonly number: number | null;
  readonly first_day: string;
  readonly last_day: string;
  readonly opening_cents: number | null;
  readonly closing_cents: number | null;
};

export const statementBalancesColumns = [
  ...(['file_id', 'place', 'iban', 'statement_id', 'number', 'first_day', 'last_day'] as const),
  ...(['opening_cents', 'closing_cents'] as const),
] as const satisfies readonly (keyof StatementBalancesRow)[];

/** A statement of an account, by the bank's own number. */
export type BankStatementRow = {
  readonly iban: string;
  readonly number: number;
  readonly day: string;
  readonly file_id: string;
};

export type BankExceptionRow = {
  readonly id: string;
  readonly subject: string;
  readonly kind: string;
  readonly file_id: string;
  readonly entry_id: string | null;
  readonly payment_id: string | null;
  readonly id_societe: string;
  readonly run_mode: string;
  readonly amount_cents: number;
  readonly direction: string;
  readonly booked_on: string | null;
  readonly reason_code: string | null;
  readonly details: string;
  readonly status: string;
  readonly resolution: string | null;
  readonly resolved_by: string | null;
  readonly resolved_at: number | null;
  readonly resolution_reason: string | null;
  readonly opened_at: number;
  /** When the personal data was removed; left out where a row is written. */
  readonly erased_at?: number | null;
};

export const bankFileColumns = [
  ...(['id', 'name', 'digest', 'size_bytes', 'source', 'received_by', 'rights', 'received_at', 'status'] as const),
  ...(['reason', 'format', 'version', 'id_societe', 'run_mode', 'steps', 'done', 'applied_count'] as const),
  ...(['repeated_count', 'exception_count', 'ignored_count', 'updated_at'] as const),
  ...(['societes', 'decided_by', 'decided_at', 'ruled_count'] as const),
] as const satisfies readonly (keyof BankFileRow)[];

/** The columns of a file that change after it came. */
export const bankFileChangeColumns = [
  ...(['source', 'received_by', 'rights', 'societes', 'decided_by', 'decided_at'] as const),
  ...(['status', 'reason', 'format', 'version', 'id_societe', 'run_mode', 'steps', 'done'] as const),
  ...(['applied_count', 'repeated_count', 'exception_count', 'ruled_count', 'ignored_count', 'updated_at'] as const),
] as const satisfies readonly (keyof BankFileRow)[];

export const bankEntryColumns = [
  ...(['id', 'iban', 'identity', 'detail', 'file_id', 'id_societe', 'run_mode', 'amount_cents', 'direction'] as const),
  ...(['charges_cents', 'booked_on', 'transaction_code', 'return_reason', 'payment_id', 'outcome'] as const),
  ...(['recorded_at', 'block_id', 'facts', 'rule_action', 'rule_name', 'entry_cents'] as const),
] as const satisfies readonly (keyof BankEntryRow)[];

export const bankExceptionColumns = [
  ...(['id', 'subject', 'kind', 'file_id', 'entry_id', 'payment_id', 'id_societe', 'run_mode'] as const),
  ...(['amount_cents', 'direction', 'booked_on', 'reason_code', 'details', 'status', 'resolution'] as const),
  ...(['resolved_by', 'resolved_at', 'resolution_reason', 'opened_at'] as const),
] as const satisfies readonly (keyof BankExceptionRow)[];

export type Tables = DirectDebitTables & {
  readonly bank_files: BankFileRow;
  readonly bank_file_parts: BankFilePartRow;
  readonly bank_entries: BankEntryRow;
  readonly bank_file_entries: BankFileEntryRow;
  readonly bank_entry_aliases: BankEntryAliasRow;
  readonly bank_exceptions: BankExceptionRow;
  readonly bank_statements: BankStatementRow;
  readonly statement_balances: StatementBalancesRow;
};
