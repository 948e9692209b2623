import type { Tables as PaymentTables } from '../../payments/store/tables.ts';

export type JournalTables = {
  readonly journal_entries: JournalEntryRow;
  readonly journal_lines: JournalLineRow;
};

/** Days are texts like `2026-12-31`. Those from `position` to `hash` are of the posting. */
export type JournalEntryRow = {
  readonly id: string;
  readonly id_societe: string;
  readonly run_mode: string;
  readonly journal_code: string;
  readonly journal_label: string;
  readonly kind: string;
  readonly piece_reference: string;
  readonly piece_date: string;
  readonly label: string;
  readonly amount_cents: number;
  readonly payment_id: string | null;
  readonly event_sequence: number | null;
  readonly reverses: string | null;
  readonly reason: string | null;
  readonly operator: string | null;
  readonly created_at: number;
  readonly date: string;
  readonly exercise: number;
  readonly position: number | null;
  readonly number: number | null;
  readonly posted_at: number | null;
  readonly previous_hash: string | null;
  readonly hash: string | null;
  readonly bank_entry_id: string | null;
  readonly clears: string | null;
};

export type JournalLineRow = {
  readonly entry_id: string;
  readonly line: number;
  readonly account: string;
  readonly account_label: string;
  readonly auxiliary: string | null;
  readonly debit_cents: number;
  readonly credit_cents: number;
};

export const journalEntryColumns = [
  'id',
  'id_societe',
  'run_mode',
  'journal_code',
  'journal_label',
  'kind',
  'piece_reference',
  'piece_date',
  'label',
  'amount_cents',
  'payment_id',
  'event_sequence',
  'reverses',
  'reason',
  'operator',
  'created_at',
  'date',
  'exercise',
  'position',
  'number',
  'posted_at',
  'previous_hash',
  'hash',
  'bank_entry_id',
  'clears',
] as const satisfies readonly (keyof JournalEntryRow)[];

export const journalLineColumns = [
  'entry_id',
  'line',
  'account',
  'account_label',
  'auxiliary',
  'debit_cents',
  'credit_cents',
] as const satisfies readonly (keyof JournalLineRow)[];

/** Queries join the payments. */
export type Tables = PaymentTables & JournalTables;
