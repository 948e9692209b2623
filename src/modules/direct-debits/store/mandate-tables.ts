import { mandateScheme } from '../../../kernel/sepa/mandate.ts';
import {
  asIs,
  flag,
  json,
  namesOf,
  oneOf,
  orNull,
  type RowOf,
  type RowWith,
  recordOf,
  texts,
} from '../../../store/record.ts';
import { date, runMode } from '../../payments/store/stored-values.ts';
import {
  type Debtor,
  type Mandate,
  mandateStatus,
  mandateType,
  type PendingAmendment,
  type Signature,
} from '../mandates/mandate.ts';
import type { MandateEvent } from '../mandates/mandate-event.ts';

/** How mandates are stored; the migration `0007-mandates` makes them. */

export type MandateTables = {
  readonly mandates: MandateRow;
  readonly mandate_references: MandateReferenceRow;
  readonly mandate_events: MandateEventRow;
};

export const mandateRecord = recordOf<Mandate>()({
  ...asIs('id', 'token', 'rum', 'ics', 'creditorName', 'idSociete', 'idClient', 'version', 'client', 'collections'),
  ...asIs('createdAt', 'updatedAt'),
  runMode,
  scheme: oneOf(mandateScheme),
  type: oneOf(mandateType),
  status: oneOf(mandateStatus),
  debtor: orNull(json<Debtor>()),
  signature: orNull(json<Signature>()),
  amendment: orNull(json<PendingAmendment>()),
  bankConfirmedOn: orNull(date),
  lastCollectedOn: orNull(date),
  endsWithNext: flag,
});
export type MandateRow = RowOf<typeof mandateRecord> & {
  /** Computed, for the query of the expiry worker. */
  readonly lapses_on: string | null;
};

const references = texts('run_mode', 'ics_key', 'rum_key', 'mandate_id');
export type MandateReferenceRow = RowWith<typeof references>;

export const mandateEvents = recordOf<Omit<MandateEvent, 'type' | 'data'>>()({
  ...asIs('id', 'mandateId', 'sequence', 'by', 'at'),
  status: oneOf(mandateStatus),
});
export type MandateEventRow = RowOf<typeof mandateEvents> & { readonly type: string; readonly data: string };

export const mandateColumns: readonly (keyof MandateRow)[] = [...mandateRecord.columns, 'lapses_on'];

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

export const mandateReferenceColumns = namesOf(references);

export const mandateEventColumns = [...mandateEvents.columns, 'type', 'data'] as const;
