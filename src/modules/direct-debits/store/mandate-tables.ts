/** How mandates are stored; the migration `0007-mandates` makes them. */

export type MandateTables = {
  readonly mandates: MandateRow;
  readonly mandate_references: MandateReferenceRow;
  readonly mandate_events: MandateEventRow;
};

export type MandateRow = {
  readonly id: string;
  readonly token: string;
  readonly rum: string;
  readonly ics: string;
  readonly creditor_name: string;
  readonly id_societe: string;
  readonly id_client: string;
  readonly run_mode: string;
  readonly scheme: string;
  readonly type: string;
  readonly status: string;
  readonly version: number;
  readonly client: string;
  readonly debtor: string | null;
  readonly signature: string | null;
  readonly bank_confirmed_on: string | null;
  readonly amendment: string | null;
  readonly last_collected_on: string | null;
  readonly collections: number;
  readonly ends_with_next: number;
  /** Computed, for the query of the expiry worker. */
  readonly lapses_on: string | null;
  readonly created_at: number;
  readonly updated_at: number;
};

export type MandateReferenceRow = {
  readonly run_mode: string;
  readonly ics_key: string;
  readonly rum_key: string;
  readonly mandate_id: string;
};

export type MandateEventRow = {
  readonly id: string;
  readonly mandate_id: string;
  readonly sequence: number;
  readonly type: string;
  readonly status: string;
  readonly by: string;
  readonly at: number;
  readonly data: string;
};

export const mandateColumns = [
  'id',
  'token',
  'rum',
  'ics',
  'creditor_name',
  'id_societe',
  'id_client',
  'run_mode',
  'scheme',
  'type',
  'status',
  'version',
  'client',
  'debtor',
  'signature',
  'bank_confirmed_on',
  'amendment',
  'last_collected_on',
  'collections',
  'ends_with_next',
  'lapses_on',
  'created_at',
  'updated_at',
] as const satisfies readonly (keyof MandateRow)[];

/** The columns that can change after a mandate was recorded. */
export const mandateChangeColumns = [
  'rum',
  'ics',
  'creditor_name',
  'id_client',
  'status',
  'version',
  'debtor',
  'signature',
  'bank_confirmed_on',
  'amendment',
  'last_collected_on',
  'collections',
  'ends_with_next',
  'lapses_on',
  'updated_at',
] as const satisfies readonly (keyof MandateRow)[];

export const mandateReferenceColumns = [
  'run_mode',
  'ics_key',
  'rum_key',
  'mandate_id',
] as const satisfies readonly (keyof MandateReferenceRow)[];

export const mandateEventColumns = [
  'id',
  'mandate_id',
  'sequence',
  'type',
  'status',
  'by',
  'at',
  'data',
] as const satisfies readonly (keyof MandateEventRow)[];
