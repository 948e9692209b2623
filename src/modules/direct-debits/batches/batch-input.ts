import { z } from 'zod';
import { isCalendarDate } from '../../../kernel/sepa/target-calendar.ts';
import { paymentRunMode } from '../../../kernel/vocabulary.ts';
import { idempotencyKey, identifier } from '../../payments/initiation/initiation.ts';
import { mandateScheme } from '../mandates/mandate.ts';

/** What is asked about batches of direct debits. */
export const createBatchInput = z.strictObject({
  idSociete: identifier,
  cutOff: z.string().refine(isCalendarDate, 'must be a date, for instance 2026-12-11'),
  runMode: z.enum(paymentRunMode.names),
  scheme: z.enum(mandateScheme.names).nullish(),
  idempotencyKey: idempotencyKey.nullish(),
});
export type BatchCreation = z.output<typeof createBatchInput>;

const id = z.string().regex(/^bat_[0-9a-f]{32}$/, 'must be the id of a batch: `bat_…`');

export const submitBatchInput = z.strictObject({ id });
export const cancelBatchInput = z.strictObject({ id, fileWasNotSent: z.boolean().nullish() });
