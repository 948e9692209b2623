import { InvalidInputError } from '../../kernel/errors.ts';
import { idempotencyKeyOfHeader } from '../../modules/payments/initiation/initiation.ts';

/** The header and the input field are the same thing, an empty one too, which is none; two different ones are refused. */
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
