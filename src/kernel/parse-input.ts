import type { z } from 'zod';
import { InvalidInputError, type Issue } from './errors.ts';

/** @throws InvalidInputError naming every field that cannot be used. Values are never echoed. */
export function parseInput<Schema extends z.ZodType>(schema: Schema, input: unknown): z.output<Schema> {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  const [first, ...rest] = parsed.error.issues.map((issue): Issue => {
    const path = issue.path.map(String);
    return { path, message: `${path.join('.')} ${describe(issue)}.` };
  });
  throw new InvalidInputError([first ?? { path: [], message: 'The input cannot be used.' }, ...rest]);
}

function describe(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'custom':
    case 'invalid_format':
      return issue.message;
    case 'invalid_value':
      return `must be one of ${issue.values.join(', ')}`;
    case 'unrecognized_keys':
      return 'holds names that are not known';
    default:
      return 'is missing or of the wrong kind';
  }
}
