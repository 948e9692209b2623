import { InvalidInputError } from '../../kernel/errors.ts';
import { idempotencyKeyOfHeader } from '../../modules/payments/initiation/initiation.ts';

/** The header and the input field mean the same; an empty key counts as none. Two different keys are refused. */
export function withKey<Input extends { idempotencyKey?: string | null | undefined }>(
  input: Input,
  header: string | null | undefined,
): Input {
  if (header === null || header === undefined) return input;
  const idempotencyKey = idempotencyKeyOfHeader(header);
  if ((input.idempotencyKey ?? idempotencyKey) !== idempotencyKey) {
    throw new InvalidInputError([
      { path: ['idempotencyKey'], message: 'idempotencyKey and the header Idempotency-Key are different.' },
    ]);
  }
  return { ...input, idempotencyKey };
}
