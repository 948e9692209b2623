import { InvalidInputError, type Issue } from '../../kernel/errors.ts';
import { idempotencyKeyOfHeader } from '../../modules/payments/initiation/initiation.ts';

/**
 * The header and the input field mean the same. Two different keys are refused; so is an empty one, with the input.
 * @param problemsOf what else is wrong with the input: the refusal names all of it
 */
export function withKey<Input extends { idempotencyKey?: string | null | undefined }>(
  input: Input,
  header: string | null | undefined,
  problemsOf: (input: Input) => readonly Issue[] = () => [],
): Input {
  if (header === null || header === undefined) return input;
  const idempotencyKey = idempotencyKeyOfHeader(header);
  if ((input.idempotencyKey ?? idempotencyKey) !== idempotencyKey) {
    throw new InvalidInputError([
      { path: ['idempotencyKey'], message: 'idempotencyKey and the header Idempotency-Key are different.' },
      ...problemsOf(input),
    ]);
  }
  return { ...input, idempotencyKey };
}
