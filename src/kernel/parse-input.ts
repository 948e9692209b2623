import assert from 'node:assert/strict';
import type { z } from 'zod';
import { InvalidInputError, type Issue, PaymentError, refuseIssues } from './errors.ts';

/** @throws InvalidInputError naming every field that cannot be used. Values are never echoed. */
export function parseInput<Schema extends z.ZodType>(schema: Schema, input: unknown): z.output<Schema> {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  const [first, ...rest] = issuesOf(parsed.error);
  throw new InvalidInputError([first ?? { path: [], message: 'The input cannot be used.' }, ...rest]);
}

/**
 * Parses an input and applies the rules of its use case, so that one refusal names everything that is wrong. The rules get
 * the fields that can be used, add what they find, or throw. What they throw ends them: another kind of refusal counts
 * only where nothing was found before it. So the first problem is the one that a check after another would find.
 * @returns the input, and what the rules made of it
 */
export function judgeInput<Schema extends z.ZodObject, Judged>(
  schema: Schema,
  input: unknown,
  applyRules: (usable: Partial<z.output<Schema>>, found: Issue[]) => Judged,
): { readonly input: z.output<Schema>; readonly judged: Judged } {
  const parsed = schema.safeParse(input);
  const found = parsed.success ? [] : issuesOf(parsed.error);
  let judged: Judged | undefined;
  try {
    judged = applyRules(parsed.success ? parsed.data : usableFields(schema, input), found);
  } catch (error) {
    if (error instanceof InvalidInputError) found.push(...error.issues);
    else if (found.length === 0 || !(error instanceof PaymentError)) throw error;
  }
  refuseIssues(found);
  assert(parsed.success, 'an input that cannot be used has an issue');
  return { input: parsed.data, judged: judged as Judged };
}

/** What is wrong with an input, as `parseInput` names it; empty where nothing is. */
export function problemsOf(schema: z.ZodType, input: unknown): readonly Issue[] {
  const parsed = schema.safeParse(input);
  return parsed.success ? [] : issuesOf(parsed.error);
}

/** Every field that cannot be used, in the order of the schema. Values are never echoed. */
const issuesOf = ({ issues }: z.ZodError): Issue[] =>
  issues.map((issue): Issue => {
    const path = issue.path.map(String);
    return { path, message: `${path.join('.')} ${describe(issue)}.` };
  });

/** The fields of an input that can be used, where others cannot. */
function usableFields<Schema extends z.ZodObject>(schema: Schema, input: unknown): Partial<z.output<Schema>> {
  const given: Readonly<Record<string, unknown>> = Object(input);
  const usable = Object.entries(schema.shape).flatMap(([name, field]) => {
    const parsed = (field as z.ZodType).safeParse(given[name]);
    return parsed.success ? [[name, parsed.data]] : [];
  });
  return Object.fromEntries(usable) as Partial<z.output<Schema>>;
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
