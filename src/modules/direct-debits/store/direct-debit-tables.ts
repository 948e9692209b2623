/** How direct debits and their batches are stored; the migration `0010-direct-debits` makes them. */

export type DirectDebitTables = {
  readonly direct_debits: DirectDebitRow;
  readonly direct_debit_batches: BatchRow;
  readonly direct_debit_files: { readonly batch_id: string; readonly bytes: Uint8Array };
};

export type DirectDebitRow = {
  readonly payment_id: string;
  readonly presentation: number;
  readonly end_to_end_id: string;
  readonly mandate_id: string;
  readonly id_societe: string;
  readonly run_mode: string;
  readonly scheme: string;
  readonly state: string;
  readonly amount_cents: number;
  readonly due_date: string;
  readonly notified_at: number;
  readonly batch_id: string | null;
  readonly block_id: string | null;
  readonly sequence_type: string | null;
  readonly amendment: string | null;
  readonly previous_collected_on: string | null;
  readonly created_at: number;
};

export type BatchRow = {
  readonly id: string;
  readonly message_id: string;
  readonly id_societe: string;
  readonly run_mode: string;
  readonly scheme: string;
  readonly cut_off: string;
  readonly status: string;
  readonly version: number;
  readonly debits: number;
  readonly total_cents: number;
  readonly file_name: string;
  readonly file_digest: string;
  readonly file_bytes: number;
  readonly file_format: string;
  readonly created_by: string;
  readonly created_at: number;
  readonly first_downloaded_by: string | null;
  readonly first_downloaded_at: number | null;
  readonly closed_by: string | null;
  readonly closed_at: number | null;
};

export const directDebitColumns = [
  'payment_id',
  'presentation',
  'end_to_end_id',
  'mandate_id',
  'id_societe',
  'run_mode',
  'scheme',
  'state',
  'amount_cents',
  'due_date',
  'notified_at',
  'batch_id',
  'block_id',
  'sequence_type',
  'amendment',
  'previous_collected_on',
  'created_at',
] as const satisfies readonly (keyof DirectDebitRow)[];

/** The columns that change on the way to the bank. */
export const directDebitChangeColumns = [
  'state',
  'due_date',
  'notified_at',
  'batch_id',
  'block_id',
  'sequence_type',
  'amendment',
  'previous_collected_on',
] as const satisfies readonly (keyof DirectDebitRow)[];

export const batchColumns = [
  'id',
  'message_id',
  'id_societe',
  'run_mode',
  'scheme',
  'cut_off',
  'status',
  'version',
  'debits',
  'total_cents',
  'file_name',
  'file_digest',
  'file_bytes',
  'file_format',
  'created_by',
  'created_at',
  'first_downloaded_by',
  'first_downloaded_at',
  'closed_by',
  'closed_at',
] as const satisfies readonly (keyof BatchRow)[];

export const batchChangeColumns = [
  'status',
  'version',
  'first_downloaded_by',
  'first_downloaded_at',
  'closed_by',
  'closed_at',
] as const satisfies readonly (keyof BatchRow)[];
