import type { z } from 'zod';
import { nearestName } from '../suggestions.ts';

const kinds: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  tuple: 'a list',
  object: 'an object',
  record: 'an object',
};

/** What is wrong with an entry whose schema has no words of its own for it; undefined where zod's have to do. */
export function reasonInWords(issue: z.core.$ZodRawIssue): string | undefined {
  switch (issue.code) {
    case 'invalid_type': {
      const kind = kinds[issue.expected];
      return kind && `must be ${kind}`;
    }
    case 'invalid_value':
      return choiceOf(issue.values.map(String), issue.input);
    case 'too_small':
      return `must ${least(issue)}`;
    case 'too_big':
      return `must ${most(issue)}`;
    default:
      return undefined;
  }
}

function choiceOf(choices: readonly string[], written: unknown): string {
  const meant = typeof written === 'string' ? nearestName(written, choices) : null;
  const list = choices.length === 1 ? choices.join('') : `one of ${choices.join(', ')}`;
  return `must be ${list}${meant === null ? '' : `. Did you mean ${meant}?`}`;
}

type Bound = { readonly origin: string; readonly inclusive?: boolean | undefined };

function least({ origin, inclusive, minimum }: Bound & { readonly minimum: number | bigint }): string {
  if (minimum === 1 && (origin === 'string' || origin === 'array')) return 'not be empty';
  if (origin === 'string') return `have ${minimum} characters at least`;
  if (origin === 'array') return `have ${minimum} entries at least`;
  return inclusive === false ? `be more than ${minimum}` : `be ${minimum} or more`;
}

function most({ origin, inclusive, maximum }: Bound & { readonly maximum: number | bigint }): string {
  if (origin === 'string') return `have ${maximum} characters at most`;
  if (origin === 'array') return `have ${maximum} entries at most`;
  return inclusive === false ? `be less than ${maximum}` : `be ${maximum} or less`;
}
