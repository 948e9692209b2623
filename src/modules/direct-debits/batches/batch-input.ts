import { z } from 'zod';
import { identifier, idField } from '../../../kernel/input-fields.ts';
import { mandateScheme } from '../../../kernel/sepa/mandate.ts';
import { paymentRunMode } from '../../../kernel/vocabulary.ts';
import { idempotencyKey } from '../../payments/initiation/initiation.ts';
import { date } from '../mandates/mandate-input.ts';

/** The inputs of the use cases about batches of direct debits. */
export const createBatchInput = z.strictObject({
  idSociete: identifier,
  cutOff: date,
  runMode: z.enum(paymentRunMode.names),
  scheme: z.enum(mandateScheme.names).nullish(),
  idempotencyKey: idempotencyKey.nullish(),
});
export type BatchCreation = z.output<typeof createBatchInput>;

const id = idField('bat', 'a batch');

export const submitBatchInput = z.strictObject({ id });
export const cancelBatchInput = z.strictObject({ id, fileWasNotSent: z.boolean().nullish() });
