import { z } from 'zod';
import { parseInput } from '../../../kernel/parse-input.ts';
import { paymentStatus } from '../../../kernel/vocabulary.ts';
import { amountField, idempotencyKey } from '../initiation/initiation.ts';

/** The inputs of operations on an existing payment. */

const id = z.string();
const key = idempotencyKey.nullish().transform((value) => value ?? null);

const refundInput = z.strictObject({
  id,
  /** Left out: all that can still be given back. */
  amount: amountField.nullish().transform((value) => value ?? null),
  idempotencyKey: key,
});
const plainInput = z.strictObject({ id, idempotencyKey: key });
const settlementInput = z.strictObject({ id, outcome: z.enum(['DONE', 'NOT_DONE']) });
const reviewInput = z.strictObject({ id, status: z.enum(paymentStatus.names) });

/** Each throws InvalidInputError, which names every field that is wrong. */
export const parseRefund = (input: unknown): z.output<typeof refundInput> => parseInput(refundInput, input);
export const parseOperation = (input: unknown): z.output<typeof plainInput> => parseInput(plainInput, input);
export const parseSettlement = (input: unknown): z.output<typeof settlementInput> => parseInput(settlementInput, input);
export const parseReview = (input: unknown): z.output<typeof reviewInput> => parseInput(reviewInput, input);
