import assert from 'node:assert/strict';
import { mandateScheme } from '../../../kernel/sepa/mandate.ts';
import { asIs, checked, json, named, oneOf, orNull, type RowOf, recordOf } from '../../../store/record.ts';
import { date, runMode } from '../../payments/store/stored-values.ts';
import { batchStatus, directDebitState, type Presentation, type StoredBatch } from '../batches/direct-debit.ts';
import { directDebitFileVersions } from '../files/direct-debit-input.ts';
import { type PendingAmendment, sequenceType } from '../mandates/mandate.ts';

/** How direct debits and their batches are stored; the migration `0010-direct-debits` makes them. */

export type DirectDebitTables = {
  readonly direct_debits: DirectDebitRow;
  readonly direct_debit_batches: BatchRow;
  readonly direct_debit_files: { readonly batch_id: string; readonly bytes: Uint8Array };
};

export const directDebits = recordOf<Presentation>()({
  ...asIs('paymentId', 'presentation', 'endToEndId', 'mandateId', 'idSociete', 'amountCents', 'notifiedAt'),
  ...asIs('batchId', 'blockId', 'previousCollectedOn', 'createdAt'),
  runMode,
  scheme: oneOf(mandateScheme),
  state: oneOf(directDebitState),
  dueDate: date,
  sequence: named('sequence_type', orNull(oneOf(sequenceType))),
  amendment: orNull(json<PendingAmendment>()),
});
export type DirectDebitRow = RowOf<typeof directDebits>;

export const batches = recordOf<StoredBatch>()({
  ...asIs('id', 'messageId', 'idSociete', 'version', 'debits', 'totalCents', 'fileName', 'fileDigest', 'fileBytes'),
  ...asIs('createdBy', 'createdAt', 'firstDownloadedBy', 'firstDownloadedAt', 'closedBy', 'closedAt', 'bankShowedAt'),
  runMode,
  scheme: oneOf(mandateScheme),
  cutOff: date,
  status: oneOf(batchStatus),
  fileFormat: checked((kept: string) => {
    const version = directDebitFileVersions.find((one) => one === kept);
    assert(version, 'a batch is in a version that we write');
    return version;
  }),
});
export type BatchRow = RowOf<typeof batches>;

/** The columns that change on the way to the bank. */
export const directDebitChangeColumns = [
  ...(['state', 'due_date', 'notified_at', 'batch_id', 'block_id', 'sequence_type', 'amendment'] as const),
  'previous_collected_on',
] as const satisfies readonly (keyof DirectDebitRow)[];

export const batchChangeColumns = [
  ...(['status', 'version', 'first_downloaded_by', 'first_downloaded_at', 'closed_by', 'closed_at'] as const),
  'bank_showed_at',
] as const satisfies readonly (keyof BatchRow)[];
